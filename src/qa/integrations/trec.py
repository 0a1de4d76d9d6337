"""Runs and judgements in the format of TREC, which ranx and ir-measures read.

ranx: Run.from_file(path, kind="trec"), Qrels.from_file(path, kind="trec")
ir-measures: read_trec_run(path), read_trec_qrels(path)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from qa.errors import AlineaError
from qa.evaluate.questions import EvalQuestion
from qa.index import Index


def write_run(
    index: Index,
    questions: Mapping[str, str],
    path: str | Path,
    k: int = 100,
    *,
    tag: str = "alinea",
    reader: bool = False,
) -> None:
    """Search an index for each question, and write the ids of what is found, at most k of each.

    `questions` are the questions by id. The score is one divided by the rank: a rank score orders
    the hits of one question, and ties are settled already. AlineaError where an id has a space.
    """
    rows = []
    for question_id, question in questions.items():
        _check(question_id)
        hits = index.search(question, k, reader=reader)
        rows += [
            f"{question_id} Q0 {hit.id} {rank} {1 / rank:.6f} {tag}\n"
            for rank, hit in enumerate(hits, start=1)
        ]
    Path(path).write_text("".join(rows), "utf-8")


def write_qrels(questions: Iterable[EvalQuestion], path: str | Path) -> None:
    """Write the right places of a question set: each paragraph or footnote that answers."""
    rows = []
    for question in questions:
        _check(question.id)
        rows += [f"{question.id} 0 {gold} 1\n" for gold in sorted(question.gold_ids)]
    Path(path).write_text("".join(rows), "utf-8")


def _check(question_id: str) -> None:
    if not question_id or len(question_id.split()) != 1:
        raise AlineaError(
            "bad_id", f"The id {question_id!r} has a space or is empty: a run needs one word."
        )
