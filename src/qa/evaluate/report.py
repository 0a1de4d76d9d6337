"""The report of an evaluation: figures with intervals, as data and as Markdown."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from qa.errors import AlineaError
from qa.evaluate.statistics import Interval


def _without_nan(value: Any) -> Any:  # noqa: ANN401
    """The same with None for what could not be measured: JSON has no other word for it."""
    if isinstance(value, dict):
        return {name: _without_nan(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(item) for item in value]
    return None if isinstance(value, float) and value != value else value


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its 95 % interval, None where there are too few questions for one."""

    value: float
    interval: Interval | None = None

    def __str__(self) -> str:
        if self.value != self.value:
            return "–"
        if self.interval is None:
            return f"{self.value:.2f}"
        return f"{self.value:.2f} ({self.interval[0]:.2f}–{self.interval[1]:.2f})"


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
    risk_coverage: list[tuple[float, float]]


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
    rows: list[dict[str, Any]] = field(repr=False)
    results: list[dict[str, Any]] = field(repr=False)

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
            "report.md": self.to_markdown(),
            "run.jsonl": "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in self.results),
        }
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, text in texts.items():
                (folder / name).write_text(text, "utf-8")
        except OSError as error:
            reason = (error.strerror or "unknown error").lower()
            raise AlineaError(
                "not_written", f"The report cannot be written to {folder} ({reason})."
            ) from error
        return [folder / name for name in texts]

    def to_markdown(self) -> str:
        """Tables for a person."""
        silence = self.silence
        lines = [
            f"# Evaluation: {self.question_file}, {self.folds} folds",
            "",
            f"Encoder {self.encoder}; documents: {', '.join(self.documents)}.",
            "Intervals are 95 %, from a bootstrap over paragraphs; none under 15 questions.",
            "",
            "## First answer, where there is one (every question forced to an answer)",
            "",
            "| kind | questions | citation right | contains gold | sentence | span F1 | words |",
            "|---|---|---|---|---|---|---|",
        ]
        lines += [
            f"| {row.kind} | {row.questions} | {row.citation_right} | {row.contains_gold} "
            f"| {row.sentence_right} | {row.span_f1} | {row.words:.0f} |"
            for row in self.kinds
        ]
        lines += [
            "",
            "## Ways of ranking, on the same questions",
            "",
            "| system | first right | in first three | RR@10 | nDCG@10 | ours / it | p |",
            "|---|---|---|---|---|---|---|",
        ]
        lines += [
            f"| {row.system} | {row.success_1} | {row.success_3} | {row.rr_10:.2f} "
            f"| {row.ndcg_10:.2f} | {row.ratio:.2f} | {'' if row.p is None else f'{row.p:.4f}'} |"
            for row in self.systems
        ]
        lines += [
            "",
            f"## Silence ({silence.answerable} with an answer, {silence.unanswerable} without)",
            "",
            "| measure | value |",
            "|---|---|",
            f"| AUC of confidence | {silence.auc} |",
            f"| refused at 5 % false refusals | {silence.refused_at_5} |",
            f"| refused at 10 % false refusals | {silence.refused_at_10} |",
            f"| at the threshold {silence.threshold:.2f}: refused | {silence.refused} |",
            f"| at the threshold: falsely refused | {silence.falsely_refused} |",
            f"| at the threshold: given answers that contain the gold | {silence.precision} |",
            "",
            "Risk–coverage (share answered: share of these wrong, over all questions): "
            + "; ".join(f"{coverage:.0%}: {risk:.2f}" for coverage, risk in self._deciles(silence)),
            "",
        ]
        return "\n".join(lines)

    @staticmethod
    def _deciles(silence: Silence) -> list[tuple[float, float]]:
        points = silence.risk_coverage
        return (
            [points[max(round(len(points) * d / 10) - 1, 0)] for d in range(1, 11)]
            if points
            else []
        )
