"""Where an item of a list begins in a plain text."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from qa.list_marks import LIST_MARK, ListMark, read_mark
from qa.load.lines import Line, Measure

_MOST_BETWEEN = 200  # items of lists within items, between an item and the next


def begins_item(line: Line, current: list[Line], groups: list[list[Line]], width: Measure) -> bool:
    """Whether a line begins a list item; numbers must count on, lists within items aside."""
    mark, own = read_mark(line.text), read_mark(current[0].text)
    if mark is None:
        return False
    if mark.bullet:
        return mark.text not in "-–—*" or _ends_clause(current)
    earlier = (read_mark(group[0].text) for group in reversed(groups))
    near = itertools.islice(itertools.chain([own], earlier), _MOST_BETWEEN)
    marks = itertools.takewhile(lambda other: other is not None, near)
    numbers = (other for other in marks if other is not None and not other.bullet)
    last = next(numbers, None)  # no more of them are read than it takes
    if last and _goes_on_from(mark, itertools.chain([last], numbers)):
        return True
    under = own is not None and own.bullet  # a list within an item
    by_hand = current[-1].text.endswith(":") or not width.full(current[-1], line)
    return mark.first and (not last or under or by_hand) and _ends_clause(current)


def _goes_on_from(mark: ListMark, before: Iterable[ListMark]) -> bool:
    """Whether a number follows the last one before it that is of its style."""
    for other in before:
        if mark.follows(other):
            return True
        if mark.styles == other.styles:
            return False
    return False


def _ends_clause(current: list[Line]) -> bool:
    return current[-1].text.endswith((".", ":", ";", ",", "?", "!")) or bool(
        LIST_MARK.match(current[0].text)
    )
