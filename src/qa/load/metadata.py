"""What a document says of itself, read where documents say it; nothing is guessed.

The head of a letter, the title block of a parliamentary paper and the signature are read, and no
running text: what stands there speaks of other documents. Own rules, and no library for dates
(dateparser finds a date in anything): what a date belongs to is the question here.
"""

from __future__ import annotations

from dataclasses import fields, replace

from qa.document import Document, Metadata, MetadataField, Section
from qa.lang import detect_language
from qa.load.answers_title import read_answers_title
from qa.load.head import Cell, Cells
from qa.load.letterhead import (
    labelled,
    read_date,
    read_labelled,
    read_recipient,
    read_reference,
    read_subject,
)
from qa.load.signature import read_signature
from qa.load.title_block import is_masthead, read_answered_questions, read_heading, read_paper
from qa.reading import Span

_NEAR = 300  # characters


def read_metadata(document: Document) -> Metadata:
    """The document's metadata, with what can be read of what its loader did not set."""
    cells = Cells(document)
    head = cells.head()
    found = [*labelled(head), *labelled(cells.furniture())]
    paper = read_paper(cells, head) | read_answered_questions(document, cells)
    signature = read_signature(document, cells)
    closing = _before(cells, signature.span[0]) if signature else []
    read = Metadata(
        title=paper.get("title")
        or read_subject(cells, found)
        or read_heading(document)
        or read_answers_title(document),
        date=paper.get("date") or read_date(found, [*head, *closing]),
        sender=(signature.sender if signature else None)
        or paper.get("sender")
        or read_labelled(found, "sender"),
        signatory=signature.signatory if signature else None,
        recipient=read_recipient(cells, found, head),
        reference=paper.get("reference") or read_reference(found),
        language=document.metadata.language
        or MetadataField(detect_language(document.text), None, "detected"),
    )
    known = {
        field.name: value
        for field in fields(Metadata)
        if (value := getattr(document.metadata, field.name)) is not None
    }
    return replace(read, **known)


def stated_in(document: Document, metadata: Metadata) -> set[str]:
    """Ids of headings that are lines of a letterhead or title block: "Datum 3 maart 2021", "1786".

    They stand alone and are short or large, which makes them look like headings; as paragraphs
    they can be cited, and are not in the citations of all that follows. A heading that is nothing
    but the title stays one, and so does what a file marks as a heading itself.
    """
    if not document.has_lines:
        return set()
    known = [getattr(metadata, field.name) for field in fields(Metadata)]
    spans = [value.span for value in known if value and value.span]
    title = metadata.title.value if metadata.title else None
    titled = [section for section in document.sections if section.title]
    found = {s.id for s in titled if _shares(s, spans) and s.title != title}
    return found | {s.id for s in titled[:1] if s.title and is_masthead(s.title)}


def _shares(section: Section, spans: list[Span]) -> bool:
    """Whether a section's title has characters in one of these spans."""
    return any(
        first < end and begin < last for begin, end in spans for first, last in section.title_spans
    )


def _before(cells: Cells, offset: int) -> list[Cell]:
    """The lines just above a signature, where a decree is dated."""
    return list(cells.within((max(0, offset - _NEAR), offset)))[-3:]
