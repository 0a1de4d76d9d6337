"""Baselines: simpler ways to rank the same passages, run beside ours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from qa.analysis import analyse, split_on_spaces
from qa.document import Document
from qa.encoder import Encoder
from qa.encoder.bundled import BundledEncoder
from qa.passages import make_passages, make_sections

Ranking = list[str]
Values = NDArray[np.float64]
Scores = NDArray[np.float32] | Values  # shape (questions, texts)
_RRF_K = 60


def run_baselines(
    documents: list[Document], encoder: Encoder, questions: list[str]
) -> dict[str, list[Ranking]]:
    """For each baseline a ranking of passage ids for each question.

    The texts are those of paragraphs and footnotes as they stand. "section" ranks sections
    by embedding, and stands for cutting documents by heading alone.
    """
    passages = make_passages(documents)
    ids = [passage.id for passage in passages]
    spaces = bm25_scores(
        [split_on_spaces(p.text) for p in passages], [split_on_spaces(q) for q in questions]
    )
    dutch = bm25_scores(
        [analyse(p.text, p.language) for p in passages], [analyse(q, "nl") for q in questions]
    )
    queries = baseline_encoder(encoder).encode_query(questions)
    own = encoder.encode_query(questions)
    texts = encoder.encode_document([passage.text for passage in passages])
    dense = queries @ texts.T
    sections = make_sections(documents)
    by_section = queries @ encoder.encode_document([s.encoded_text for s in sections]).T
    return {
        "BM25 on spaces": rankings(spaces, ids),
        "BM25, Dutch analysis": rankings(dutch, ids),
        "embeddings": rankings(dense, ids),
        "reciprocal ranks": rankings(reciprocal_ranks(dutch) + reciprocal_ranks(dense), ids),
        "section as unit": rankings(by_section, [section.id for section in sections]),
        "embeddings, questions trained": rankings(own @ texts.T, ids),
    }


def baseline_encoder(encoder: Encoder) -> Encoder:
    """The encoder that baselines use: the one given, but as published where it is the bundled."""
    return BundledEncoder(trained=False) if isinstance(encoder, BundledEncoder) else encoder


def section_members(documents: list[Document]) -> dict[str, frozenset[str]]:
    """Ids of the paragraphs of each section, and of the footnotes they refer to."""
    members: dict[str, frozenset[str]] = {}
    for section in make_sections(documents):
        document = documents[section.document]
        notes = {
            note.id
            for note in document.footnotes
            if any(reference.id in section.members for reference in note.referred_from)
        }
        members[section.id] = frozenset(section.members) | notes
    return members


def bm25_scores(texts: list[list[str]], queries: list[list[str]]) -> Values:
    """Scores of rank_bm25 as it comes, shape (questions, texts)."""
    model = BM25Okapi(texts)
    return np.array([model.get_scores(query) for query in queries], dtype=np.float64)


def reciprocal_ranks(scores: Scores) -> Values:
    """Cormack, Clarke & Büttcher, "Reciprocal Rank Fusion", 2009, with k = 60."""
    order = np.argsort(-scores, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(scores.shape[1])[None, :], axis=1)
    return np.asarray(1.0 / (_RRF_K + 1 + ranks))


def convex_combination(dense: Scores, keywords: Scores, weight: float) -> Values:
    """`weight` times one and the rest of the other, each row brought to 0 to 1 first.

    Bruch, Gai & Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", 2023.
    """
    return weight * _to_unit_range(dense) + (1 - weight) * _to_unit_range(keywords)


def _to_unit_range(scores: Scores) -> Values:
    low, high = scores.min(axis=1, keepdims=True), scores.max(axis=1, keepdims=True)
    return np.asarray((scores - low) / np.where(high > low, high - low, 1), dtype=np.float64)


def rankings(scores: Scores, ids: list[str], depth: int = 20) -> list[Ranking]:
    """For each row of scores the ids in order, ties by place."""
    order = np.argsort(-scores, axis=1, kind="stable")[:, :depth]
    return [[ids[place] for place in row] for row in order.tolist()]
