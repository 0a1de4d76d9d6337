"""A typesetter of synthetic Dutch letters: it wraps, hyphenates, paginates and sets notes.

In the text of a block `{a}` is the mark of note "a", a soft hyphen is a place where a word
may be broken, and a newline forces the end of a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from qa.document import Document, Paragraph
from qa.load.metadata import read_metadata
from qa.load.plain import load_plain

SOFT_HYPHEN = "\u00ad"
_FIRST_MARK = 0xE000  # notes stand in the private use area until their page is known


@dataclass(frozen=True)
class Layout:
    """How a letter is set.

    `height` is the number of body lines on a page (None: one page). `notes_at` is "foot" or
    "end"; `numbering` gives the marker from a note's number in the letter and on its page.
    `lead` stands before the first line of each page, `trail` after each wrapped line;
    `head` and `foot` are furniture, with {page} and {pages} in it.
    """

    width: int = 77
    height: int | None = None
    notes_at: str = "foot"
    notes_title: str | None = None
    numbering: Callable[[int, int], str] = lambda number, _: str(number)
    lead: str = ""
    trail: str = " "
    page_break: str = ""
    head: str = ""
    foot: str = ""
    newline: str = "\n"


def typeset(blocks: Sequence[str], notes: Mapping[str, str], layout: Layout) -> str:
    """The source text of a letter of these blocks, a blank line between any two."""
    codes = {key: chr(_FIRST_MARK + i) for i, key in enumerate(notes)}
    lines: list[str] = []
    for block in blocks:
        coded = re.sub(r"\{(\w+)\}", lambda match: codes[match[1]], block)
        lines += [*wrap(coded, layout), ""]
    pages = _paginate(lines[:-1], layout)
    markers = _markers(pages, list(codes.values()), layout)
    set_notes = {
        code: wrap(f"{markers[code]} {notes[key]}", layout)
        for key, code in codes.items()
        if code in markers
    }
    text = layout.newline.join(
        line for i in range(len(pages)) for line in _page(pages, i, set_notes, layout)
    )
    for code, marker in markers.items():
        text = text.replace(code, marker)
    return text


def wrap(text: str, layout: Layout) -> list[str]:
    """Lines of at most the layout's width, broken at blanks, hyphens and soft hyphens."""
    lines = [""]
    for piece in re.findall(rf"\n|[^ \n{SOFT_HYPHEN}-]*-?[{SOFT_HYPHEN} ]?", text):
        if piece == "\n":
            lines[-1] += layout.trail
            lines.append("")
            continue
        ink = piece.rstrip(" " + SOFT_HYPHEN)
        if lines[-1] and len(lines[-1] + ink) > layout.width:
            broken_word = lines[-1].endswith(SOFT_HYPHEN)
            lines[-1] = lines[-1].rstrip(" " + SOFT_HYPHEN) + "-" * broken_word + layout.trail
            lines.append("")
        lines[-1] = lines[-1].removesuffix(SOFT_HYPHEN) + piece
    return [*lines[:-1], lines[-1].rstrip(" " + SOFT_HYPHEN) + layout.trail]


def parse(text: str) -> Document:
    """The document that the loader makes of a source text, with its metadata."""
    document = load_plain(text.encode(), "brief.txt", "brief", "0" * 64)
    return replace(document, metadata=read_metadata(document))


def around_marks(paragraph: Paragraph) -> list[tuple[str, str]]:
    """For each reference of a paragraph the ten characters before it and the five after."""
    text = paragraph.text
    return [(text[max(n.at - 10, 0) : n.at], text[n.at : n.at + 5]) for n in paragraph.footnotes]


def _paginate(lines: list[str], layout: Layout) -> list[list[str]]:
    height = layout.height or len(lines)
    pages: list[list[str]] = []
    while lines:
        pages.append(lines[:height])
        lines = lines[height:]
        while lines and not lines[0]:
            lines = lines[1:]
    return pages


def _markers(pages: list[list[str]], codes: list[str], layout: Layout) -> dict[str, str]:
    markers: dict[str, str] = {}
    for page in pages:
        here = [code for code in codes if any(code in line for line in page)]
        for on_page, code in enumerate(here, start=1):
            markers[code] = layout.numbering(len(markers) + 1, on_page)
    return markers


def _page(
    pages: list[list[str]], index: int, notes: Mapping[str, list[str]], layout: Layout
) -> list[str]:
    """The lines of a page: furniture, body, and the notes that it has to carry."""
    page = list(pages[index])
    last = index == len(pages) - 1
    here = [
        note
        for code, note in notes.items()
        if (last if layout.notes_at == "end" else any(code in line for line in page))
    ]
    if here:
        title = [layout.notes_title, ""] if layout.notes_title else []
        page += ["" if page[-1] else None, *title, *(line for note in here for line in note)]
        page = [line for line in page if line is not None]
    names = {"page": index + 1, "pages": len(pages)}
    page[0] = layout.lead + page[0]
    if layout.head:
        page = [layout.head.format(**names), "", *page]
    if layout.foot:
        page += ["", layout.foot.format(**names)]
    if layout.page_break and index:
        page[0] = layout.page_break + page[0]
    return page
