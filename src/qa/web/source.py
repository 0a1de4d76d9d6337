"""The source view: a document's own lines, with the cited words marked by their offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise

from qa.document import Document, Paragraph
from qa.passages import document_language
from qa.reading import Span
from qa.web.cited import NOTHING_FOUND, Cited, Found
from qa.web.text import Words

WINDOW = 1500  # lines shown at once
_BEFORE = 300  # lines of them that stand before the cited one
_ABSENT = str.maketrans({"\f": None, "\r": None, "\x00": "\ufffd"})  # not to be shown as they are


@dataclass(frozen=True, slots=True)
class _Layer:
    """A source span that is shown in a way of its own; `tag` opens it, `close` closes it."""

    kind: str
    span: Span
    opening: str = ""
    closing: str = ""


def line_count(document: Document) -> int:
    """Number of lines; nothing follows a last line end."""
    return document.text.count("\n") + (not document.text.endswith("\n"))


def first_line(document: Document, spans: tuple[Span, ...]) -> int:
    """The line that the view begins with, so that the cited one is in it."""
    if not spans or line_count(document) <= WINDOW:
        return 1
    return max(document.lines_of(spans[0])[0] - _BEFORE, 1)


def source_html(
    document: Document,
    cited: Cited | None,
    words: Words,
    first: int = 1,
    found: Found = NOTHING_FOUND,
) -> str:
    """The lines from `first`, at most WINDOW of them, as HTML with everything escaped."""
    starts = [0, *(i + 1 for i, char in enumerate(document.text) if char == "\n")]
    last = min(first + WINDOW - 1, line_count(document))
    layers: dict[int, list[_Layer]] = defaultdict(list)
    for layer in _layers(document, cited, found, words):
        for line in range(*_lines(starts, layer.span)):
            layers[line].append(layer)
    numbers = {
        document.lines_of(p.reading.pieces[0])[0]: p
        for p in reversed(document.paragraphs)
        if p.reading.pieces
    }
    pages = {bisect_right(starts, page.span[0]): page.page for page in document.pages}
    rows: list[str] = []
    bounds = [*starts, len(document.text) + 1]
    for line in range(first, last + 1):
        if line in pages:
            label = escape(words("page", first=pages[line]))
            rows.append(f'<div class="al-page"><span>{label}</span></div>')
        span = (bounds[line - 1], max(bounds[line] - 1, bounds[line - 1]))
        rows.append(_row(document, line, span, layers[line], numbers.get(line), words))
    language = escape(document_language(document))
    return f'<div class="al-source" lang="{language}">{"".join(_once(rows, words))}</div>'


def _layers(
    document: Document, cited: Cited | None, found: Found, words: Words
) -> Iterator[_Layer]:
    for section in document.sections:
        yield from (_Layer("heading", span) for span in section.title_spans)
    yield from (_Layer("furniture", span) for span in document.furniture)
    seen: dict[str, int] = defaultdict(int)
    for paragraph in document.paragraphs:
        for span, note_id in _references(paragraph):
            note = document.unit(note_id)
            seen[note_id] += 1
            anchor = _anchor(note_id)
            to_note = escape(words("to_note", marker=getattr(note, "marker", "")))
            opening = (
                f'<a class="al-ref al-mark" id="ref-{anchor}-{seen[note_id]}" '
                f'href="#note-{anchor}" aria-label="{to_note}">'
            )
            yield _Layer("link", span, opening, "</a>")
    for note in document.footnotes:
        yield from (_Layer("note", span) for span in note.reading.pieces)
        anchor = _anchor(note.id)
        if note.referred_from:
            label = escape(words("to_text"))
            opening = (
                f'<a class="al-ref al-return" id="note-{anchor}" href="#ref-{anchor}-1" '
                f'title="{label}">'
            )
            yield _Layer("link", note.label_span, opening, "</a>")
        yield _Layer("note", note.label_span)
    if cited:
        yield from (_Layer("cited", span) for span in cited.spans)
        yield from (_Layer("words", span) for span in cited.words)
    yield from (_Layer("found", span) for span in found.spans)
    yield from (_Layer("here", span) for span in found.here)


def _references(paragraph: Paragraph) -> Iterator[tuple[Span, str]]:
    """The source span of each footnote mark in a paragraph, and the note it refers to."""
    marks = [step for step in paragraph.reading.steps if step.source in paragraph.reading.marks]
    left = list(paragraph.footnotes)
    for mark in marks:
        found = next((note for note in left if note.at == mark.target[0]), None)
        if found:
            left.remove(found)
            yield mark.source, found.id


def _row(
    document: Document,
    line: int,
    span: Span,
    layers: list[_Layer],
    paragraph: Paragraph | None,
    words: Words,
) -> str:
    kinds = {layer.kind for layer in layers}
    look = next((kind for kind in ("heading", "note", "furniture") if kind in kinds), "body")
    number = ""
    if paragraph:
        title = escape(words("paragraph", number=paragraph.number))
        number = f'<span title="{title}">{paragraph.number}</span>'
    heading = ' role="heading" aria-level="3"' if look == "heading" else ""
    return (
        f'<div class="al-line al-{look}"><span class="al-alinea">{number}</span>'
        f'<span class="al-number" aria-hidden="true">{line}</span>'
        f'<span class="al-text"{heading}>{_text(document.text, span, layers)}</span></div>'
    )


def _text(text: str, span: Span, layers: list[_Layer]) -> str:
    """A line's text: cut wherever a layer begins or ends, runs of cited text in one mark."""
    edges = {min(max(edge, span[0]), span[1]) for layer in layers for edge in layer.span}
    pieces = list(pairwise(sorted(edges | set(span))))
    parts: list[str] = []
    for cited, run in groupby(pieces, key=lambda piece: _inside(piece, layers, "cited")):
        inner = "".join(_piece(text, piece, layers) for piece in run)
        parts.append(f"{MARK}{inner}</mark>" if cited else inner)
    return "".join(parts)


