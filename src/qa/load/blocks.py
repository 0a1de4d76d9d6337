"""Headings, paragraphs, list items and signatures of a plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from qa.load.lines import LIST_MARK, Line, Measure, measure

_HEADING_NUMBER = re.compile(
    r"(?:(?:hoofdstuk|chapter|deel|part)\s+)?(\d{1,2}(?:\.\d{1,2})*)\.?\s+\S", re.I
)
_FUNCTION = re.compile(
    r"(?:de|het|the|namens|for|mede namens)?\s*(?:\w+-)?(?:minister|staatssecretaris|secretary|"
    r"voorzitter|griffier|directeur|inspecteur|president|commissaris|state secretary)",
    re.I,
)
_PERSON = re.compile(
    r"(?:(?:mr|dr|drs|prof|ir|ing|mw|dhr)\.\s*)*"
    r"(?:[A-ZÀ-Ý]\.(?:[A-ZÀ-Ý][a-z]?\.)*\s*|[A-ZÀ-Ý][\w'’ë-]+\s+){1,4}"
    r"(?:(?:van|de|der|den|het|ter|ten|te|el|von|'t|’t|in)\s+)*"
    r"[A-ZÀ-Ý][\w'’-]+(?:[- ][A-ZÀ-Ý][\w'’-]+)*"
)
GREETING = re.compile(r"(?:hoogachtend|met vriendelijke groet|yours \w+)[^.]*,?$", re.I)
_NOTES_TITLE = re.compile(r"(?:voet|eind)?noten|(?:foot|end)?notes|bronnen|references", re.I)
_HEADING_LINES = 3


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together; `level` counts a heading's depth from 1."""

    kind: BlockKind
    lines: tuple[Line, ...]
    level: int = 1


def find_blocks(
    lines: list[Line], aside: frozenset[int], page_starts: frozenset[int]
) -> list[Block]:
    """The blocks of the running text: all lines but those set aside (notes, furniture).

    A blank line ends a block. Where notes or a page break stand between, the block goes
    on if its last line was unfinished.
    """
    running = [line for i, line in enumerate(lines) if i not in aside]
    width = measure(running)
    groups = _group(lines, aside, page_starts, width)
    return [
        _classify(group, _after(groups, i), width, previous=groups[i - 1] if i else None)
        for i, group in enumerate(groups)
    ]


def _after(groups: list[list[Line]], index: int) -> list[Line] | None:
    return groups[index + 1] if index + 1 < len(groups) else None


def _group(
    lines: list[Line], aside: frozenset[int], page_starts: frozenset[int], width: Measure
) -> list[list[Line]]:
    groups: list[list[Line]] = []
    current: list[Line] = []
    blank = interrupted = False
    for index, line in enumerate(lines):
        interrupted = interrupted or index in aside or index in page_starts
        if line.blank:
            blank = True
        if line.blank or index in aside:
            continue
        if current and _breaks(current, line, width, blank=blank, interrupted=interrupted):
            groups.append(current)
            current = []
        current.append(line)
        blank = interrupted = False
    if current:
        groups.append(current)
    return groups


def _breaks(
    current: list[Line], line: Line, width: Measure, *, blank: bool, interrupted: bool
) -> bool:
    """Whether a line begins a new block."""
    if _is_signature([*current, line]):
        return False
    if interrupted:
        return not _unfinished(current, line, width)
    return bool(
        blank
        or _is_signature(current)
        or width.unwrapped
        or _list_number(line, current) is not None
    )


def _unfinished(current: list[Line], line: Line, width: Measure) -> bool:
    """Whether a block goes on after an interruption."""
    last = current[-1]
    if _is_signature(current) or LIST_MARK.match(line.text):
        return False
    if last.text.endswith("-") and len(last.text) > 1 and last.text[-2].isalpha():
        return True
    if line.text[0].islower():
        return not last.text.endswith((";", ":"))
    if _looks_like_heading(current, width):
        return False
    return width.full(last, line)


def _list_number(line: Line, current: list[Line]) -> str | None:
    """The list mark of a line that begins a list item; numbers must count on."""
    match = LIST_MARK.match(line.text)
    if not match:
        return None
    mark = match[1]
    if mark is None:
        glyph = match.group().strip()
        dash = glyph in "-–—*"
        return glyph if not dash or _ends_clause(current) else None
    before = LIST_MARK.match(current[0].text)
    expected = before[1] if before else None
    if expected is None:
        return mark if mark in {"1", "a"} and _ends_clause(current) else None
    if expected.isdigit() == mark.isdigit():
        value = int(mark) - int(expected) if mark.isdigit() else ord(mark) - ord(expected)
        return mark if value == 1 else None
    return None


def _ends_clause(current: list[Line]) -> bool:
    return current[-1].text.endswith((".", ":", ";", ",", "?", "!")) or bool(
        LIST_MARK.match(current[0].text)
    )


def _classify(
    group: list[Line], following: list[Line] | None, width: Measure, *, previous: list[Line] | None
) -> Block:
    lines = tuple(group)
    if _is_signature(group):
        return Block(BlockKind.SIGNATURE, lines)
    number = _HEADING_NUMBER.match(group[0].text)
    titles = following or _NOTES_TITLE.fullmatch(group[0].text.rstrip(":"))
    if titles and _looks_like_heading(group, width) and not _completes(previous, group):
        return Block(BlockKind.HEADING, lines, number[1].count(".") + 1 if number else 1)
    if LIST_MARK.match(group[0].text):
        return Block(BlockKind.LIST_ITEM, lines)
    return Block(BlockKind.PARAGRAPH, lines)


def _completes(previous: list[Line] | None, group: list[Line]) -> bool:
    """Whether a block ends a sentence that the block before it left open."""
    return bool(previous) and group[0].text[0].islower()


def _looks_like_heading(group: list[Line], width: Measure) -> bool:
    """Short, capitalised, without an end mark, its lines all but the last well filled."""
    first, last = group[0], group[-1]
    numbered = bool(_HEADING_NUMBER.match(first.text))
    if len(group) > _HEADING_LINES or last.text.endswith((".", ":", ";", ",", "!", "-")):
        return False
    if not numbered and (LIST_MARK.match(first.text) or not _begins_like_heading(first.text)):
        return False
    if not any(char.isalpha() for char in first.text) or len(last.text) > 0.9 * width.width:
        return False
    return all(
        line.text[-1] not in ".;:," and len(line.text) >= 0.6 * min(width.width, 90)
        for line in group[:-1]
    )


def _begins_like_heading(text: str) -> bool:
    bare = text.lstrip("«“\"'‘([")
    return bool(bare) and (bare[0].isupper() or bare[0].isdigit())


def _is_signature(group: list[Line]) -> bool:
    """A function ending in a comma and then a name, on two to five lines."""
    texts = [line.text for line in group]
    if GREETING.fullmatch(texts[0]):
        texts = texts[1:]
    if not 2 <= len(texts) <= 5 or not _PERSON.fullmatch(texts[-1]):
        return False
    return bool(_FUNCTION.match(texts[0])) and texts[-2].endswith(",")
