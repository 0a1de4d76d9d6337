"""Fit the confidence models on the development data and write `src/qa/confidence.json`.

    python eval/fit_confidence.py [--data FOLDER] [--work FOLDER]

A logistic regression, once for answers with a reader and once without: is the best candidate's
quote right? Without a reader no feature may speak against an answer. With one the features'
direction is fitted to a mixture of two questions, three parts "is the quote right?" to seven
parts "is there an answer at all?", and then calibrated on the first: on held-out folds that tells
both apart better than fitting the first alone. On the letter and on `dutch-qa`
right means that it contains the gold words, on the ministers' answers that the passage is a right
one. All sets count the same. The threshold is the largest at which no more than one in ten of
the letter's right quotes is withheld.
"""

from __future__ import annotations

import json
from pathlib import Path

import click
import numpy as np
from development import FOLDS, Case, Development, KeptReader, development, is_right
from numpy.typing import NDArray
from scipy.optimize import minimize

from qa import Index
from qa.cli.options import progress_bar
from qa.confidence import READER_FEATURES, RETRIEVAL_FEATURES, features
from qa.evaluate.measures import auc, refused_at
from qa.question import make_question
from qa.rerank import keep_order, quote_of, rerank

Floats = NDArray[np.float64]
_TARGET = Path("src/qa/confidence.json")
_WITHHELD = 0.10
_RIGHT = 3  # tenths
_DESCRIPTION = (
    "Logistic models of the probability that the best quote answers; fitted by "
    "eval/fit_confidence.py on the letter's folds 0 to 3 of eval/questions.jsonl, on the invented "
    "texts of eval/letters/develop and on members' "
    "questions to Dutch ministers with the ministers' answers (public record of the Dutch House), "
    "each question once with its answers there and once without them, and on questions and near "
    "misses of dutch-qa over the same answers. None is of a test part."
)


def observe(index: Index, cases: list[Case], kept: KeptReader | None) -> tuple[Floats, Floats]:
    """Features of the best candidate, shape (cases, n), and whether its quote is right."""
    searcher = index.searcher
    passages = searcher.retriever.passages
    vectors = index.encoder.encode_query([case.text for case in cases])
    table, right = [], []
    with progress_bar() as progress:
        for number, (case, vector) in enumerate(zip(cases, vectors, strict=True), start=1):
            question = make_question(case.text, vector)
            found = [
                candidate
                for candidate in searcher.candidates(question)
                if passages[candidate.row].id.split("#")[0] not in case.without
            ]
            ranked = rerank(question, found, passages, kept.find) if kept else keep_order(found)
            best = ranked[0]
            passage = passages[best.candidate.row]
            table.append(features(searcher.retriever, question, ranked, 0))
            right.append(is_right(case, passage, quote_of(question, passage, best)))
            progress("observe", number, len(cases))
    return np.array(table, dtype=np.float64), np.array(right, dtype=np.float64)


def fit(parts: list[tuple[Floats, Floats]], *, signed: bool = False) -> tuple[float, Floats]:
    """Intercept and weights, these not below zero unless signed; each part counts the same."""

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
    bounds = [(None, None)] + [(None if signed else 0.0, None)] * size
    found = minimize(loss, np.zeros(1 + size), jac=True, method="L-BFGS-B", bounds=bounds)
    return float(found.x[0]), np.asarray(found.x[1:], dtype=np.float64)


def fit_mixed(parts: list[tuple[Floats, Floats, Floats]], *, mixed: bool) -> tuple[float, Floats]:
    """Intercept and weights from features, whether the quote is right, whether there is one.

    Mixed: the direction by both, then scale and intercept by whether the quote is right
    (Platt, "Probabilistic Outputs for Support Vector Machines", 1999).
    """
    if not mixed:
        return fit([(x, right) for x, right, _ in parts])
    both = [
        (np.concatenate([x] * 10), np.concatenate([right] * _RIGHT + [there] * (10 - _RIGHT)))
        for x, right, there in parts
    ]
    _, direction = fit(both, signed=True)
    intercept, scale = fit([((x @ direction)[:, None], right) for x, right, _ in parts])
    return intercept, direction * scale[0]


def predict(fitted: tuple[float, Floats], table: Floats) -> Floats:
    """Probabilities for rows of features."""
    return np.asarray(1 / (1 + np.exp(-(fitted[0] + table @ fitted[1]))), dtype=np.float64)


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--work", type=click.Path(path_type=Path), default=Path("eval/runs/fit"))
def main(data: Path | None, work: Path) -> None:
    """Fit the confidence models, say how they do on held-out folds, and write them."""
    described: dict[str, object] = {"description": _DESCRIPTION}
    sets = development(data, work)
    for mode, names in (("retrieval", RETRIEVAL_FEATURES), ("reader", READER_FEATURES)):
        kept = KeptReader(work) if mode == "reader" else None
        click.echo(f"{mode}:")
        observed = [observe(part.index, part.cases, kept) for part in sets]
        described[mode] = fit_mode(sets, observed, names, mixed=kept is not None)
    _TARGET.write_text(json.dumps(described, indent=2, ensure_ascii=False) + "\n", "utf-8")
    click.echo(f"Written: {_TARGET}")


def fit_mode(
    sets: list[Development],
    parts: list[tuple[Floats, Floats]],
    names: tuple[str, ...],
    *,
    mixed: bool,
) -> dict[str, object]:
    """The model fitted on all folds, with what it does on each while fitted on the others."""
    folds = [np.array([case.fold for case in part.cases]) for part in sets]
    has = [np.array([bool(case.gold) for case in s.cases], dtype=np.float64) for s in sets]
    data = [(x, y, h) for (x, y), h in zip(parts, has, strict=True)]
    held = [np.zeros(len(y)) for _, y in parts]
    for fold in range(FOLDS):
        fitted = fit_mixed(
            [
                (x[f != fold], y[f != fold], h[f != fold])
                for (x, y, h), f in zip(data, folds, strict=True)
            ],
            mixed=mixed,
        )
        for (x, _), f, out in zip(parts, folds, held, strict=True):
            out[f == fold] = predict(fitted, x[f == fold])
    summary: dict[str, dict[str, float]] = {}
    for part, there, (_, y), p in zip(sets, (h == 1 for h in has), parts, held, strict=True):
        summary[part.name] = {
            "questions": len(part.cases),
            "right": round(float(y.mean()), 3),
            "auc_right": round(auc(p[y == 1], p[y == 0]), 3),
            "auc_answerable": round(auc(p[there], p[~there]), 3),
            "refused_at_10": round(refused_at(p[there], p[~there], 0.10), 3),
            "brier": round(float(np.mean((p - y) ** 2)), 3),
        }
        click.echo(f"  {part.name}, held-out folds: {summary[part.name]}")
    of_right = np.sort(held[0][parts[0][1] == 1])
    threshold = float(of_right[int(_WITHHELD * len(of_right))])
    click.echo(f"  threshold {threshold:.3f}")
    intercept, weights = fit_mixed(data, mixed=mixed)
    return {
        "held_out": summary,
        "intercept": round(intercept, 4),
        "weights": {n: round(float(w), 4) for n, w in zip(names, weights, strict=True)},
        "threshold": round(threshold, 3),
    }


if __name__ == "__main__":
    main()
