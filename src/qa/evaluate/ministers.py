"""Members' questions put to the pool of ministers' answers: finding, and keeping silent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from qa.encoder import Encoder, Vectors
from qa.evaluate.asking import WAYS
from qa.evaluate.baselines import Ranking
from qa.evaluate.calibration import Calibration, calibrate
from qa.evaluate.figures import Figure, estimate, mean_figure
from qa.evaluate.measures import Values, auc, refused_at
from qa.evaluate.pool import (
    DEPTH,
    Pool,
    PoolQuestion,
    build_pool,
    choose_weight,
    hits,
    pool_questions,
    score_pool,
    silent_questions,
    simple_rankings,
)
from qa.evaluate.splits import Part
from qa.evaluate.statistics import Flags, paired_test
from qa.index import Index
from qa.index.encode import Progress
from qa.retrieval.rows import Rows

HEADLINE, ALL = "standalone, answer whole", "all"


@dataclass(frozen=True, slots=True)
class PoolRow:
    """A system on the questions with an answer; `difference` is ours less it at the first."""

    questions: str
    count: int
    system: str
    first: Figure
    in_ten: Figure
    difference: Figure | None
    p: float | None


@dataclass(frozen=True, slots=True)
class PoolSilence:
    """Confidence on questions with an answer in the pool, and on those without.

    `cosine` is the AUC of the best cosine, as published, alone. In `calibration` an answer is
    right where it quotes a relevant passage: which words of it answer, nobody has marked.
    """

    questions: str
    answerable: int
    unanswerable: int
    system: str
    auc: Figure
    cosine: Figure
    refused_at_10: Figure
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class Ministers:
    """All rows; `weight` is that of embeddings, as published, in the convex combination."""

    passages: int
    weight: float
    rows: list[PoolRow]
    silence: list[PoolSilence]


@dataclass(frozen=True)
class Asked:
    """What an index said to questions with and without an answer."""

    questions: list[PoolQuestion]
    confidence: Values
    right: Flags
    cosine: Values


def evaluate_ministers(
    data: Path, part: Part, work: Path, encoder: Encoder, progress: Progress | None = None
) -> Ministers:
    """The pool built in the work folder, searched and asked; the weight is chosen on develop."""
    pool = build_pool(data, work, encoder, progress)
    chosen_on = pool_questions(data, Part.DEVELOP)
    texts = [question.text for question in chosen_on]
    develop = score_pool(pool, encoder, texts)
    weight = choose_weight(develop, develop.published, pool.ids, chosen_on)
    own_weight = choose_weight(develop, develop.dense, pool.ids, chosen_on)
    questions, silent = pool_questions(data, part), silent_questions(data, part)
    scores = score_pool(pool, encoder, [q.text for q in questions + silent])
    simple = simple_rankings(scores, pool.ids, weight, own_weight)
    found: dict[str, list[Ranking]] = {}
    silence: list[PoolSilence] = []
    for name, reader in WAYS.items():
        found[name] = _search(pool.index, questions, reader, f"{name}: search", progress)
        asked = _ask(pool, questions + silent, reader, scores.published, f"{name}: ask", progress)
        silence += silence_rows(name, asked)
    found |= {name: ranked[: len(questions)] for name, ranked in simple.items()}
    return Ministers(len(pool.ids), weight, pool_rows(found, questions), silence)


def pool_rows(found: dict[str, list[Ranking]], questions: list[PoolQuestion]) -> list[PoolRow]:
    """Rows of all systems, the headline questions first; the first system is ours."""
    rows: list[PoolRow] = []
    for name in (HEADLINE, ALL):
        of = [number for number, q in enumerate(questions) if q.headline or name == ALL]
        if not of:
            continue
        part = [questions[number] for number in of]
        groups = [question.group for question in part]
        ours: Values | None = None
        for system, all_rankings in found.items():
            ranked = [all_rankings[number] for number in of]
            first = hits(ranked, part, 1)
            rows.append(
                PoolRow(
                    questions=name,
                    count=len(part),
                    system=system,
                    first=mean_figure(first, groups),
                    in_ten=mean_figure(hits(ranked, part, DEPTH), groups),
                    difference=None if ours is None else mean_figure(ours - first, groups),
                    p=None if ours is None else paired_test(ours, first, groups),
                )
            )
            ours = first if ours is None else ours
    return rows


def silence_rows(system: str, asked: Asked) -> list[PoolSilence]:
    """How well confidence tells, over the headline questions and over all."""
    rows = []
    for name in (HEADLINE, ALL):
        of = np.array(
            [n for n, q in enumerate(asked.questions) if q.headline or name == ALL], dtype=np.int64
        )
        if not len(of):
            continue
        groups = [asked.questions[number].group for number in of]
        has = np.array([asked.questions[number].answerable for number in of])
        confidence, right = asked.confidence[of], asked.right[of]
        rows.append(
            PoolSilence(
                questions=name,
                answerable=int(has.sum()),
                unanswerable=int((~has).sum()),
                system=system,
                auc=_told(auc, confidence, has, groups),
                cosine=_told(auc, asked.cosine[of], has, groups),
                refused_at_10=_told(
                    lambda with_, without: refused_at(with_, without, 0.10), confidence, has, groups
                ),
                calibration=calibrate(confidence, right, groups),
            )
        )
    return rows


def _told(
    measure: Callable[[Values, Values], float], values: Values, has: Flags, groups: list[str]
) -> Figure:
    def statistic(rows: Rows) -> float:
        return measure(values[rows[has[rows]]], values[rows[~has[rows]]])

    return estimate(groups, statistic, (has, ~has))


def _search(
    index: Index,
    questions: list[PoolQuestion],
    reader: bool,
    stage: str,
    progress: Progress | None,
) -> list[Ranking]:
    found = []
    for number, question in enumerate(questions, start=1):
        ranked = index.search(question.text, k=DEPTH, reader=reader)
        found.append([hit.citation.document for hit in ranked])
        if progress:
            progress(stage, number, len(questions))
    return found


def _ask(
    pool: Pool,
    questions: list[PoolQuestion],
    reader: bool,
    dense: Vectors,
    stage: str,
    progress: Progress | None,
) -> Asked:
    """Each question forced to an answer, those without among passages that do not answer."""
    confidence, right, cosine = [], [], []
    for number, question in enumerate(questions):
        left = None
        if not question.answerable:
            left = [name for name in pool.ids if name not in question.relevant]
        result = pool.index.ask(
            question.text, k=1, documents=left, min_confidence=0.0, reader=reader
        )
        confidence.append(result.confidence)
        cited = result.answers[0].citation.document if result.answers else ""
        right.append(cited in question.relevant)
        there = [question.answerable or name not in question.relevant for name in pool.ids]
        cosine.append(float(dense[number][there].max()))
        if progress:
            progress(stage, number + 1, len(questions))
    return Asked(questions, np.array(confidence), np.array(right), np.array(cosine))
