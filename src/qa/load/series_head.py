"""The head of a series on a document's first page, set aside: its name, its year, its number."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from qa.document import Document, FootnoteReference, Metadata, Paragraph
from qa.load.title_block import is_masthead
from qa.reading import Span


def series_head(document: Document, metadata: Metadata) -> Span | None:
    """From the name of the series, where that is the first heading, to the number in it.

    The reference of a printed paper is read from several lines, that of a letter from one.
    """
    first = next((section for section in document.sections if section.title), None)
    if not document.has_lines or first is None or not is_masthead(first.title or ""):
        return None
    begin, end = first.title_spans[0][0], first.title_spans[-1][1]
    reference = metadata.reference.span if metadata.reference else None
    printed = reference is not None and "\n" in document.text[slice(*reference)]
    return (begin, reference[1] if reference and printed else end)


def without_span(document: Document, aside: Span) -> Document:
    """The document with the paragraphs within a span made furniture, the rest numbered anew."""
    gone = [p for p in document.paragraphs if _within(p, aside)]
    kept = [p for p in document.paragraphs if not _within(p, aside)]
    if not gone or not kept:
        return document
    names = {p.id: f"{document.id}#p{number}" for number, p in enumerate(kept, start=1)}
    in_section: Counter[str | None] = Counter()
    paragraphs: list[Paragraph] = []
    for number, paragraph in enumerate(kept, start=1):
        in_section[paragraph.section] += 1
        name = names[paragraph.id]
        paragraphs.append(
            replace(
                paragraph,
                id=name,
                number=number,
                number_in_section=in_section[paragraph.section],
                sentences=tuple(
                    replace(s, id=f"{name}.s{n}") for n, s in enumerate(paragraph.sentences, 1)
                ),
            )
        )
    footnotes = tuple(
        replace(
            note,
            referred_from=tuple(
                FootnoteReference(names[r.id], r.at) for r in note.referred_from if r.id in names
            ),
        )
        for note in document.footnotes
    )
    spans = [piece for paragraph in gone for piece in paragraph.reading.pieces]
    furniture = tuple(sorted((*document.furniture, *spans)))
    return replace(document, paragraphs=tuple(paragraphs), footnotes=footnotes, furniture=furniture)


def _within(paragraph: Paragraph, span: Span) -> bool:
    pieces = paragraph.reading.pieces
    return span[0] <= pieces[0][0] and pieces[-1][1] <= span[1]
