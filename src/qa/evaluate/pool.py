"""The ministers' answers as a pool to search, and simpler ways of searching it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qa.analysis import analyse, split_on_spaces
from qa.encoder import Encoder, Vectors
from qa.errors import AlineaError
from qa.evaluate.baselines import (
    Ranking,
    baseline_encoder,
    bm25_scores,
    convex_combination,
    rankings,
)
from qa.evaluate.baselines import reciprocal_ranks as reciprocal
from qa.evaluate.datasets import minister_passages, ministers, without_answer
from qa.evaluate.measures import Values
from qa.evaluate.splits import Part
from qa.index import LONGEST_QUESTION, Index, storage
from qa.index.encode import Progress, encode_beside

DEPTH = 10
CONVEX = "convex combination"


@dataclass(frozen=True, slots=True)
class PoolQuestion:
    """A member's question; `relevant` are the passages that answer it, or would.

    `answerable` is False where even the passages in `relevant` are taken away. `headline`
    marks questions that stand alone and whose answer is not cut off.
    """

    id: str
    text: str
    relevant: frozenset[str]
    answerable: bool
    headline: bool

    @property
    def group(self) -> str:
        """What questions on one passage have in common."""
        return min(self.relevant)


def pool_questions(data: Path, part: Part) -> list[PoolQuestion]:
    """The members' questions of one part that have an answer in the pool."""
    return [
        PoolQuestion(
            id=row["id"],
            text=_shortened(row["question"]),
            relevant=frozenset(row["relevant"]),
            answerable=True,
            headline=row["standalone"] and not row["truncated_answer"],
        )
        for row in ministers(data, part)
    ]


def silent_questions(data: Path, part: Part) -> list[PoolQuestion]:
    """Questions of one part without an answer: those that have none, then the others again.

    The others are those of `pool_questions`, asked once more with their answers left out.
    """
    none = [
        PoolQuestion(
            id=row["id"],
            text=_shortened(row["question"]),
            relevant=frozenset(row["remove"]),
            answerable=False,
            headline=row["standalone"],
        )
        for row in without_answer(data, part)
    ]
    left_out = [
        PoolQuestion(f"{q.id}-left-out", q.text, q.relevant, False, q.headline)
        for q in pool_questions(data, part)
    ]
    return none + left_out


def _shortened(question: str) -> str:
    return " ".join(question.split())[:LONGEST_QUESTION]


@dataclass(frozen=True)
class Pool:
    """Passages with their ids and unit rows, and an index with a document for each."""

    ids: list[str]
    texts: list[str]
    rows: Vectors
    index: Index


def build_pool(data: Path, work: Path, encoder: Encoder, progress: Progress | None) -> Pool:
    """The pool, its index in the work folder; what was encoded before is not encoded again."""
    passages = minister_passages(data)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in passages.items():
            (Path(folder) / f"{name}.txt").write_text(text, "utf-8")
        index = Index.build([folder], work / "ministers", encoder=encoder, progress=progress)
    missing = set(passages) - {document.id for document in index.documents()}
    if missing:
        raise AlineaError("bad_data", f"Passage {min(missing)} cannot be a document of that name.")
    store = storage.open_store(index.path)
    rows = encode_beside(store, list(passages.values()), encoder, progress)
    return Pool(list(passages), list(passages.values()), rows, index)


@dataclass(frozen=True)
class PoolScores:
    """Scores of every passage for every question, each shape (questions, passages).

    `dense` are cosines by the encoder that searches, `published` by that of the baselines.
    """

    dense: Vectors
    published: Vectors
    spaces: Values
    dutch: Values


def score_pool(pool: Pool, encoder: Encoder, questions: list[str]) -> PoolScores:
    """Cosines, and BM25 over words between spaces and over Dutch stems."""
    return PoolScores(
        dense=encoder.encode_query(questions) @ pool.rows.T,
        published=baseline_encoder(encoder).encode_query(questions) @ pool.rows.T,
        spaces=bm25_scores(
            [split_on_spaces(text) for text in pool.texts], [split_on_spaces(q) for q in questions]
        ),
        dutch=bm25_scores(
            [analyse(text, "nl") for text in pool.texts], [analyse(q, "nl") for q in questions]
        ),
    )


def choose_weight(
    scores: PoolScores, dense: Vectors, ids: list[str], questions: list[PoolQuestion]
) -> float:
    """The weight of the cosines `dense` in the convex combination that finds most at once.

    Of equals that which finds most in ten, then the one nearest to 0.7. For the develop part.
    """

    def worth(weight: float) -> tuple[float, float, float]:
        found = rankings(convex_combination(dense, scores.dutch, weight), ids, DEPTH)
        return hit_rate(found, questions, 1), hit_rate(found, questions, DEPTH), -abs(weight - 0.7)

    return max((step / 20 for step in range(21)), key=worth)


def simple_rankings(
    scores: PoolScores, ids: list[str], weight: float, own_weight: float
) -> dict[str, list[Ranking]]:
    """The simpler systems, the convex combination first.

    They take embeddings as published; with our encoder's, told apart as "questions trained",
    the convex combination weighs them by `own_weight`.
    """
    ways: dict[str, Values | Vectors] = {
        CONVEX: convex_combination(scores.published, scores.dutch, weight),
        "reciprocal ranks": reciprocal(scores.dutch) + reciprocal(scores.published),
        "embeddings": scores.published,
        "BM25, Dutch analysis": scores.dutch,
        "BM25 on spaces": scores.spaces,
        f"{CONVEX}, questions trained": convex_combination(scores.dense, scores.dutch, own_weight),
        "embeddings, questions trained": scores.dense,
    }
    return {name: rankings(values, ids, DEPTH) for name, values in ways.items()}


def hits(found: list[Ranking], questions: list[PoolQuestion], depth: int) -> Values:
    """1 for each question with a relevant passage among the first `depth`, else 0."""
    return np.array(
        [
            float(bool(question.relevant & set(ranking[:depth])))
            for ranking, question in zip(found, questions, strict=True)
        ]
    )


def hit_rate(found: list[Ranking], questions: list[PoolQuestion], depth: int) -> float:
    """The mean of `hits`."""
    return float(np.mean(hits(found, questions, depth)))
