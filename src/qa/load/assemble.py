"""From a recognised layout to a Document: sections, numbered paragraphs, linked notes."""

from __future__ import annotations

from dataclasses import replace

from qa.document import (
    Document,
    Footnote,
    FootnoteReference,
    Metadata,
    MetadataField,
    Paragraph,
    ParagraphKind,
    Section,
)
from qa.load.blocks import Block, BlockKind
from qa.load.joins import Joiner
from qa.load.lines import Line
from qa.load.marks import Mark
from qa.load.notes import Note
from qa.load.readable import require_words
from qa.load.structure import (
    closing_places,
    number_sentences,
    parent_of,
    references_back,
    untitled_section,
)
from qa.reading import Reading, Span
from qa.sentences import split_sentences

_KINDS = {
    BlockKind.PARAGRAPH: ParagraphKind.BODY,
    BlockKind.LIST_ITEM: ParagraphKind.LIST_ITEM,
    BlockKind.SIGNATURE: ParagraphKind.SIGNATURE,
    BlockKind.TABLE_ROW: ParagraphKind.TABLE_ROW,
}


def assemble(
    bare: Document,
    lines: list[Line],
    blocks: list[Block],
    notes: list[Note],
    marks: list[Mark],
    language: str,
) -> Document:
    """The document `bare` (text, pages, furniture) with its structure filled in.

    Raises AlineaError where its text has no words.
    """
    require_words(bare.text, bare.source)
    joiner = Joiner(bare.text, marks, tuple(page.span[0] for page in bare.pages[1:]))
    numbers = {id(note): number for number, note in enumerate(notes, start=1)}
    note_ids = {mark.span: f"{bare.id}#fn{numbers[id(mark.note)]}" for mark in marks}
    sections: dict[str, Section] = {}
    current: Section | None = None
    paragraphs: list[Paragraph] = []
    number_in_section = 0
    for block in blocks:
        reading = joiner.join([line.span for line in block.lines])
        if block.kind is BlockKind.HEADING:
            current = _open_section(bare, sections, current, block, reading)
            sections[current.id] = current
            number_in_section = 0
            continue
        if current is None:
            begin = reading.pieces[0][0]
            current = untitled_section(bare.id, (begin, begin))
            sections[current.id] = current
        number_in_section += 1
        number = len(paragraphs) + 1
        paragraph_id = f"{bare.id}#p{number}"
        paragraphs.append(
            Paragraph(
                id=paragraph_id,
                number=number,
                number_in_section=number_in_section,
                section=current.id,
                kind=_KINDS[block.kind],
                reading=reading,
                sentences=number_sentences(paragraph_id, _sentences(reading, block.kind, language)),
                footnotes=_references(reading, note_ids),
                pages=bare.pages_of(reading.pieces),
                lines=_lines(bare, reading.pieces),
                context=block.context,
            )
        )
    return replace(
        bare,
        metadata=Metadata(language=MetadataField(language, None, "detected")),
        sections=_close_sections(bare, list(sections.values())),
        paragraphs=tuple(paragraphs),
        footnotes=_footnotes(bare, lines, notes, joiner, paragraphs),
    )


def _lines(document: Document, spans: tuple[Span, ...]) -> Span:
    """First and last line from the first span to the last."""
    return document.lines_of((spans[0][0], spans[-1][1]))


def _sentences(reading: Reading, kind: BlockKind, language: str) -> tuple[Span, ...]:
    """The sentences of a paragraph; a signature or a table row is read as one."""
    if kind in (BlockKind.SIGNATURE, BlockKind.TABLE_ROW):
        return ((0, len(reading.text)),)
    return split_sentences(reading.text, language)


def _references(reading: Reading, note_ids: dict[Span, str]) -> tuple[FootnoteReference, ...]:
    return tuple(
        FootnoteReference(note_ids[step.source], step.target[0])
        for step in reading.steps
        if step.source in note_ids
    )


def _open_section(
    document: Document,
    sections: dict[str, Section],
    before: Section | None,
    block: Block,
    reading: Reading,
) -> Section:
    parent = parent_of(sections, before, block.level)
    begin = reading.pieces[0][0]
    return Section(
        id=f"{document.id}#sec{len(sections) + 1}",
        title=reading.text,
        level=block.level,
        span=(begin, begin),
        lines=None,
        parent=parent.id if parent else None,
        title_spans=tuple(sorted((*reading.pieces, *reading.marks))),  # a mark is part of it
    )


def _close_sections(document: Document, sections: list[Section]) -> tuple[Section, ...]:
    """Give each section its end: the next heading of its level or above."""
    closed: list[Section] = []
    starts = [(section.span[0], section.level) for section in sections]
    ends = closing_places(sections, starts, len(document.text))
    for section, end in zip(sections, ends, strict=True):
        end = section.span[0] + len(document.text[section.span[0] : end].rstrip())
        span = (section.span[0], end)
        closed.append(replace(section, span=span, lines=document.lines_of(span)))
    return tuple(closed)


def _footnotes(
    document: Document,
    lines: list[Line],
    notes: list[Note],
    joiner: Joiner,
    paragraphs: list[Paragraph],
) -> tuple[Footnote, ...]:
    referred = references_back(paragraphs)
    footnotes: list[Footnote] = []
    for index, note in enumerate(notes, start=1):
        note_id = f"{document.id}#fn{index}"
        spans = [lines[i].span for i in note.lines]
        reading = joiner.join([(note.body_start, spans[0][1]), *spans[1:]])
        extent = (note.label, *reading.pieces)
        footnotes.append(
            Footnote(
                id=note_id,
                marker=note.marker,
                reading=reading,
                label_span=note.label,
                referred_from=referred.get(note_id, ()),
                pages=document.pages_of(extent),
                lines=_lines(document, extent),
            )
        )
    return tuple(footnotes)
