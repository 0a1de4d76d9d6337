"""What was recognised in a document, page by page or section by section."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from qa.doctor.hyphens import BrokenWord, broken_words
from qa.doctor.placed import Placed
from qa.doctor.suspicions import suspicions, unlinked_marks
from qa.document import Document, Footnote, Paragraph, ParagraphKind, Section
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
    made = _made_of(document)
    return [_part(document, name, page, span, made) for name, page, span in _extents(document)]


@dataclass(frozen=True)
class _Made:
    """What was made of a whole document, each thing by where it begins."""

    headings: Placed[Section]
    paragraphs: Placed[Paragraph]
    notes: Placed[Footnote]
    words: Placed[BrokenWord]
    furniture: Placed[Span]
    loose: Placed[Span]
    pictures: frozenset[int]  # pages


def _made_of(document: Document) -> _Made:
    units: list[Paragraph | Footnote] = [*document.paragraphs, *document.footnotes]
    words = (word for unit in units for word in broken_words(unit.reading))
    return _Made(
        headings=Placed((s.title_spans[0][0], s) for s in document.sections if s.title_spans),
        paragraphs=Placed((p.reading.pieces[0][0], p) for p in document.paragraphs),
        notes=Placed(((n.reading.pieces or (n.label_span,))[0][0], n) for n in document.footnotes),
        words=Placed((word.span[0], word) for word in words),
        furniture=Placed((span[0], span) for span in document.furniture),
        loose=Placed((span[0], span) for span in unassigned(document)),
        pictures=frozenset(page.page for page in document.pages if page.picture),
    )


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


def _part(document: Document, name: str, page: int | None, span: Span, made: _Made) -> Part:
    paragraphs, notes = made.paragraphs.within(span), made.notes.within(span)
    headings = made.headings.within(span)
    counts = Counter({"heading": len(headings)}) if headings else Counter[str]()
    counts.update("paragraph" if p.kind is ParagraphKind.BODY else p.kind.value for p in paragraphs)
    if notes:
        counts["footnote"] = len(notes)
    return Part(
        name=name,
        page=page,
        span=span,
        counts=dict(counts),
        furniture=tuple(document.text[slice(*f)] for f in made.furniture.within(span)),
        hyphens=tuple(made.words.within(span)),
        notes=tuple(_note(document, note) for note in notes),
        marks_without_note=tuple(
            Suspicion(p.id, "may be the mark of a note", word)
            for p in paragraphs
            for word in unlinked_marks(p)
        ),
        unassigned=tuple(document.text[slice(*s)] for s in made.loose.within(span)),
        suspicious=tuple(
            Suspicion(p.id, reason, _short(p))
            for p in paragraphs
            for reason in suspicions(document, p)
        ),
        picture=page in made.pictures,
    )


def _short(paragraph: Paragraph) -> str:
    text = paragraph.text
    if len(text) <= _SHOWN:
        return text
    return f"{text[: _SHOWN // 2].rstrip()} … {text[-_SHOWN // 2 :].lstrip()}"


def _note(document: Document, note: Footnote) -> NoteRow:
    after = tuple(
        " ".join(document.unit(r.id).text[: r.at].rsplit(maxsplit=3)[-3:])
        for r in note.referred_from
    )
    return NoteRow(note.id, note.marker, note.text, after)
