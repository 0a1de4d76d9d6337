"""How well files are parsed: boundaries, headings, notes, furniture and coverage on gold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from qa.document import Document
from qa.errors import AlineaError
from qa.evaluate.gold import (
    FREE,
    FURNITURE,
    HEADING,
    NOTE,
    Gold,
    Located,
    locate,
    read_gold,
    squeeze,
)
from qa.ledger import unassigned
from qa.load import load
from qa.reading import Span

# A list mark or number, which a file may keep apart from the text that it stands before.
_LABEL = re.compile(
    r"[•◦▪·●○\uf0b7][ \t\u00a0]*"
    r"|(?:[–—*-]|\(?\d{1,3}(?:\.\d{1,2})*[.)]?|\(?[a-z][.)])[ \t\u00a0]+"
)


@dataclass(frozen=True, slots=True)
class Count:
    """Things that are right, of those in the gold and those found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.gold + other.gold, self.found + other.found)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to find."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0

    def to_dict(self) -> dict[str, Any]:
        """As JSON holds it."""
        return {**asdict(self), "f1": round(self.f1, 4)}


@dataclass(frozen=True)
class Score:
    """What was counted on one file, or on several added up.

    `kinds` are the boundaries found whose kind is right too; `furniture` the paragraphs, headings
    and notes that hold some; `covered` the characters with exactly one role.
    """

    files: int = 1
    paragraphs: Count = Count()
    kinds: int = 0
    headings: Count = Count()
    notes: Count = Count()
    furniture: int = 0
    readings: int = 0
    covered: int = 0
    characters: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, n) + getattr(other, n) for n in Score.__dataclass_fields__))

    def to_dict(self) -> dict[str, Any]:
        """As JSON holds it."""
        counts = {n: getattr(self, n).to_dict() for n in ("paragraphs", "headings", "notes")}
        return {**asdict(self), **counts}


@dataclass(frozen=True)
class FileScore:
    """The score of a file, with what is wrong in words; `error` where it did not load."""

    name: str
    format: str
    score: Score
    problems: list[str] = field(default_factory=list)
    error: str | None = None


def score_parsing(folder: Path, documents: Path | None = None) -> list[FileScore]:
    """Every file of the gold, loaded and compared with it."""
    return [score_file(gold) for gold in read_gold(folder, documents)]


def totals(files: Iterable[FileScore]) -> dict[str, Score]:
    """Scores added up for each format, and under "all"."""
    sums: dict[str, Score] = {}
    for file in files:
        for name in (file.format, "all"):
            sums[name] = sums[name] + file.score if name in sums else file.score
    return dict(sorted(sums.items(), key=lambda item: (item[0] == "all", item[0])))


def score_file(gold: Gold) -> FileScore:
    """One file compared with its gold; a file that does not load has found nothing."""
    name = gold.path.name
    suffix = gold.path.suffix.lstrip(".").lower()
    try:
        document = load(gold.path, "gold")
    except AlineaError as error:
        kinds = [unit.kind for unit in gold.units]
        score = Score(
            paragraphs=Count(gold=sum(k not in (HEADING, NOTE, FURNITURE, FREE) for k in kinds)),
            headings=Count(gold=kinds.count(HEADING)),
            notes=Count(gold=sum(len(unit.marks) for unit in gold.units)),
        )
        return FileScore(name, suffix, score, [], error.message)
    return _Comparison(document, gold).file_score(name, suffix)


