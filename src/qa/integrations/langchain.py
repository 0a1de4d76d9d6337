"""LangChain: the retriever as a `BaseRetriever`. Wants `pip install 'alinea[langchain]'`."""

from __future__ import annotations

from typing import Literal

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from qa.index import Index
from qa.integrations.metadata import citation_metadata


class AlineaRetriever(BaseRetriever):
    """Gives the passages nearest to a question, the nearest first, each with its citation.

    `page_content` is the paragraph, footnote or section word for word; `metadata` is its
    citation, with `reference` for people, the nearest sentence and the `rank_score`. The fields
    are the arguments of `Index.search`.
    """

    index: Index
    k: int = 10
    documents: list[str] | None = None
    since: str | None = None
    until: str | None = None
    unit: Literal["paragraph", "section"] = "paragraph"
    reader: bool = False

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        hits = self.index.search(
            query,
            self.k,
            self.documents,
            self.unit,
            since=self.since,
            until=self.until,
            reader=self.reader,
        )
        return [
            Document(
                id=hit.id,
                page_content=hit.text,
                metadata=citation_metadata(hit.citation)
                | {
                    "best_sentence": hit.best_sentence.text if hit.best_sentence else None,
                    "rank_score": hit.rank_score,
                },
            )
            for hit in hits
        ]
