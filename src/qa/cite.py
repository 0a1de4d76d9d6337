"""Citations: where a passage stands, from the offsets that its document keeps."""

from __future__ import annotations

from qa.document import Document, Footnote, Paragraph
from qa.passages import SectionPassage, referring_paragraph
from qa.reading import Span
from qa.result import AlsoIn, Citation, CitedFootnote


def cite(document: Document, unit_id: str, also_in: tuple[AlsoIn, ...] = ()) -> Citation:
    """The citation of a paragraph or footnote."""
    unit = document.unit(unit_id)
    if isinstance(unit, Paragraph):
        paragraph: Paragraph | None = unit
        notes = tuple(cite_footnote(document, reference.id) for reference in unit.footnotes)
    else:
        paragraph, notes = referring_paragraph(document, unit), ()
    return Citation(
        document=document.id,
        title=_title(document),
        kind="paragraph" if isinstance(unit, Paragraph) else "footnote",
        id=unit.id,
        section=document.section_path(paragraph.section) if paragraph else (),
        paragraph=paragraph.number if paragraph else None,
        paragraph_in_section=paragraph.number_in_section if paragraph else None,
        pages=unit.pages or None,
        page_labels=_labels(document, unit.pages),
        lines=unit.lines,
        source_spans=unit.reading.pieces,
        locator=unit.locator,
        boxes=document.boxes_of(unit.reading.pieces) or None,
        paragraph_text=unit.text,
        footnotes=notes,
        also_in=also_in,
    )


def cite_section(document: Document, section: SectionPassage) -> Citation:
    """The citation of a whole section; its text is that of its paragraphs."""
    members = [document.unit(member) for member in section.members]
    spans = tuple(span for member in members for span in member.reading.pieces)
    pages = document.pages_of(spans)
    return Citation(
        document=document.id,
        title=_title(document),
        kind="section",
        id=section.id,
        section=document.section_path(section.id),
        paragraph=None,
        paragraph_in_section=None,
        pages=pages or None,
        page_labels=_labels(document, pages),
        lines=document.section(section.id).lines,
        source_spans=spans,
        locator=None,
        boxes=document.boxes_of(spans) or None,
        paragraph_text=section.text,
        footnotes=tuple(
            cite_footnote(document, reference.id)
            for member in members
            if isinstance(member, Paragraph)
            for reference in member.footnotes
        ),
    )


def cite_footnote(document: Document, note_id: str) -> CitedFootnote:
    """A footnote as it comes along with the paragraph that refers to it."""
    note = document.unit(note_id)
    assert isinstance(note, Footnote)  # ids of notes come from the document itself
    return CitedFootnote(
        id=note.id,
        marker=note.marker,
        text=note.text,
        pages=note.pages or None,
        lines=note.lines,
        source_spans=note.reading.pieces,
    )


def place(
    document: Document, spans: tuple[Span, ...]
) -> tuple[Span | None, tuple[int, ...] | None]:
    """Lines and pages of source spans, None where the document does not tell."""
    known = bool(spans) and document.has_lines
    lines = document.lines_of((spans[0][0], spans[-1][1])) if known else None
    return lines, document.pages_of(spans) or None


def _title(document: Document) -> str | None:
    return document.metadata.title.value if document.metadata.title else None


def _labels(document: Document, pages: tuple[int, ...]) -> tuple[str, ...] | None:
    labels = {page.page: page.label for page in document.pages}
    found = [labels.get(page) for page in pages]
    return tuple(str(label) for label in found) if found and all(found) else None
