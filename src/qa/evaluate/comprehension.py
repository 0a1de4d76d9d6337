"""Reading comprehension: the right span of one given passage, or silence.

Rajpurkar, Jia & Liang, "Know What You Don't Know: Unanswerable Questions for SQuAD", 2018.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from qa.evaluate.datasets import Example
from qa.evaluate.figures import Figure, estimate, mean_figure
from qa.evaluate.measures import Values, auc
from qa.evaluate.statistics import Flags
from qa.index.encode import Progress
from qa.retrieval.rows import Rows

if TYPE_CHECKING:
    from qa.reader.finding import Finding

Find = Callable[[str, list[str]], "list[Finding]"]
"""From a question and passages to a finding for each passage: `Reader.find`."""

_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(a|an|the)\b")
_DUTCH_ARTICLES = re.compile(r"\b(de|het|een)\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader made of an example: `exact` and `f1` of its best span, forced.

    `score` is that of the span against none, which tells near misses better than the claim
    that the passage holds the answer (on the develop part).
    """

    example: Example
    score: float
    exact: float
    f1: float


@dataclass(frozen=True, slots=True)
class ComprehensionRow:
    """Figures of one set, or of one language or kind of it.

    `exact` and `f1` are over the questions with an answer, the best span forced (HasAns);
    `refused` is the share of those without at which the reader says no (NoAns); `overall`
    counts both, an answer withheld being wrong where there is one. `auc` tells answerable
    from not.
    """

    data: str
    questions: str
    answerable: int
    unanswerable: int
    exact: Figure
    f1: Figure
    refused: Figure
    overall_exact: Figure
    overall_f1: Figure
    auc: Figure


@dataclass(frozen=True, slots=True)
class Comprehension:
    """All rows, and the threshold of the span's score, chosen on the develop part."""

    threshold: float
    chosen_on: int
    rows: list[ComprehensionRow]


def normalise(text: str, *, dutch: bool) -> list[str]:
    """Words in small letters without ASCII punctuation and articles, as SQuAD's own script.

    Articles are those of English, as XQuAD's figures have it; or those of Dutch.
    """
    plain = text.lower().translate(_PUNCTUATION)
    return (_DUTCH_ARTICLES if dutch else _ARTICLES).sub(" ", plain).split()


def exact_match(found: str, golds: tuple[str, ...], *, dutch: bool) -> float:
    """1 where the normalised words are those of one of the golds, else 0."""
    words = normalise(found, dutch=dutch)
    return float(any(words == normalise(gold, dutch=dutch) for gold in golds))


def span_f1(found: str, golds: tuple[str, ...], *, dutch: bool) -> float:
    """Harmonic mean of precision and recall over normalised words; the best of the golds."""
    words = Counter(normalise(found, dutch=dutch))
    best = 0.0
    for gold in golds:
        wanted = Counter(normalise(gold, dutch=dutch))
        total, shared = words.total() + wanted.total(), (words & wanted).total()
        best = max(best, 2 * shared / total if total else 1.0)
    return best


def read_all(
    find: Find, examples: list[Example], *, dutch: bool, stage: str, progress: Progress | None
) -> list[Reading]:
    """Every example read, its best span forced. `dutch` says in what the passages are."""
    readings = []
    for number, example in enumerate(examples, start=1):
        best = find(example.question, [example.passage])[0].best
        found = example.passage[slice(*best.span)] if best.span else ""
        readings.append(
            Reading(
                example,
                best.score,
                exact_match(found, example.answers, dutch=dutch),
                span_f1(found, example.answers, dutch=dutch),
            )
        )
        if progress:
            progress(stage, number, len(examples))
    return readings


def choose_threshold(readings: list[Reading]) -> float:
    """The score below which to say no, so that F1 over all questions is highest.

    Halfway between two readings; the lowest of equals. The reader says no below it.
    """
    ordered = sorted(readings, key=lambda reading: reading.score)
    gain = np.array([-r.f1 if r.example.answerable else 1.0 for r in ordered])
    values = np.array([reading.score for reading in ordered])
    ends = np.append(np.flatnonzero(np.diff(values)), len(values) - 1)
    totals = np.cumsum(gain)[ends]
    if totals.max() <= 0:
        return float(values[0])
    end = int(ends[np.argmax(totals)])
    following = values[min(end + 1, len(values) - 1)]
    middle = (values[end] + following) / 2
    return float(middle if following > values[end] else np.nextafter(values[end], np.inf))


def comprehension_rows(
    data: str, readings: list[Reading], threshold: float
) -> list[ComprehensionRow]:
    """A row for all, for each language where there are more, and for each kind."""
    parts = {"all": readings} if readings else {}
    for name, of in (("language", _language), ("kind", _kind)):
        values = sorted({of(reading) for reading in readings} - {""})
        if len(values) > 1:
            for value in values:
                parts[f"{name} {value}"] = [r for r in readings if of(r) == value]
    return [_row(data, name, part, threshold) for name, part in parts.items()]


def _language(reading: Reading) -> str:
    return reading.example.language


def _kind(reading: Reading) -> str:
    return reading.example.kind


def _row(data: str, name: str, readings: list[Reading], threshold: float) -> ComprehensionRow:
    has = np.array([bool(r.example.answerable) for r in readings])
    sure = np.array([r.score for r in readings])
    silent = sure < threshold
    groups = [r.example.key for r in readings]

    def forced(values: Values) -> Figure:
        return _mean(values, has, groups)

    def overall(values: Values) -> Figure:
        return mean_figure(np.where(has, np.where(silent, 0.0, values), silent), groups)

    def told(rows: Rows) -> float:
        return auc(sure[rows[has[rows]]], sure[rows[~has[rows]]])

    exact, f1 = (np.array([getattr(r, of) for r in readings]) for of in ("exact", "f1"))
    return ComprehensionRow(
        data=data,
        questions=name,
        answerable=int(has.sum()),
        unanswerable=int((~has).sum()),
        exact=forced(exact),
        f1=forced(f1),
        refused=_mean(silent.astype(np.float64), ~has, groups),
        overall_exact=overall(exact),
        overall_f1=overall(f1),
        auc=estimate(groups, told, (has, ~has)),
    )


def _mean(values: Values, of: Flags, groups: list[str]) -> Figure:
    chosen = [group for group, one in zip(groups, of, strict=True) if one]
    return mean_figure(values[of], chosen)
