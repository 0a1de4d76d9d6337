"""A question set: its rows, its groups and its folds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa.errors import AlineaError
from qa.evaluate.question_rows import read_row
from qa.reading import Span

FOLDS = 5
CLOSING_FOLD = 4


@dataclass(frozen=True, slots=True)
class Gold:
    """A right place: paragraph or footnote, and the span of its reading text that answers."""

    id: str
    text: str
    reading_span: Span


@dataclass(frozen=True, slots=True)
class EvalQuestion:
    """A row of a question set; `fold` is 0 to 4, and 4 is kept for closing figures."""

    id: str
    question: str
    lang: str
    kind: str
    answerable: bool
    gold: tuple[Gold, ...]
    group: str
    fold: int

    @property
    def gold_ids(self) -> frozenset[str]:
        """Ids of all right places."""
        return frozenset(gold.id for gold in self.gold)


def read_questions(path: Path) -> list[EvalQuestion]:
    """The rows of a question file; AlineaError, naming the line, where one is wrong."""
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise AlineaError(
            "no_questions", f"{path} cannot be read: name a question file."
        ) from error
    rows: list[dict[str, Any]] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = read_row(line)
            if row["id"] in seen:
                raise ValueError(f"the id {row['id']} was there before")
        except ValueError as error:
            message = f"{path}, line {number}, is not a question ({error}): see eval/README.md."
            raise AlineaError("bad_question", message) from error
        seen.add(row["id"])
        rows.append(row)
    if not rows:
        raise AlineaError("no_questions", f"{path} holds no questions.")
    folds = assign_folds({row["group"] for row in rows})
    return [_question(row, folds[row["group"]]) for row in rows]


def assign_folds(groups: Iterable[str]) -> dict[str, int]:
    """A fold for each group: by rank of the group's hash, so that folds are of one size.

    Questions that imitate no paragraph (groups "none-…") are spread apart from the rest.
    """
    folds: dict[str, int] = {}
    names = sorted(set(groups), key=lambda group: hashlib.sha256(group.encode()).hexdigest())
    for imitating in (True, False):
        chosen = [group for group in names if group.startswith("none") is not imitating]
        folds.update({group: rank % FOLDS for rank, group in enumerate(chosen)})
    return folds


def _question(row: dict[str, Any], fold: int) -> EvalQuestion:
    gold = tuple(
        Gold(g["id"], g["text"], (g["reading_span"][0], g["reading_span"][1])) for g in row["gold"]
    )
    return EvalQuestion(
        id=row["id"],
        question=row["question"],
        lang=row["lang"],
        kind=row["kind"],
        answerable=row["answerable"],
        gold=gold,
        group=row["group"],
        fold=fold,
    )
