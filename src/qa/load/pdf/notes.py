"""Footnotes: small type at the foot of a column, begun by the mark that refers to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from qa.load.notes import note_number
from qa.load.pdf.rows import Region, Row
from qa.load.pdf.rules import Rule

_LABEL = re.compile(r"[\[(]?(?:\d{1,3}|[¹²³⁴-⁹⁰]{1,3}|\*{1,4}|[†‡§]{1,2})[\])]?(?=[\s\t]|$|(?=\D))")
_SPACED = re.compile(r"(?:\[?\d{1,3}\]?|\*{1,4}|[†‡])[\s\t]+\S")
_SMALL = 0.93  # of the body's size
_SHORT_RULE = 0.6  # of the column's width that the rule above notes is at most


@dataclass
class PageNote:
    """A note and its rows, which may go on on the next page. `label` is the mark's length."""

    marker: str
    label: int
    rows: list[Row] = field(default_factory=list)


class NoteFinder:
    """Finds the notes of one column after another, in reading order."""

    def __init__(self, body_size: float) -> None:
        self._body = body_size
        self.notes: list[PageNote] = []
        self._page = 0

    def split(self, region: Region, rules: Sequence[Rule]) -> tuple[Region, Region]:
        """The column's body and its notes; what it found of the notes is kept."""
        start = self._zone_start(region, rules)
        zone = region[start:]
        if not zone:
            return region, ()
        first = next((i for i, row in enumerate(zone) if self._label(row)), None)
        if first is None:
            if not (self.notes and self._goes_on(zone)):
                return region, ()
            first = len(zone)
        if first and not (self.notes and self._goes_on(zone)):
            start, zone, first = start + first, zone[first:], 0
        for row in zone[:first]:
            self.notes[-1].rows.append(row)
        for row in zone[first:]:
            label = self._label(row)
            if label:
                self.notes.append(PageNote(row.text[:label].strip(), label))
            self.notes[-1].rows.append(row)
        self._page = zone[0].page
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


def find_marks(row: Row) -> list[tuple[int, int, str]]:
    """Raised numbers and stars in a row: begin and end in its text, and the marker."""
    found: list[tuple[int, int, str]] = []
    offset = 0
    for fragment in row.fragments:
        for begin, end in fragment.raised:
            text = fragment.text[begin:end]
            for match in re.finditer(r"\d{1,3}|\*{1,4}|[†‡§]{1,2}", text):
                found.append(
                    (offset + begin + match.start(), offset + begin + match.end(), match.group())
                )
        for match in re.finditer(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}", fragment.text):
            found.append((offset + match.start(), offset + match.end(), match.group()))
        offset += len(fragment.text) + 1
    return sorted(found)
