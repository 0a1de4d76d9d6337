"""A citation opened: the paragraph or footnote, and those that stand before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from qa.cite import cite
from qa.document import Document, Paragraph
from qa.errors import AlineaError
from qa.result import Citation


@dataclass(frozen=True, slots=True)
class OpenedCitation:
    """A paragraph or footnote, and its neighbours in the order of the document."""

    citation: Citation
    before: tuple[Citation, ...]
    after: tuple[Citation, ...]


def document_of(unit_id: str) -> str:
    """The id of the document that a paragraph, footnote or sentence stands in."""
    return unit_id.rpartition("#")[0]


def open_citation(document: Document, unit_id: str, neighbours: int) -> OpenedCitation:
    """A paragraph, or that of a sentence, or a footnote, with at most so many on each side.

    AlineaError where the document has no such unit.
    """
    unit_id = f"{document.id}#{unit_id.rpartition('#')[2].partition('.')[0]}"
    try:
        unit = document.unit(unit_id)
    except KeyError:
        raise AlineaError(
            "no_such_unit", f"There is no paragraph or footnote {unit_id!r} in the index."
        ) from None
    row = document.paragraphs if isinstance(unit, Paragraph) else document.footnotes
    ids = [other.id for other in row]
    at = ids.index(unit_id)
    before, after = ids[max(at - neighbours, 0) : at], ids[at + 1 : at + 1 + neighbours]
    return OpenedCitation(
        citation=cite(document, unit_id),
        before=tuple(cite(document, other) for other in before),
        after=tuple(cite(document, other) for other in after),
    )
