"""Entries of a bibliography: each begins at the margin, and its other lines hang from there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from qa.lang.bibliographies import BIBLIOGRAPHIES
from qa.load.pdf.paragraphs import Group, broken_word
from qa.load.pdf.rows import Row

_TITLE = re.compile(
    rf"(?:[\divx]+(?:\.\d+)*[.:)]?\s+)?(?:{'|'.join(map(re.escape, BIBLIOGRAPHIES))})\s*:?",
    re.IGNORECASE,
)
_SAME = 2.5  # points by which lines at one edge differ
_HANG = (0.8, 6.0)  # ems from the margin to the lines that hang
_FEWEST_ENTRIES, _FEWEST_HANGING = 3, 2
_MOST_ASTRAY = 0.05  # of the lines of a column
_FULL = 0.85  # of the column's width that a line fills which goes on in the next


def with_entries(groups: Sequence[Group]) -> list[Group]:
    """The groups, those under the title of a bibliography that hangs cut into its entries."""
    found: list[Group] = []
    place = 0
    while place < len(groups):
        found.append(groups[place])
        place += 1
        if len(found[-1].rows) == 1 and _TITLE.fullmatch(found[-1].text):
            listed = _listed(groups, place)
            found += _entries(listed)
            place += len(listed)
    return found


def _listed(groups: Sequence[Group], start: int) -> list[Group]:
    """The groups from `start` that are set in one type."""
    listed: list[Group] = []
    for group in groups[start:]:
        if group.table_row or (listed and not listed[-1].same_type(group)):
            break
        listed.append(group)
    return listed


def _entries(groups: list[Group]) -> list[Group]:
    """The rows of some groups as entries; the groups as they are where no column hangs so."""
    columns = {id(row): id(g.region) for g in groups for row in g.region}
    rows = [(columns.get(id(row), row.page), row) for group in groups for row in group.rows]
    margins = {
        column: _margin([row for place, row in rows if place == column])
        for column in dict.fromkeys(place for place, _ in rows)
    }
    if None in margins.values():
        return groups
    entries: list[Group] = []
    for group in groups:
        for row in group.rows:
            margin = margins[columns.get(id(row), row.page)] or 0.0
            if entries and not _begins(entries[-1], row, margin):
                entries[-1].rows.append(row)
            else:
                entries.append(Group([row], group.region, group.right_edge, above=group.above))
        entries[-1].below = group.below
    return entries


def _margin(rows: Sequence[Row]) -> float | None:
    """Where the entries of a column begin, if the other lines hang from there."""
    margin = min(row.left for row in rows)
    hanging = Counter(_hangs(row, margin) for row in rows if row.left - margin > _SAME)
    entries = len(rows) - hanging.total()
    if entries < _FEWEST_ENTRIES or hanging[True] < _FEWEST_HANGING:
        return None
    return margin if hanging[False] <= _MOST_ASTRAY * len(rows) else None


def _hangs(row: Row, margin: float) -> bool:
    return _HANG[0] * row.size < row.left - margin < _HANG[1] * row.size


def _begins(entry: Group, row: Row, margin: float) -> bool:
    """Whether a row begins a new entry."""
    last = entry.rows[-1]
    if row.left - margin > _SAME or broken_word(last):
        return False
    full = last.right - margin > _FULL * (entry.right_edge - margin)
    ended = last.unmarked.endswith((".", ")"))
    return ended or not full or not row.text[0].islower()
