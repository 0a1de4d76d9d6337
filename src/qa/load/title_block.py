"""The title block of a printed parliamentary paper: its own number, title, date and sender."""

from __future__ import annotations

import re

from qa.document import Document, MetadataField, Section
from qa.lang.letterheads import MASTHEADS
from qa.load.days import NAMED_DAY, read_day
from qa.load.head import Cell, Cells, is_prose
from qa.reading import Span

_LONGEST = 4000  # characters in which a title block must end
_LARGER = 1.15
_MARKED_UP = ("docx/", "html/", "markdown/")  # loaders
_DOSSIER = re.compile(
    r"(\d{2}) ?(\d{3})(?:-(\d{2}))?(?: \(?([IVXLCDM]{1,6}[AB]?|[A-HJK])\)?)?"
    r"(?:\s*\(R\d{4}\))?(?:\s+\D.*)?"
)
_NUMBER = re.compile(r"Nr\. ?(\d{1,4}|[A-Z]{1,2})\b\s*(.*)")
_YEARS = re.compile(
    r"(Tweede|Eerste)\s+Kamer\s+der\s+Staten-Generaal.{0,80}?"
    r"Vergaderjaar\s+((?:19|20)\d\d)[–-](?:(?:19|20)\d\d|\d\d)\s+Aanhangsel\s+van\s+de\s+Handelingen",
    re.S,
)
_ANSWER_NUMBER = re.compile(r"^\s*(\d{1,4})\s*$", re.M)
_QUESTIONS = re.compile(r"^\s*(Vragen\s+van\b.{20,1200}?)\s*\(ingezonden\b", re.S | re.M)
_ANSWER = re.compile(
    r"^\s*(?:Antwoord|Mededeling)\s+van\s+(?:de\s+)?(\S.{5,400}?)(?:,?\s+mede\s+namens\b.{5,400}?)?"
    rf"\s*\(ontvangen\s+({NAMED_DAY.replace(' ', chr(92) + 's+')})\)",
    re.S | re.M | re.I,
)


def read_paper(cells: Cells, head: list[Cell]) -> dict[str, MetadataField]:
    """Reference and title of a "kamerstuk": "28 638 Mensenhandel", under it "Nr. 185 Brief …"."""
    for place, cell in enumerate(head):
        file = _DOSSIER.fullmatch(cell.text)
        below = head[place + 1 : place + 9]
        numbers = ((at, _NUMBER.fullmatch(following.text)) for at, following in enumerate(below))
        at, match = next((found for found in numbers if found[1]), (0, None))
        if not file or not match:
            continue
        parts = (f"-{file[3]}" if file[3] else "") + (f" {file[4]}" if file[4] else "")
        value = f"Kamerstuk {file[1]} {file[2]}{parts}, nr. {match[1]}"
        end = below[at].span[0] + match.end(1)
        fields = {"reference": MetadataField(value, (cell.span[0], end))}
        start = below[at].span[0] + match.start(2)
        title = [Cell(match[2], (start, below[at].span[1]), below[at].block)] if match[2] else []
        for following in below[at + 1 :]:
            if not following.text.isupper():
                break
            title.append(following)
        if title:
            span = (title[0].span[0], title[-1].span[1])
            fields["title"] = MetadataField(cells.joined(title), span)
        return fields
    return {}


def read_answered_questions(document: Document, cells: Cells) -> dict[str, MetadataField]:
    """Reference, title, sender and date of an "Aanhangsel van de Handelingen"."""
    text = document.text[:_LONGEST]
    years = _YEARS.search(text)
    number = _ANSWER_NUMBER.search(text, years.end()) if years else None
    if not years or not number:
        return {}
    chamber = "II" if years[1] == "Tweede" else "I"
    following = f"{int(years[2]) + 1}"[2:]
    fields = {
        "reference": MetadataField(
            f"Aanhangsel Handelingen {chamber} {years[2]}/{following}, nr. {number[1]}",
            (years.start(2), number.end(1)),
        )
    }
    questions, answer = _QUESTIONS.search(text, number.end()), _ANSWER.search(text, number.end())
    if questions:
        fields["title"] = _field(cells, questions.span(1))
    if answer:
        fields["sender"] = _field(cells, answer.span(1))
        day = read_day(answer[2])
        if day:
            fields["date"] = MetadataField(day, answer.span(2))
    return fields


def read_heading(document: Document) -> MetadataField | None:
    """The heading above all others, or the one of a title page, where the document begins with it.

    A plain text shows no such thing: there all headings look the same. Where headings are marked
    up, one that is alone is above all others too.
    """
    first, *others = document.sections or (None,)
    if first is None or first.title is None or document.loader.startswith("text/"):
        return None
    marked_up = first.level == 1 and document.loader.startswith(_MARKED_UP)
    if not others and not marked_up:
        return None
    begins = all(p.reading.pieces[0][0] > first.span[0] for p in document.paragraphs[:1])
    above = all(other.level > first.level for other in others)
    if not begins or not (
        above or _largest(document, first) or _on_title_page(document, others[0])
    ):
        return None
    line = document.text[first.title_spans[0][0] : first.title_spans[-1][1]]
    title = line.split("\t")[0].rstrip()
    if is_masthead(title):
        return None
    start = first.title_spans[0][0]
    whole = title == line
    return MetadataField(first.title if whole else title, (start, start + len(title)))


def is_masthead(title: str) -> bool:
    """Whether a heading is the name of a series, as its first page has it."""
    return title.lower().startswith(MASTHEADS)


def _largest(document: Document, heading: Section) -> bool:
    """Whether a heading is printed larger than anything else."""
    inside, outside = [0.0], [0.0]
    for line in document.line_boxes:
        within = any(start <= line.span[0] < end for start, end in heading.title_spans)
        (inside if within else outside).append(line.bottom - line.top)
    return max(inside) > _LARGER * max(outside)


def _on_title_page(document: Document, second: Section) -> bool:
    """Whether the first page has no running text, and no heading but the first."""
    if len(document.pages) < 2 or second.span[0] < document.pages[1].span[0]:
        return False
    cover = [p for p in document.paragraphs if 1 in p.pages]
    return not any(p.pages != (1,) or is_prose(p.text) for p in cover)


def _field(cells: Cells, span: Span) -> MetadataField:
    """What stands on the lines of a span."""
    return MetadataField(cells.joined(list(cells.within(span))), span)
