"""From the elements of a marked-up file (DOCX, HTML, XML, Markdown) to a Document.

A loader says what each element is, in reading order; this makes `Document.text` of them, one
element a line, with sections, numbered paragraphs and linked notes.
"""

from __future__ import annotations

import re
from collections import Counter
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
from qa.load.elements import Element, ElementKind, Run
from qa.reading import Op, Reading, ReadingBuilder, Span
from qa.sentences import split_sentences

_BLANKS = re.compile(r"\s+")
_LINE_BREAKS = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
# Never shown: controls, soft hyphens, zero-width spaces, marks of direction and of byte order.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_SURROGATES = re.compile(r"[\ud800-\udfff]")


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

    Characters that are never shown are left out; an element without any other is passed over,
    and one that holds only marks is furniture. A mark of a note that is not there refers to
    nothing. Raises AlineaError where no paragraph is left.
    """
    kept = [clean for clean in map(_clean, elements) if clean is not None]
    text = "\n".join("".join(run.text for run in element.runs) for element in kept)
    language = detect_language(text)
    laid: list[_Laid] = []
    start = 0
    for element in kept:
        laid.append(_lay(element, text, start))
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


def _clean(element: Element) -> Element | None:
    """The element on one line, of runs with characters or a mark; None if it shows nothing."""
    runs = [Run(_shown(run.text), run.note) for run in element.runs]
    if element.kind is ElementKind.NOTE:  # what it calls another note by is part of its text
        runs = [Run(run.text) for run in runs]
    if not any(run.text.strip() for run in runs):
        return None
    body = runs[1:] if element.labelled else runs
    if not any(run.text.strip() for run in body if run.note is None):
        return replace(element, kind=ElementKind.FURNITURE, runs=tuple(runs), labelled=False)
    joined: list[Run] = []
    for run in body:
        if joined and run.note is None is joined[-1].note:
            joined[-1] = Run(joined[-1].text + run.text)
        else:
            joined.append(run)
    return replace(element, runs=(*(runs[:1] if element.labelled else ()), *joined))


def _shown(characters: str) -> str:
    line = _UNSEEN.sub("", _LINE_BREAKS.sub(" ", characters))
    return _SURROGATES.sub("\ufffd", line)


def _lay(element: Element, text: str, start: int) -> _Laid:
    """The reading of an element whose line begins at `start`."""
    builder = ReadingBuilder(text)
    position, label, marks = start, (start, start), []
    runs = list(element.runs)
    if element.labelled:
        position += len(runs.pop(0).text)
        label = _trimmed(text, (start, position))
    line = _line(runs, text, position)
    blank = False  # whether the reading ends with a blank
    for run in runs:
        begin, position = position, position + len(run.text)
        if run.note is None:
            copied = (max(begin, line[0]), min(position, line[1]))
            _copy(builder, text, copied, after_blank=blank)
            blank = copied[0] < copied[1] and text[copied[1] - 1].isspace()
            continue
        marks.append((run.note, builder.length))
        if run.text:
            after = text[position : position + 1]
            touching = position < line[1] and (after.isalnum() or after in "«“‘([")
            space = touching and builder.length > 0 and not blank
            builder.add(Op.MARK, (begin, position), space=space)
            blank = blank or space
    return _Laid(element, builder.build(), (start, position), label, tuple(marks))


def _line(runs: list[Run], text: str, position: int) -> Span:
    """From the first to the last visible character that is not a mark's."""
    ends: list[int] = []
    for run in runs:
        span = _trimmed(text, (position, position + len(run.text)))
        if run.note is None and span[0] < span[1]:
            ends += span
        position += len(run.text)
    return (ends[0], ends[-1]) if ends else (position, position)


def _trimmed(text: str, span: Span) -> Span:
    """The span without blanks at its ends."""
    inside = text[slice(*span)]
    begin = span[0] + len(inside) - len(inside.lstrip())
    return begin, max(begin, span[0] + len(inside.rstrip()))


def _copy(builder: ReadingBuilder, text: str, span: Span, *, after_blank: bool) -> None:
    """Copy a span, each run of blanks as one; none where the reading has just had one."""
    position, end = span
    for match in _BLANKS.finditer(text, position, end):
        again = after_blank and match.start() == span[0]
        if match.group() == " " and not again:
            continue
        builder.add(Op.COPY, (position, match.start()))
        builder.add(Op.SPACE, match.span(), space=not again)
        position = match.end()
    if position < end:
        builder.add(Op.COPY, (position, end))


def _structure(
    doc_id: str, laid: list[_Laid], ids: dict[str, str], language: str, end: int
) -> tuple[list[Section], list[Paragraph]]:
    sections: list[Section] = []
    paragraphs: list[Paragraph] = []
    in_section: Counter[str] = Counter()
    current: Section | None = None
    ends: list[tuple[int, int]] = []  # where sections of a level and deeper ones end
    for item in laid:
        element, reading = item.element, item.reading
        if element.kind in (ElementKind.NOTE, ElementKind.FURNITURE):
            continue
        if element.kind is ElementKind.HEADING:
            current = _section(doc_id, sections, current, item)
            sections.append(current)
            ends.append((item.span[0], current.level))
            continue
        if current is None:  # text before the first heading
            current = Section(f"{doc_id}#sec1", None, 1, item.span, None)
            sections.append(current)
        if element.within is not None and current.level > element.within:
            current = _enclosing(sections, current, element.within) or current
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
                sentences=tuple(
                    Sentence(f"{paragraph_id}.s{n}", s) for n, s in enumerate(spans, 1)
                ),
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
    return _closed(sections, ends, end), paragraphs


def _enclosing(sections: list[Section], section: Section, level: int) -> Section | None:
    """The section itself or the nearest around it that is not deeper than a level."""
    found: Section | None = section
    while found and found.level > level:
        found = next((s for s in sections if s.id == found.parent), None)
    return found


def _section(doc_id: str, sections: list[Section], before: Section | None, item: _Laid) -> Section:
    level = item.element.level
    titled = before is not None and before.title is not None
    parent = _enclosing(sections, before, level - 1) if before and titled else None
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
    closed: list[Section] = []
    for section in sections:
        begin, level = section.span[0], section.level
        later = (at - 1 for at, ending in ends if at > begin and ending <= level)
        closed.append(replace(section, span=(begin, next(later, end))))
    return closed


def _footnotes(
    doc_id: str, notes: list[_Laid], paragraphs: list[Paragraph]
) -> tuple[Footnote, ...]:
    referred: dict[str, list[FootnoteReference]] = {}
    for paragraph in paragraphs:
        for reference in paragraph.footnotes:
            referred.setdefault(reference.id, []).append(
                FootnoteReference(paragraph.id, reference.at)
            )
    return tuple(
        Footnote(
            id=f"{doc_id}#fn{number}",
            marker=item.element.marker,
            reading=item.reading,
            label_span=item.label,
            referred_from=tuple(referred.get(f"{doc_id}#fn{number}", ())),
            locator=item.element.locator,
        )
        for number, item in enumerate(notes, start=1)
    )
