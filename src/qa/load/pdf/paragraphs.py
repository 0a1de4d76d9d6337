"""Paragraphs: rows that belong together, also over columns and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.load.pdf.definitions import is_defined
from qa.load.pdf.row_marks import row_mark
from qa.load.pdf.rows import Region, Row
from qa.load.pdf.tables import Table, TableRow, cell_count
from qa.load.pdf.type_measure import TypeMeasure

_TERMINAL = re.compile(r"[.!?:;…][\"'»”’)\]]*$")
_WIDE_STEP = 1.28  # of the usual leading: a step this large begins a paragraph
_LARGE = 1.15  # than the body, a title's type
_OFF_CENTRE = 3.0  # points
_CLOSE_STEP = 1.1  # one that leaves no room between lines
_MUCH_ROOM = 0.35  # of the column's width left free at the end of a line
_LOOK_BACK = 8  # groups over which a sentence may go on
QUESTION_LABEL = re.compile(
    r"(?:(?:vraag|vragen|antwoord(?:en)?|question|answer)(?:\s+(?:op|to))?"
    r"(?:\s+(?:de\s+)?(?:vraag|vragen|questions?))?\s+\d+"
    r"(?:\s*(?:,|en|t/m|tot en met|and|[-–])\s*\d+)*"
    r"|antwoord|toelichting|mededeling|answer)\s*[.:]?",
    re.I,
)


@dataclass
class Group:
    """Rows that belong together, and how they stand: `room` above and below, in leadings."""

    rows: list[Row]
    region: Region
    right_edge: float
    table_row: TableRow | None = None
    above: float = 9.0
    below: float = 1.5

    @property
    def text(self) -> str:
        """Its lines, one blank between."""
        return " ".join(row.text for row in self.rows)

    @property
    def marked(self) -> bool:
        """Whether it begins with a list mark."""
        return row_mark(self.rows[0]) is not None

    def same_type(self, other: Group) -> bool:
        """Whether both are set in the same type."""
        mine, theirs = self.rows[-1], other.rows[0]
        return abs(mine.size - theirs.size) <= 0.07 * mine.size and mine.bold == theirs.bold


def group_items(items: Sequence[Row | Table], region: Region, measure: TypeMeasure) -> list[Group]:
    """The paragraphs and table rows of one column."""
    groups: list[Group] = []
    edge = measure.right_edge(region)
    before: Row | None = None
    for item in items:
        if isinstance(item, Table):
            groups += [Group(list(row.rows), region, edge, row) for row in item.rows]
            before = None
            continue
        step = 9.0
        if before is not None:
            step = (item.baseline - before.baseline) / measure.leading(item.size)
        large = item.size >= _LARGE * measure.body_size
        if before is not None and (
            (large and _centred(before, item, step)) or not _breaks(groups[-1], item, step)
        ):
            groups[-1].rows.append(item)
        else:
            if before is not None:
                groups[-1].below = step
            groups.append(Group([item], region, edge, above=step))
        before = item
    return groups


def _centred(before: Row, row: Row, step: float) -> bool:
    """Whether two lines are set in one type about one middle, as those of a title are."""
    same = (row.bold, row.italic) == (before.bold, before.italic)
    if abs(row.size - before.size) > 0.02 * row.size or not same or not 0 < step <= _WIDE_STEP:
        return False
    off = abs(row.left + row.right - before.left - before.right) / 2
    return off < _OFF_CENTRE and abs(row.left - before.left) > _OFF_CENTRE


def _breaks(group: Group, row: Row, step: float) -> bool:
    """Whether a row begins a new group."""
    last = group.rows[-1]
    if abs(row.size - last.size) > 0.07 * last.size or not 0 < step <= _WIDE_STEP:
        return True
    if len(group.rows) == 1 and QUESTION_LABEL.fullmatch(last.text):
        return True
    if QUESTION_LABEL.fullmatch(row.text):
        return True
    if begins_item(group, row) or (is_defined(row.text) and is_defined(group.rows[0].text)):
        return True
    if broken_word(last) or _in_item(group, row, step):
        return False
    room = _room(group, last, row)
    if not row.text[0].islower():
        if row.bold != last.bold and (room > 0 or _TERMINAL.search(last.unmarked)):
            return True
        if row.italic != last.italic and room > 0:
            return True
    if cell_count(row) > 1 or cell_count(last) > 1:
        return True
    if group.marked:
        return _leaves_item(group, row, room)
    return _shifted(group, row, room) or _ends(group, last, row, room)


def begins_item(group: Group, row: Row) -> bool:
    """Whether a row begins a list item; numbers must count on or begin."""
    mark = row_mark(row)
    if mark is None:
        return False
    if mark.bullet:
        return mark.text not in "-–—*" or _open_for_item(group, row)
    first = row_mark(group.rows[0])
    if first is not None and mark.follows(first):
        return True
    return (mark.first or row.fragments[0].right < row.right) and _open_for_item(group, row)


def _open_for_item(group: Group, row: Row) -> bool:
    last = group.rows[-1].unmarked
    return group.marked or last.endswith((".", ":", ";", ",", "?", "!")) or len(row.fragments) > 1


def broken_word(row: Row) -> bool:
    """Whether a row ends within a word."""
    return row.text.endswith("-") and row.text[-2:-1].isalpha()


def _room(group: Group, last: Row, row: Row) -> float:
    """Points left at the end of a line beyond what the next line's first word needs."""
    main = row.fragments[0]
    length = len(main.text.split(" ", 1)[0])
    word = main.rights[max(length - 1, 0)] - main.left
    return group.right_edge - last.right - word - 0.8 * row.size


