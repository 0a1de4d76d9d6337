"""Loader for plain text: letters and reports as they come out of an extractor."""

from __future__ import annotations

from qa.document import Document, Page
from qa.errors import AlineaError
from qa.lang import detect_language
from qa.load.assemble import assemble
from qa.load.blocks import find_blocks
from qa.load.decode import decode
from qa.load.lines import Line, split_lines
from qa.load.marks import Mark, link_marks
from qa.load.notes import NoteBlock, find_note_blocks
from qa.load.pages import infer_page_starts
from qa.reading import Span

LOADER = "text/1"


def load_plain(data: bytes, name: str, doc_id: str, sha256: str) -> Document:
    """A Document of a text file's bytes.

    Raises AlineaError for an empty file, one that is not text, or one in which no
    paragraph was found.
    """
    text, encoding = decode(data, name)
    lines = split_lines(text)
    furniture = _furniture(lines)
    page_starts = infer_page_starts(text, lines)
    blocks, marks = _notes(text, lines, page_starts, furniture)
    if page_starts and not _notes_end_pages(lines, page_starts, blocks):
        page_starts = None
        blocks, marks = _notes(text, lines, None, furniture)
    notes = [note for block in blocks for note in block.notes]
    aside = furniture | {i for note in notes for i in note.lines}
    bare = Document(
        id=doc_id,
        source=name,
        sha256=sha256,
        text=text,
        loader=LOADER,
        encoding=encoding,
        pages=_pages(text, lines, page_starts),
        furniture=tuple(lines[i].span for i in sorted(furniture)),
    )
    body = find_blocks(lines, frozenset(aside), frozenset(page_starts or ()))
    document = assemble(bare, lines, body, notes, marks, detect_language(text))
    if not document.paragraphs:
        raise AlineaError(
            "no_paragraph",
            f"{name} holds no paragraph of text, so there is nothing to index in it.",
        )
    return document


def _furniture(lines: list[Line]) -> set[int]:
    """Lines that hold only a page number, where these count on from 1."""
    numbered = [i for i, line in enumerate(lines) if line.page_number is not None]
    numbers = [lines[i].page_number for i in numbered]
    return (
        set(numbered) if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) else set()
    )


def _notes(
    text: str, lines: list[Line], page_starts: list[int] | None, furniture: set[int]
) -> tuple[list[NoteBlock], list[Mark]]:
    """Note blocks and their marks; a block without any mark in the text is none."""
    shown = [
        Line(line.number, line.begin, line.begin, line.begin, "") if i in furniture else line
        for i, line in enumerate(lines)
    ]
    blocks = find_note_blocks(shown, frozenset(page_starts or ()))
    while True:
        regions = _regions(lines, blocks)
        page_of = [_page_begin(lines, page_starts, block) for block in blocks]
        marks = link_marks(text, blocks, regions, page_of if page_starts else None)
        linked = {id(mark.note) for mark in marks}
        proven = [b for b in blocks if any(id(note) in linked for note in b.notes)]
        if len(proven) == len(blocks):
            return blocks, marks
        blocks = proven


def _regions(lines: list[Line], blocks: list[NoteBlock]) -> list[list[Span]]:
    """For each block the running text between it and the block before."""
    regions: list[list[Span]] = []
    start = 0
    for block in blocks:
        regions.append([(start, lines[block.first].begin)])
        start = lines[block.last].end
    return regions


def _page_begin(lines: list[Line], page_starts: list[int] | None, block: NoteBlock) -> int:
    before = [start for start in page_starts or () if start <= block.first]
    return lines[before[-1]].begin if before else 0


def _notes_end_pages(lines: list[Line], page_starts: list[int], notes: list[NoteBlock]) -> bool:
    """Whether each note block but the last is followed by a page start: pages agree with notes."""
    starts = set(page_starts)
    for block in notes[:-1]:
        after = next((i for i in range(block.last + 1, len(lines)) if not lines[i].blank), None)
        if after is not None and lines[after].page_number is None and after not in starts:
            return False
    return True


def _pages(text: str, lines: list[Line], page_starts: list[int] | None) -> tuple[Page, ...]:
    if not page_starts:
        return ()
    begins = [0, *(lines[i].begin for i in page_starts[1:])]
    ends = [*begins[1:], len(text)]
    return tuple(Page(i, span) for i, span in enumerate(zip(begins, ends, strict=True), start=1))
