"""A reference as Dutch lawyers write it, after the Leidraad voor juridische auteurs.

The number of a parliamentary paper, a gazette or a case is given only where the document's own
reference number states it; nothing is taken from its text. Without one, a reference is made of
what is known: who wrote it, to whom, what it is called, of when.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from qa.document import Document
from qa.references import find_cited
from qa.references.dutch import CHAPTER
from qa.references.forms import ReferenceKind
from qa.web.text import Words, day_of

_DUTCH = Words("nl")
_PAPER = re.compile(
    rf"kst-(?P<file>\d{{5}}(?:-\d{{2}}(?=-))?)(?:-(?P<chapter>{CHAPTER}))?-(?P<nr>\w+)"
)
_ANNEX = re.compile(r"ah-(?P<chamber>[te])k-(?P<first>\d{4})(?P<second>\d{4})-(?P<nr>\d+)")
_DEBATE = re.compile(
    r"h-(?P<chamber>[te])k-(?P<first>\d{4})(?P<second>\d{4})-(?P<nr>\d+)(?:-(?P<item>\d+))?"
)
_GAZETTE = re.compile(r"(?P<series>stcrt|stb|trb)-(?P<year>\d{4})-(?P<nr>\d+)")
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)\b")


def legal_reference(document: Document, pages: tuple[str, ...], paragraph: int | None) -> str:
    """The reference to a place: `pages` as printed, or else counted; one to three parts of them.

    Where there are no pages the number of the paragraph stands for them.
    """
    place = ""
    if pages:
        span = pages[0] if len(pages) == 1 else f"{pages[0]}-{pages[-1]}"
        place = f", p. {span}"
    elif paragraph is not None:
        place = f", al. {paragraph}"
    return f"{_official(document) or _described(document)}{place}."


def _official(document: Document) -> str | None:
    """The official form, where the document's own reference number is one."""
    field = document.metadata.reference
    cited = find_cited(field.value) if field else []
    if field is None or len(cited) != 1:
        return None
    own = cited[0]
    match own.kind:
        case ReferenceKind.KAMERSTUK:
            return _paper(own.identifier, field.value, document)
        case ReferenceKind.AANHANGSEL:
            return _annex(own.identifier)
        case ReferenceKind.HANDELINGEN:
            return _debate(own.identifier)
        case ReferenceKind.STAATSCOURANT | ReferenceKind.STAATSBLAD | ReferenceKind.TRACTATENBLAD:
            found = _GAZETTE.fullmatch(own.identifier)
            return (
                f"{found['series'].capitalize()}. {found['year']}, {found['nr']}" if found else None
            )
        case ReferenceKind.CASE:
            return own.identifier
    return None


def _paper(identifier: str, printed: str, document: Document) -> str | None:
    """`Kamerstukken II 2020/21, 28638, nr. 185`; the Eerste Kamer numbers with letters."""
    found = _PAPER.fullmatch(identifier)
    if not found:
        return None
    letters = found["nr"].isalpha()
    years = _YEARS.search(printed)
    session = _session_from(int(years[1])) if years else _session(document)
    number = found["nr"] if letters else f"nr. {found['nr']}"
    file = " ".join(filter(None, (found["file"], found["chapter"])))
    head = " ".join(filter(None, ("Kamerstukken", "I" if letters else "II", session)))
    return f"{head}, {file}, {number}"


def _annex(identifier: str) -> str | None:
    found = _ANNEX.fullmatch(identifier)
    if not found:
        return None
    chamber = "II" if found["chamber"] == "t" else "I"
    session = _session_from(int(found["first"]))
    return f"Aanhangsel Handelingen {chamber} {session}, nr. {found['nr']}"


def _debate(identifier: str) -> str | None:
    found = _DEBATE.fullmatch(identifier)
    if not found:
        return None
    chamber = "II" if found["chamber"] == "t" else "I"
    item = f", item {found['item']}" if found["item"] else ""
    return f"Handelingen {chamber} {_session_from(int(found['first']))}, nr. {found['nr']}{item}"


def _session(document: Document) -> str | None:
    """The parliamentary year of a document's date; it begins on the third Tuesday of September."""
    field = document.metadata.date
    day = day_of(field.value) if field else None
    if day is None:
        return None
    first = date(day.year, 9, 1)
    opening = first + timedelta(days=(1 - first.weekday()) % 7 + 14)
    return _session_from(day.year if day >= opening else day.year - 1)


def _session_from(year: int) -> str:
    following = (year + 1) % 100
    return f"{year}/{year + 1}" if following == 0 else f"{year}/{following:02}"


def _described(document: Document) -> str:
    """Who wrote it, to whom, what it is called, its own mark and its date, as far as known."""
    known = document.metadata
    sender, title = known.sender or known.signatory, known.title
    if known.recipient and sender:
        head = f"Brief van {_small(sender.value)} aan {_small(known.recipient.value)}"
        parts = [head, f"‘{title.value}’" if title else ""]
    else:
        parts = [sender.value if sender else "", title.value if title else document.id]
    if known.reference:
        parts.append(f"kenmerk {known.reference.value}")
    parts.append(_DUTCH.date(known.date.value) if known.date else "")
    return ", ".join(part for part in parts if part)


def _small(name: str) -> str:
    """A name within a sentence: "De Minister" as "de Minister"."""
    return name[:1].lower() + name[1:] if re.match(r"(De|Het|The)\b", name) else name
