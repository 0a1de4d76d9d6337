"""What the doctor found in a document, as text for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from qa.describe import where
from qa.doctor.parse import Part
from qa.document import Document, Metadata


def outline(document: Document, parts: list[Part]) -> str:
    """Part by part: what it holds, what was done to it, and what is doubtful."""
    totals: Counter[str] = Counter()
    for part in parts:
        totals.update(part.counts)
    lines = [f"{document.id}  ({document.source}, read by {document.loader})", _counts(totals)]
    lines += [f"{name}: {value} ({place})" for name, value, place in stated(document)]
    doubts = sum(part.doubts for part in parts)
    lines.append(f"{doubts} things to look at" if doubts else "nothing to look at")
    for part in parts:
        lines += ["", f"{part.name}: {_counts(Counter(part.counts)) or 'nothing'}", *_done(part)]
        lines += [f"  ? {doubt.place}{doubt.text}" for doubt in doubtful(part)]
    return "\n".join(lines)


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{n} {name}{'s' if n != 1 else ''}" for name, n in counts.items())


def _done(part: Part) -> list[str]:
    lines = [f"  furniture removed: {' '.join(text.split())}" for text in part.furniture]
    lines += [f"  hyphen: {word.source} read as {word.result}" for word in part.hyphens]
    for note in part.notes:
        lines += [f"  note {note.marker} after “{words}”: {note.text[:60]}" for words in note.after]
    return lines


def stated(document: Document) -> Iterator[tuple[str, str, str]]:
    """Each thing known of the document itself: its name, its value, where it was read."""
    for name in Metadata.__dataclass_fields__:
        field = getattr(document.metadata, name)
        if field is None:
            continue
        if field.span is None:
            yield name, field.value, field.origin
            continue
        lines = document.lines_of(field.span) if document.has_lines else None
        place = where(document.pages_of((field.span,)), lines)
        yield name, field.value, place or f"characters {field.span[0]} to {field.span[1]}"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A thing to look at, with the id of the paragraph or note that it is about, if any."""

    unit: str | None
    text: str

    @property
    def place(self) -> str:
        """What it is about, in words: "paragraph 5: "."""
        if self.unit is None:
            return ""
        name, number = ("note", "#fn") if "#fn" in self.unit else ("paragraph", "#p")
        return f"{name} {self.unit.rpartition(number)[2]}: "


def doubtful(part: Part) -> list[Doubt]:
    """What a person should look at."""
    found = []
    if part.picture:
        found.append(Doubt(None, "a picture without text: nothing of it can be found"))
    found += [
        Doubt(note.id, f"without a mark: {note.marker} {note.text[:60]}") for note in part.orphans
    ]
    found += [
        Doubt(mark.id, f"a mark without a note? {mark.text}") for mark in part.marks_without_note
    ]
    found += [
        Doubt(None, f"no part of anything: {' '.join(text.split())}") for text in part.unassigned
    ]
    found += [Doubt(odd.id, f"{odd.reason}: {odd.text}") for odd in part.suspicious]
    return found
