"""What every way to a Document shares: its sections, numbered sentences, references of notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qa.document import FootnoteReference, Paragraph, Section, Sentence
from qa.reading import Span


def untitled_section(doc_id: str, span: Span) -> Section:
    """The section of the text before the first heading."""
    return Section(f"{doc_id}#sec1", None, 1, span, None)


def enclosing(sections: Mapping[str, Section], section: Section, level: int) -> Section | None:
    """The section itself or the nearest around it that is not deeper than a level."""
    found: Section | None = section
    while found and found.level > level:
        found = sections[found.parent] if found.parent else None
    return found


def parent_of(
    sections: Mapping[str, Section], before: Section | None, level: int
) -> Section | None:
    """The section that a heading of a level stands in, after the section `before` it."""
    if before is None or before.title is None:
        return None
    return enclosing(sections, before, level - 1)


def closing_places(
    sections: Sequence[Section], ends: Sequence[tuple[int, int]], end: int
) -> list[int]:
    """Where each section is closed: by the first of the ends below that is of its level or above.

    `ends` are offsets, each with the level that ends there, deeper ones included; sections and
    ends are in order. `end` is where the text ends.
    """
    nearest: dict[int, int] = {}  # by level, the first end below
    closed: list[int] = []
    later = list(ends)
    for section in reversed(sections):
        while later and later[-1][0] > section.span[0]:
            at, level = later.pop()
            nearest[level] = at
        closed.append(min((at for n, at in nearest.items() if n <= section.level), default=end))
    return closed[::-1]


def number_sentences(paragraph_id: str, spans: Iterable[Span]) -> tuple[Sentence, ...]:
    """The sentences of a paragraph, given as spans of its reading text."""
    return tuple(Sentence(f"{paragraph_id}.s{n}", span) for n, span in enumerate(spans, start=1))


def references_back(paragraphs: Iterable[Paragraph]) -> dict[str, tuple[FootnoteReference, ...]]:
    """By the id of each note, the places in paragraphs that refer to it."""
    found: dict[str, list[FootnoteReference]] = {}
    for paragraph in paragraphs:
        for mark in paragraph.footnotes:
            found.setdefault(mark.id, []).append(FootnoteReference(paragraph.id, mark.at))
    return {note: tuple(references) for note, references in found.items()}
