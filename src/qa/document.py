"""The text model: a document is one unchanged string and views on it with offsets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from qa.reading import Reading, Span


class ParagraphKind(StrEnum):
    """What a paragraph is in its document."""

    BODY = "body"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    SIGNATURE = "signature"


class Role(StrEnum):
    """The part that a code point of the source plays; every one has exactly one."""

    BODY = "body"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    MARK = "mark"
    FURNITURE = "furniture"
    WHITE_SPACE = "white space"


@dataclass(frozen=True, slots=True)
class Page:
    """A physical page, 1-based; `label` is the printed number where one is known."""

    page: int
    span: Span
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, subsections included.

    `title` is None for text before the first heading. `title_spans` are the source
    spans of the heading itself, `lines` its first and last line (null without lines).
    """

    id: str
    title: str | None
    level: int
    span: Span
    lines: Span | None
    parent: str | None = None
    title_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph: a span of the paragraph's reading text."""

    id: str
    reading_span: Span


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """A footnote referred to (`id`) at an offset of a reading text (`at`)."""

    id: str
    at: int


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, numbered in the document and in its section, both from 1."""

    id: str
    number: int
    number_in_section: int
    section: str | None
    kind: ParagraphKind
    reading: Reading
    sentences: tuple[Sentence, ...]
    footnotes: tuple[FootnoteReference, ...] = ()
    pages: tuple[int, ...] = ()
    lines: Span | None = None

    @property
    def text(self) -> str:
        """The reading text."""
        return self.reading.text


@dataclass(frozen=True)
class Footnote:
    """A footnote or endnote, with the paragraphs that refer to it (`at`: reading offset)."""

    id: str
    marker: str
    reading: Reading
    label_span: Span
    referred_from: tuple[FootnoteReference, ...] = ()
    pages: tuple[int, ...] = ()
    lines: Span | None = None

    @property
    def text(self) -> str:
        """The reading text, without the marker."""
        return self.reading.text


@dataclass(frozen=True, slots=True)
class MetadataField:
    """A value and where it was read: a span of the source, or None with `origin` "sidecar"."""

    value: str
    span: Span | None
    origin: str = "document"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document itself. Absent is None; nothing is guessed."""

    title: MetadataField | None = None
    date: MetadataField | None = None
    sender: MetadataField | None = None
    signatory: MetadataField | None = None
    recipient: MetadataField | None = None
    reference: MetadataField | None = None
    language: MetadataField | None = None
    provenance: MetadataField | None = None


@dataclass(frozen=True)
class Document:
    """A source text that never changes, and everything recognised in it.

    `text` is made once by the loader named in `loader` ("text/1"); `sha256` is that of
    the file's bytes. All offsets are code points into `text`.
    """

    id: str
    source: str
    sha256: str
    text: str
    loader: str
    encoding: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    pages: tuple[Page, ...] = ()
    sections: tuple[Section, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    furniture: tuple[Span, ...] = ()

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {section.id: section for section in self.sections}

    @cached_property
    def _units(self) -> dict[str, Paragraph | Footnote]:
        units: dict[str, Paragraph | Footnote] = {p.id: p for p in self.paragraphs}
        units.update({note.id: note for note in self.footnotes})
        return units

    def unit(self, unit_id: str) -> Paragraph | Footnote:
        """The paragraph or footnote with this id; KeyError if there is none."""
        return self._units[unit_id]

    def section(self, section_id: str) -> Section:
        """The section with this id; KeyError if there is none."""
        return self._sections[section_id]

    def section_path(self, section_id: str | None) -> tuple[str, ...]:
        """Titles from the outermost section down to this one."""
        titles: list[str] = []
        while section_id is not None:
            section = self._sections[section_id]
            if section.title is not None:
                titles.append(section.title)
            section_id = section.parent
        return tuple(reversed(titles))

    def lines_of(self, span: Span) -> Span:
        """First and last line (1-based, inclusive) that a non-empty source span touches."""
        first = self.text.count("\n", 0, span[0]) + 1
        return first, first + self.text.count("\n", span[0], max(span[1] - 1, span[0]))

    def pages_of(self, spans: tuple[Span, ...]) -> tuple[int, ...]:
        """Pages that source spans touch, ascending; empty where pages are unknown."""
        return tuple(
            page.page
            for page in self.pages
            if any(start < page.span[1] and end > page.span[0] for start, end in spans)
        )


def _assigned(document: Document) -> Iterator[tuple[Span, Role]]:
    """The spans that something was made of, each with its role."""
    for section in document.sections:
        yield from ((span, Role.HEADING) for span in section.title_spans)
    for paragraph in document.paragraphs:
        yield from ((span, Role.BODY) for span in paragraph.reading.pieces)
        yield from ((span, Role.MARK) for span in paragraph.reading.marks)
    for note in document.footnotes:
        yield from ((span, Role.FOOTNOTE) for span in (note.label_span, *note.reading.pieces))
    yield from ((span, Role.FURNITURE) for span in document.furniture)


def ledger(document: Document) -> list[tuple[Span, Role]]:
    """Runs of equal role that cover the source text from end to end, without overlap.

    White space is white space wherever it stands. Raises ValueError if a character
    other than white space has no role or two.
    """
    roles: list[Role | None] = [
        Role.WHITE_SPACE if char.isspace() or char in "\ufeff\x00" else None
        for char in document.text
    ]
    for (start, end), role in _assigned(document):
        for offset in range(start, end):
            if roles[offset] is None:
                roles[offset] = role
            elif roles[offset] is not Role.WHITE_SPACE:
                raise ValueError(f"offset {offset} is {roles[offset]} and {role}")
    runs: list[tuple[Span, Role]] = []
    for offset, found in enumerate(roles):
        if found is None:
            raise ValueError(f"offset {offset} ({document.text[offset]!r}) has no role")
        if runs and runs[-1][1] is found:
            runs[-1] = ((runs[-1][0][0], offset + 1), found)
        else:
            runs.append(((offset, offset + 1), found))
    return runs
