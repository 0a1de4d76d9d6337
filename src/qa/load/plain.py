"""Loader for plain text: letters and reports as they come out of an extractor."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right

from qa.document import Document, Page
from qa.errors import AlineaError
from qa.lang import detect_language
from qa.load.assemble import assemble
from qa.load.blocks import find_blocks
from qa.load.contents import find_contents
from qa.load.decode import decode
from qa.load.lines import Line, split_lines
from qa.load.marks import Mark, is_unit, link_marks
from qa.load.marks_above import with_marks_above
from qa.load.notes import NoteBlock, find_note_blocks
from qa.load.pages import heads_beside, infer_page_starts, page_numbers, running_heads
from qa.load.running_heads import cut_lines, find_heads_in_lines
from qa.load.text_tables import find_tables
from qa.reading import Span

LOADER = "text/7"
_LONGEST_TITLE = 80
_MOST_TRIES = 20  # of a note block without its first notes


def load_plain(data: bytes, name: str, doc_id: str, sha256: str) -> Document:
    """A Document of a text file's bytes.

    Raises AlineaError for an empty file, one that is not text, or one in which no
    paragraph was found.
    """
    text, encoding = decode(data, name)
    lines, heads = cut_lines(split_lines(text), find_heads_in_lines(text))
    furniture = _furniture(lines) | heads
    furniture |= heads_beside(lines, furniture)
    contents = find_contents(lines, furniture)
    furniture |= {i for table in contents for i in table.lines if not lines[i].blank}
    tables = find_tables(lines, furniture)
    furniture |= tables.heads
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
    titles = tuple(title for table in contents for title in table.titles)
    starts = frozenset(page_starts or ())
    body = find_blocks(lines, frozenset(aside), starts, titles, tables.rows)
    document = assemble(bare, lines, body, notes, marks, detect_language(text))
    document = with_marks_above(document, notes, marks)
    if not document.paragraphs:
        raise AlineaError(
            "no_paragraph",
            f"{name} holds no paragraph of text, so there is nothing to index in it.",
        )
    return document


def _furniture(lines: list[Line]) -> set[int]:
    """Lines that hold only a page number, where these count on, and running heads of a line."""
    return {*page_numbers(lines), *running_heads(lines)}


def _notes(
    text: str, lines: list[Line], page_starts: list[int] | None, furniture: set[int]
) -> tuple[list[NoteBlock], list[Mark]]:
    """Note blocks and their marks; a block without any mark in the text is none.

    "2 Opvang" on a line of its own may be a note or a numbered heading, and "3 procent"
    the next note or a paragraph: they are what gives the more notes their marks.
    """
    shown = [
        Line(line.number, line.begin, line.begin, line.begin, "") if i in furniture else line
        for i, line in enumerate(lines)
    ]
    broken = frozenset(i for i in range(1, len(shown)) if is_unit(shown[i - 1].text))  # "CO/2"
    titles = frozenset(i for i in range(len(shown)) if _like_numbered_heading(shown, i))
    best = _proven_notes(text, shown, page_starts, broken)
    linked = {id(mark.note) for mark in best[1]}
    unlinked = frozenset(
        note.lines[0] for block in best[0] for note in block.notes if id(note) not in linked
    )
    for refused in (titles, unlinked):
        if refused:
            other = _proven_notes(text, shown, page_starts, broken | refused)
            best = max(best, other, key=lambda found: len(found[1]))
    return best


def _like_numbered_heading(lines: list[Line], index: int) -> bool:
    """Whether a line stands alone between blank lines, short and without an end mark."""
    line = lines[index]
    if not line.text[:1].isdigit() or line.terminal or len(line.text) > _LONGEST_TITLE:
        return False
    return index + 1 < len(lines) and lines[index + 1].blank


def _proven_notes(
    text: str, lines: list[Line], page_starts: list[int] | None, refused: frozenset[int]
) -> tuple[list[NoteBlock], list[Mark]]:
    """Blocks of which at least one note has a mark; what had none is read as running text."""
    for tried in itertools.count():
        blocks = find_note_blocks(lines, frozenset(page_starts or ()), refused)
        regions = _regions(lines, blocks)
        page_of = [_page_begin(lines, page_starts, block) for block in blocks]
        marks = link_marks(text, blocks, regions, page_of if page_starts else None)
        linked = {id(mark.note) for mark in marks}
        unproven = [b for b in blocks if not any(id(note) in linked for note in b.notes)]
        if not unproven:
            break
        # Without its first note a block may be one still; but a long list is not tried so often.
        notes = [b.notes[: 1 if tried < _MOST_TRIES else None] for b in unproven]
        refused |= {note.lines[0] for some in notes for note in some}
    return blocks, marks


def _regions(lines: list[Line], blocks: list[NoteBlock]) -> list[list[Span]]:
    """For each block the running text between it and the block before."""
    regions: list[list[Span]] = []
    start = 0
    for block in blocks:
        regions.append([(start, lines[block.first].begin)])
        start = lines[block.last].end
    return regions


def _page_begin(lines: list[Line], page_starts: list[int] | None, block: NoteBlock) -> int:
    page = bisect_right(page_starts, block.first) if page_starts else 0
    return lines[page_starts[page - 1]].begin if page_starts and page else 0


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
    numbered = page_numbers(lines)
    places = [lines[i].start for i in numbered]
    pages: list[Page] = []
    for span in zip(begins, ends, strict=True):
        first = bisect_left(places, span[0])
        shown = first < len(places) and places[first] < span[1]
        label = str(lines[numbered[first]].page_number) if shown else None
        pages.append(Page(len(pages) + 1, span, label))
    return tuple(pages)
