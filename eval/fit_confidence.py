"""Fit the confidence model on the development data and write `src/qa/confidence.json`.

    python eval/fit_confidence.py [--ministers FOLDER] [--work FOLDER]

A logistic regression over three features, none of which may speak against an answer: is the
best candidate's quote right? On the letter right means that it contains the gold words, on the
ministers' answers that the passage is a right one. Both sets count the same. The threshold is the
largest at which no more than one in ten of the letter's right quotes is withheld.
"""

from __future__ import annotations

import json
from pathlib import Path

import click
import numpy as np
from development import FOLDS, Case, letter_cases, letter_index, minister_cases, minister_index
from numpy.typing import NDArray
from scipy.optimize import minimize

from qa import Index
from qa.confidence import FEATURES, features
from qa.evaluate.measures import auc, refused_at
from qa.read import read
from qa.retrieve import make_question

Floats = NDArray[np.float64]
_TARGET = Path("src/qa/confidence.json")
_WITHHELD = 0.10


def observe(index: Index, cases: list[Case]) -> tuple[Floats, Floats]:
    """Features of the best candidate, shape (cases, 3), and whether its quote is right."""
    searcher = index.searcher
    vectors = index.encoder.encode_query([case.text for case in cases])
    table, right = [], []
    for case, vector in zip(cases, vectors, strict=True):
        question = make_question(case.text, vector)
        found = [
            candidate
            for candidate in searcher.candidates(question)
            if searcher.retriever.passages[candidate.row].id.split("#")[0] not in case.without
        ]
        passage = searcher.retriever.passages[found[0].row]
        table.append(features(searcher.retriever, found, 0))
        if case.question is None:
            right.append(passage.id in case.gold)
        else:
            start, end = read(question, passage, found[0]).reading_span
            golds = [gold.reading_span for gold in case.question.gold if gold.id == passage.id]
            right.append(any(start <= a and b <= end for a, b in golds))
    return np.array(table, dtype=np.float64), np.array(right, dtype=np.float64)


def fit(parts: list[tuple[Floats, Floats]]) -> tuple[float, Floats]:
    """Intercept and weights, these not below zero; each part counts the same."""

    def loss(values: Floats) -> tuple[float, Floats]:
        total, slope = 1e-3 * float(values[1:] @ values[1:]), 2e-3 * values
        slope[0] = 0.0
        for table, right in parts:
            p = predict((float(values[0]), values[1:]), table)
            total -= float(np.mean(np.log(np.where(right > 0, p, 1 - p) + 1e-12)))
            miss = (p - right) / len(right)
            slope += np.concatenate([[miss.sum()], miss @ table])
        return total, slope

    size = parts[0][0].shape[1]
    bounds = [(None, None)] + [(0.0, None)] * size
    found = minimize(loss, np.zeros(1 + size), jac=True, method="L-BFGS-B", bounds=bounds)
    return float(found.x[0]), np.asarray(found.x[1:], dtype=np.float64)


def predict(fitted: tuple[float, Floats], table: Floats) -> Floats:
    """Probabilities for rows of features."""
    return np.asarray(1 / (1 + np.exp(-(fitted[0] + table @ fitted[1]))), dtype=np.float64)


@click.command()
@click.option("--ministers", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--work", type=click.Path(path_type=Path), default=Path("eval/runs/fit"))
def main(ministers: Path | None, work: Path) -> None:
    """Fit the confidence model, say how it does on held-out folds, and write it."""
    sets = [(letter_index(work), letter_cases())]
    if ministers:
        sets.append((minister_index(ministers, work), minister_cases(ministers)))
    parts = [observe(index, cases) for index, cases in sets]
    folds = [np.array([case.fold for case in cases]) for _, cases in sets]
    held = [np.zeros(len(y)) for _, y in parts]
    for fold in range(FOLDS):
        train = [(x[f != fold], y[f != fold]) for (x, y), f in zip(parts, folds, strict=True)]
        fitted = fit(train)
        for (x, _), f, out in zip(parts, folds, held, strict=True):
            out[f == fold] = predict(fitted, x[f == fold])
    summary: dict[str, dict[str, float]] = {}
    for name, (_, cases), (_, y), p in zip(
        ("letter", "ministers"), sets, parts, held, strict=False
    ):
        has = np.array([bool(case.gold) for case in cases])
        summary[name] = {
            "questions": len(cases),
            "right": round(float(y.mean()), 3),
            "auc_right": round(auc(p[y == 1], p[y == 0]), 3),
            "auc_answerable": round(auc(p[has], p[~has]), 3),
            "refused_at_10": round(refused_at(p[has], p[~has], 0.10), 3),
            "brier": round(float(np.mean((p - y) ** 2)), 3),
        }
        click.echo(f"{name}, held-out folds: {summary[name]}")
    of_right = np.sort(held[0][parts[0][1] == 1])
    threshold = float(of_right[int(_WITHHELD * len(of_right))])
    intercept, weights = fit(parts)
    described = {
        "description": (
            "Logistic model of the probability that the best quote answers; fitted by "
            "eval/fit_confidence.py on the letter's folds 0 to 3 of eval/questions.jsonl and on "
            "members' questions to Dutch ministers with the ministers' answers (public record of "
            "the Dutch House), each question once with its answers there and once without them."
        ),
        "held_out": summary,
        "intercept": round(intercept, 4),
        "weights": {n: round(float(w), 4) for n, w in zip(FEATURES, weights, strict=True)},
        "threshold": round(threshold, 3),
    }
    _TARGET.write_text(json.dumps(described, indent=2, ensure_ascii=False) + "\n", "utf-8")
    click.echo(f"Written: {_TARGET}, threshold {threshold:.3f}")


if __name__ == "__main__":
    main()
