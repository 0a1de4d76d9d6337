"""Evaluation: a question set put to an index, beside baselines, with intervals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.confidence import default_model
from qa.dense import Rows
from qa.document import Document
from qa.errors import AlineaError
from qa.evaluate.baselines import run_baselines, section_members
from qa.evaluate.measures import (
    Outcome,
    Values,
    auc,
    judge,
    ranking_measures,
    refused_at,
    risk_coverage,
)
from qa.evaluate.questions import CLOSING_FOLD, EvalQuestion, read_questions
from qa.evaluate.report import Figure, KindRow, Report, Silence, SystemRow
from qa.evaluate.statistics import bootstrap, mean_interval, paired_test
from qa.evaluate.wording import OTHER_WORDS, shared_words
from qa.index import Index
from qa.index.encode import Progress
from qa.result import Result

Flags = NDArray[np.bool_]
OURS = "Alinea"


def evaluate_file(
    index: Index, path: Path, folds: str = "development", progress: Progress | None = None
) -> Report:
    """Put the questions of a file to an index and measure what comes.

    `folds` is "development" (0 to 3), "closing" (4) or "all". Raises AlineaError where the
    file is wrong or its gold is not in the index.
    """
    questions = [q for q in read_questions(path) if _chosen(q, folds)]
    documents = [index.document(summary.id) for summary in index.documents()]
    known = {p.id for d in documents for p in d.paragraphs}
    known |= {note.id for d in documents for note in d.footnotes}
    for question in questions:
        for missing in sorted(question.gold_ids - known):
            raise AlineaError(
                "other_documents",
                f"Question {question.id} expects {missing}, which is not in the index: "
                "index the documents that the questions were written for.",
            )
    answerable = [q for q in questions if q.answerable]
    if not answerable:
        raise AlineaError("no_questions", f"{path} has no question with an answer in these folds.")
    results, rankings = _ask_all(index, questions, progress)
    threshold = default_model().threshold
    outcomes = [judge(q, result, threshold) for q, result in zip(questions, results, strict=True)]
    texts = [question.question for question in answerable]
    systems = run_baselines(documents, index.encoder, texts)
    ours = [r for q, r in zip(questions, rankings, strict=True) if q.answerable]
    return Report(
        question_file=path.name,
        folds=folds,
        encoder=index.encoder.name,
        documents=[document.id for document in documents],
        kinds=_kind_rows(outcomes, documents),
        systems=_system_rows(answerable, {OURS: ours} | systems, section_members(documents)),
        silence=_silence(outcomes, threshold),
        rows=[_row(outcome) for outcome in outcomes],
        results=[
            result.to_dict() | {"id": q.id} for q, result in zip(questions, results, strict=True)
        ],
    )


def _chosen(question: EvalQuestion, folds: str) -> bool:
    return folds == "all" or (question.fold == CLOSING_FOLD) == (folds == "closing")


def _ask_all(
    index: Index, questions: list[EvalQuestion], progress: Progress | None
) -> tuple[list[Result], list[list[str]]]:
    results, rankings = [], []
    for number, question in enumerate(questions, start=1):
        results.append(index.ask(question.question, min_confidence=0.0))
        rankings.append([hit.id for hit in index.search(question.question, k=20)])
        if progress:
            progress("ask", number, len(questions))
    return results, rankings


def _kind_rows(outcomes: list[Outcome], documents: list[Document]) -> list[KindRow]:
    """A row for all, for the two sorts of wording, and for each kind."""
    units = {unit.id: d for d in documents for unit in d.paragraphs}
    units |= {note.id: d for d in documents for note in d.footnotes}
    answerable = [outcome for outcome in outcomes if outcome.question.answerable]
    parts = {"all": answerable, "in other words": [], "in the document's words": []}
    for outcome in answerable:
        other = shared_words(outcome.question, units) <= OTHER_WORDS
        parts["in other words" if other else "in the document's words"].append(outcome)
    for kind in sorted({outcome.question.kind for outcome in answerable}):
        parts[kind] = [outcome for outcome in answerable if outcome.question.kind == kind]
    return [_kind_row(name, part) for name, part in parts.items() if part]


def _kind_row(kind: str, outcomes: list[Outcome]) -> KindRow:
    groups = [outcome.question.group for outcome in outcomes]

    def figure(value: Callable[[Outcome], float]) -> Figure:
        values = np.array([value(outcome) for outcome in outcomes], dtype=np.float64)
        return Figure(float(values.mean()), mean_interval(values, groups))

    return KindRow(
        kind=kind,
        questions=len(outcomes),
        citation_right=figure(lambda o: o.citation_right),
        contains_gold=figure(lambda o: o.contains_gold),
        sentence_right=figure(lambda o: o.sentence_right),
        span_f1=figure(lambda o: o.span_f1),
        words=float(np.mean([outcome.words for outcome in outcomes])),
    )


def _system_rows(
    questions: list[EvalQuestion],
    systems: dict[str, list[list[str]]],
    sections: dict[str, frozenset[str]],
) -> list[SystemRow]:
    groups = [question.group for question in questions]
    rows: list[SystemRow] = []
    ours: Values = np.zeros(0)
    for name, rankings in systems.items():
        judged = [
            _holding(ranking, question, sections)
            for question, ranking in zip(questions, rankings, strict=True)
        ]
        measured = ranking_measures(questions, judged)
        values = {
            measure: np.array([measured[q.id].get(measure, 0.0) for q in questions])
            for measure in ("Success@1", "Success@3", "RR@10", "nDCG@10")
        }
        first = values["Success@1"]
        if name == OURS:
            ours = first
        rows.append(
            SystemRow(
                system=name,
                success_1=Figure(float(first.mean()), mean_interval(first, groups)),
                success_3=Figure(
                    float(values["Success@3"].mean()), mean_interval(values["Success@3"], groups)
                ),
                rr_10=float(values["RR@10"].mean()),
                ndcg_10=float(values["nDCG@10"].mean()),
                ratio=float(ours.mean() / first.mean()) if first.mean() else float("nan"),
                p=None if name == OURS else paired_test(ours, first, groups),
            )
        )
    return rows


def _holding(
    ranking: list[str], question: EvalQuestion, sections: dict[str, frozenset[str]]
) -> list[str]:
    """A ranking in which the first section to hold a gold place is that place.

    A section is right if it holds a right place: far more lenient than a paragraph.
    """
    places: list[str] = []
    for unit in ranking:
        held = sorted((sections.get(unit, frozenset()) & question.gold_ids) - set(places))
        places.append(held[0] if held else unit)
    return places


def _silence(outcomes: list[Outcome], threshold: float) -> Silence:
    groups = [outcome.question.group for outcome in outcomes]
    confidence = np.array([outcome.confidence for outcome in outcomes])
    has = np.array([outcome.question.answerable for outcome in outcomes])
    right = np.array([outcome.contains_gold for outcome in outcomes])
    given = np.array([outcome.answered for outcome in outcomes])

    def figure(statistic: Callable[[Rows], float]) -> Figure:
        everything = np.arange(len(outcomes))
        return Figure(statistic(everything), bootstrap(groups, statistic))

    def share(rows: Rows, of: Flags, what: Flags) -> float:
        chosen = rows[of[rows]]
        return float(np.mean(what[chosen])) if len(chosen) else float("nan")

    def split(rows: Rows) -> tuple[Values, Values]:
        return confidence[rows[has[rows]]], confidence[rows[~has[rows]]]

    return Silence(
        answerable=int(has.sum()),
        unanswerable=int((~has).sum()),
        auc=figure(lambda rows: auc(*split(rows))),
        refused_at_5=figure(lambda rows: refused_at(*split(rows), 0.05)),
        refused_at_10=figure(lambda rows: refused_at(*split(rows), 0.10)),
        threshold=threshold,
        refused=figure(lambda rows: share(rows, ~has, ~given)),
        falsely_refused=figure(lambda rows: share(rows, has, ~given)),
        precision=figure(lambda rows: share(rows, given, right)),
        risk_coverage=risk_coverage(outcomes),
    )


def _row(outcome: Outcome) -> dict[str, object]:
    """What a person needs to look at one question."""
    return {
        "id": outcome.question.id,
        "question": outcome.question.question,
        "kind": outcome.question.kind,
        "answerable": outcome.question.answerable,
        "gold": sorted(outcome.question.gold_ids),
        "first": outcome.first,
        "text": outcome.text,
        "confidence": outcome.confidence,
        "answered": outcome.answered,
        "citation_right": outcome.citation_right,
        "contains_gold": outcome.contains_gold,
    }
