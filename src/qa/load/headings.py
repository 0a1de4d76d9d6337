"""Paragraphs that turn out to be headings, and headings that are paragraphs: numbered anew."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from itertools import islice
from operator import itemgetter

from qa.document import Document, FootnoteReference, Paragraph, ParagraphKind, Section
from qa.load.structure import number_sentences, references_back
from qa.load.title_readings import read_title, with_own_marks
from qa.reading import Reading
from qa.sentences import split_sentences

_BLANKS = re.compile(r"\s*")


@dataclass
class _Order:
    """Sections in their new order, and every paragraph with the section it stands in."""

    sections: list[Section] = field(default_factory=list)
    paragraphs: list[tuple[Paragraph, str | None]] = field(default_factory=list)


def with_headings(
    document: Document, titles: Set[str], texts: Set[str], kind: ParagraphKind
) -> Document:
    """The document in which these paragraphs are headings and these headings paragraphs.

    A new heading stands a level under the section it was in and lasts to the next one; what
    stood under a heading that is none stands under the one before it. `kind` is that of `texts`.
    A footnote that a new heading refers to is referred to by the paragraph below; what was a
    heading has its references back.
    """
    readings = {
        s.id: reading
        for s in document.sections
        if s.id in texts and (reading := read_title(document, s))
    }
    if not titles and not readings:
        return document
    document, marks = with_own_marks(document, readings)
    order = _order(document, titles, readings, kind, marks)
    used = {section for _, section in order.paragraphs}
    sections = [s for s in order.sections if s.title is not None or s.id in used]
    sections = _closed(document, sections, set(readings))
    names = {s.id: f"{document.id}#sec{number}" for number, s in enumerate(sections, start=1)}
    paragraphs = _numbered(document, order, titles, names)
    if not paragraphs:
        return document
    referred = references_back(paragraphs)
    return replace(
        document,
        sections=tuple(
            replace(s, id=names[s.id], parent=names[s.parent] if s.parent else None)
            for s in sections
        ),
        paragraphs=tuple(paragraphs),
        footnotes=tuple(
            replace(note, referred_from=referred.get(note.id, ())) for note in document.footnotes
        ),
    )


def _order(
    document: Document,
    titles: Set[str],
    readings: dict[str, Reading],
    kind: ParagraphKind,
    marks: Mapping[str, tuple[FootnoteReference, ...]],
) -> _Order:
    order = _Order()
    entries: list[tuple[int, int, Section | Paragraph]] = [
        *((s.title_spans[0][0] if s.title_spans else s.span[0], 0, s) for s in document.sections),
        *((p.reading.pieces[0][0] if p.text else 0, 1, p) for p in document.paragraphs),
    ]
    home: str | None = None  # the section that what comes next stands in
    was: str | None = None  # and the section of the old document that this holds for
    instead: dict[str | None, str | None] = {}  # what stands for a section that is none
    for _, _, entry in sorted(entries, key=lambda entry: entry[:2]):
        if isinstance(entry, Section) and entry.id in readings:
            if home is None:  # text before the first heading
                begin = entry.span[0]
                order.sections.append(Section("first", None, 1, (begin, begin), None))
                home = "first"
            instead[entry.id] = was
            paragraph = _paragraph(document, entry, readings[entry.id], kind)
            paragraph = replace(paragraph, footnotes=marks.get(entry.id, ()))
            order.paragraphs.append((paragraph, home))
        elif isinstance(entry, Section):
            parent = entry.parent
            while parent in readings:
                parent = document.section(parent).parent
            order.sections.append(replace(entry, parent=parent))
            home = was = entry.id
        else:
            own = instead.get(entry.section, entry.section)
            if own != was:
                home = was = own
            if entry.id in titles:
                order.sections.append(_section(document, entry, own))
                home = entry.id
            order.paragraphs.append((entry, home))
    return order


def _paragraph(
    document: Document, section: Section, reading: Reading, kind: ParagraphKind
) -> Paragraph:
    language = document.metadata.language.value if document.metadata.language else "nl"
    pieces = reading.pieces
    lines = document.lines_of((pieces[0][0], pieces[-1][1])) if document.has_lines else None
    return Paragraph(
        id=section.id,
        number=0,
        number_in_section=0,
        section=None,
        kind=kind,
        reading=reading,
        sentences=number_sentences("", split_sentences(reading.text, language)),
        pages=document.pages_of(pieces),
        lines=lines,
    )


def _section(document: Document, paragraph: Paragraph, inside: str | None) -> Section:
    """The section that a paragraph is the heading of; it ends with it until it is closed."""
    around = document.section(inside) if inside else None
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


def _closed(document: Document, sections: list[Section], gone: Set[str]) -> list[Section]:
    """The sections with their ends: new ones last to the next, others over what was joined."""
    old = {s.id: s for s in document.sections}
    joined = sorted(s.span for s in document.sections if s.id in gone)
    closed: list[Section] = []
    for section, after in zip(sections, [*sections[1:], None], strict=True):
        begin, end = section.span
        if section.id not in old or section.title is None:
            around = old.get(section.parent or "")
            end = after.span[0] if after else len(document.text)
            end = min(end, around.span[1]) if around else end
        for span in islice(joined, bisect_left(joined, end, key=itemgetter(0)), None):
            blank = _BLANKS.match(document.text, end)
            if end <= begin or (blank and blank.end() < span[0]):
                break
            end = max(end, span[1]) if span[0] >= end else end
        end = begin + len(document.text[begin:end].rstrip())
        lines = document.lines_of((begin, end)) if document.has_lines and end > begin else None
        closed.append(replace(section, span=(begin, end), lines=lines))
    return closed


def _numbered(
    document: Document, order: _Order, titles: Set[str], names: dict[str, str]
) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    in_section: Counter[str | None] = Counter()
    marks: tuple[FootnoteReference, ...] = ()
    for paragraph, section in order.paragraphs:
        if paragraph.id in titles:
            marks += tuple(replace(mark, at=0) for mark in paragraph.footnotes)
            continue
        in_section[section] += 1
        number = len(paragraphs) + 1
        name = f"{document.id}#p{number}"
        paragraphs.append(
            replace(
                paragraph,
                id=name,
                number=number,
                number_in_section=in_section[section],
                section=names[section] if section else None,
                sentences=number_sentences(name, (s.reading_span for s in paragraph.sentences)),
                footnotes=(*marks, *paragraph.footnotes),
            )
        )
        marks = ()
    return paragraphs
