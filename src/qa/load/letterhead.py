"""What a letter says of itself above its text: date, subject, reference, who is written to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.document import MetadataField
from qa.lang import as_listed
from qa.lang.letterheads import LETTERHEADS, POST_BOXES
from qa.lang.writing import NO_ADDRESS_ENDS_IN
from qa.load.days import DAY, NAMED_DAY, read_day
from qa.load.head import Cell, Cells

_FIELDS = ("date", "subject", "reference", "recipient", "sender", "other")
_LABELS = {
    label: field for head in LETTERHEADS for field in _FIELDS for label in getattr(head, field)
}
_ANY = "|".join(re.escape(label) for label in sorted(_LABELS, key=len, reverse=True))
_LABEL = re.compile(rf"({_ANY})(?![\w-])\s*(:?)\s*(.*)", re.I | re.S)
_LABEL_FIRST = re.compile(rf"(?=[A-ZÀ-Ý])(?i:{_ANY})(?:\s*:(?=\s|$)|\t|[ \u00a0]{{3,}})")
_VERSION = "|".join(word for head in LETTERHEADS for word in head.versions)
_NAME = "[A-ZÀ-Ý][a-zà-ÿ]+"
_PLACE = (
    rf"(?-i:(?:['’]s[- ]|['’]t |De |Den |Het |New |St\.? )?{_NAME}(?:[- ]{_NAME})?"
    rf"(?:[- ](?:aan|op|bij|in|en|den|de|der|het|over)){{0,2}}(?:[- ]{_NAME})?)"
)
_DATELINE = re.compile(
    rf"(?:{_PLACE}\s?,\s*|(?:{_VERSION})\s+[\d.]+\s*,?\s*)({NAMED_DAY})\.?", re.I
)
_DATE = re.compile(rf"(?:{_PLACE}\s?,\s*)?({DAY})", re.I)
# Each further part is taken whole, for trying shorter ones takes time without end.
_REFERENCE = re.compile(
    r"(?=[^\s]*\d)[\w.][\w./:-]*(?> (?=[\w./-]*\d)(?:[\w.-]|/(?! )|/(?= [\w./-]*\d))+| ?/ ?\w+)*"
)
_LONGEST_REFERENCE = 200
_TO = "|".join(head.to for head in LETTERHEADS)
_ARTICLE = "|".join(word for head in LETTERHEADS for word in head.articles)
_ADDRESSEE = "|".join(word for head in LETTERHEADS for word in head.addressees)
_ADDRESS = re.compile(rf"(?:(?:{_TO})\s+)?((?:{_ARTICLE})\s+(?:{_ADDRESSEE})\b.*)", re.I)
_WRITTEN_TO = re.compile(rf"(?:{_TO})\s", re.I)
_BOX = "|".join(POST_BOXES)
_POSTAL = re.compile(rf"{_BOX}|\b\d{{4}} ?[A-Z]{{2}}\b", re.I)
_LEANING = re.compile(rf"(?:,|\b(?:{'|'.join(NO_ADDRESS_ENDS_IN)}))$", re.I)
_LONGEST_TITLE = 400
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label met, with the cells of what follows it: the rest of its own, or those below."""

    field: str
    cells: tuple[Cell, ...]


def begins_with_label(text: str) -> bool:
    """Whether a line begins with a label that a colon or a wide gap sets apart: "Datum:"."""
    return bool(_LABEL_FIRST.match(text))


def labelled(cells: list[Cell]) -> Iterator[Labelled]:
    """The labels among cells, each with its value."""
    for number, cell in enumerate(cells):
        match = _LABEL.fullmatch(cell.text)
        if not match or not _is_label(match):
            continue
        below = cells[number + 1 : number + 1 + _MOST_LINES]
        if match[3]:
            start = cell.span[0] + match.start(3)
            own = Cell(match[3], (start, cell.span[1]), cell.block)
        elif below and not starts_anew(below[0]):
            own, below = below[0], below[1:]
        else:
            continue
        yield Labelled(_LABELS[as_listed(match[1])], (own, *_running_on(own, below)))


