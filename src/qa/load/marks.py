"""Footnote marks in running text: finding the digit or star that refers to a note.

A mark is glued to a word, a number or a quote ("Kamer8", "20186", "corona»5"), and so
looks like any other digit. What tells them apart is order: the marks of a block of
notes stand before it, in the notes' order. The best ordered choice over all candidates
is found by dynamic programming over the candidates' plausibility.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from qa.load.notes import Note, NoteBlock
from qa.reading import Span

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d$")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[ .\u00a0\u202f]\d{3})+$")
# Numbers of which a year and a digit may well be the beginning, and those that end whole.
_NO_YEAR = re.compile(
    r"(?:\b(?:postbus|p\.?o\.? ?box|nrs?|no|nummer|tel(?:efoon)?)\b[.:]?|[€$£])[\s\d.-]*$", re.I
)
_NUMBERED = re.compile(r"\bnrs?\.\s*\d{1,5}$", re.I)
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdm]?m|CO|PM|NO|H)$")
_CLOSERS = "»”’\"')]!?;:…"
_AROUND = 24  # characters before a mark that tell what kind of number it is glued to
_LIKELY = 0.5  # below this a candidate is not taken as a mark


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the source that refers to a note."""

    span: Span
    note: Note


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class _Choice:
    """A mark for a note, by its place among the notes, after those chosen before it."""

    note: int
    span: Span
    before: _Choice | None


@dataclass(frozen=True, slots=True)
class _State:
    """A choice for the notes so far: its total, how late its marks stand, and its end."""

    score: tuple[float, int]
    end: int
    chosen: _Choice | None


def link_marks(
    text: str, blocks: list[NoteBlock], regions: list[list[Span]], page_of: list[int] | None
) -> list[Mark]:
    """The marks of each block's notes, in order of the source.

    `regions[i]` are the spans of running text in which block i's marks may stand;
    `page_of[i]`, where pages are known, is the source offset at which its page begins:
    a mark on an earlier page is less plausible.
    """
    marks: list[Mark] = []
    for index, block in enumerate(blocks):
        page_start = page_of[index] if page_of else 0
        choices = [
            _candidates(text, note.marker, regions[index], page_start) for note in block.notes
        ]
        for note, span in zip(block.notes, _best_in_order(choices), strict=True):
            if span is not None:
                marks.append(Mark(span, note))
    return sorted(marks, key=lambda mark: mark.span)


def is_unit(before: str) -> bool:
    """Whether a text ends in a unit, so that a digit after it is a power or index ("m2", "CO2")."""
    return bool(_UNIT.search(before))


def _candidates(text: str, marker: str, regions: list[Span], page_start: int) -> list[_Candidate]:
    found: list[_Candidate] = []
    forms = {marker, marker.translate(_SUPERSCRIPT)}
    for start, end in regions:
        for form in forms:
            at = text.find(form, start, end)
            while at >= 0:
                span = (at, at + len(form))
                at = text.find(form, span[1], end)
                score = _plausibility(text, span)
                if span[0] < page_start:
                    score *= 0.6
                if score >= _LIKELY:
                    found.append(_Candidate(span, score))
    return sorted(found, key=lambda candidate: candidate.span)


def _plausibility(text: str, span: Span) -> float:
    """How much a marker at this place looks like a mark, 0 (not at all) to 3."""
    marker = text[slice(*span)]
    before, after = text[max(span[0] - _AROUND, 0) : span[0]], text[span[1] : span[1] + 2]
    if not before or before[-1].isspace():
        # A mark in brackets may stand apart, after a word: "de lantaarns (1), maar".
        return 1.2 if before.strip() and marker[0] in "[(" and marker[-1] in "])" else 0.0
    if not marker.isdecimal():
        return 0.0 if after[:1] == marker[-1] or before[-1] == marker[0] else 3.0
    following = after[:1]
    if following.isdigit() or following in {"%", "°"} or following.islower():
        return 0.0
    if following in {".", ",", ":", "/", "-", "–"} and after[1:2].isdigit():
        return 0.0
    return _after_digits(before) if before[-1].isdigit() else _after_text(before, following)


def _after_digits(before: str) -> float:
    """A mark glued to a number: only where the number is whole without it.

    A year and a digit may be a number of five digits too: a full stop between tells more.
    """
    if _GROUPED.search(before):
        return 1.2
    return 0.9 if _YEAR.search(before) and not _NO_YEAR.search(before) else 0.0


def _after_text(before: str, following: str) -> float:
    last = before[-1]
    if last in ".,":
        if before[-2:-1].isdigit():
            whole = any(kind.search(before[:-1]) for kind in (_YEAR, _GROUPED, _NUMBERED))
            return 1.2 if whole else 0.0
        return 2.0
    if last in _CLOSERS:
        return 2.0
    if last.isalpha():
        if following.isalpha() or _UNIT.search(before):
            return 0.0
        return 2.0 if last.islower() else 1.0
    return 1.5 if last == "%" else 0.0


def _best_in_order(choices: list[list[_Candidate]]) -> list[Span | None]:
    """The choice of at most one candidate a note, in ascending order, of highest total.

    Each link counts 10 beside its plausibility, so that more notes linked always wins. Of equal
    totals the later wins: numbers of addresses and references stand before the text.
    """
    best = [_State((0.0, 0), -1, None)]  # the later they end, the more they score
    for note, candidates in enumerate(choices):
        step: list[_State] = []
        for candidate in candidates:
            reachable = bisect_right(best, candidate.span[0], key=attrgetter("end"))
            before = best[reachable - 1]
            total, lateness = before.score
            score = (total + 10 + candidate.score, lateness + candidate.span[0])
            chosen = _Choice(note, candidate.span, before.chosen)
            step.append(_State(score, candidate.span[1], chosen))
        for state in step:
            _add(best, state)
    found: list[Span | None] = [None] * len(choices)
    last = best[-1].chosen
    while last:
        found[last.note] = last.span
        last = last.before
    return found


def _add(states: list[_State], state: _State) -> None:
    """Add a state, unless one that ends no later scores as much; and drop those it so beats."""
    place = bisect_right(states, state.end, key=attrgetter("end"))
    if states[place - 1].score >= state.score:
        return
    first = place - (states[place - 1].end == state.end)
    last = place
    while last < len(states) and states[last].score <= state.score:
        last += 1
    states[first:last] = [state]
