"""Where an item of a list begins in a plain text."""

from __future__ import annotations

from qa.list_marks import LIST_MARK, read_mark
from qa.load.lines import Line


def begins_item(line: Line, current: list[Line], groups: list[list[Line]]) -> bool:
    """Whether a line begins a list item; numbers must count on, bullets between them aside."""
    mark, before = read_mark(line.text), read_mark(current[0].text)
    if mark is None:
        return False
    if mark.bullet:
        return mark.text not in "-–—*" or _ends_clause(current)
    marks = (read_mark(group[0].text) for group in reversed(groups))
    while before is not None and before.bullet:
        before = next(marks, None)
    if before is not None and mark.follows(before):
        return True
    return (
        mark.first and (before is None or current[-1].text.endswith(":")) and _ends_clause(current)
    )


def _ends_clause(current: list[Line]) -> bool:
    return current[-1].text.endswith((".", ":", ";", ",", "?", "!")) or bool(
        LIST_MARK.match(current[0].text)
    )
