"""Footnotes: small type at the foot of a column, begun by the mark that refers to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from qa.load.notes import note_number
from qa.load.pdf.note_marks import find_marks, name_of
from qa.load.pdf.rows import Region, Row
from qa.load.pdf.rules import Rule

_LABEL = re.compile(r"[\[(]?(?:\d{1,3}|[¹²³⁴-⁹⁰]{1,3}|\*{1,4}|[†‡§]{1,2})[\])]?(?=[\s\t]|$|(?=\D))")
_SPACED = re.compile(r"(?:[\[(]?\d{1,3}[\])]?|\*{1,4}|[†‡])[\s\t]+\S")
_LISTED = re.compile(r"([\[(]?\d{1,3}[\])]?)\.?\s+\S")
NOTES_TITLE = re.compile(r"(?:voet|eind)?noten|(?:foot|end)?notes", re.I)
_SMALL = 0.93  # of the body's size
_SHORT_RULE = 0.6  # of the column's width that the rule above notes is at most


@dataclass
class PageNote:
    """A note and its rows, which may go on on the next page. `label` is the mark's length.

    `ending` says that it stands under a title at the end, far from its mark.
    """

    marker: str
    label: int
    ending: bool = False
    rows: list[Row] = field(default_factory=list)


class NoteFinder:
    """Finds the notes of one column after another, in reading order."""

    def __init__(self, body_size: float) -> None:
        self._body = body_size
        self.notes: list[PageNote] = []
        self._ending = False  # whether a title says that notes follow
        self._page = 0
        self._seen = ""  # the text of the page so far

    def split(self, region: Region, rules: Sequence[Rule]) -> list[tuple[Region, Region]]:
        """The column in parts: running text and the notes that follow it. The notes are kept."""
        if region[0].page != self._page:
            self._page, self._seen = region[0].page, ""
        self._seen += "\n".join(row.text for row in region)
        self._ending = self._ending and self._in_list(region[0], go_on=True)
        listed = self._ending or any(self._is_title(region, i) for i in range(len(region)))
        start = len(region) if listed else self._zone_start(region, rules)
        parts: list[tuple[Region, Region]] = []
        begin = index = 0
        while index < start:
            end = self._end_of_notes(region[:start], index)
            if end > index:
                for row in region[index:end]:
                    self._take(row)
                parts.append((region[begin:index], region[index:end]))
                self._ending = self._ending and end == start
                begin = index = end
            else:
                index += 1
        body, notes = self._split_foot(region[begin:], start - begin)
        return [*parts, (body, notes)] if body or notes else parts

    def _is_title(self, region: Region, index: int) -> bool:
        """Whether a row is the title of notes that follow."""
        if not NOTES_TITLE.fullmatch(region[index].text.strip(" :")):
            return False
        return index + 1 == len(region) or self._in_list(region[index + 1], go_on=False)

    def _end_of_notes(self, region: Region, index: int) -> int:
        """Where notes end that begin at a row in mid-column; the row itself if there are none."""
        row, end = region[index], index + 1
        if self._is_title(region, index):
            self._ending = True
            return index
        if self._ending:
            while end < len(region) and abs(region[end].size - row.size) < 0.6:
                if region[end].bold and not row.bold:
                    break
                end += 1
            return end
        label = self._label(row)
        if not (label and row.fragments[0].raised and _marked_in(region[:index], row.text[:label])):
            return index
        while end < len(region) and _runs_on(region, end) and not self._label(region[end]):
            end += 1
        return end

    def _in_list(self, row: Row, *, go_on: bool) -> bool:
        """Whether a row begins a note under a title, or may go on with the one before."""
        if self._listed(row):
            return True
        last = self.notes[-1].rows[-1] if go_on and self.notes and self.notes[-1].ending else None
        return last is not None and abs(last.size - row.size) < 0.6 and row.bold == last.bold

    def _listed(self, row: Row) -> int:
        """Length of the label that a row under a title begins with: numbers count on from 1."""
        match = _LISTED.match(row.text)
        label = self._label(row) or (match.end(1) if match else 0)
        before = self.notes[-1] if self.notes and self.notes[-1].ending else None
        number = note_number(row.text[:label])
        earlier = note_number(before.marker) or 0 if before else 0
        return label if number is not None and number in (1, earlier + 1) else 0

    def _take(self, row: Row) -> None:
        """Add a row to the notes: it begins one, or goes on with the last."""
        label = self._listed(row) if self._ending else self._label(row)
        if label or not self.notes:
            marker = row.text[:label].strip()
            stop = row.text[label : label + 1] == "."
            self.notes.append(PageNote(marker, label + stop, self._ending))
        self.notes[-1].rows.append(row)

    def _split_foot(self, region: Region, start: int) -> tuple[Region, Region]:
        """The rows before and from the first note at the foot of a column."""
        zone = region[start:]
        if not zone:
            return region, ()
        first = next((i for i, row in enumerate(zone) if self._label(row)), None)
        going_on = bool(self.notes) and self._goes_on(zone)
        if first is None and not going_on:
            return region, ()
        if first and not going_on:
            start, zone = start + first, zone[first:]
        for row in zone:
            self._take(row)
        return region[:start], zone

    def _zone_start(self, region: Region, rules: Sequence[Rule]) -> int:
        """Index of the first row of the small type at the foot, or under the notes' rule."""
        start = len(region)
        while start and region[start - 1].size < _SMALL * self._body:
            start -= 1
        for index in range(1, len(region)):
            row = region[index]
            if index < start and self._label(row) and _under_short_rule(region, index, rules):
                return index
        if start == 0 and not self._ruled_top(region, rules):
            return len(region) if not self._label(region[0]) else start
        while start < len(region) and not self.notes and not self._label(region[start]):
            start += 1
        return start

    def _ruled_top(self, region: Region, rules: Sequence[Rule]) -> bool:
        return any(_is_short(rule, region) and rule.top < region[0].top for rule in rules)

    def _goes_on(self, zone: Region) -> bool:
        """Whether rows above the first label go on with the last note of the page before."""
        last = self.notes[-1].rows[-1]
        return last.page == zone[0].page - 1 and abs(last.size - zone[0].size) < 0.6

    def _label(self, row: Row) -> int:
        """Length of the note label that a row begins with; 0 for none."""
        fragment = row.fragments[0]
        if fragment.left > row.left + 1:
            return 0
        match = _LABEL.match(row.text)
        if not match or not row.text[match.end() :].strip():
            return 0
        raised = bool(fragment.raised) and fragment.raised[0] == (0, match.end())
        marker = match.group()
        if not (raised or marker[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹" or _SPACED.match(row.text)):
            return 0
        if not raised and marker[-1] in ")]" and self._seen.count(marker) < 2:
            return 0  # the item of a list: there is no mark like it
        return match.end() if raised or self._may_follow(marker) else 0

    def _may_follow(self, marker: str) -> bool:
        """Whether a label that is not raised counts on from the note before."""
        number = note_number(marker)
        before = note_number(self.notes[-1].marker) if self.notes else None
        return number is None or number == 1 or (before is not None and number == before + 1)


def _under_short_rule(region: Region, index: int, rules: Sequence[Rule]) -> bool:
    above, row = region[index - 1], region[index]
    between = [r for r in rules if not r.vertical and above.baseline < r.top < row.baseline]
    return len(between) == 1 and _is_short(between[0], region)  # a table has more beside it


def _is_short(rule: Rule, region: Region) -> bool:
    left, right = min(row.left for row in region), max(row.right for row in region)
    return (
        not rule.vertical
        and 20 < rule.width < _SHORT_RULE * max(right - left, 1)
        and abs(rule.left - left) < 30
    )


def _marked_in(rows: Sequence[Row], label: str) -> bool:
    """Whether a raised mark in these rows refers to a note with this label."""
    name = name_of(label)
    return any(
        mark.raised and mark.span[0] > 0 and name_of(mark.marker) == name
        for row in rows
        for mark in find_marks(row)
    )


def _runs_on(region: Region, index: int) -> bool:
    """Whether a row goes on with the full row above it."""
    above, row = region[index - 1], region[index]
    edge = max(other.right for other in region)
    near = row.baseline - above.baseline < 1.4 * row.size
    return (
        near and abs(row.size - above.size) < 0.3 and above.right > edge - 0.1 * (edge - row.left)
    )
