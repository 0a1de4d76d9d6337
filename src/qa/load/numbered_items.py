"""Numbered lines without an end mark that are items of a list, although they look like headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from qa.list_marks import LIST_MARK, ListMark, read_mark
from qa.load.contents import squeeze
from qa.load.heading_lines import is_ended
from qa.load.lines import Line

_FEWEST = 3  # of two the second may well be a heading, and the first one without a text


def find_numbered_items(groups: Sequence[list[Line]], headings: Set[int]) -> set[int]:
    """Indices of groups that are items, for the next number stands directly under them.

    A heading has text under it, or headings within it. `headings` are groups known to be one.
    Lines that come back below are a table of contents, and its entries are no items.
    """
    marks = [None if i in headings else read_mark(group[0].text) for i, group in enumerate(groups)]
    titles = [squeeze(_title(group)) for group in groups]
    often = Counter(titles)
    found: set[int] = set()
    start = 0
    while start < len(groups):
        end = start + 1
        while end < len(groups) and _counts_on(marks[end - 1], marks[end]):
            end += 1
        back = sum(often[title] > 1 for title in titles[start:end])
        if end - start >= _FEWEST and 2 * back < end - start:
            found.update(_with_bullets(marks, start))
            found.update(range(start, end - 1))
            if not is_ended(groups[end - 2][-1].text):  # after an ended one it may be a heading
                found.add(end - 1)
        start = end
    return found


def _title(group: list[Line]) -> str:
    text = " ".join(line.text for line in group)
    return LIST_MARK.sub("", text, count=1)


def _counts_on(before: ListMark | None, mark: ListMark | None) -> bool:
    """Whether two marks are numbers that follow each other."""
    if before is None or mark is None or not mark.text.isdigit():
        return False
    return mark.follows(before)


def _with_bullets(marks: Sequence[ListMark | None], start: int) -> set[int]:
    """The items before the one at `start` in its list that have bullets under them."""
    found: set[int] = set()
    place, last = start - 1, marks[start]
    while place >= 0 and (mark := marks[place]) is not None:
        if not mark.bullet and not _counts_on(mark, last):
            break
        if not mark.bullet:
            found.add(place)
            last = mark
        place -= 1
    return found
