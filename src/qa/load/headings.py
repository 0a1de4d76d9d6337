"""Paragraphs that turn out to be headings: a document made anew, all its numbers in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import replace

from qa.document import Document, FootnoteReference, Paragraph, Section, Sentence


def with_headings(document: Document, titles: Set[str]) -> Document:
    """The document in which the paragraphs of these ids are headings of sections.

    Each stands a level under the section it was in and lasts to the next heading. What refers to
    a footnote from it refers to it from the paragraph below.
    """
    if not titles or len(titles) == len(document.paragraphs):
        return document
    made = {p.id: _section(document, p) for p in document.paragraphs if p.id in titles}
    home = _homes(document, made)
    sections = _in_order(document, made, set(home.values()))
    names = {s.id: f"{document.id}#sec{number}" for number, s in enumerate(sections, start=1)}
    paragraphs: list[Paragraph] = []
    renamed: dict[str, str] = {}
    in_section: Counter[str] = Counter()
    marks: tuple[FootnoteReference, ...] = ()
    for paragraph in document.paragraphs:
        renamed[paragraph.id] = f"{document.id}#p{len(paragraphs) + 1}"
        if paragraph.id in made:
            marks += tuple(replace(mark, at=0) for mark in paragraph.footnotes)
            continue
        section = home[paragraph.id]
        in_section[section] += 1
        paragraphs.append(
            replace(
                paragraph,
                id=renamed[paragraph.id],
                number=len(paragraphs) + 1,
                number_in_section=in_section[section],
                section=names[section],
                sentences=tuple(
                    Sentence(f"{renamed[paragraph.id]}.s{n}", s.reading_span)
                    for n, s in enumerate(paragraph.sentences, start=1)
                ),
                footnotes=(*marks, *paragraph.footnotes),
            )
        )
        marks = ()
    return replace(
        document,
        sections=tuple(
            replace(s, id=names[s.id], parent=names[s.parent] if s.parent else None)
            for s in sections
        ),
        paragraphs=tuple(paragraphs),
        footnotes=tuple(
            replace(note, referred_from=_referred(paragraphs, note.id))
            for note in document.footnotes
        ),
    )


def _section(document: Document, paragraph: Paragraph) -> Section:
    """The section that a paragraph is the heading of; it ends with it until it is closed."""
    around = document.section(paragraph.section) if paragraph.section else None
    titled = around is not None and around.title is not None
    spans = tuple(sorted((*paragraph.reading.pieces, *paragraph.reading.marks)))
    return Section(
        id=paragraph.id,
        title=paragraph.text,
        level=around.level + 1 if around and titled else 1,
        span=(spans[0][0], spans[-1][1]),
        lines=paragraph.lines,
        parent=around.id if around and titled else None,
        title_spans=spans,
    )


def _homes(document: Document, made: dict[str, Section]) -> dict[str, str]:
    """The section of every paragraph that remains: the last made in its section, if any."""
    homes: dict[str, str] = {}
    current: tuple[str, str | None] | None = None  # the made section and the one it is in
    for paragraph in document.paragraphs:
        if paragraph.id in made:
            current = (paragraph.id, paragraph.section)
            continue
        if current and current[1] == paragraph.section:
            homes[paragraph.id] = current[0]
        else:
            current = None
            homes[paragraph.id] = paragraph.section or next(iter(made))
    return homes


def _in_order(document: Document, made: dict[str, Section], used: Set[str]) -> list[Section]:
    """All sections by where they begin; those made last to the next, one without title too."""
    kept = [s for s in document.sections if s.title is not None or s.id in used]
    sections = sorted([*kept, *made.values()], key=lambda s: s.span[0])
    closed: list[Section] = []
    for section, after in zip(sections, [*sections[1:], None], strict=True):
        if section.id in made or section.title is None:
            end = after.span[0] if after else len(document.text)
            around = next((s for s in document.sections if s.id == section.parent), None)
            end = min(end, around.span[1]) if around else end
            begin = section.span[0]
            end = begin + len(document.text[begin:end].rstrip())
            lines = document.lines_of((begin, end)) if document.has_lines and end > begin else None
            section = replace(section, span=(begin, end), lines=lines)
        closed.append(section)
    return closed


def _referred(paragraphs: list[Paragraph], note: str) -> tuple[FootnoteReference, ...]:
    return tuple(
        FootnoteReference(paragraph.id, mark.at)
        for paragraph in paragraphs
        for mark in paragraph.footnotes
        if mark.id == note
    )
