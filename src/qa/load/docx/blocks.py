"""Blocks: the paragraphs and table rows of a DOCX body in order, before they are classified."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from qa.load.docx.characters import Content
from qa.load.docx.numbering import ListPlace
from qa.load.docx.styles import TITLE, Look
from qa.load.elements import Run

_BREAKS = re.compile(r"(?<![^\S\n])[^\S\n]*+\n[^\S\n]*(?:\n\s*)+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or table row with what the file says of it.

    `look` is how all of it is shown, None where that differs; `size` its most common size.
    `level` is a heading's. `furniture` is no running text: contents, column heads.
    """

    runs: tuple[Run, ...]
    locator: str
    look: Look | None = None
    size: int = 0
    level: int | None = None
    place: ListPlace | None = None
    row: bool = False
    furniture: bool = False
    context: str = ""

    @property
    def text(self) -> str:
        """Its characters, without marks of notes."""
        return "".join(run.text for run in self.runs if run.note is None).strip()

    @property
    def shown(self) -> tuple[Run, ...]:
        """Its runs, after the number that is set before them."""
        label = self.place.label if self.place else ""
        return (Run(f"{label} "), *self.runs) if label and self.text else self.runs


def under_title(blocks: list[Block]) -> list[Block]:
    """The blocks with the title at level 1, and the headings of that level under it lower."""
    levels = [b.level for b in blocks if b.level is not None and b.text and not b.furniture]
    lower = 1 if levels[:1] == [TITLE] and 1 in levels else 0
    return [
        block if block.level is None else replace(block, level=max(block.level + lower, 1))
        for block in blocks
    ]


def split_at_breaks(content: Content) -> list[Content]:
    """A paragraph's content, cut where an empty line or a new page is broken into it."""
    parts = [Content(of_contents=content.of_contents)]
    for run, look in zip(content.runs, content.looks, strict=True):
        if run.note is not None:
            parts[-1].add(run.text, look, run.note)
            continue
        first, *others = _BREAKS.split(run.text)
        parts[-1].add(first, look)
        for other in others:
            parts.append(Content(of_contents=content.of_contents))
            parts[-1].add(other, look)
    filled = [part for part in parts if any(run.text.strip() or run.note for run in part.runs)]
    return filled or parts[:1]


def common_look(content: Content) -> tuple[Look | None, int]:
    """How all visible characters are shown, None where that differs, and their usual size."""
    sizes: dict[int, int] = {}
    looks: list[Look] = []
    for run, look in zip(content.runs, content.looks, strict=True):
        visible = len(run.text.strip())
        if look is not None and visible:
            sizes[look.size] = sizes.get(look.size, 0) + visible
            looks.append(look)
    if not looks:
        return None, 0
    size = max(sizes, key=lambda found: sizes[found])
    return Look(
        hidden=False,
        bold=all(look.bold for look in looks),
        italic=all(look.italic for look in looks),
        underlined=all(look.underlined for look in looks),
        size=size,
    ), size


def joined(blocks: list[Block]) -> tuple[Run, ...]:
    """The runs of several blocks as of one, a blank between blocks."""
    runs: list[Run] = []
    for block in blocks:
        if not any(run.text.strip() or run.note for run in block.runs):
            continue
        if runs:
            runs.append(Run(" "))
        runs += block.shown
    return tuple(runs)
