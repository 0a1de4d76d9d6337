"""From a PDF's bytes to a Document, in the process that calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium

from qa.document import BETWEEN_HEADS, Document, Page
from qa.errors import AlineaError
from qa.lang import detect_language
from qa.load.assemble import assemble
from qa.load.blocks import Block, BlockKind
from qa.load.lines import Line
from qa.load.marks_above import with_marks_above
from qa.load.pdf.characters import read_page
from qa.load.pdf.columns import find_columns
from qa.load.pdf.contents import split_contents
from qa.load.pdf.entries import with_entries
from qa.load.pdf.fragments import find_fragments, make_fragment
from qa.load.pdf.furniture import find_furniture, page_labels
from qa.load.pdf.headings import find_headings
from qa.load.pdf.linking import link_notes
from qa.load.pdf.notes import NoteFinder
from qa.load.pdf.opening import open_pdf
from qa.load.pdf.page_text import PageText
from qa.load.pdf.paragraphs import Group, group_items, tie_over_breaks
from qa.load.pdf.rows import Region, Row, find_rows
from qa.load.pdf.tables import Table, find_tables, with_earlier_heads
from qa.load.pdf.type_measure import TypeMeasure
from qa.load.pdf.writing import Writer
from qa.load.signature_block import is_signature

LOADER = "pdf/6"
Beat = Callable[[str], None]


@dataclass(frozen=True)
class Parsed:
    """What was read: a document, None where there is no text; and the pages that are pictures."""

    document: Document | None
    pictures: tuple[int, ...]


def read_pdf(data: bytes, name: str, doc_id: str, sha256: str, loader: str, beat: Beat) -> Parsed:
    """The Document in a PDF; `beat` is told of each page that is begun.

    Raises AlineaError where the file is encrypted or broken, or has no paragraph.
    """
    with open_pdf(data, name) as pdf:
        pages = list(_pages(pdf, beat))
    if not any(page.runs for page in pages):
        return Parsed(None, tuple(page.number for page in pages))
    layout = _Layout(pages, beat)
    document = layout.document(Document(doc_id, name, sha256, "", loader))
    if not document.paragraphs:
        raise AlineaError(
            "no_paragraph",
            f"{name} holds no paragraph of text, so there is nothing to index in it.",
        )
    return Parsed(document, tuple(page.number for page in pages if page.picture))


def _pages(pdf: pdfium.PdfDocument, beat: Beat) -> Iterator[PageText]:
    for index in range(len(pdf)):
        beat(f"page {index + 1}")
        yield read_page(pdf, index)


class _Layout:
    """What was recognised on the pages of one document."""

    def __init__(self, pages: Sequence[PageText], beat: Beat) -> None:
        self._pages, self._beat = pages, beat
        fragments = [find_fragments(page) for page in pages]
        rows = [find_rows(page.number, found) for page, found in zip(pages, fragments, strict=True)]
        self._furniture = find_furniture(rows, [page.height for page in pages])
        columns = find_columns(pages, fragments, self._furniture, beat)
        beat("the tables of contents")
        self._regions, self._contents = split_contents(columns)
        beat("the measures of its type")
        self._measure = TypeMeasure(region for page in self._regions for region in page)
        self._finder = NoteFinder(self._measure.body_size)
        self._writer = Writer()
        self._aside: list[Row] = []
        self._heads: list[Group] = []
        self._groups = with_entries(tie_over_breaks(list(self._columns())))

    def document(self, bare: Document) -> Document:
        """The document with all that was recognised; `bare` names it."""
        writer = self._writer
        self._beat("the structure")
        text = writer.text
        blocks = self._blocks()
        self._beat("the notes")
        lines, line_of = writer.lines, writer.line_of
        written = [*self._groups, *self._heads]
        notes, marks = link_notes(self._finder.notes, written, lines, line_of)
        labels = page_labels(self._furniture)
        self._beat("the paragraphs")
        spans = writer.page_spans
        document = assemble(
            Document(
                id=bare.id,
                source=bare.source,
                sha256=bare.sha256,
                text=text,
                loader=bare.loader,
                pages=tuple(
                    Page(page.number, span, page.label or label, page.picture)
                    for page, span, label in zip(self._pages, spans, labels, strict=True)
                ),
                furniture=tuple(lines[line_of[id(row)]].span for row in self._aside),
                line_boxes=tuple(writer.boxes),
            ),
            lines,
            blocks,
            notes,
            marks,
            detect_language(text),
        )
        return with_marks_above(document, notes, marks)

    def _columns(self) -> Iterator[list[Group]]:
        """The groups of each column; writes the text on its way."""
        last_table: Table | None = None
        for page, regions, edge in zip(self._pages, self._regions, self._furniture, strict=True):
            self._beat(f"the layout of page {page.number}")
            self._writer.begin_page(page)
            middle = page.height / 2
            self._set_aside([row for row in edge if row.baseline < middle])
            for body, notes in self._parts(page, regions):
                items = with_earlier_heads(find_tables(body, page.rules), last_table)
                groups = group_items(items, body, self._measure)
                if items:
                    last = items[-1]
                    last_table = last if isinstance(last, Table) else None
                for row in (*(row for group in groups for row in group.rows), *notes):
                    self._writer.write(row)
                heads = [group for group in groups if group.table_row and group.table_row.head]
                self._heads += heads
                unread = [*heads, *(group for group in groups if _is_ornament(group))]
                self._aside += [row for group in unread for row in group.rows]
                shown = [group for group in groups if group not in unread]
                if shown:
                    yield shown
            self._set_aside(sorted((r for r in edge if r.baseline >= middle), key=lambda r: r.top))
            self._set_aside([Row(page.number, (make_fragment([run]),)) for run in page.askew])

    def _parts(self, page: PageText, regions: Sequence[Region]) -> Iterator[tuple[Region, Region]]:
        """Running text and the notes under it, column by column; contents are set aside."""
        for region in regions:
            if id(region[0]) in self._contents:
                self._set_aside(region)
            else:
                yield from self._finder.split(region, page.rules)

    def _set_aside(self, rows: Sequence[Row]) -> None:
        for row in rows:
            self._writer.write(row)
            self._aside.append(row)

    def _blocks(self) -> list[Block]:
        groups = self._groups
        levels = find_headings(groups, self._measure.body_size)
        blocks: list[Block] = []
        for index, group in enumerate(groups):
            lines = self._lines(group)
            context = ""
            kind = BlockKind.PARAGRAPH
            if group.table_row:
                kind = BlockKind.TABLE_ROW
                context = BETWEEN_HEADS.join(head for head in group.table_row.heads if head)
            elif count := _signs(blocks, lines):
                lines = (*(line for block in blocks[-count:] for line in block.lines), *lines)
                del blocks[-count:]
                kind = BlockKind.SIGNATURE
            elif is_signature(list(lines)):
                kind = BlockKind.SIGNATURE
            elif index in levels:
                kind = BlockKind.HEADING
            elif group.marked:
                kind = BlockKind.LIST_ITEM
            blocks.append(Block(kind, lines, levels.get(index, 1), context))
        return blocks

    def _lines(self, group: Group) -> tuple[Line, ...]:
        return tuple(self._writer.lines[self._writer.line_of[id(row)]] for row in group.rows)


def _is_ornament(group: Group) -> bool:
    """Whether there is nothing to read in it: dashes and dots that part what does."""
    return not any(char.isalnum() for char in group.text)


def _signs(blocks: Sequence[Block], lines: tuple[Line, ...]) -> int:
    """How many blocks before a name are a signature with it: a function, and a greeting above."""
    if len(lines) > 2:
        return 0
    for count in (3, 2, 1):
        parts = blocks[-count:]
        signed = any(block.kind is BlockKind.SIGNATURE for block in parts)
        if len(parts) < count or signed or any(len(block.lines) > 3 for block in parts):
            continue
        if is_signature([*(line for block in parts for line in block.lines), *lines]):
            return count
    return 0
