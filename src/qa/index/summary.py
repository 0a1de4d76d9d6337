"""A row of `qa list`: what is known of a document in the index."""

from __future__ import annotations

from dataclasses import dataclass

from qa.document import Document
from qa.passages import document_language


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A row of `qa list`: what a document is and how much it holds."""

    id: str
    title: str | None
    date: str | None
    sender: str | None
    source: str
    sha256: str
    language: str
    encoding: str | None
    loader: str
    page_count: int | None
    section_count: int
    paragraph_count: int
    footnote_count: int


def summarise(document: Document) -> DocumentSummary:
    """The summary of a document."""

    def value(name: str) -> str | None:
        field = getattr(document.metadata, name)
        return field.value if field else None

    return DocumentSummary(
        id=document.id,
        title=value("title"),
        date=value("date"),
        sender=value("sender"),
        source=document.source,
        sha256=document.sha256,
        language=document_language(document),
        encoding=document.encoding,
        loader=document.loader,
        page_count=len(document.pages) or None,
        section_count=len(document.sections),
        paragraph_count=len(document.paragraphs),
        footnote_count=len(document.footnotes),
    )
