"""Development data for the fits: the letter's folds 0 to 3, and ministers' answers.

The ministers' answers are not part of this repository. They are read from a folder with
`passages.jsonl` ({"id", "text"}), `questions.jsonl` ({"id", "question", "relevant"}) and
`unanswerable.jsonl` ({"id", "question", "remove"}); without it the fits use the letter alone.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa import Index
from qa.cli.options import progress_bar
from qa.evaluate.questions import CLOSING_FOLD, EvalQuestion, read_questions
from qa.index import LONGEST_QUESTION

FOLDS = 4
QUESTIONS = Path("eval/questions.jsonl")


@dataclass(frozen=True)
class Case:
    """A question with the ids of its right places; `without` are documents to leave out."""

    text: str
    gold: frozenset[str]
    fold: int
    without: frozenset[str] = frozenset()
    question: EvalQuestion | None = None


def letter_cases() -> list[Case]:
    """The letter's development questions, with and without an answer."""
    return [
        Case(q.question, q.gold_ids, q.fold, question=q)
        for q in read_questions(QUESTIONS)
        if q.fold != CLOSING_FOLD
    ]


def minister_cases(folder: Path) -> list[Case]:
    """Questions to ministers; each also with its answers taken out, so that none is left."""
    cases: list[Case] = []
    for number, row in enumerate(_rows(folder / "questions.jsonl")):
        text, relevant = row["question"][:LONGEST_QUESTION], frozenset(row["relevant"])
        cases.append(Case(text, frozenset(f"{name}#p1" for name in relevant), number % FOLDS))
        cases.append(Case(text, frozenset(), number % FOLDS, relevant))
    for number, row in enumerate(_rows(folder / "unanswerable.jsonl")):
        text = row["question"][:LONGEST_QUESTION]
        cases.append(Case(text, frozenset(), number % FOLDS, frozenset(row["remove"])))
    return cases


def letter_index(folder: Path) -> Index:
    """An index of the letter."""
    with progress_bar() as progress:
        return Index.build(["corpus"], folder / "letter", progress=progress)


def minister_index(data: Path, folder: Path) -> Index:
    """An index of the ministers' answers, a document each; made once and then reused."""
    target = folder / "ministers"
    if target.is_dir():
        return Index.open(target)
    with tempfile.TemporaryDirectory() as texts, progress_bar() as progress:
        for row in _rows(data / "passages.jsonl"):
            (Path(texts) / f"{row['id']}.txt").write_text(row["text"], "utf-8")
        return Index.build([texts], target, progress=progress)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
