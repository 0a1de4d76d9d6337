"""Evaluation: a question set put to an index, beside baselines, with intervals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from qa.confidence import default_model
from qa.document import Document
from qa.errors import AlineaError
from qa.evaluate.asking import OURS, WAYS
from qa.evaluate.baselines import run_baselines, section_members
from qa.evaluate.calibration import calibrate
from qa.evaluate.figures import Figure, mean_figure
from qa.evaluate.measures import Outcome, Values, judge, ranking_measures
from qa.evaluate.question_rows import ALL_ROW, OTHER_WORDS_ROW, OWN_WORDS_ROW
from qa.evaluate.questions import CLOSING_FOLD, EvalQuestion, read_questions
from qa.evaluate.report import KindRow, Report, SystemRow
from qa.evaluate.silence import measure_silence
from qa.evaluate.statistics import paired_test
from qa.evaluate.wording import OTHER_WORDS, shared_words
from qa.index import Index
from qa.index.encode import Progress
from qa.result import Result


def evaluate_file(
    index: Index, path: Path, folds: str = "development", progress: Progress | None = None
) -> Report:
    """Put the questions of a file to an index and measure what comes.

    `folds` is "development" (0 to 3), "closing" (4) or "all". Raises AlineaError where the
    file is wrong or its gold is not in the index.
    """
    questions = [q for q in read_questions(path) if _chosen(q, folds)]
    documents = [index.document(summary.id) for summary in index.documents()]
    _check_gold(questions, documents)
    answerable = [q for q in questions if q.answerable]
    if not answerable:
        raise AlineaError("no_questions", f"{path} has no question with an answer in these folds.")
    results, rankings = _ask_all(index, questions, progress)
    threshold = default_model().threshold
    outcomes = [judge(q, result, threshold) for q, result in zip(questions, results, strict=True)]
    texts = [question.question for question in answerable]
    systems = run_baselines(documents, index.encoder, texts)
    ours = {
        name: [r for q, r in zip(questions, ranked, strict=True) if q.answerable]
        for name, ranked in rankings.items()
    }
    return Report(
        question_file=path.name,
        folds=folds,
        encoder=index.encoder.name,
        documents=[document.id for document in documents],
        kinds=_kind_rows(outcomes, documents),
        systems=_system_rows(answerable, ours | systems, section_members(documents)),
        silence=measure_silence(outcomes, threshold),
        calibration=calibrate(
            np.array([outcome.confidence for outcome in outcomes]),
            np.array([outcome.contains_gold for outcome in outcomes]),
            [outcome.question.group for outcome in outcomes],
        ),
        rows=[_row(outcome) for outcome in outcomes],
        results=[
            result.to_dict() | {"id": q.id} for q, result in zip(questions, results, strict=True)
        ],
    )


def _chosen(question: EvalQuestion, folds: str) -> bool:
    return folds == "all" or (question.fold == CLOSING_FOLD) == (folds == "closing")


def _check_gold(questions: list[EvalQuestion], documents: list[Document]) -> None:
    """AlineaError where a gold place is not there, or its words are not what stands there."""
    texts = {unit.id: unit.text for d in documents for unit in d.paragraphs}
    texts |= {note.id: note.text for d in documents for note in d.footnotes}
    for question in questions:
        for gold in question.gold:
            if gold.id not in texts:
                wrong = f"expects {gold.id}, which is not in the index"
            elif texts[gold.id][slice(*gold.reading_span)] != gold.text:
                wrong = f"expects {gold.text!r} in {gold.id}, where the index has other words"
            else:
                continue
            raise AlineaError(
                "other_documents",
                f"Question {question.id} {wrong}: "
                "index the documents that the questions were written for.",
            )


def _ask_all(
    index: Index, questions: list[EvalQuestion], progress: Progress | None
) -> tuple[list[Result], dict[str, list[list[str]]]]:
    """Each question forced to an answer, and searched in each way of ours."""
    results: list[Result] = []
    rankings: dict[str, list[list[str]]] = {name: [] for name in WAYS}
    for number, question in enumerate(questions, start=1):
        results.append(index.ask(question.question, min_confidence=0.0))
        for name, reader in WAYS.items():
            hits = index.search(question.question, k=20, reader=reader)
            rankings[name].append([hit.id for hit in hits])
        if progress:
            progress("ask", number, len(questions))
    return results, rankings


def _kind_rows(outcomes: list[Outcome], documents: list[Document]) -> list[KindRow]:
    """A row for all, for the two sorts of wording, and for each kind."""
    units = {unit.id: d for d in documents for unit in d.paragraphs}
    units |= {note.id: d for d in documents for note in d.footnotes}
    answerable = [outcome for outcome in outcomes if outcome.question.answerable]
    parts = {ALL_ROW: answerable, OTHER_WORDS_ROW: [], OWN_WORDS_ROW: []}
    for outcome in answerable:
        other = shared_words(outcome.question, units) <= OTHER_WORDS
        parts[OTHER_WORDS_ROW if other else OWN_WORDS_ROW].append(outcome)
    for kind in sorted({outcome.question.kind for outcome in answerable}):
        parts[kind] = [outcome for outcome in answerable if outcome.question.kind == kind]
    return [_kind_row(name, part) for name, part in parts.items() if part]


def _kind_row(kind: str, outcomes: list[Outcome]) -> KindRow:
    groups = [outcome.question.group for outcome in outcomes]

    def figure(value: Callable[[Outcome], float]) -> Figure:
        return mean_figure(np.array([value(o) for o in outcomes], dtype=np.float64), groups)

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
                success_1=mean_figure(first, groups),
                success_3=mean_figure(values["Success@3"], groups),
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
