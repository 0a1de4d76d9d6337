"""A document in reading form: headings, numbered paragraphs, page breaks, and its notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html import escape
from itertools import groupby, pairwise

from qa.document import Document, Footnote, Paragraph, ParagraphKind, Section
from qa.passages import document_language
from qa.reading import Span
from qa.web.cited import Cited, Found, reading_span
from qa.web.text import Words

WINDOW = 400  # paragraphs shown at once
_BEFORE = 60  # of them that stand before the cited one
_KINDS = {
    ParagraphKind.LIST_ITEM: " al-item",
    ParagraphKind.TABLE_ROW: " al-cells",
    ParagraphKind.QUESTION: " al-put",
    ParagraphKind.SIGNATURE: " al-signed",
}


def first_paragraph(document: Document, spans: tuple[Span, ...]) -> int:
    """Number of the paragraph that the view begins with, so that the cited one is in it."""
    if not spans or len(document.paragraphs) <= WINDOW:
        return 1
    place = _place_in_text(document, spans[0][0])
    before = sum(1 for p in document.paragraphs if _start(p) <= place)
    return max(before - _BEFORE, 1)


def _place_in_text(document: Document, offset: int) -> int:
    """An offset; of one in a note, which may lie at the end, where the first mark of it stands."""
    for note in document.footnotes:
        if note.referred_from and _holds(note, offset):
            unit = document.unit(note.referred_from[0].id)
            return _start(unit) if isinstance(unit, Paragraph) else offset
    return offset


def reading_html(
    document: Document, cited: Cited | None, found: Found, words: Words, first: int = 1
) -> str:
    """The paragraphs from the `first`-th, at most WINDOW of them, with everything escaped."""
    shown = document.paragraphs[first - 1 : first - 1 + WINDOW]
    if not shown:
        return ""
    # A heading between two windows belongs to both: it ends one and begins the other.
    before = document.paragraphs[first - 2].reading.pieces if first > 1 else ()
    begin = max((end for _, end in before), default=0)
    later = document.paragraphs[first - 1 + WINDOW :]
    end = _start(later[0]) if later else len(document.text)
    ids = {note.id for p in shown for note in p.footnotes}
    looked_at = [place[0][0] for place in found.places]
    notes = [
        note
        for note in document.footnotes
        if note.id in ids
        or not note.referred_from
        or (cited and cited.unit is note)
        or any(_holds(note, offset) for offset in looked_at)
    ]
    marks = _Marks(document, cited, found, words)
    headings = [(s.title_spans[0][0], s) for s in document.sections if s.title_spans]
    units: list[tuple[int, Section | Paragraph]] = [
        *((start, section) for start, section in headings if begin <= start < end),
        *((_start(p), p) for p in shown),
    ]
    units.sort(key=lambda unit: unit[0])
    pages = {page.span[0]: page.page for page in document.pages}
    if first > 1:  # of the pages before only that which the window begins on
        for offset in sorted(offset for offset in pages if offset <= units[0][0])[:-1]:
            del pages[offset]
    rows: list[str] = []
    for start, unit in units:
        for offset in sorted(offset for offset in pages if offset <= start):
            rows.append(_page(pages.pop(offset), words))
        rows.append(_heading(unit, marks) if isinstance(unit, Section) else _paragraph(unit, marks))
        if isinstance(unit, Paragraph):
            for offset in unit.reading.cuts:
                pages.pop(offset, None)
    if notes:
        rows.append(f'<h3 class="al-small">{escape(words("all_notes"))}</h3>')
        rows += [_note(note, marks) for note in notes]
    language = escape(document_language(document))
    return f'<div class="al-source al-reading" lang="{language}">{"".join(rows)}</div>'


def _start(paragraph: Paragraph) -> int:
    pieces = paragraph.reading.pieces
    return pieces[0][0] if pieces else 0


def _holds(note: Footnote, offset: int) -> bool:
    return any(start <= offset < end for start, end in note.reading.pieces)


class _Marks:
    """What is to be marked, given out piece by piece; the first mark gets the id to scroll to."""

    def __init__(self, document: Document, cited: Cited | None, found: Found, words: Words) -> None:
        self.document, self.cited, self.found, self.words = document, cited, found, words
        self.numbers: dict[str, int] = defaultdict(int)
        self._ids = {"cited": ' id="cited"', "here": ' id="found"'}

    def of(self, unit: Paragraph | Footnote) -> dict[str, list[Span]]:
        """Spans of the reading text of a unit, by kind."""
        low = min((start for start, _ in unit.reading.pieces), default=0)
        high = max((end for _, end in unit.reading.pieces), default=0)
        near = [place for place in self.found.places if low <= place[0][0] < high]
        groups: dict[str, list[tuple[Span, ...]]] = {
            "cited": [self.cited.spans] if self.cited and self.cited.unit is unit else [],
            "words": [self.cited.words] if self.cited and self.cited.unit is unit else [],
            "found": near,
            "here": [self.found.here] if self.found.here in near else [],
        }
        return {
            kind: [span for spans in places if (span := reading_span(unit.reading, spans))]
            for kind, places in groups.items()
        }

    def id(self, kind: str) -> str:
        return self._ids.pop(kind, "")


def _page(page: int, words: Words) -> str:
    return f'<div class="al-page"><span>{escape(words("page", first=page))}</span></div>'


def _heading(section: Section, marks: _Marks) -> str:
    level = min(section.level + 2, 6)
    kind = ""
    if section.title_spans in marks.found.places:
        here = section.title_spans == marks.found.here
        kind = f' class="al-here"{marks.id("here")}' if here else ' class="al-found"'
    return f"<h{level}{kind}>{escape(section.title or '')}</h{level}>"


def _paragraph(paragraph: Paragraph, marks: _Marks) -> str:
    title = escape(marks.words("paragraph", number=paragraph.number))
    context = ""
    if paragraph.context and paragraph.kind is ParagraphKind.TABLE_ROW:
        context = f'<span class="al-heads">{escape(paragraph.context)}</span>'
    return (
        f'<div class="al-line{_KINDS.get(paragraph.kind, "")}">'
        f'<span class="al-alinea"><span title="{title}">{paragraph.number}</span></span>'
        f'<p class="al-text">{context}{_text(paragraph, marks)}</p></div>'
    )


def _note(note: Footnote, marks: _Marks) -> str:
    name = note.id.rpartition("#")[2]
    label = f'<span class="al-marker" id="note-{name}">{escape(note.marker)}</span>'
    if marks.numbers[note.id]:  # a mark of it is shown
        label = (
            f'<a class="al-ref al-return" id="note-{name}" href="#ref-{name}-1" '
            f'title="{escape(marks.words("to_text"))}">{escape(note.marker)}</a>'
        )
    return (
        f'<div class="al-line al-note"><span class="al-alinea">{label}</span>'
        f'<p class="al-text">{_text(note, marks)}</p></div>'
    )


def _text(unit: Paragraph | Footnote, marks: _Marks) -> str:
    """The reading text, cut wherever a mark begins or ends or something is put in."""
    spans, inserts = marks.of(unit), dict(_inserts(unit, marks))
    edges = {0, len(unit.text), *inserts}
    edges |= {edge for found in spans.values() for span in found for edge in span}
    pieces = list(pairwise(sorted(edges)))
    parts: list[str] = []
    for cited, run in groupby(pieces, key=lambda piece: _inside(piece, spans["cited"])):
        inner = "".join(_piece(unit.text, piece, spans, inserts, marks) for piece in run)
        if cited:
            begins = f'<span class="al-hidden">{escape(marks.words("quote_starts"))} </span>'
            ends = f'<span class="al-hidden"> {escape(marks.words("quote_ends"))}</span>'
            inner = f"{begins}<mark{marks.id('cited')}>{inner}</mark>{ends}"
        parts.append(inner)
    return "".join([*parts, inserts.get(len(unit.text), "")])


def _piece(
    text: str,
    piece: Span,
    spans: dict[str, list[Span]],
    inserts: dict[int, str],
    marks: _Marks,
) -> str:
    html = escape(text[slice(*piece)])
    if _inside(piece, spans["words"]):
        html = f"<strong>{html}</strong>"
    if _inside(piece, spans["here"]):
        html = f'<span class="al-here"{marks.id("here")}>{html}</span>'
    elif _inside(piece, spans["found"]):
        html = f'<span class="al-found">{html}</span>'
    return inserts.get(piece[0], "") + html


def _inserts(unit: Paragraph | Footnote, marks: _Marks) -> Iterator[tuple[int, str]]:
    """What stands between the words: links to notes, and where a page begins."""
    found: dict[int, str] = defaultdict(str)
    for reference in unit.footnotes if isinstance(unit, Paragraph) else ():
        marks.numbers[reference.id] += 1
        name, note = reference.id.rpartition("#")[2], marks.document.unit(reference.id)
        marker = note.marker if isinstance(note, Footnote) else ""
        found[reference.at] += (
            f'<a class="al-ref al-mark" id="ref-{name}-{marks.numbers[reference.id]}" '
            f'href="#note-{name}" aria-label="{escape(marks.words("to_note", marker=marker))}">'
            f"{escape(marker)}</a>"
        )
    starts = {page.span[0]: page.page for page in marks.document.pages}
    for cut in unit.reading.cuts:
        page = starts.get(cut)
        at = next((s.target[0] for s in unit.reading.steps if s.source[0] >= cut), None)
        if page and at is not None:
            label = escape(marks.words("page", first=page))
            found[at] += f'<span class="al-break"> [{label}] </span>'
    yield from found.items()


def _inside(piece: Span, spans: list[Span]) -> bool:
    return any(start <= piece[0] and piece[1] <= end for start, end in spans)
