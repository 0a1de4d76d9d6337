"""From the elements of a marked-up file (DOCX, HTML, XML, Markdown) to a Document.

A loader says what each element is, in reading order; this makes `Document.text` of them, one
element a line, with sections, numbered paragraphs and linked notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from qa.document import (
    Document,
    Footnote,
    FootnoteReference,
    Metadata,
    MetadataField,
    Paragraph,
    ParagraphKind,
    Section,
    Sentence,
)
from qa.errors import AlineaError
from qa.lang import detect_language
from qa.load.elements import Element, ElementKind
from qa.reading import Op, Reading, ReadingBuilder, Span
from qa.sentences import split_sentences

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Laid:
    """An element with its reading, its span in the text, and its marks: name and offset."""

    element: Element
    reading: Reading
    span: Span
    label: Span
    marks: tuple[tuple[str, int], ...]


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

    Elements without a visible character are passed over, and a mark of a note that is not there
    refers to nothing. Raises AlineaError where no paragraph is left.
    """
    kept = [e for e in elements if any(run.text.strip() for run in e.runs)]
    text = "\n".join(_line(element) for element in kept)
    language = detect_language(text)
    laid: list[_Laid] = []
    start = 0
    for element in kept:
        laid.append(_lay(element, text, start))
        start = laid[-1].span[1] + 1
    names = [item.element.note for item in laid if item.element.kind is ElementKind.NOTE]
    ids = {name: f"{doc_id}#fn{number}" for number, name in enumerate(names, start=1)}
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
        footnotes=_footnotes(laid, ids, paragraphs),
        furniture=tuple(i.span for i in laid if i.element.kind is ElementKind.FURNITURE),
    )


def _line(element: Element) -> str:
    """The element's characters on one line: line breaks within it become blanks."""
    characters = "".join(run.text for run in element.runs)
    return re.sub(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]", " ", characters)


def _lay(element: Element, text: str, start: int) -> _Laid:
    """The reading of an element whose line begins at `start`."""
    builder = ReadingBuilder(text)
    position, label, marks = start, (start, start), []
    runs = list(element.runs)
    if element.labelled:
        position += len(runs.pop(0).text)
        label = _trimmed(text, (start, position))
    ends = position + sum(len(run.text) for run in runs)
    line = _trimmed(text, (position, ends))
    for run in runs:
        begin, position = position, position + len(run.text)
        if run.note is None:
            _copy(builder, text, (max(begin, line[0]), min(position, line[1])))
            continue
        marks.append((run.note, builder.length))
        if run.text:
            after = text[position : position + 1]
            touching = position < line[1] and (after.isalnum() or after in "«“‘([")
            builder.add(Op.MARK, (begin, position), space=touching)
    return _Laid(element, builder.build(), (start, ends), label, tuple(marks))


def _trimmed(text: str, span: Span) -> Span:
    """The span without blanks at its ends."""
    inside = text[slice(*span)]
    begin = span[0] + len(inside) - len(inside.lstrip())
    return begin, max(begin, span[0] + len(inside.rstrip()))


def _copy(builder: ReadingBuilder, text: str, span: Span) -> None:
    position, end = span
    for match in _BLANKS.finditer(text, position, end):
        if match.group() == " ":
            continue
        builder.add(Op.COPY, (position, match.start()))
        builder.add(Op.SPACE, match.span(), space=True)
        position = match.end()
    if position < end:
        builder.add(Op.COPY, (position, end))


def _structure(
    doc_id: str, laid: list[_Laid], ids: dict[str, str], language: str, end: int
) -> tuple[list[Section], list[Paragraph]]:
    sections: list[Section] = []
    paragraphs: list[Paragraph] = []
    in_section = 0
    for item in laid:
        element, reading = item.element, item.reading
        if element.kind in (ElementKind.NOTE, ElementKind.FURNITURE):
            continue
        if element.kind is ElementKind.HEADING:
            sections.append(_section(doc_id, sections, item))
            in_section = 0
            continue
        if not sections:  # text before the first heading
            sections.append(Section(f"{doc_id}#sec1", None, 1, item.span, None))
        in_section += 1
        number = len(paragraphs) + 1
        paragraph_id = f"{doc_id}#p{number}"
        whole = element.kind in (ElementKind.TABLE_ROW, ElementKind.SIGNATURE)
        spans = ((0, len(reading.text)),) if whole else split_sentences(reading.text, language)
        paragraphs.append(
            Paragraph(
                id=paragraph_id,
                number=number,
                number_in_section=in_section,
                section=sections[-1].id,
                kind=ParagraphKind(element.kind.value),
                reading=reading,
                sentences=tuple(
                    Sentence(f"{paragraph_id}.s{n}", s) for n, s in enumerate(spans, 1)
                ),
                footnotes=tuple(
                    FootnoteReference(ids[name], at) for name, at in item.marks if name in ids
                ),
                locator=element.locator,
                context=element.context,
            )
        )
    return _closed(sections, end), paragraphs


def _section(doc_id: str, sections: list[Section], item: _Laid) -> Section:
    level = item.element.level
    parent = sections[-1] if sections and sections[-1].title is not None else None
    while parent and parent.level >= level:
        parent = next((s for s in sections if s.id == parent.parent), None)
    return Section(
        id=f"{doc_id}#sec{len(sections) + 1}",
        title=item.reading.text,
        level=level,
        span=item.span,
        lines=None,
        parent=parent.id if parent else None,
        title_spans=tuple(sorted((*item.reading.pieces, *item.reading.marks))),
    )


def _closed(sections: list[Section], end: int) -> list[Section]:
    """The sections, each up to the next heading of its level or above."""
    closed: list[Section] = []
    for index, section in enumerate(sections):
        later = (s.span[0] - 1 for s in sections[index + 1 :] if s.level <= section.level)
        closed.append(replace(section, span=(section.span[0], next(later, end))))
    return closed


def _footnotes(
    laid: list[_Laid], ids: dict[str, str], paragraphs: list[Paragraph]
) -> tuple[Footnote, ...]:
    referred: dict[str, list[FootnoteReference]] = {}
    for paragraph in paragraphs:
        for reference in paragraph.footnotes:
            referred.setdefault(reference.id, []).append(
                FootnoteReference(paragraph.id, reference.at)
            )
    return tuple(
        Footnote(
            id=ids[item.element.note],
            marker=item.element.marker,
            reading=item.reading,
            label_span=item.label,
            referred_from=tuple(referred.get(ids[item.element.note], ())),
            locator=item.element.locator,
        )
        for item in laid
        if item.element.kind is ElementKind.NOTE
    )
