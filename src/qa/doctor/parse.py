"""What was recognised in a document, page by page or section by section."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from qa.doctor.hyphens import BrokenWord, broken_words
from qa.doctor.suspicions import suspicions, unlinked_marks
from qa.document import Document, Footnote, Paragraph, ParagraphKind
from qa.ledger import unassigned
from qa.reading import Span

_SHOWN = 80  # characters of a text


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note, and the words before each mark that refers to it; none for an orphan."""

    id: str
    marker: str
    text: str
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A paragraph that looks odd, and why."""

    id: str
    reason: str
    text: str


@dataclass(frozen=True)
class Part:
    """A page or a section: what was made of its text. `page` is None for a section."""

    name: str
    page: int | None
    span: Span
    counts: dict[str, int]
    furniture: tuple[str, ...]
    hyphens: tuple[BrokenWord, ...]
    notes: tuple[NoteRow, ...]
    marks_without_note: tuple[Suspicion, ...]
    unassigned: tuple[str, ...]
    suspicious: tuple[Suspicion, ...]
    picture: bool = False  # a page such as a scan, without text

    @property
    def orphans(self) -> tuple[NoteRow, ...]:
        """Notes that no mark refers to."""
        return tuple(note for note in self.notes if not note.after)

    @property
    def doubts(self) -> int:
        """How many things a person should look at."""
        found = (self.orphans, self.marks_without_note, self.unassigned, self.suspicious)
        return self.picture + sum(map(len, found))

    def to_dict(self) -> dict[str, Any]:
        """As JSON holds it."""
        return asdict(self)


def examine_document(document: Document) -> list[Part]:
    """The parts of a document, in order, each with what begins in it."""
    loose = unassigned(document)
    return [_part(document, name, page, span, loose) for name, page, span in _extents(document)]


def _extents(document: Document) -> list[tuple[str, int | None, Span]]:
    """Pages, or else sections without those inside them; all of the text either way."""
    if document.pages:
        names = [
            f"page {p.page}" + (f" (printed {p.label})" if p.label else "") for p in document.pages
        ]
        return [(n, p.page, p.span) for n, p in zip(names, document.pages, strict=True)]
    begins = [section.span[0] for section in document.sections]
    begins = [0, *begins[1:]]
    ends = [*begins[1:], len(document.text)]
    named = (section.title or "before the first heading" for section in document.sections)
    titles = [title.rstrip(":") for title in named]
    return [(t, None, (b, e)) for t, b, e in zip(titles or [""], begins, ends, strict=True)]


def _part(document: Document, name: str, page: int | None, span: Span, loose: list[Span]) -> Part:
    def here(offset: int) -> bool:
        return span[0] <= offset < span[1]

    paragraphs = [p for p in document.paragraphs if here(p.reading.pieces[0][0])]
    notes = [n for n in document.footnotes if here((n.reading.pieces or (n.label_span,))[0][0])]
    headings = [s for s in document.sections if s.title_spans and here(s.title_spans[0][0])]
    counts = Counter({"heading": len(headings)}) if headings else Counter[str]()
    counts.update("paragraph" if p.kind is ParagraphKind.BODY else p.kind.value for p in paragraphs)
    if notes:
        counts["footnote"] = len(notes)
    readings = [p.reading for p in document.paragraphs] + [n.reading for n in document.footnotes]
    words = [w for r in readings for w in broken_words(r, document.text) if here(w.span[0])]
    return Part(
        name=name,
        page=page,
        span=span,
        counts=dict(counts),
        furniture=tuple(document.text[slice(*f)] for f in document.furniture if here(f[0])),
        hyphens=tuple(words),
        notes=tuple(_note(document, note) for note in notes),
        marks_without_note=tuple(
            Suspicion(p.id, "may be the mark of a note", word)
            for p in paragraphs
            for word in unlinked_marks(p)
        ),
        unassigned=tuple(document.text[slice(*s)] for s in loose if here(s[0])),
        suspicious=tuple(
            Suspicion(p.id, reason, _short(p))
            for p in paragraphs
            for reason in suspicions(document, p)
        ),
        picture=any(p.page == page and p.picture for p in document.pages),
    )


def _short(paragraph: Paragraph) -> str:
    text = paragraph.text
    if len(text) <= _SHOWN:
        return text
    return f"{text[: _SHOWN // 2].rstrip()} … {text[-_SHOWN // 2 :].lstrip()}"


def _note(document: Document, note: Footnote) -> NoteRow:
    after = tuple(
        " ".join(document.unit(r.id).text[: r.at].split()[-3:]) for r in note.referred_from
    )
    return NoteRow(note.id, note.marker, note.text, after)
