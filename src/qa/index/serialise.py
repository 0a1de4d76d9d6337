"""Documents as JSON and back, without losing an offset."""

from __future__ import annotations

from typing import Any

from qa.boxes import LineBox
from qa.document import (
    Document,
    Footnote,
    FootnoteReference,
    Metadata,
    MetadataField,
    Page,
    Paragraph,
    ParagraphKind,
    Section,
    Sentence,
)
from qa.reading import Op, Reading, Span, Step

_OPS = list(Op)


def document_to_dict(document: Document) -> dict[str, Any]:
    """Everything of a document, as JSON holds it."""
    return {
        "id": document.id,
        "source": document.source,
        "sha256": document.sha256,
        "text": document.text,
        "loader": document.loader,
        "encoding": document.encoding,
        "metadata": {
            name: [field.value, field.span, field.origin]
            for name in Metadata.__dataclass_fields__
            if (field := getattr(document.metadata, name)) is not None
        },
        "pages": [[page.page, page.span, page.label, page.picture] for page in document.pages],
        "sections": [
            [s.id, s.title, s.level, s.span, s.lines, s.parent, s.title_spans]
            for s in document.sections
        ],
        "paragraphs": [_paragraph_to_list(paragraph) for paragraph in document.paragraphs],
        "footnotes": [_footnote_to_list(note) for note in document.footnotes],
        "furniture": document.furniture,
        "line_boxes": [
            [line.span, line.page, line.top, line.bottom, line.lefts, line.rights]
            for line in document.line_boxes
        ],
        "has_lines": document.has_lines,
    }


def document_from_dict(values: dict[str, Any]) -> Document:
    """The document that `document_to_dict` wrote; KeyError or ValueError if it is another."""
    return Document(
        id=values["id"],
        source=values["source"],
        sha256=values["sha256"],
        text=values["text"],
        loader=values["loader"],
        encoding=values["encoding"],
        metadata=Metadata(
            **{
                name: MetadataField(value, _span(span), origin)
                for name, (value, span, origin) in values["metadata"].items()
            }
        ),
        pages=tuple(Page(page, _pair(span), *rest) for page, span, *rest in values["pages"]),
        sections=tuple(
            Section(id_, title, level, _pair(span), _span(lines), parent, _spans(titles))
            for id_, title, level, span, lines, parent, titles in values["sections"]
        ),
        paragraphs=tuple(_paragraph_from_list(row) for row in values["paragraphs"]),
        footnotes=tuple(_footnote_from_list(row) for row in values["footnotes"]),
        furniture=_spans(values["furniture"]),
        line_boxes=tuple(
            LineBox(_pair(span), page, top, bottom, tuple(lefts), tuple(rights))
            for span, page, top, bottom, lefts, rights in values["line_boxes"]
        ),
        has_lines=values["has_lines"],
    )


def _paragraph_to_list(paragraph: Paragraph) -> list[Any]:
    return [
        paragraph.id,
        paragraph.number,
        paragraph.number_in_section,
        paragraph.section,
        paragraph.kind,
        _reading_to_list(paragraph.reading),
        [[sentence.id, sentence.reading_span] for sentence in paragraph.sentences],
        [[reference.id, reference.at] for reference in paragraph.footnotes],
        paragraph.pages,
        paragraph.lines,
        paragraph.locator,
        paragraph.context,
    ]


def _paragraph_from_list(row: list[Any]) -> Paragraph:
    id_, number, in_section, section, kind, reading, sentences, notes, *place, context = row
    pages, lines, locator = place
    return Paragraph(
        id=id_,
        number=number,
        number_in_section=in_section,
        section=section,
        kind=ParagraphKind(kind),
        reading=_reading_from_list(reading),
        sentences=tuple(Sentence(sentence, _pair(span)) for sentence, span in sentences),
        footnotes=tuple(FootnoteReference(note, at) for note, at in notes),
        pages=tuple(pages),
        lines=_span(lines),
        locator=locator,
        context=context,
    )


def _footnote_to_list(note: Footnote) -> list[Any]:
    return [
        note.id,
        note.marker,
        _reading_to_list(note.reading),
        note.label_span,
        [[reference.id, reference.at] for reference in note.referred_from],
        note.pages,
        note.lines,
        note.locator,
    ]


def _footnote_from_list(row: list[Any]) -> Footnote:
    id_, marker, reading, label, referred, pages, lines, locator = row
    return Footnote(
        id=id_,
        marker=marker,
        reading=_reading_from_list(reading),
        label_span=_pair(label),
        referred_from=tuple(FootnoteReference(unit, at) for unit, at in referred),
        pages=tuple(pages),
        lines=_span(lines),
        locator=locator,
    )


def _reading_to_list(reading: Reading) -> list[Any]:
    steps = [[_OPS.index(step.op), *step.source, *step.target] for step in reading.steps]
    return [reading.text, steps, reading.cuts]


def _reading_from_list(row: list[Any]) -> Reading:
    text, steps, cuts = row
    return Reading(
        text, tuple(Step(_OPS[op], (a, b), (c, d)) for op, a, b, c, d in steps), tuple(cuts)
    )


def _pair(values: list[int]) -> Span:
    start, end = values
    return start, end


def _span(values: list[int] | None) -> Span | None:
    return None if values is None else _pair(values)


def _spans(rows: list[list[int]]) -> tuple[Span, ...]:
    return tuple(_pair(row) for row in rows)
