"""Gold for parsing: what a reader sees in a file, unit by unit, and where that stands in a text.

A gold file is a list of {"kind", "begins", "ends"} in reading order: the first and the last words
of each unit. `kind` is a paragraph's kind, "heading", "note" (with "marker", and in "from" the
words before each of its marks), "furniture", or "free" for what may be read in more than one way.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qa.document import ParagraphKind
from qa.errors import AlineaError
from qa.reading import Span

HEADING, NOTE, FURNITURE, FREE = "heading", "note", "furniture", "free"
_KINDS = {HEADING, NOTE, FURNITURE, FREE, *(kind.value for kind in ParagraphKind)}
_HYPHENS = "-\u00ad\u2010\u2011\ufffe"


@dataclass(frozen=True, slots=True)
class Unit:
    """What a reader sees as one thing, by its first and last words."""

    kind: str
    begins: str
    ends: str
    marks: tuple[str, ...] = ()  # of a note: the words before each mark


@dataclass(frozen=True, slots=True)
class Gold:
    """The units of a file, or of the excerpt from the first to the last of them."""

    path: Path
    units: tuple[Unit, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Located:
    """A unit with its place in a text."""

    unit: Unit
    span: Span


def read_gold(folder: Path, documents: Path | None) -> list[Gold]:
    """The gold under a folder, and that of `outside.json` whose files are among the documents."""
    found = [
        Gold(path.with_name(path.name.removesuffix(".gold.json")), _units(path, _rows(path)))
        for path in sorted(folder.rglob("*.gold.json"))
    ]
    outside = folder / "outside.json"
    if documents and outside.is_file():
        for row in _rows(outside):
            path = documents / row["file"]
            if path.is_file():
                found.append(Gold(path, _units(outside, row["units"]), whole=False))
    if not found:
        raise AlineaError("no_gold", f"{folder} holds no NAME.gold.json to measure parsing on.")
    return found


def _rows(path: Path) -> Any:  # noqa: ANN401
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise AlineaError("broken_gold", f"{path} cannot be read as JSON: {error}.") from error


def _units(path: Path, rows: list[dict[str, Any]]) -> tuple[Unit, ...]:
    for row in rows:
        if row.get("kind") not in _KINDS or not row.get("begins") or not row.get("ends"):
            raise AlineaError("broken_gold", f"{path} has a unit that is not whole: {row}.")
    return tuple(Unit(r["kind"], r["begins"], r["ends"], tuple(r.get("from", ()))) for r in rows)


def squeeze(text: str) -> str:
    """A text without blanks and hyphens, ligatures spelled out: what line breaks cannot change."""
    return Squeezed(text).text


@dataclass
class Squeezed:
    """A squeezed text, and the offset in the source of each of its characters."""

    source: str
    text: str = ""
    offsets: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        characters: list[str] = []
        for offset, char in enumerate(self.source):
            if char.isspace() or char in _HYPHENS:
                continue
            for part in unicodedata.normalize("NFKC", char).strip():
                characters.append(part)
                self.offsets.append(offset)
        self.text = "".join(characters)

    def find(
        self, words: str, start: int, *, word: bool = False, line: bool = False
    ) -> Span | None:
        """The first place of words at or after a source offset.

        With `word` they must begin a word, with `line` they must be a line of their own.
        """
        wanted = squeeze(words)
        at = next((i for i, offset in enumerate(self.offsets) if offset >= start), len(self.text))
        while (at := self.text.find(wanted, at)) >= 0:
            begin, end = self.offsets[at], self.offsets[at + len(wanted) - 1] + 1
            alone = not self.source[self.source.rfind("\n", 0, begin) + 1 : begin].strip()
            alone = alone and not self.source[end:].split("\n", 1)[0].strip()
            inside = begin and self.source[begin - 1].isalnum() and self.source[begin].isalnum()
            if (alone or not line) and not (word and inside):
                return begin, end
            at += 1
        return None


def locate(units: tuple[Unit, ...], text: str) -> tuple[list[Located], list[Unit]]:
    """The units with their places in a text, and those that are not there in the gold's order.

    Notes are looked for on their own, for they stand at the foot of a page or at the end.
    """
    squeezed = Squeezed(text)
    found: list[Located] = []
    missing: list[Unit] = []
    flow = notes = furniture = begun = 0
    for unit in units:
        if unit.kind == FURNITURE:
            short = len(unit.begins) < 4
            span = squeezed.find(unit.begins, max(furniture, begun), word=True, line=short)
            furniture = span[1] if span else furniture
        elif unit.kind == NOTE:
            span = _whole(squeezed, unit, notes, word=False)
            notes = span[1] if span else notes
        else:
            span = _whole(squeezed, unit, flow, word=True)
            if span:
                begun, flow = span
        if span:
            found.append(Located(unit, span))
        elif unit.kind not in (FREE, FURNITURE):  # a loader need not keep these
            missing.append(unit)
    return found, missing


def _whole(squeezed: Squeezed, unit: Unit, start: int, *, word: bool) -> Span | None:
    first = squeezed.find(unit.begins, start, word=word) or squeezed.find(unit.begins, start)
    if first is None:
        return None
    last = squeezed.find(unit.ends, first[0])
    return first[0], max(last[1], first[1]) if last else first[1]