class _Comparison:
    """A document beside its gold."""

    def __init__(self, document: Document, gold: Gold) -> None:
        self._document = document
        self._found, self._missing = locate(gold.units, document.text)
        flow = [item.span for item in self._found if item.unit.kind not in (NOTE, FURNITURE)]
        self._region = (0, len(document.text))
        if not gold.whole:
            self._region = (flow[0][0], max(end for _, end in flow)) if flow else (0, 0)
        self._free = [item.span for item in self._found if item.unit.kind == FREE]

    def file_score(self, name: str, suffix: str) -> FileScore:
        paragraphs, kinds, wrong_paragraphs = self._paragraphs()
        headings, wrong_headings = self._headings()
        notes, wrong_notes = self._notes()
        tainted, readings, wrong_furniture = self._furniture()
        total = sum(not char.isspace() for char in self._document.text)
        loose = [self._document.text[slice(*span)] for span in unassigned(self._document)]
        score = Score(
            1, paragraphs, kinds, headings, notes, tainted, readings,
            total - sum(not char.isspace() for text in loose for char in text), total,
        )  # fmt: skip
        missing = [f"not there, or out of order: {u.kind} {u.begins!r}" for u in self._missing]
        wrong = [*missing, *wrong_headings, *wrong_paragraphs, *wrong_notes, *wrong_furniture]
        return FileScore(name, suffix, score, wrong)

    def _inside(self, offset: int) -> bool:
        free = any(start <= offset < end for start, end in self._free)
        return self._region[0] <= offset < self._region[1] and not free

    def _start(self, offset: int) -> int:
        """Where the words begin, after a list mark or a number."""
        label = _LABEL.match(self._document.text, offset)
        return label.end() if label else offset

    def _of_kind(self, *kinds: str) -> list[Located]:
        return [item for item in self._found if item.unit.kind in kinds]

    def _said(self, offset: int) -> str:
        return repr(" ".join(self._document.text[offset : offset + 50].split()))

    def _paragraphs(self) -> tuple[Count, int, list[str]]:
        apart = (HEADING, NOTE, FURNITURE, FREE)
        units = [item for item in self._found if item.unit.kind not in apart]
        gold = {self._start(item.span[0]): item.unit for item in units}
        found = {
            self._start(p.reading.pieces[0][0]): p.kind.value
            for p in self._document.paragraphs
            if self._inside(self._start(p.reading.pieces[0][0]))
        }
        right = gold.keys() & found.keys()
        lost = sum(unit.kind not in apart for unit in self._missing)
        wrong = [f"no paragraph begins at {gold[o].begins!r}" for o in sorted(gold.keys() - right)]
        wrong += [f"a paragraph begins at {self._said(o)}" for o in sorted(found.keys() - right)]
        wrong += [
            f"{gold[o].kind} read as {found[o]}: {gold[o].begins!r}"
            for o in sorted(right)
            if gold[o].kind != found[o]
        ]
        kinds = sum(gold[offset].kind == found[offset] for offset in right)
        return Count(len(right), len(gold) + lost, len(found)), kinds, wrong

    def _headings(self) -> tuple[Count, list[str]]:
        gold = {self._start(i.span[0]): squeeze(i.unit.ends) for i in self._of_kind(HEADING)}
        found = {
            self._start(section.title_spans[0][0]): squeeze(section.title or "")
            for section in self._document.sections
            if section.title_spans and self._inside(self._start(section.title_spans[0][0]))
        }
        right = {o for o in gold.keys() & found.keys() if found[o].endswith(gold[o])}
        lost = sum(unit.kind == HEADING for unit in self._missing)
        wrong = [f"no heading {self._said(o)}" for o in sorted(gold.keys() - right)]
        wrong += [f"a heading {self._said(o)}" for o in sorted(found.keys() - right)]
        return Count(len(right), len(gold) + lost, len(found)), wrong

    def _notes(self) -> tuple[Count, list[str]]:
        """Links between a note and a mark; the note must begin where the gold's does."""
        gold = {(i.span[0], squeeze(mark)) for i in self._of_kind(NOTE) for mark in i.unit.marks}
        lost = sum(len(unit.marks) for unit in self._missing if unit.kind == NOTE)
        right: set[tuple[int, str]] = set()
        found = 0
        wrong: list[str] = []
        for note in self._document.footnotes:
            begin = note.reading.pieces[0][0] if note.reading.pieces else note.label_span[1]
            for reference in note.referred_from:
                unit = self._document.unit(reference.id)
                if not self._inside(unit.reading.pieces[0][0]):
                    continue
                found += 1
                before = squeeze(unit.text[: reference.at])
                same = {link for link in gold if link[0] == begin and before.endswith(link[1])}
                right |= same
                if not same:
                    wrong.append(f"a note {self._said(begin)} linked after {before[-20:]!r}")
        wrong += [f"no note {self._said(o)} linked after {mark!r}" for o, mark in gold - right]
        return Count(len(right), len(gold) + lost, found), wrong

    def _furniture(self) -> tuple[int, int, list[str]]:
        spans = [item.span for item in self._of_kind(FURNITURE)]
        readings: list[tuple[Span, ...]] = [p.reading.pieces for p in self._document.paragraphs]
        readings += [s.title_spans for s in self._document.sections if s.title_spans]
        readings += [note.reading.pieces for note in self._document.footnotes]
        here = [pieces for pieces in readings if pieces and self._inside(pieces[0][0])]
        tainted = [
            pieces
            for pieces in here
            if any(a < end and b > start for start, end in spans for a, b in pieces)
        ]
        wrong = [f"furniture in {self._said(pieces[0][0])}" for pieces in tainted]
        return len(tainted), len(here), wrong
