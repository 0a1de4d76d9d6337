"""Evaluation runs on disk, and what each question of one came to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import numpy as np
import streamlit as st

from qa.errors import AlineaError
from qa.evaluate import evaluate_file
from qa.evaluate.statistics import paired_test
from qa.index import Index
from qa.web.running import Progress, Runner

FOLDER = Path("eval/runs")
RIGHT = "right"
WRONG = ("wrong_passage", "wrong_words", "falsely_refused", "answered")
"""What may be wrong: another passage; other words of the right one; a false refusal; an answer
where there is none."""

Report = dict[str, Any]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """A run by its name, the folder under `eval/runs`, with its report as JSON holds it."""

    name: str
    report: Report

    @property
    def rows(self) -> dict[str, Row]:
        """The rows of its questions by their id."""
        return {str(row["id"]): row for row in self.report["rows"]}


def run_names(folder: Path = FOLDER) -> list[str]:
    """The runs there are, the latest first; "." is the one of `qa eval` itself."""
    reports = sorted(
        (*folder.glob("report.json"), *folder.glob("*/report.json")),
        key=lambda path: path.stat().st_mtime,
        reverse=True,
    )
    return [str(path.parent.relative_to(folder)) for path in reports]


def read_run(name: str, folder: Path = FOLDER) -> Run:
    """A run by its name. Raises AlineaError where there is none, or it cannot be read."""
    if name not in run_names(folder):
        raise AlineaError("no_run", f"There is no evaluation run {name!r}: choose another.")
    path = folder / name / "report.json"
    return Run(name, _report(path, path.stat().st_mtime_ns))


@lru_cache(maxsize=8)
def _report(path: Path, time: int) -> Report:
    del time  # part of the key only
    try:
        report: Report = json.loads(path.read_text("utf-8"))
        for part in ("kinds", "systems", "silence", "calibration", "rows"):
            report[part]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AlineaError(
            "broken_run", f"{path} is no report of an evaluation ({error}): measure again."
        ) from error
    return report


def outcome(row: Row) -> str:
    """What came of a question: RIGHT or one of WRONG."""
    if not row["answerable"]:
        return "answered" if row["answered"] else RIGHT
    if not row["answered"]:
        return "falsely_refused"
    if row["contains_gold"]:
        return RIGHT
    return "wrong_words" if row["citation_right"] else "wrong_passage"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs on the questions that both have: how many are right, which changed, and p."""

    questions: int
    first: float
    second: float
    better: tuple[str, ...]
    worse: tuple[str, ...]
    p: float


def compare(first: Run, second: Run) -> Comparison:
    """The second run against the first; p is of no difference, by paragraphs asked about."""
    one, two = first.rows, second.rows
    ids = sorted(one.keys() & two.keys())
    if not ids:
        raise AlineaError("no_common", "These two runs have no question in common.")
    right = [
        np.array([float(outcome(rows[question]) == RIGHT) for question in ids])
        for rows in (one, two)
    ]
    groups = [next(iter(one[question]["gold"]), question) for question in ids]
    changed = list(zip(ids, right[1] - right[0], strict=True))
    return Comparison(
        questions=len(ids),
        first=float(right[0].mean()),
        second=float(right[1].mean()),
        better=tuple(question for question, change in changed if change > 0),
        worse=tuple(question for question, change in changed if change < 0),
        p=paired_test(right[1], right[0], groups),
    )


@st.cache_resource(show_spinner=False)
def evaluator(index: str) -> Runner:
    """What measures an index, the same one for all who look at the page."""
    del index  # part of the key only
    return Runner()


def start(runs: Runner, index: str, questions: Path, folds: str, name: str) -> bool:
    """Begin to measure, unless that is under way; whether it was begun."""
    return runs.run(partial(_measure, index, questions, folds, name))


def _measure(index: str, questions: Path, folds: str, name: str, progress: Progress) -> str:
    report = evaluate_file(Index.open(index), questions, folds, progress)
    report.write(FOLDER / name)
    return name


def question_files(own: Sequence[Path]) -> list[Path]:
    """The question sets that are there: that of the project, and those made here."""
    return [path for path in (Path("eval/questions.jsonl"), *own) if path.is_file()]