def _in_item(group: Group, row: Row, step: float) -> bool:
    """Whether a row in other type stands right under an item's words: an example that it gives."""
    first, last = group.rows[0], group.rows[-1]
    if not group.marked or len(first.fragments) < 2 or step > _CLOSE_STEP:
        return False
    other = (row.bold, row.italic) != (last.bold, last.italic)
    return other and abs(row.left - first.fragments[1].left) < 2


def _leaves_item(group: Group, row: Row, room: float) -> bool:
    """Whether a row stands left of where an item's lines hang."""
    first = group.rows[0]
    if len(group.rows) == 1 and row.left <= first.left + 2:
        return room > 0
    hang = min(other.left for other in group.rows[1:]) if len(group.rows) > 1 else row.left
    if row.left < hang - 2:
        return True
    return room > 0 and bool(_TERMINAL.search(group.rows[-1].unmarked)) and row.left < hang + 2


def _shifted(group: Group, row: Row, room: float) -> bool:
    """Whether an indent or its end begins a paragraph."""
    last, em = group.rows[-1], row.size
    shift = row.left - last.left
    if 0.8 * em < shift < 6 * em:
        return room > 0 or bool(_TERMINAL.search(last.unmarked))
    return shift < -0.8 * em and len(group.rows) > 1


def _ends(group: Group, last: Row, row: Row, room: float) -> bool:
    """Whether a line stopped short: the next word had room on it."""
    if room <= 0:
        return False
    if _TERMINAL.search(last.unmarked):
        return True
    width = max(group.right_edge - group.rows[0].left, 1)
    return room > _MUCH_ROOM * width and not row.text[0].islower()


def tie_over_breaks(groups: list[list[Group]]) -> list[Group]:
    """The groups of all columns in one list, those that a column or page broke made whole.

    A sentence that goes on is looked for over what stands between: a table, a figure, a caption.
    """
    whole: list[Group] = []
    for column in groups:
        for index, group in enumerate(column):
            home = _home(whole, group, at_break=index == 0)
            if home is None:
                whole.append(group)
            else:
                home.rows += group.rows
                home.below = group.below
                home.region, home.right_edge = group.region, group.right_edge
    return whole


def _home(whole: list[Group], group: Group, *, at_break: bool) -> Group | None:
    """The group that another goes on with."""
    if group.table_row or group.marked or QUESTION_LABEL.fullmatch(group.rows[0].text):
        return None
    small = group.rows[0].text[0].islower()
    for distance, before in enumerate(reversed(whole[-_LOOK_BACK:])):
        if before.table_row or not before.same_type(group):
            continue
        if distance and not small:
            return None
        if distance and (
            whole[-1].text.endswith(":") or before.rows[-1].italic != group.rows[0].italic
        ):
            return None
        last = before.rows[-1]
        if last.page == group.rows[0].page and not at_break and not distance:
            return None
        if QUESTION_LABEL.fullmatch(last.text):
            return None
        if broken_word(last):
            return before
        terminal = bool(_TERMINAL.search(last.unmarked))
        if small:
            return None if terminal and not last.unmarked.endswith(";") else before
        return before if _full_at_break(before, group, terminal) else None
    return None


def _full_at_break(before: Group, group: Group, terminal: bool) -> bool:
    """Whether a paragraph whose last line is full goes on after the break."""
    last, row = before.rows[-1], group.rows[0]
    if len(before.rows) < 2 or _room(before, last, row) > 0:
        return False
    if not terminal:
        return True
    return len(group.rows) > 1 and abs(row.left - group.rows[1].left) < 2
