"""Haystack: a retriever and an answerer as components. Wants `pip install 'alinea[haystack]'`.

Haystack reports on its use unless told not to. This module tells it, which holds where Haystack
was not imported before; else set HAYSTACK_TELEMETRY_ENABLED=False yourself.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

os.environ.setdefault("HAYSTACK_TELEMETRY_ENABLED", "False")

from haystack import Document, component, default_from_dict, default_to_dict
from haystack.dataclasses import ExtractedAnswer

from qa.index import Index
from qa.integrations.metadata import citation_metadata
from qa.result import Answer, Citation, Hit, Result


@component
class AlineaRetriever:
    """Gives the passages nearest to a question as documents, the nearest first.

    `content` is the paragraph, footnote or section word for word, `meta` its citation, `score`
    the `rank_score`. `index` is an open index or its folder, `top_k` and the others are the
    arguments of `Index.search`.
    """

    def __init__(
        self,
        index: Index | str | Path,
        top_k: int = 10,
        documents: list[str] | None = None,
        unit: str = "paragraph",
        reader: bool = False,
    ) -> None:
        self._index = index if isinstance(index, Index) else Index.open(index)
        self.top_k, self.documents, self.unit, self.reader = top_k, documents, unit, reader

    @component.output_types(documents=list[Document])
    def run(self, query: str, top_k: int | None = None) -> dict[str, list[Document]]:
        """The documents nearest to a query."""
        hits = self._index.search(
            query, top_k or self.top_k, self.documents, self.unit, reader=self.reader
        )
        return {"documents": [_hit_document(hit) for hit in hits]}

    def to_dict(self) -> dict[str, Any]:
        """The component as a pipeline is stored; of the index its folder."""
        return _stored(self, self._index, "top_k", "documents", "unit", "reader")

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> AlineaRetriever:
        """The component as it was stored; AlineaError where its index is not there."""
        return default_from_dict(cls, data)


@component
class AlineaAnswerer:
    """Gives the quotes that answer a question, the best first.

    Of each `data` is the quote, `score` its calibrated confidence, `document` the paragraph that
    it stands in with its citation, and `document_offset` where in it. Where nothing answers there
    is one answer whose `data` is None, as Haystack says it, with the probability of that.
    """

    def __init__(
        self,
        index: Index | str | Path,
        top_k: int = 3,
        documents: list[str] | None = None,
        min_confidence: float | None = None,
    ) -> None:
        self._index = index if isinstance(index, Index) else Index.open(index)
        self.top_k, self.documents, self.min_confidence = top_k, documents, min_confidence

    @component.output_types(answers=list[ExtractedAnswer])
    def run(self, query: str, top_k: int | None = None) -> dict[str, list[ExtractedAnswer]]:
        """The answers to a query, or the one that there is none."""
        result = self._index.ask(query, top_k or self.top_k, self.documents, self.min_confidence)
        return {"answers": _extracted(result)}

    def to_dict(self) -> dict[str, Any]:
        """The component as a pipeline is stored; of the index its folder."""
        return _stored(self, self._index, "top_k", "documents", "min_confidence")

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> AlineaAnswerer:
        """The component as it was stored; AlineaError where its index is not there."""
        return default_from_dict(cls, data)


def _stored(made: object, index: Index, *arguments: str) -> dict[str, Any]:
    """A component by the folder of its index and these arguments, which are its fields too."""
    values = {name: getattr(made, name) for name in arguments}
    return default_to_dict(made, index=str(index.path), **values)


def _extracted(result: Result) -> list[ExtractedAnswer]:
    if not result.answered:
        return [ExtractedAnswer(query=result.question, score=1 - result.confidence)]
    return [_answer(result.question, answer) for answer in result.answers]


def _answer(question: str, answer: Answer) -> ExtractedAnswer:
    words = list(answer.span) if answer.span else None
    return ExtractedAnswer(
        query=question,
        score=answer.confidence,
        data=answer.text,
        document=_document(answer.citation, answer.citation.paragraph_text),
        context=answer.citation.paragraph_text,
        document_offset=ExtractedAnswer.Span(*answer.reading_span),
        context_offset=ExtractedAnswer.Span(*answer.reading_span),
        meta={"id": answer.id, "span": words, "rank_score": answer.rank_score},
    )


def _hit_document(hit: Hit) -> Document:
    sentence = hit.best_sentence.text if hit.best_sentence else None
    return _document(hit.citation, hit.text, hit.rank_score, {"best_sentence": sentence})


def _document(
    citation: Citation, text: str, score: float | None = None, more: dict[str, Any] | None = None
) -> Document:
    meta = citation_metadata(citation) | (more or {})
    return Document(id=citation.id, content=text, meta=meta, score=score)
