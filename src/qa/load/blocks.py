"""Headings, paragraphs, list items and signatures of a plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from qa.list_marks import LIST_MARK, read_mark
from qa.load.heading_lines import begins_like_heading, depth_of, looks_like_heading
from qa.load.item_starts import begins_item
from qa.load.labels import read_label
from qa.load.lines import Line, Measure, measure
from qa.load.marks import is_unit
from qa.load.signature_block import is_signature
from qa.load.standing_titles import standing_titles

_NOTES_TITLE = re.compile(r"(?:voet|eind)?noten|(?:foot|end)?notes|bronnen|references", re.I)
_CAPTION = re.compile(r"(?:tabel|table)\s+\d", re.I)
_FEWEST_WORDS = 4  # of a line that a sentence runs on from
_SHORT_LINE = 0.6  # of the lines above it that a paragraph's last line may fill
_EVEN = 0.8  # the slack from which lines are wrapped so evenly that a short one tells
_SURELY_SHORT = 0.92
_LEAST_INDENT = 2  # a single blank may show a page instead


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    SIGNATURE = "signature"
    TABLE_ROW = "table row"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together.

    `level` counts a heading's depth from 1; `context` are the column heads of a table row.
    """

    kind: BlockKind
    lines: tuple[Line, ...]
    level: int = 1
    context: str = ""


def find_blocks(
    lines: list[Line],
    aside: frozenset[int],
    page_starts: frozenset[int],
    contents: tuple[str, ...] = (),
    rows: Mapping[int, str] = MappingProxyType({}),
) -> list[Block]:
    """The blocks of the running text: all lines but those set aside (notes, furniture).

    A blank line ends a block. Where notes or a page break stand between, the block goes
    on if its last line was unfinished. `contents` are the titles in tables of contents;
    `rows` the lines that are rows of a table, each with the heads of its columns.
    """
    running = [line for i, line in enumerate(lines) if i not in aside]
    width = measure(running)
    titles = standing_titles(lines, aside, width, contents)
    alone = {i: i for i in rows}
    groups = _group(lines, aside, page_starts, width, titles | alone)
    standing = {id(lines[i]) for i in titles}
    context = {id(lines[i]): heads for i, heads in rows.items()}
    blocks: list[Block] = []
    for i, group in enumerate(groups):
        following = _after(groups, i)
        if id(group[0]) in context:
            blocks.append(Block(BlockKind.TABLE_ROW, tuple(group), context=context[id(group[0])]))
        elif following and id(following[0]) in context and _CAPTION.match(group[0].text):
            blocks.append(Block(BlockKind.PARAGRAPH, tuple(group)))
        elif id(group[0]) in standing:
            blocks.append(Block(BlockKind.HEADING, tuple(group), depth_of(group[0])))
        else:
            blocks.append(_classify(group, following, width, blocks))
    return blocks


def _after(groups: list[list[Line]], index: int) -> list[Line] | None:
    return groups[index + 1] if index + 1 < len(groups) else None


def _group(
    lines: list[Line],
    aside: frozenset[int],
    page_starts: frozenset[int],
    width: Measure,
    titles: Mapping[int, int],
) -> list[list[Line]]:
    groups: list[list[Line]] = []
    current: list[Line] = []
    blank = interrupted = False
    before: int | None = None  # the heading or row that the line before belongs to
    for index, line in enumerate(lines):
        interrupted = interrupted or index in aside or index in page_starts
        if line.blank:
            blank = True
        if line.blank or index in aside:
            continue
        title = titles.get(index)
        apart = title != before
        if current and title is None and before is None:
            apart = _breaks(groups, current, line, width, blank=blank, interrupted=interrupted)
        if current and apart:
            groups.append(current)
            current = []
        current.append(line)
        before = title
        blank = interrupted = False
    if current:
        groups.append(current)
    return groups


def _breaks(
    groups: list[list[Line]],
    current: list[Line],
    line: Line,
    width: Measure,
    *,
    blank: bool,
    interrupted: bool,
) -> bool:
    """Whether a line begins a new block."""
    if is_signature([*current, line]):
        return False
    if interrupted:
        return not _unfinished(current, line, width)
    return bool(
        blank
        or is_signature(current)
        or (width.unwrapped and not _goes_on(current, line))
        or begins_item(line, current, groups)
        or _is_label([line])
        or _is_label(current)
        or _indented(line, current)
        or _stopped_short(line, current, width)
    )


