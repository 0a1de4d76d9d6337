"""What the doctor found in a document, as text for a person."""

from __future__ import annotations

from collections import Counter

from qa.doctor.parse import Part
from qa.document import Document


def outline(document: Document, parts: list[Part]) -> str:
    """Part by part: what it holds, what was done to it, and what is doubtful."""
    totals: Counter[str] = Counter()
    for part in parts:
        totals.update(part.counts)
    lines = [f"{document.id}  ({document.source}, read by {document.loader})", _counts(totals)]
    doubts = sum(part.doubts for part in parts)
    lines.append(f"{doubts} things to look at" if doubts else "nothing to look at")
    for part in parts:
        lines += ["", f"{part.name}: {_counts(Counter(part.counts)) or 'nothing'}", *_done(part)]
        lines += [f"  ? {line}" for line in doubtful(part)]
    return "\n".join(lines)


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{n} {name}{'s' if n != 1 else ''}" for name, n in counts.items())


def _done(part: Part) -> list[str]:
    lines = [f"  furniture removed: {' '.join(text.split())}" for text in part.furniture]
    lines += [f"  hyphen: {word.source} read as {word.result}" for word in part.hyphens]
    for note in part.notes:
        lines += [f"  note {note.marker} after “{words}”: {note.text[:60]}" for words in note.after]
    return lines


def doubtful(part: Part) -> list[str]:
    """A line for each thing that a person should look at."""
    lines = ["a picture without text: nothing of it can be found"] if part.picture else []
    lines += [f"note without a mark: {note.marker} {note.text[:60]}" for note in part.orphans]
    lines += [f"mark without a note? {mark.text} in {mark.id}" for mark in part.marks_without_note]
    lines += [f"no part of anything: {' '.join(text.split())}" for text in part.unassigned]
    lines += [f"{odd.id} {odd.reason}: {odd.text}" for odd in part.suspicious]
    return lines
