"""Passages: the units that are searched, made of documents, each with its context."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from qa.document import Document, Footnote, Paragraph, ParagraphKind
from qa.lang import rules_of
from qa.reading import Span

FOOTNOTE, SIGNATURE, QUESTION = 1, 2, 4  # marks of passages

_SHORT = 60  # words


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or footnote to be found.

    `heading` is the section path; `lead` what the text is said of: the sentence that refers
    to a footnote, a table's column heads, the question that it answers, that a signature is
    one, that it states the document's title or date. Both are context, searched but never
    quoted. A `question` is found and never answers; `asked` is the one that a paragraph answers.
    """

    document: int
    id: str
    kind: str
    text: str
    language: str
    heading: str
    lead: str
    sentences: tuple[tuple[str, Span], ...]
    signature: bool = False
    list_item: bool = False
    question: bool = False
    asked: str = ""

    @property
    def searched_text(self) -> str:
        """What the passage is found by, its heading aside."""
        return f"{self.lead} {self.text}" if self.lead else self.text

    @property
    def encoded_text(self) -> str:
        """What the passage's vector is made of."""
        return f"{self.heading}\n{self.searched_text}" if self.heading else self.searched_text

    @property
    def searched_sentences(self) -> tuple[str, ...]:
        """The sentences that evidence is taken from; a lone one with its lead."""
        if self.lead and len(self.sentences) == 1:
            return (self.searched_text,)
        return tuple(self.text[start:end] for _, (start, end) in self.sentences)


@dataclass(frozen=True, slots=True)
class SectionPassage:
    """A section as a unit: the reading texts of its paragraphs and what is under it."""

    document: int
    id: str
    text: str
    language: str
    heading: str
    members: tuple[str, ...]

    @property
    def encoded_text(self) -> str:
        """What the section's vector is made of."""
        return f"{self.heading}\n{self.text}" if self.heading else self.text


def marks(passage: Passage) -> int:
    """What a passage is besides a paragraph, in bits: FOOTNOTE, SIGNATURE, QUESTION."""
    note = FOOTNOTE if passage.kind == "footnote" else 0
    return note | SIGNATURE * passage.signature | QUESTION * passage.question


def document_language(document: Document) -> str:
    """The document's language, Dutch where it is not known."""
    return document.metadata.language.value if document.metadata.language else "nl"


def make_passages(documents: list[Document]) -> list[Passage]:
    """Every paragraph and then every footnote of each document, in order."""
    passages: list[Passage] = []
    for number, document in enumerate(documents):
        language = document_language(document)
        for paragraph in document.paragraphs:
            heading = " › ".join(document.section_path(paragraph.section))
            lead = paragraph.context or _stated(document, paragraph, language)
            signature = paragraph.kind is ParagraphKind.SIGNATURE
            row = paragraph.kind is ParagraphKind.TABLE_ROW
            if signature:  # it signs the letter, not a section of it
                heading, lead = "", rules_of(language).signature_lead
            spans = tuple((sentence.id, sentence.reading_span) for sentence in paragraph.sentences)
            spans = spans or ((paragraph.id, (0, len(paragraph.text))),)
            passages.append(
                Passage(
                    document=number,
                    id=paragraph.id,
                    kind="paragraph",
                    text=paragraph.text,
                    language=language,
                    heading=heading,
                    lead=lead,
                    sentences=spans,
                    signature=signature,
                    list_item=paragraph.kind is ParagraphKind.LIST_ITEM,
                    question=paragraph.kind is ParagraphKind.QUESTION,
                    asked="" if row else paragraph.context,
                )
            )
        for note in document.footnotes:
            parent = referring_paragraph(document, note)
            heading = " › ".join(document.section_path(parent.section)) if parent else ""
            asked = parent is not None and parent.kind is ParagraphKind.QUESTION
            # What refers to a question's note is the question: it would be found by its echo.
            lead = "" if asked or not parent else _lead(parent, note.referred_from[0].at)
            spans = ((note.id, (0, len(note.text))),)
            passages.append(
                Passage(number, note.id, "footnote", note.text, language, heading, lead, spans)
            )
    return passages


def make_sections(documents: list[Document]) -> list[SectionPassage]:
    """Every section of each document that has paragraphs, in order."""
    sections: list[SectionPassage] = []
    for number, document in enumerate(documents):
        within = _paragraphs_within(document)
        for section in document.sections:
            if members := within.get(section.id):
                sections.append(
                    SectionPassage(
                        number,
                        section.id,
                        "\n\n".join(paragraph.text for paragraph in members),
                        document_language(document),
                        " › ".join(document.section_path(section.id)),
                        tuple(paragraph.id for paragraph in members),
                    )
                )
    return sections


def referring_paragraph(document: Document, note: Footnote) -> Paragraph | None:
    """The first paragraph that refers to a footnote."""
    if not note.referred_from:
        return None
    unit = document.unit(note.referred_from[0].id)
    return unit if isinstance(unit, Paragraph) else None


def content_key(text: str) -> str:
    """Equal for texts that are the same word for word, white space and case aside."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode("utf-8", "replace")).hexdigest()


def _lead(paragraph: Paragraph, at: int) -> str:
    """The sentence that a mark at a reading offset stands in or directly after."""
    for sentence in paragraph.sentences:
        start, end = sentence.reading_span
        if start < at <= end or at <= start:
            return paragraph.text[start:end]
    return paragraph.text


def _stated(document: Document, paragraph: Paragraph, language: str) -> str:
    """What a short paragraph states of its document, said in words that people ask with."""
    if len(paragraph.text.split()) > _SHORT:
        return ""
    leads = rules_of(language).metadata_leads
    return " ".join(
        lead
        for name, lead in leads.items()
        if (field := getattr(document.metadata, name))
        and field.span
        and any(a < field.span[1] and b > field.span[0] for a, b in paragraph.reading.pieces)
    )


def _paragraphs_within(document: Document) -> dict[str, list[Paragraph]]:
    """The paragraphs in each section and in those under it, by its id, in order."""
    within: dict[str, list[Paragraph]] = {}
    for paragraph in document.paragraphs:
        section_id = paragraph.section
        while section_id is not None:
            within.setdefault(section_id, []).append(paragraph)
            section_id = document.section(section_id).parent
    return within
