"""The report of an evaluation: figures with intervals, as data and as files."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from qa.disk import not_written, write_whole
from qa.evaluate.calibration import Calibration
from qa.evaluate.comprehension import Comprehension
from qa.evaluate.figures import Figure
from qa.evaluate.markdown import to_markdown
from qa.evaluate.ministers import Ministers
from qa.evaluate.sources import SourceRow


def _without_nan(value: Any) -> Any:  # noqa: ANN401
    """The same with None for what could not be measured: JSON has no other word for it."""
    if isinstance(value, dict):
        return {name: _without_nan(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(item) for item in value]
    return None if isinstance(value, float) and value != value else value


@dataclass(frozen=True, slots=True)
class KindRow:
    """Answers to the answerable questions of one kind, each question forced to an answer."""

    kind: str
    questions: int
    citation_right: Figure
    contains_gold: Figure
    sentence_right: Figure
    span_f1: Figure
    words: float


@dataclass(frozen=True, slots=True)
class SystemRow:
    """A way of ranking on the answerable questions; `p` against ours, None for ours."""

    system: str
    success_1: Figure
    success_3: Figure
    rr_10: float
    ndcg_10: float
    ratio: float
    p: float | None


@dataclass(frozen=True, slots=True)
class Silence:
    """How well confidence tells questions with an answer from those without."""

    answerable: int
    unanswerable: int
    auc: Figure
    refused_at_5: Figure
    refused_at_10: Figure
    threshold: float
    refused: Figure
    falsely_refused: Figure
    precision: Figure


@dataclass(frozen=True, slots=True)
class Outside:
    """What was measured on the data outside the repository, on one part of it."""

    part: str
    sources: list[SourceRow]
    comprehension: Comprehension
    ministers: Ministers


@dataclass(frozen=True)
class Report:
    """Everything that one evaluation run found."""

    question_file: str
    folds: str
    encoder: str
    documents: list[str]
    kinds: list[KindRow]
    systems: list[SystemRow]
    silence: Silence
    calibration: Calibration
    rows: list[dict[str, Any]] = field(repr=False)
    results: list[dict[str, Any]] = field(repr=False)
    outside: Outside | None = None

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON holds it, without the full results, which go to run.jsonl."""
        values = asdict(self)
        values.pop("results")
        known: dict[str, Any] = _without_nan(values)
        return known

    def write(self, folder: Path) -> list[Path]:
        """Write report.json, report.md and run.jsonl; gives their paths."""
        texts = {
            "report.json": json.dumps(self.to_dict(), ensure_ascii=False, indent=1),
            "report.md": to_markdown(self),
            "run.jsonl": "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in self.results),
        }
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, text in texts.items():
                write_whole(folder / name, text)
        except OSError as error:
            raise not_written(folder, error) from error
        return [folder / name for name in texts]
