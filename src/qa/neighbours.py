"""A citation opened: a paragraph or footnote with those before and after it, or a section."""

from __future__ import annotations

from dataclasses import dataclass

from qa.cite import cite, cite_section
from qa.document import Document, Paragraph
from qa.errors import AlineaError
from qa.passages import make_sections
from qa.result import Citation


@dataclass(frozen=True, slots=True)
class OpenedCitation:
    """A paragraph or footnote, and its neighbours in the order of the document; or a section."""

    citation: Citation
    before: tuple[Citation, ...]
    after: tuple[Citation, ...]


def document_of(unit_id: str) -> str:
    """The id of the document that a paragraph, footnote, sentence or section stands in."""
    return unit_id.rpartition("#")[0]


def open_citation(document: Document, unit_id: str, neighbours: int) -> OpenedCitation:
    """A paragraph, or that of a sentence, or a footnote, with at most so many on each side.

    A section comes without neighbours. AlineaError where the document has no such unit.
    """
    unit_id = f"{document.id}#{unit_id.rpartition('#')[2].partition('.')[0]}"
    if any(section.id == unit_id for section in document.sections):
        for section in make_sections([document]):
            if section.id == unit_id:
                return OpenedCitation(cite_section(document, section), before=(), after=())
    try:
        unit = document.unit(unit_id)
    except KeyError:
        raise AlineaError(
            "no_such_unit",
            f"There is no paragraph, footnote or section {unit_id!r} in the index.",
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
