"""Where the pages of a plain text begin, if the text shows it."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Set
from statistics import median

from qa.load.lines import Line

# A page of running text has at least this many lines; paragraph indents recur sooner.
_FEWEST_LINES = 15
_MOST_UNEVEN = 3.0
_BARE = re.compile(r"\d{1,4}")
_FEWEST_HEADS, _MOST_PAGES, _NEARLY_ALWAYS = 4, 0.4, 0.9
_SHORTEST_HEAD, _LONGEST_HEAD = 4, 90  # characters
_PAGES_APART = 2  # left and right pages may have heads of their own


def infer_page_starts(text: str, lines: list[Line]) -> list[int] | None:
    """Indices of the lines that begin a page, or None where the evidence is not there.

    Evidence is a form feed; or the single blank that some extractors leave before the
    first line of each page and nowhere else; or page numbers that count on.
    """
    return _after_form_feeds(text, lines) or _at_single_blanks(lines) or _at_page_numbers(lines)


def _after_form_feeds(text: str, lines: list[Line]) -> list[int] | None:
    if "\f" not in text.strip("\f \n\t"):
        return None
    starts = [0]
    starts += [i for i, line in enumerate(lines) if i and text[line.begin - 1] == "\f"]
    return _without_empty(lines, starts)


def _at_single_blanks(lines: list[Line]) -> list[int] | None:
    filled = [i for i, line in enumerate(lines) if not line.blank]
    starts = [i for i in filled if lines[i].indent == 1]
    indented = [i for i in filled if lines[i].indent > 1]
    if len(starts) < 2 or indented or starts[0] != filled[0]:
        return None
    lengths = [after - before for before, after in itertools.pairwise(starts)]
    even = max(lengths) <= _MOST_UNEVEN * min(lengths) and min(lengths) >= _FEWEST_LINES
    return starts if even and filled[-1] - starts[-1] < 2 * max(lengths) else None


def _at_page_numbers(lines: list[Line]) -> list[int] | None:
    numbered = page_numbers(lines)
    if not numbered:
        return None
    filled = [i for i, line in enumerate(lines) if not line.blank]
    first = lines[numbered[0]].page_number
    if numbered[-1] == filled[-1]:  # at the foot
        return [0, *(number + 1 for number in numbered[:-1])] if first == 1 else None
    if numbered[0] == filled[0]:
        return numbered
    return [0, *numbered] if first == 2 else None  # the first page shows no number


def page_numbers(lines: list[Line]) -> list[int]:
    """Indices of the lines that hold only a page number, where two or more count on."""
    numbered = [i for i, line in enumerate(lines) if line.page_number is not None]
    numbers = [lines[i].page_number or 0 for i in numbered]
    counts_on = all(after == before + 1 for before, after in itertools.pairwise(numbers))
    return numbered if len(numbers) > 1 and counts_on else []


def running_heads(lines: list[Line]) -> list[int]:
    """Indices of bare numbers and of the equal lines beside them, where the numbers count on.

    Such a pair is printed on every page, and comes out in mid-sentence where pages break.
    """
    filled = [i for i, line in enumerate(lines) if not line.blank]
    beside: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for place, index in enumerate(filled):
        if not _BARE.fullmatch(lines[index].text):
            continue
        for step in (-1, 1):
            if 0 <= place + step < len(filled):
                other = filled[place + step]
                beside.setdefault((lines[other].text, step), []).append((index, other))
    found: set[int] = set()
    for pairs in beside.values():
        numbers = [int(lines[index].text) for index, _ in pairs]
        rising = all(0 < b - a <= _PAGES_APART for a, b in itertools.pairwise(numbers))
        apart = [after - before for (before, _), (after, _) in itertools.pairwise(pairs)]
        if rising and apart and median(apart) >= _FEWEST_LINES:
            found.update(index for pair in pairs for index in pair)
    return sorted(found)


def heads_beside(lines: list[Line], aside: Set[int]) -> set[int]:
    """Indices of equal lines that stand beside what is set aside on most pages, and only there."""
    filled = [i for i, line in enumerate(lines) if not line.blank]
    places: defaultdict[str, list[bool]] = defaultdict(list)
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for place, index in enumerate(filled):
        text = lines[index].text
        if index in aside or not _SHORTEST_HEAD <= len(text) <= _LONGEST_HEAD:
            continue
        beside = {*filled[max(place - 1, 0) : place], *filled[place + 1 : place + 2]}
        alike[text].append(index)
        places[text].append(bool(beside & aside))
    pages = sum(i in aside and i - 1 not in aside for i in filled)
    least = max(_FEWEST_HEADS, _MOST_PAGES * pages)
    return {
        index
        for text, found in places.items()
        if sum(found) >= max(least, _NEARLY_ALWAYS * len(found))
        for index in alike[text]
    }


def _without_empty(lines: list[Line], starts: list[int]) -> list[int]:
    """Leave out pages on which nothing stands at the end of the text."""
    last = max((i for i, line in enumerate(lines) if not line.blank), default=0)
    return [start for start in starts if start <= last]
