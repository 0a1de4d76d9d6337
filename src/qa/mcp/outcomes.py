"""What the tools give: quotes, each with what an assistant needs to cite it.

It is shorter than the JSON of the other interfaces, as an assistant reads every word of it; the
id of a citation opens the rest.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from qa.describe import place_line
from qa.index import DocumentSummary
from qa.neighbours import OpenedCitation
from qa.result import Answer, Citation, Hit, Result


class _Outcome(BaseModel):
    model_config = ConfigDict(frozen=True)


class Note(_Outcome):
    """A footnote that the paragraph refers to."""

    id: str
    marker: str
    text: str


class Cited(_Outcome):
    """A paragraph, footnote or section, whole, and where it stands; unknown is null."""

    id: str = Field(description="For open_citation.")
    reference: str = Field(description="Where it stands, in one line for people.")
    document: str
    title: str | None
    section: tuple[str, ...]
    paragraph: int | None
    pages: tuple[int, ...] | None
    lines: tuple[int, int] | None
    text: str = Field(description="The paragraph, footnote or section, word for word.")
    footnotes: tuple[Note, ...]


class Quote(_Outcome):
    """A quote that answers, within the paragraph that it stands in."""

    text: str = Field(description="The quote, word for word.")
    words: str | None = Field(description="The words in it that answer, where they were found.")
    reference: str = Field(description="Where the quote stands, in one line for people.")
    confidence: float = Field(description="Calibrated probability that the quote answers.")
    cited: Cited


class Passage(_Outcome):
    """A passage that was found near the question, and its nearest sentence."""

    sentence: str | None
    cited: Cited


class AskOutcome(_Outcome):
    """Quotes that answer; where there are none, the passages that came nearest."""

    answered: bool = Field(description="False: the documents do not say, as far as is known.")
    understood: str | None = Field(description="The follow-up question in full, if it was one.")
    answers: tuple[Quote, ...]
    passages: tuple[Passage, ...] = Field(description="The nearest, where nothing answers.")


class SearchOutcome(_Outcome):
    """The nearest passages, the nearest first."""

    passages: tuple[Passage, ...]


class OpenOutcome(_Outcome):
    """What a citation points to, with its neighbours in the order of the document."""

    cited: Cited
    before: tuple[Cited, ...]
    after: tuple[Cited, ...]


class Listed(_Outcome):
    """A document in the index. The path of its file stays on this machine."""

    id: str
    title: str | None
    date: str | None
    language: str
    page_count: int | None
    paragraph_count: int


class ListOutcome(_Outcome):
    """What is in the index."""

    documents: tuple[Listed, ...]


def ask_outcome(result: Result) -> AskOutcome:
    """The answers to a question."""
    return AskOutcome(
        answered=result.answered,
        understood=result.understood,
        answers=tuple(_quote(answer) for answer in result.answers),
        passages=() if result.answered else tuple(_passage(hit) for hit in result.passages),
    )


def search_outcome(hits: list[Hit]) -> SearchOutcome:
    """The passages that were found."""
    return SearchOutcome(passages=tuple(_passage(hit) for hit in hits))


def open_outcome(opened: OpenedCitation) -> OpenOutcome:
    """A citation with its neighbours."""
    return OpenOutcome(
        cited=_cited(opened.citation),
        before=tuple(_cited(citation) for citation in opened.before),
        after=tuple(_cited(citation) for citation in opened.after),
    )


def list_outcome(documents: list[DocumentSummary]) -> ListOutcome:
    """The documents of an index."""
    names = Listed.model_fields
    return ListOutcome(
        documents=tuple(Listed(**{name: getattr(d, name) for name in names}) for d in documents)
    )


def _quote(answer: Answer) -> Quote:
    return Quote(
        text=answer.text,
        words=answer.text[slice(*answer.span)] if answer.span else None,
        reference=place_line(answer.citation, answer.pages, answer.lines),
        confidence=answer.confidence,
        cited=_cited(answer.citation),
    )


def _passage(hit: Hit) -> Passage:
    sentence = hit.best_sentence.text if hit.best_sentence else None
    return Passage(sentence=sentence, cited=_cited(hit.citation))


def _cited(citation: Citation) -> Cited:
    return Cited(
        id=citation.id,
        reference=place_line(citation),
        document=citation.document,
        title=citation.title,
        section=citation.section,
        paragraph=citation.paragraph,
        pages=citation.pages,
        lines=citation.lines,
        text=citation.paragraph_text,
        footnotes=tuple(
            Note(id=note.id, marker=note.marker, text=note.text) for note in citation.footnotes
        ),
    )