def _piece(text: str, piece: Span, layers: list[_Layer]) -> str:
    html = escape(text[slice(*piece)].translate(_ABSENT))
    if _inside(piece, layers, "words"):
        html = f"<strong>{html}</strong>"
    for kind in ("here", "found"):
        if _inside(piece, layers, kind):
            html = f'<span class="al-{kind}">{html}</span>'
            break
    for layer in layers:
        if layer.kind == "link" and layer.span[0] <= piece[0] and piece[1] <= layer.span[1]:
            html = f"{layer.opening}{html}{layer.closing}"
    return html


def _inside(piece: Span, layers: list[_Layer], kind: str) -> bool:
    return any(
        layer.span[0] <= piece[0] and piece[1] <= layer.span[1]
        for layer in layers
        if layer.kind == kind
    )


MARK = "<mark>"
_HERE = '<span class="al-here"'


def _once(rows: list[str], words: Words) -> list[str]:
    """Give the first mark its id, and say to those who hear the page where the quote begins."""
    here = next((position for position, row in enumerate(rows) if _HERE in row), None)
    if here is not None:
        rows[here] = rows[here].replace(_HERE, f'{_HERE} id="found"', 1)
    marked = [position for position, row in enumerate(rows) if MARK in row]
    if not marked:
        return rows
    first, last = marked[0], marked[-1]
    begins = f'<span class="al-hidden">{escape(words("quote_starts"))} </span>'
    ends = f'<span class="al-hidden"> {escape(words("quote_ends"))}</span>'
    rows[first] = rows[first].replace(MARK, f'{begins}<mark id="cited">', 1)
    rows[last] = f"</mark>{ends}".join(rows[last].rsplit("</mark>", 1))
    return rows


def _lines(starts: list[int], span: Span) -> tuple[int, int]:
    """First line that a span touches, and the one after the last."""
    return bisect_right(starts, span[0]), bisect_right(starts, max(span[1] - 1, span[0])) + 1


def _anchor(note_id: str) -> str:
    """The part of a note's id after its document's, for use in an address."""
    return note_id.rpartition("#")[2]