def _goes_on(current: list[Line], line: Line) -> bool:
    """Whether a sentence goes on, in a text whose lines are whole paragraphs for the most part."""
    last = current[-1]
    if last.text.endswith("-") and last.text[-2:-1].isalpha():
        return True
    if is_unit(last.text) and line.text[0].isdigit():
        return True  # "CO/2"
    words = sum(len(other.text.split()) for other in current)
    begins = not line.text[0].islower() or LIST_MARK.match(line.text)
    return words >= _FEWEST_WORDS and not begins and not last.terminal


def _is_label(group: list[Line]) -> bool:
    """Whether a line of its own announces a question or an answer ("Antwoord op vraag 3")."""
    label = read_label(group[0].text) if len(group) == 1 else None
    return label is not None and not label.rest


def _announces_answer(block: Block) -> bool:
    """Whether a block is the label of an answer alone: what follows it answers, however short."""
    label = read_label(block.lines[0].text) if block.kind is BlockKind.HEADING else None
    return label is not None and not label.asks and not label.rest


def _indented(line: Line, current: list[Line]) -> bool:
    """Whether a line begins a paragraph by its indent alone: the lines before it have none."""
    if line.indent < _LEAST_INDENT or LIST_MARK.match(current[0].text):
        return False
    rest = current[1:] or current
    return all(other.indent == 0 for other in rest) and current[-1].terminal


def _stopped_short(line: Line, current: list[Line], width: Measure) -> bool:
    """Whether a sentence ended well before where lines end here, and another begins."""
    last, above = current[-1], current[:-1]
    if not last.terminal or not begins_like_heading(line.text):
        return False
    needed = len(last.text) + 1 + len(line.first_word)
    if len(above) > 1 and needed < _SHORT_LINE * min(len(other.text) for other in above[-2:]):
        return True
    reach = max((len(other.text) for other in above), default=width.width)
    return width.slack >= _EVEN and needed < _SURELY_SHORT * width.slack * reach


def _unfinished(current: list[Line], line: Line, width: Measure) -> bool:
    """Whether a block goes on after an interruption."""
    last = current[-1]
    if is_signature(current) or LIST_MARK.match(line.text):
        return False
    if last.text.endswith("-") and len(last.text) > 1 and last.text[-2].isalpha():
        return True
    if line.text[0].islower():
        return not last.text.endswith((";", ":"))
    if looks_like_heading(current, width):
        return False
    return width.full(last, line)


def _classify(
    group: list[Line], following: list[Line] | None, width: Measure, before: list[Block]
) -> Block:
    lines = tuple(group)
    if is_signature(group):
        return Block(BlockKind.SIGNATURE, lines)
    if _is_label(group):
        return Block(BlockKind.HEADING, lines)
    if _continues_list(group, following, before):
        return Block(BlockKind.LIST_ITEM, lines)
    if before and _announces_answer(before[-1]):
        return Block(BlockKind.PARAGRAPH, lines)
    titles = following or _NOTES_TITLE.fullmatch(group[0].text.rstrip(":"))
    completes = bool(before) and group[0].text[0].islower()  # a sentence that was left open
    if titles and looks_like_heading(group, width) and not completes:
        return Block(BlockKind.HEADING, lines, depth_of(group[0]))
    if LIST_MARK.match(group[0].text):
        return Block(BlockKind.LIST_ITEM, lines)
    return Block(BlockKind.PARAGRAPH, lines)


def _continues_list(group: list[Line], following: list[Line] | None, before: list[Block]) -> bool:
    """Whether a block is an item of a numbered list that began after a colon.

    Short items without an end mark would look like headings; but headings have text under
    them, so the first item needs a second after it.
    """
    mark = read_mark(group[0].text)
    if mark is None or mark.bullet:
        return False
    run = len(before)
    while run and before[run - 1].kind is BlockKind.LIST_ITEM:
        run -= 1
    if not run or not before[run - 1].lines[-1].text.endswith(":"):
        return False
    marks = [read_mark(item.lines[0].text) for item in before[run:]]
    numbers = [other for other in marks if other is not None and not other.bullet]
    if numbers:
        return mark.follows(numbers[-1])
    after = read_mark(following[0].text) if following else None
    return mark.first and not marks and after is not None and after.follows(mark)
