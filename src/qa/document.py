"""The text model: a document is one unchanged string and views on it with offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from qa.boxes import Box, LineBox
from qa.reading import Reading, Span

BETWEEN_HEADS = " · "  # column heads, in the context of a table's row


class ParagraphKind(StrEnum):
    """What a paragraph is in its document."""

    BODY = "body"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    SIGNATURE = "signature"
    QUESTION = "question"  # put to the writer, who answers it below: found, never an answer


@dataclass(frozen=True, slots=True)
class Page:
    """A physical page, 1-based; `label` is the printed number where one is known.

    Of a page that is a `picture`, such as a scan, no text is known.
    """

    page: int
    span: Span
    label: str | None = None
    picture: bool = False


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
    """A paragraph, numbered in the document and in its section, both from 1.

    `locator` says where it stands in a file without pages (an element's id or path).
    `context` is searched with it and shown, never quoted: a table's column heads, the
    question that it answers.
    """

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
    locator: str | None = None
    context: str = ""

    @property
    def text(self) -> str:
        """The reading text."""
        return self.reading.text


@dataclass(frozen=True)
class Footnote:
    """A footnote or endnote, with the paragraphs that refer to it (`at`: reading offset).

    `label_span` is empty where the file numbers its notes itself.
    """

    id: str
    marker: str
    reading: Reading
    label_span: Span
    referred_from: tuple[FootnoteReference, ...] = ()
    pages: tuple[int, ...] = ()
    lines: Span | None = None
    locator: str | None = None

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

    `text` is made once by the loader named in `loader` ("text/2"); `sha256` is that of
    the file's bytes. All offsets are code points into `text`. `line_boxes` tells, of a file with
    a layout, where each line stands, in order of `span`. `has_lines` is False where the lines of
    `text` are the loader's and not the source's.
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
    line_boxes: tuple[LineBox, ...] = ()
    has_lines: bool = True

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
        last = max(span[1] - 1, span[0])
        ends = self._line_feeds
        return bisect_left(ends, span[0]) + 1, bisect_left(ends, last) + 1

    def pages_of(self, spans: tuple[Span, ...]) -> tuple[int, ...]:
        """Pages that source spans touch, ascending; empty where pages are unknown."""
        touched = {
            page.page
            for start, end in spans
            for page in self.pages[
                max(bisect_right(self._page_starts, start) - 1, 0) : bisect_left(
                    self._page_starts, end
                )
            ]
            if start < page.span[1] and end > page.span[0]
        }
        return tuple(sorted(touched))

    def boxes_of(self, spans: tuple[Span, ...]) -> tuple[Box, ...]:
        """A box for each line that source spans touch; empty where the file has no layout."""
        return tuple(
            line.box(span)
            for span in spans
            for line in self._lines_touched(span)
            if line.span[0] < span[1] and line.span[1] > span[0]
        )

    def _lines_touched(self, span: Span) -> tuple[LineBox, ...]:
        first = bisect_right(self._line_ends, span[0])
        last = bisect_left(self.line_boxes, span[1], key=lambda line: line.span[0])
        return self.line_boxes[first:last]

    @cached_property
    def _line_feeds(self) -> list[int]:
        return [offset for offset, char in enumerate(self.text) if char == "\n"]

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.span[0] for page in self.pages]

    @cached_property
    def _line_ends(self) -> list[int]:
        return [line.span[1] for line in self.line_boxes]
