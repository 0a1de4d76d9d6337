"""Headings of a plain text that stand directly over their text: short lines over full ones."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import dropwhile, groupby, takewhile

from qa.lang.letterheads import LETTERHEADS
from qa.lang.writing import NO_TITLE_ENDS_IN
from qa.list_marks import LIST_MARK, read_mark
from qa.load.contents import squeeze
from qa.load.heading_lines import division_of, ends_within, is_ended, is_numbered
from qa.load.lines import Line, Measure

_FEW_BLANKS = 0.1  # of the lines: with more of them, headings stand beneath a blank one
_WIDEST = 0.75  # of the measure that a heading fills
_SHORTER = 0.85  # than the lines near it that wrap, where columns differ in width
_VERY_SHORT = 0.4  # of the measure, where nothing but a blank line before it tells a heading
_NEAR = 6  # lines above and below
_FULL = 0.6  # of the measure that running text under it fills
_MOST_STACKED = 2  # a chapter's heading and its first section's
_FEWEST_LETTERS = 3
_FEWEST_WORDS = 4  # of a sentence
_MOST_LINES = 2  # of a title that a table of contents names
_OFTEN = 3  # lines alike but for their numbers are running heads
_LEANS_ON_NEXT = re.compile(rf"\b(?:{'|'.join(NO_TITLE_ENDS_IN)})$", re.I)
_NUMBER = re.compile(r"\d[\d.]*\s+")
_SALUTATION = re.compile("|".join(word for head in LETTERHEADS for word in head.salutations), re.I)
_DIGITS = re.compile(r"\d+")
_OPENING = "«“\"'‘(["
_OPEN_ENDS = ("?", "-", "–")


def standing_titles(
    lines: Sequence[Line], aside: Set[int], width: Measure, named: Iterable[str]
) -> dict[int, int]:
    """Indices of the lines that are headings, each with that of its heading's first line.

    `named` are the titles in tables of contents.

    Such a line ended by hand, for the next line's first word had room on it. A sentence ends
    before it, and running text begins under it; in a text with blank lines, a blank one stands
    before it. The first line that a table of contents names is one wherever it stands.
    """
    filled = [i for i, line in enumerate(lines) if not line.blank and i not in aside]
    found = _first_named(lines, filled, named)
    if width.unwrapped:
        return found
    found |= _divisions(lines, filled, width)
    blanks = sum(line.blank for line in lines)
    if blanks > _FEW_BLANKS * len(lines):
        return found | _over_own_text(lines, aside, width, found)
    often = Counter(_DIGITS.sub("#", lines[i].text) for i in filled)
    over: set[int] = set()  # places of lines with running text under them, headings between
    for place in range(len(filled) - 2, 0, -1):
        line, below = lines[filled[place]], lines[filled[place + 1]]
        if often[_DIGITS.sub("#", line.text)] >= _OFTEN or not _may_be(line, below, width):
            continue
        if len(line.text) > _SHORTER * _wrapped_near(lines, filled, place):
            continue
        stacked = all(place + step in over for step in range(1, _MOST_STACKED + 1))
        if (place + 1 in over and not stacked) or _is_running(below, width):
            over.add(place)
    for place in sorted(over):
        index, before = filled[place], filled[place - 1]
        if index not in found and (lines[before].terminal or before in found):
            goes_on = (
                before in found and lines[before].text.isupper() and lines[index].text.isupper()
            )
            found[index] = found[before] if goes_on else index
    return found


def _divisions(lines: Sequence[Line], filled: list[int], width: Measure) -> dict[int, int]:
    """Lines that are the heading of an article or another numbered part, whatever is under them.

    Such lines under each other list the parts, and one that another line goes on from is text.
    """
    words = {index: division_of(lines[index].text) for index in filled}
    found: dict[int, int] = {}
    for place, index in enumerate(filled):
        line, word = lines[index], words[index]
        above, under = filled[place - 1 : place] if place else [], filled[place + 1 : place + 2]
        if word is None or not under or any(words[i] == word for i in (*above, *under)):
            continue
        below = lines[under[0]]
        apart = index - 1 not in above or lines[index - 1].terminal or index - 1 in found
        short = len(line.text) <= _WIDEST * width.width and not width.full(line, below)
        if apart and short and not below.text[0].islower() and not _LEANS_ON_NEXT.search(line.text):
            found[index] = index
    return found


def _over_own_text(
    lines: Sequence[Line], aside: Set[int], width: Measure, known: Mapping[int, int]
) -> dict[int, int]:
    """First lines beneath a blank one that are headings of the sentences directly under them.

    Lines of an address or a list have no sentence of full lines under them. Those that are
    `known` may stand above.
    """
    found: dict[int, int] = {}
    announces = False  # a list, by a colon before the blank line
    for blank, numbers in groupby(range(len(lines)), lambda i: lines[i].blank):
        group = [i for i in numbers if i not in aside]
        if blank or not group:
            continue
        rest = list(dropwhile(known.__contains__, group))
        if not announces or len(rest) < len(group):
            count = _count_titles([lines[i] for i in rest], width)
            found |= {i: i for i in rest[:count]}
        announces = lines[group[-1]].text.endswith(":")
    return found


def _count_titles(lines: list[Line], width: Measure) -> int:
    """How many of the first lines are titles: one, or a numbered one over one within it."""
    if len(lines) > 1 and _is_title(lines[0], lines[1:], width):
        return 1
    over, within = (
        (_NUMBER.match(line.text) for line in lines[:2]) if len(lines) > 2 else (None, None)
    )
    deeper = over and within and within.group().startswith(f"{over.group().strip().rstrip('.')}.")
    if deeper and _may_be(lines[0], lines[1], width) and _is_title(lines[1], lines[2:], width):
        return 2
    return 0


def _is_title(line: Line, text: list[Line], width: Measure) -> bool:
    """Whether a line is a title, numbered or very short, of lines that make up sentences."""
    below = text[0]
    lead = [below, *takewhile(lambda other: not read_mark(other.text), text[1:])]
    if not (lead[-1].terminal or text[-1].terminal) or not _may_be(line, below, width):
        return False
    if len(text) > 1 and not below.terminal and not width.full(below, text[1]):
        return False
    number = _NUMBER.match(line.text)
    if number and not line.text[number.end() :][:1].isupper():
        return False
    short = len(line.text) <= _VERY_SHORT * width.width and not _SALUTATION.match(line.text)
    if not (number or short):
        return False
    if read_mark(below.text):
        return _is_over_items(line, text, width)
    words = sum(len(other.text.split()) for other in lead)
    announced = _begins_anew(below.text) and words >= _FEWEST_WORDS and lead[-1].terminal
    if number:
        return announced or _is_running(below, width)
    return below.text[0].isalpha() and (
        _is_running(below, width) or (announced and lead[-1].text.endswith(":"))
    )


def _is_over_items(line: Line, text: list[Line], width: Measure) -> bool:
    """Whether a line is the title of the list under it: a numbered one, or one over sentences."""
    mark = read_mark(text[0].text)
    if mark is None or mark.bullet or not mark.first:
        return False
    return is_numbered(line.text) or _is_running(text[0], width)


def _may_be(line: Line, below: Line, width: Measure) -> bool:
    """Whether a line is short, capitalised, without an end mark, and ended by hand."""
    text = line.text
    if is_ended(text) or text.endswith(_OPEN_ENDS) or sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        return False
    if ends_within(text) or _LEANS_ON_NEXT.search(text):
        return False
    if is_numbered(text):
        if below.text[0].isdigit() and not is_numbered(below.text):
            return False
    elif LIST_MARK.match(text) or not _begins_anew(text):
        return False
    return len(text) <= _WIDEST * width.width and not width.full(line, below)


def _wrapped_near(lines: Sequence[Line], filled: list[int], place: int) -> float:
    """The length that most lines near here have which surely wrap: a small letter follows."""
    around = range(max(place - _NEAR, 0), min(place + _NEAR, len(filled) - 1))
    pairs = [(lines[filled[at]], lines[filled[at + 1]]) for at in around if at != place]
    lengths = sorted(
        len(line.text)
        for line, after in pairs
        if after.text[0].islower() and not line.terminal and not line.text.endswith("-")
    )
    return lengths[len(lengths) // 4] if lengths else math.inf


def _is_running(line: Line, width: Measure) -> bool:
    text = LIST_MARK.sub("", line.text, count=1) if line.text[0].isalpha() else line.text
    return len(line.text) >= _FULL * width.width and (_begins_anew(text) or text[0].isdigit())


def _begins_anew(text: str) -> bool:
    return text.lstrip(_OPENING)[:1].isupper()


def _first_named(lines: Sequence[Line], filled: list[int], named: Iterable[str]) -> dict[int, int]:
    """The first lines of their own that are each of these titles, beneath where they are listed."""
    wanted = {title for text in named if len(title := squeeze(text)) > _FEWEST_LETTERS}
    found: dict[int, int] = {}
    for place, index in enumerate(filled if wanted else []):
        title = ""
        for count, part in enumerate(filled[place : place + _MOST_LINES], start=1):
            title += squeeze(lines[part].text)
            if title in wanted:
                wanted.remove(title)
                found |= dict.fromkeys(filled[place : place + count], index)
                break
    return found
