"""Headings, paragraphs, list items and signatures of a plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from qa.lang.bibliographies import BIBLIOGRAPHIES
from qa.lang.labels import NOTES_TITLES, TABLES
from qa.list_marks import LIST_MARK, read_mark
from qa.load.groups import group_lines, is_label, with_greeting
from qa.load.heading_lines import depth_of, looks_like_heading
from qa.load.item_lines import find_item_lines
from qa.load.labels import read_label
from qa.load.letterhead import begins_with_label
from qa.load.lines import Line, Measure, measure
from qa.load.numbered_items import find_numbered_items
from qa.load.signature_block import is_signature
from qa.load.standing_titles import standing_titles

_NOTES_TITLE = re.compile("|".join((*NOTES_TITLES, *BIBLIOGRAPHIES)), re.I)
_CAPTION = re.compile(rf"(?:{'|'.join(TABLES)})\s+\d", re.I)


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
    begun = find_item_lines(lines, aside)
    groups = group_lines(lines, aside, page_starts, width, titles | alone, begun)
    standing = {id(lines[i]) for i in titles}
    context = {id(lines[i]): heads for i, heads in rows.items()}
    known = standing | context.keys()
    apart = {i for i, group in enumerate(groups) if id(group[0]) in known}
    hollow = {id(lines[i]) for i in begun if not LIST_MARK.match(lines[i].text)}
    items = find_numbered_items(groups, apart)
    items |= {i for i, group in enumerate(groups) if id(group[0]) in hollow}
    blocks: list[Block] = []
    listed = 0  # the first block of the items that stand last
    for i, group in enumerate(groups):
        following = _after(groups, i)
        if blocks and blocks[-1].kind is not BlockKind.LIST_ITEM:
            listed = len(blocks)
        if id(group[0]) in context:
            blocks.append(Block(BlockKind.TABLE_ROW, tuple(group), context=context[id(group[0])]))
        elif following and id(following[0]) in context and _CAPTION.match(group[0].text):
            blocks.append(Block(BlockKind.PARAGRAPH, tuple(group)))
        elif id(group[0]) in standing:
            blocks.append(Block(BlockKind.HEADING, tuple(group), depth_of(group[0])))
        elif i in items:
            blocks.append(Block(BlockKind.LIST_ITEM, tuple(group)))
        else:
            blocks.append(_classify(group, following, width, blocks, listed))
    return blocks


def _after(groups: list[list[Line]], index: int) -> list[Line] | None:
    return groups[index + 1] if index + 1 < len(groups) else None


def _announces_answer(block: Block) -> bool:
    """Whether a block is the label of an answer alone: what follows it answers, however short."""
    label = read_label(block.lines[0].text) if block.kind is BlockKind.HEADING else None
    return label is not None and not label.asks and not label.rest


def _classify(
    group: list[Line],
    following: list[Line] | None,
    width: Measure,
    before: list[Block],
    listed: int,
) -> Block:
    lines = tuple(group)
    if is_signature(with_greeting(list(before[-1].lines) if before else [], group)):
        return Block(BlockKind.SIGNATURE, lines)
    if is_label(group):
        return Block(BlockKind.HEADING, lines)
    if _in_letterhead(group, following, before):
        return Block(BlockKind.PARAGRAPH, lines)
    if _continues_list(group, following, before, listed):
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


def _in_letterhead(group: list[Line], following: list[Line] | None, before: list[Block]) -> bool:
    """Whether a block begins with a label of a letterhead, directly above or under another."""
    beside = [list(block.lines) for block in before[-1:]] + ([following] if following else [])
    return begins_with_label(group[0].text) and any(
        begins_with_label(other[0].text)
        and 1 in (group[0].number - other[-1].number, other[0].number - group[-1].number)
        for other in beside
    )


def _continues_list(
    group: list[Line], following: list[Line] | None, before: list[Block], listed: int
) -> bool:
    """Whether a block is an item of a numbered list, from `listed` on, that began after a colon.

    Short items without an end mark would look like headings; but headings have text under
    them, so the first item needs a second after it.
    """
    mark = read_mark(group[0].text)
    if mark is None or mark.bullet:
        return False
    if not listed or not before[listed - 1].lines[-1].text.endswith(":"):
        return False
    for place in range(len(before) - 1, listed - 1, -1):
        other = read_mark(before[place].lines[0].text)
        if other is not None and not other.bullet:
            return mark.follows(other)
    after = read_mark(following[0].text) if following else None
    return mark.first and listed == len(before) and after is not None and after.follows(mark)
