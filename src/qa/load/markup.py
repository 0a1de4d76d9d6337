"""From the elements of a marked-up file (DOCX, HTML, XML, Markdown) to a Document.

A loader says what each element is, in reading order; this makes `Document.text` of them, one
element a line, with sections, numbered paragraphs and linked notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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
from qa.errors import AlineaError
from qa.lang import detect_language
from qa.load.elements import Element, ElementKind
from qa.load.laid import LaidElement, clean, lay
from qa.load.structure import (
    closing_places,
    enclosing,
    number_sentences,
    parent_of,
    references_back,
    untitled_section,
)
from qa.sentences import split_sentences


def make_document(
    elements: Iterable[Element],
    *,
    doc_id: str,
    source: str,
    sha256: str,
    loader: str,
    metadata: Metadata | None = None,
) -> Document:
    """The Document of a file's elements.

    Characters that are never shown are left out; an element without any other is passed over,
    and one that holds only marks is furniture. A mark of a note that is not there refers to
    nothing. Raises AlineaError where no paragraph is left.
    """
    kept = [e for e in map(clean, elements) if e is not None]
    text = "\n".join("".join(run.text for run in element.runs) for element in kept)
    language = detect_language(text)
    laid: list[LaidElement] = []
    start = 0
    for element in kept:
        laid.append(lay(element, text, start))
        start = laid[-1].span[1] + 1
    notes = [item for item in laid if item.element.kind is ElementKind.NOTE]
    ids: dict[str, str] = {}
    for number, item in enumerate(notes, start=1):
        ids.setdefault(item.element.note, f"{doc_id}#fn{number}")
    sections, paragraphs = _structure(doc_id, laid, ids, language, len(text))
    if not paragraphs:
        raise AlineaError(
            "no_paragraph",
            f"{source} holds no paragraph of text, so there is nothing to index in it.",
        )
    fields = metadata or Metadata()
    if fields.language is None:
        fields = replace(fields, language=MetadataField(language, None, "detected"))
    return Document(
        id=doc_id,
        source=source,
        sha256=sha256,
        text=text,
        loader=loader,
        has_lines=False,
        metadata=fields,
        sections=tuple(sections),
        paragraphs=tuple(paragraphs),
        footnotes=_footnotes(doc_id, notes, paragraphs),
        furniture=tuple(i.span for i in laid if i.element.kind is ElementKind.FURNITURE),
    )


def _structure(
    doc_id: str, laid: list[LaidElement], ids: dict[str, str], language: str, end: int
) -> tuple[list[Section], list[Paragraph]]:
    sections: dict[str, Section] = {}
    paragraphs: list[Paragraph] = []
    in_section: Counter[str] = Counter()
    current: Section | None = None
    ends: list[tuple[int, int]] = []  # where sections of a level and deeper ones end
    above: list[tuple[str, int]] = []  # marks in headings and column heads: the next one's
    for item in laid:
        element, reading = item.element, item.reading
        if element.kind is ElementKind.NOTE:
            continue
        if element.kind in (ElementKind.HEADING, ElementKind.FURNITURE):
            above += [(name, 0) for name, _ in item.marks]
        if element.kind is ElementKind.FURNITURE:
            continue
        if element.kind is ElementKind.HEADING:
            current = _section(doc_id, sections, current, item)
            sections[current.id] = current
            ends.append((item.span[0], current.level))
            continue
        if current is None:
            current = untitled_section(doc_id, item.span)
            sections[current.id] = current
        if element.within is not None and current.level > element.within:
            current = enclosing(sections, current, element.within) or current
            ends.append((item.span[0], element.within + 1))
        in_section[current.id] += 1
        number = len(paragraphs) + 1
        paragraph_id = f"{doc_id}#p{number}"
        whole = element.kind in (ElementKind.TABLE_ROW, ElementKind.SIGNATURE)
        spans = ((0, len(reading.text)),) if whole else split_sentences(reading.text, language)
        paragraphs.append(
            Paragraph(
                id=paragraph_id,
                number=number,
                number_in_section=in_section[current.id],
                section=current.id,
                kind=ParagraphKind(element.kind.value),
                reading=reading,
                sentences=number_sentences(paragraph_id, spans),
                footnotes=tuple(
                    FootnoteReference(ids[name], at)
                    for name, at in (*above, *item.marks)
                    if name in ids
                ),
                locator=element.locator,
                context=element.context,
            )
        )
        above = []
    return _closed(list(sections.values()), ends, end), paragraphs


def _section(
    doc_id: str, sections: dict[str, Section], before: Section | None, item: LaidElement
) -> Section:
    level = item.element.level
    parent = parent_of(sections, before, level)
    return Section(
        id=f"{doc_id}#sec{len(sections) + 1}",
        title=item.reading.text,
        level=level,
        span=item.span,
        lines=None,
        parent=parent.id if parent else None,
        title_spans=tuple(sorted((*item.reading.pieces, *item.reading.marks))),
    )


def _closed(sections: list[Section], ends: list[tuple[int, int]], end: int) -> list[Section]:
    """The sections, each up to where one of its level or above begins or goes on."""
    places = closing_places(sections, ends, end + 1)  # a line feed before each but the end
    return [
        replace(section, span=(section.span[0], place - 1))
        for section, place in zip(sections, places, strict=True)
    ]


def _footnotes(
    doc_id: str, notes: list[LaidElement], paragraphs: list[Paragraph]
) -> tuple[Footnote, ...]:
    referred = references_back(paragraphs)
    return tuple(
        Footnote(
            id=f"{doc_id}#fn{number}",
            marker=item.element.marker,
            reading=item.reading,
            label_span=item.label,
            referred_from=referred.get(f"{doc_id}#fn{number}", ()),
            locator=item.element.locator,
        )
        for number, item in enumerate(notes, start=1)
    )