def _is_label(match: re.Match[str]) -> bool:
    """Whether a word that may be a label is one: it stands alone, or before a value of its kind."""
    field, colon, value = _LABELS[as_listed(match[1])], match[2], match[3]
    if colon or field == "other" or (not value and field not in ("recipient", "sender")):
        return True
    if field == "date":
        return bool(_DATE.fullmatch(value))
    if field == "reference":
        return _is_reference(value)
    return field == "subject" and (value[0].isupper() or value[0] in "«“\"'‘(")


def _is_reference(text: str) -> bool:
    return len(text) <= _LONGEST_REFERENCE and bool(_REFERENCE.fullmatch(text))


def starts_anew(cell: Cell) -> bool:
    """Whether a cell begins something of its own: a label, a dateline, an address."""
    match = _LABEL.fullmatch(cell.text)
    return bool(
        (match and _is_label(match))
        or _DATELINE.fullmatch(cell.text)
        or (_WRITTEN_TO.match(cell.text) and _ADDRESS.fullmatch(cell.text))
    )


def _running_on(first: Cell, below: list[Cell]) -> Iterator[Cell]:
    for cell in below:
        if cell.block != first.block or starts_anew(cell):
            return
        yield cell


def read_date(found: list[Labelled], datelines: list[Cell]) -> MetadataField | None:
    """The date after a label, else that of a dateline; none where two differ."""
    matches = [
        (match, item.cells[0])
        for item in found
        if item.field == "date" and (match := _DATE.fullmatch(item.cells[0].text))
    ] or [(match, cell) for cell in datelines if (match := _DATELINE.fullmatch(cell.text))]
    days = [
        MetadataField(day, (cell.span[0] + match.start(1), cell.span[0] + match.end(1)))
        for match, cell in matches
        if (day := read_day(match[1]))
    ]
    return days[0] if len({day.value for day in days}) == 1 else None


def read_subject(cells: Cells, found: list[Labelled]) -> MetadataField | None:
    """What a letter is about; none where it cannot be told where the subject ends."""
    subject = next((item for item in found if item.field == "subject"), None)
    if subject is None:
        return None
    value = cells.joined(list(subject.cells))
    whole = len(subject.cells) <= _MOST_LINES and not re.search(r"[a-z]{2}[.?!] [A-Z]", value)
    if not whole or len(value) > _LONGEST_TITLE or not any(map(str.isalpha, value)):
        return None
    return MetadataField(value, (subject.cells[0].span[0], subject.cells[-1].span[1]))


def read_reference(found: list[Labelled]) -> MetadataField | None:
    """The sender's own reference number."""
    for item in found:
        if item.field == "reference" and _is_reference(item.cells[0].text):
            return MetadataField(item.cells[0].text, item.cells[0].span)
    return None


def read_labelled(found: list[Labelled], field: str) -> MetadataField | None:
    """The one line after a label such as "Van:"."""
    item = next((item for item in found if item.field == field), None)
    return MetadataField(item.cells[0].text, item.cells[0].span) if item else None


def read_recipient(cells: Cells, found: list[Labelled], head: list[Cell]) -> MetadataField | None:
    """Who is written to: after "Aan:", "Aan de Voorzitter …", or above a postal address."""
    labelled_one = read_labelled(found, "recipient")
    if labelled_one:
        return labelled_one
    for number, cell in enumerate(head):
        match = _ADDRESS.fullmatch(cell.text)
        if not match:
            continue
        start = cell.span[0] + match.start(1)
        name = _POSTAL.split(match[1])[0].rstrip(" ,")
        lines = [Cell(name, (start, start + len(name)), cell.block)]
        below = head[number + 1 : number + 5]
        while below and (below[0].text[0].islower() or _LEANING.search(lines[-1].text)):
            lines.append(below.pop(0))
        posted = name != match[1] or any(_POSTAL.search(other.text) for other in below[:2])
        if posted or _WRITTEN_TO.match(cell.text):
            return MetadataField(cells.joined(lines), (start, lines[-1].span[1]))
    return None
