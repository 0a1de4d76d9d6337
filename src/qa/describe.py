"""A document's structure, and the place of a citation in it, as data and in words."""

from __future__ import annotations

import hashlib
import re
import textwrap
from typing import Any

from qa.document import Document, Metadata, Section
from qa.result import Citation

_TITLE = 80  # characters of a title that are shown
_LINES = re.compile(r"lines? \d+(-\d+)?")


def describe(document: Document) -> dict[str, Any]:
    """The object of `qa show DOC --json`; unknown values are None."""
    fields = {name: getattr(document.metadata, name) for name in Metadata.__dataclass_fields__}
    return {
        "id": document.id,
        "source": document.source,
        "sha256": document.sha256,
        "text_sha256": hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "loader": document.loader,
        "encoding": document.encoding,
        "metadata": {
            name: {"value": field.value, "span": field.span, "origin": field.origin}
            if field
            else None
            for name, field in fields.items()
        },
        "pages": [{"page": p.page, "span": p.span, "label": p.label} for p in document.pages],
        "sections": [
            {
                "id": s.id,
                "title": s.title,
                "level": s.level,
                "span": s.span,
                "lines": s.lines,
                "parent": s.parent,
            }
            for s in document.sections
        ],
        "paragraphs": [
            {
                "id": p.id,
                "number": p.number,
                "number_in_section": p.number_in_section,
                "section": p.section,
                "kind": p.kind.value,
                "text": p.text,
                "pages": p.pages or None,
                "lines": p.lines,
                "locator": p.locator,
                "context": p.context,
                "source_spans": p.reading.pieces,
                "sentences": [{"id": s.id, "reading_span": s.reading_span} for s in p.sentences],
                "footnotes": [{"id": note.id, "at": note.at} for note in p.footnotes],
            }
            for p in document.paragraphs
        ],
        "footnotes": [
            {
                "id": note.id,
                "marker": note.marker,
                "text": note.text,
                "pages": note.pages or None,
                "lines": note.lines,
                "locator": note.locator,
                "source_spans": note.reading.pieces,
                "referred_from": [{"id": r.id, "at": r.at} for r in note.referred_from],
            }
            for note in document.footnotes
        ],
        "furniture": list(document.furniture),
    }


def outline(document: Document) -> str:
    """The same for a person: headings, numbered paragraphs with their places, notes."""
    how = f"{document.loader}, {document.encoding}" if document.encoding else document.loader
    lines = [f"{document.id}  ({document.source}, read as {how})"]
    lines.append(
        f"{len(document.pages) or 'no known'} pages, {len(document.sections)} sections, "
        f"{len(document.paragraphs)} paragraphs, {len(document.footnotes)} footnotes"
    )
    for name in Metadata.__dataclass_fields__:
        field = getattr(document.metadata, name)
        if field:
            lines.append(f"{name}: {field.value}")
    places = {section.id: place for place, section in enumerate(document.sections)}
    shown: str | None = None
    reached = 0  # sections that are shown, also those without a paragraph of their own
    for paragraph in document.paragraphs:
        if paragraph.section != shown and paragraph.section:
            shown, place = paragraph.section, places[paragraph.section]
            for section in document.sections[min(reached, place) : place + 1]:
                lines += _heading(section)
            reached = max(reached, place + 1)
        place_of = where(paragraph.pages, paragraph.lines, paragraph.locator)
        lines += ["", f"[{paragraph.number}] {place_of}".rstrip(), paragraph.text]
    for section in document.sections[reached:]:
        lines += _heading(section)
    for note in document.footnotes:
        place_of = where(note.pages, note.lines, note.locator)
        lines += ["", f"[note {note.marker}] {place_of}".rstrip(), note.text]
    return "\n".join(lines)


def _heading(section: Section) -> list[str]:
    return ["", f"{'#' * section.level} {section.title}"] if section.title else [""]


def where(
    pages: tuple[int, ...] | None, lines: tuple[int, int] | None, locator: str | None = None
) -> str:
    """Pages and lines in words, "page 4, lines 154-158", as far as they are known.

    Where they are not, the lines that the `locator` of a text file names.
    """
    if not pages and not lines:
        return locator if locator and _LINES.fullmatch(locator) else ""
    parts = []
    if pages:
        parts.append(f"page {pages[0]}" if len(pages) == 1 else f"pages {pages[0]}-{pages[-1]}")
    if lines:
        parts.append(f"line {lines[0]}" if lines[0] == lines[1] else f"lines {lines[0]}-{lines[1]}")
    return ", ".join(parts)


def place_line(
    citation: Citation,
    pages: tuple[int, ...] | None = None,
    lines: tuple[int, int] | None = None,
) -> str:
    """One line that says where it stands: brief › Aanleiding › paragraph 2, page 1, lines 14-19."""
    parts = [textwrap.shorten(citation.title, _TITLE, placeholder=" …")] if citation.title else []
    section = citation.section
    if section and citation.title and section[0].split() == citation.title.split():
        section = section[1:]  # the heading that is the title stands there already
    parts = [*(parts or [citation.document]), *section]
    if citation.kind == "footnote":
        parts.append("footnote " + citation.id.rsplit("#fn", 1)[-1])
    elif citation.paragraph is not None:
        parts.append(f"paragraph {citation.paragraph}")
    place = where(pages or citation.pages, lines or citation.lines, citation.locator)
    return " › ".join(parts) + (f", {place}" if place else "")
