"""LlamaIndex: the retriever as a `BaseRetriever`. Wants `pip install 'alinea[llama-index]'`."""

from __future__ import annotations

from collections.abc import Iterable

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import (
    NodeRelationship,
    NodeWithScore,
    QueryBundle,
    RelatedNodeInfo,
    TextNode,
)

from qa.index import Index
from qa.integrations.metadata import citation_metadata
from qa.result import Hit


class AlineaRetriever(BaseRetriever):
    """Gives the passages nearest to a question as nodes, the nearest first.

    A node's text is the paragraph, footnote or section word for word; its metadata is the
    citation and the nearest sentence, of which a language model is shown `reference` alone. The
    score is the `rank_score`, which orders and means nothing else. The arguments are those of
    `Index.search`.
    """

    def __init__(
        self,
        index: Index,
        k: int = 10,
        documents: Iterable[str] | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        unit: str = "paragraph",
        reader: bool = False,
    ) -> None:
        super().__init__()
        self._index, self._k, self._unit, self._reader = index, k, unit, reader
        self._documents = None if documents is None else list(documents)
        self._since, self._until = since, until

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._index.search(
            query_bundle.query_str,
            self._k,
            self._documents,
            self._unit,
            since=self._since,
            until=self._until,
            reader=self._reader,
        )
        return [NodeWithScore(node=_node(hit), score=hit.rank_score) for hit in hits]


def _node(hit: Hit) -> TextNode:
    sentence = hit.best_sentence.text if hit.best_sentence else None
    metadata = citation_metadata(hit.citation) | {"best_sentence": sentence}
    return TextNode(
        id_=hit.id,
        text=hit.text,
        metadata=metadata,
        excluded_llm_metadata_keys=[name for name in metadata if name != "reference"],
        excluded_embed_metadata_keys=list(metadata),
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=hit.citation.document)},
    )
