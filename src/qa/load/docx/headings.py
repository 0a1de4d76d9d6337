"""Which blocks of a DOCX file are headings, list items or running text."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.list_marks import read_mark
from qa.load.docx.blocks import Block
from qa.load.elements import Element, ElementKind, Run

_LONGEST_STYLED = 400
_LONGEST = 300  # of a title that only its look tells
_LONGEST_SENTENCE = 100  # of one that ends like a sentence
_LONGEST_OVER_QUESTIONS = 500
_LARGER = 1.15
_LINE = 40  # characters; what is shorter may be an item of a list without marks
_CAPTION = re.compile(r"(?:tabel|figuur|bron|table|figure|source)\b", re.IGNORECASE)
_SENTENCES = re.compile(r"\w{3}[.!?]\s+\S")
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s")
_ASKED = re.compile(r"(?:vraag|vragen|questions?)\s\d", re.IGNORECASE)
_ANSWERED = re.compile(r"(?:antwoord(?:en)?|answers?)\b", re.IGNORECASE)


def classify(blocks: list[Block]) -> list[Element]:
    """The element of each block. Where no style tells that it is a heading, its look does."""
    blocks = _whole(blocks)
    levels = {at: b.level for at, b in enumerate(blocks) if _styled(b) and b.level}
    titles = _titles(blocks)
    levels = _under_title(blocks, titles, levels | _levels(blocks, titles, levels))
    elements: list[Element] = []
    for at, block in enumerate(blocks):
        if block.furniture:
            kind = ElementKind.FURNITURE
        elif at in levels:
            kind = ElementKind.HEADING
        elif block.row:
            kind = ElementKind.TABLE_ROW
        else:
            kind = ElementKind.LIST_ITEM if _listed(blocks, at) else ElementKind.BODY
        level, context = levels.get(at, 1), block.context
        elements.append(Element(kind, block.shown, block.locator, level, context))
    return elements


def _styled(block: Block) -> bool:
    return bool(block.level) and len(block.text) <= _LONGEST_STYLED


def _plain(block: Block) -> bool:
    """Whether nothing but the look can tell what a block is."""
    return bool(block.text) and not (block.row or block.furniture or block.context or block.level)


def _whole(blocks: list[Block]) -> list[Block]:
    """The blocks; what goes on in the next paragraph becomes one block with it."""
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if before and _plain(before) and _plain(block) and _goes_on(before, block):
            found[-1] = replace(before, runs=(*before.runs, Run(" "), *block.runs))
        else:
            found.append(block)
    return found


def _goes_on(before: Block, block: Block) -> bool:
    """Whether a sentence or title goes on in the next paragraph, as where lines were typed."""
    open_end = (before.text[-1].isalnum() or before.text[-1] == ",") and len(before.text) >= _LINE
    same = before.look == block.look and before.place is None is block.place
    return same and open_end and block.text[0].islower()


def _titles(blocks: list[Block]) -> list[int]:
    """Indexes of the blocks that are headings by their look, with text under them."""
    size, bold = _usual(blocks)
    filled = [at for at, block in enumerate(blocks) if block.text and not block.furniture]
    found: list[int] = []
    heading = ""  # the one directly above
    for place, at in enumerate(filled[:-1]):
        block, after = blocks[at], blocks[filled[place + 1]]
        asked = _ASKED.match(heading) and not _begins_part(block.text)
        if _styled(block):
            heading = block.text
        elif _stands_out(block, after, size, bold) and _short(block, after) and not asked:
            found.append(at)
            heading = block.text
        else:
            heading = ""
    return found


def _usual(blocks: list[Block]) -> tuple[int, bool]:
    """The size of running text, and whether most of it is bold: then that tells nothing."""
    sizes: dict[int, int] = {}
    bold = 0
    for block in filter(_plain, blocks):
        sizes[block.size] = sizes.get(block.size, 0) + len(block.text)
        bold += len(block.text) if block.look and block.look.bold else 0
    total = sum(sizes.values())
    return max(sizes, key=lambda s: sizes[s], default=0), bold > 0.6 * total


def _stands_out(block: Block, after: Block, size: int, bold: bool) -> bool:
    """Whether a block is shown as a title: bold, larger, or in italics over what is not."""
    look = block.look
    if look is None or not _plain(block) or (block.place and not block.place.label):
        return False
    if block.size < size:  # a letterhead
        return False
    if (look.bold and not bold) or (block.size > _LARGER * size and not block.place):
        return True
    other = after.look
    slanted = look.italic and not (other and other.italic)
    underlined = look.underlined and not (other and other.underlined)
    longer = len(after.text) > len(block.text) and _plain(after) and not block.place
    return (slanted or underlined) and longer and block.text[-1].isalnum()


def _short(block: Block, after: Block) -> bool:
    text = block.text
    if _CAPTION.match(text) or not any(char.isalpha() for char in text) or text[-1] in ",;":
        return False
    if _ASKED.match(after.text):  # the title of the letter's answers, over the first question
        return len(text) <= _LONGEST_OVER_QUESTIONS
    if text[-1] in ".:!?":
        return len(text) <= _LONGEST_SENTENCE and not _SENTENCES.search(text)
    return len(text) <= _LONGEST


def _begins_part(text: str) -> bool:
    return bool(_ASKED.match(text) or _ANSWERED.match(text))


def _levels(blocks: list[Block], titles: list[int], styled: dict[int, int]) -> dict[int, int]:
    """Levels of headings by their look: among each other by size and weight, or beside styled ones.

    One larger than all styled headings stands above them, else below those that are larger.
    """
    sizes: dict[int, int] = {}
    for at, level in styled.items():
        sizes[level] = max(sizes.get(level, 0), blocks[at].size)
    ranks = sorted({_rank(blocks[at]) for at in titles}, reverse=True)
    found: dict[int, int] = {}
    for at in titles:
        number = _NUMBER.match(blocks[at].shown[0].text + blocks[at].text)
        deeper = number[1].count(".") if number else 0
        if not styled:
            found[at] = ranks.index(_rank(blocks[at])) + 1 + deeper
        elif blocks[at].size > max(sizes.values()):
            found[at] = max(min(sizes) - 1, 1) + deeper
        else:
            fitting = [level for level, size in sizes.items() if blocks[at].size >= size]
            found[at] = min(fitting, default=max(sizes) + 1) + deeper
    return found


def _under_title(blocks: list[Block], titles: list[int], levels: dict[int, int]) -> dict[int, int]:
    """The levels, all others below the first heading where that looks larger than each of them."""
    first, *others = sorted(levels) or [-1]
    larger = all(blocks[first].size > blocks[at].size for at in others)
    if first not in titles or not larger:
        return levels
    top = min((levels[at] for at in others), default=levels[first] + 1)
    lower = max(levels[first] + 1 - top, 0)
    return {first: levels[first]} | {at: levels[at] + lower for at in others}


def _rank(block: Block) -> tuple[int, bool]:
    return block.size, bool(block.look and block.look.bold)


def _listed(blocks: list[Block], at: int) -> bool:
    """Whether a block is an item of a list, by Word's numbering or by typed marks that go on."""
    block = blocks[at]
    if block.place is not None:
        return True
    mark = read_mark(block.text) if _plain(block) else None
    if mark is None:
        return False
    before = next((b for b in reversed(blocks[max(0, at - 2) : at]) if b.text), None)
    after = next((b for b in blocks[at + 1 : at + 3] if b.text), None)
    marks = [read_mark(b.text) for b in (before, after) if b]
    introduced = before is not None and before.text.endswith(":")
    if introduced and (mark.first or mark.bullet):
        return True
    return any(m and (m.follows(mark) or mark.follows(m)) for m in marks)
