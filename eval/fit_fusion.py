"""Fit the weights of the fusion on the development data.

    python eval/fit_fusion.py [--data FOLDER] [--work FOLDER]

A conditional logit over the candidates of each question (McFadden, 1974), each set at equal
weight, cross-validated over four folds. Prints the weights to put
into `src/qa/retrieval/retrieve.py`.
"""

from __future__ import annotations

from pathlib import Path

import click
import numpy as np
from development import FOLDS, Case, development
from numpy.typing import NDArray
from scipy.optimize import minimize

from qa import Index
from qa.question import make_question

Floats = NDArray[np.float64]
_NAMES = ("dense", "sentence_dense", "bm25", "sentence_bm25", "aside", "reference")
_DEPTH = 60


def evidence(index: Index, cases: list[Case]) -> list[tuple[Floats, NDArray[np.bool_]]]:
    """For each case the candidates' evidence, shape (candidates, 6), and which are right."""
    searcher = index.searcher
    vectors = index.encoder.encode_query([case.text for case in cases])
    rows: list[tuple[Floats, NDArray[np.bool_]]] = []
    for case, vector in zip(cases, vectors, strict=True):
        question = make_question(case.text, vector)
        table, right = [], []
        for found in searcher.retriever.search(question)[:_DEPTH]:
            passage = searcher.retriever.passages[found.row]
            note = passage.kind == "footnote"
            table.append(
                (
                    searcher.retriever.above_floor(found.dense),
                    searcher.retriever.above_floor(found.sentence_dense).max(),
                    found.coverage,
                    found.sentence_coverage.max(),
                    float(note and not question.asks_reference),
                    float(note and question.asks_reference),
                )
            )
            right.append(passage.id in case.gold)
        rows.append((np.array(table, dtype=np.float64), np.array(right)))
    return rows


def fit(parts: list[list[tuple[Floats, NDArray[np.bool_]]]]) -> Floats:
    """Weights that make the right candidates likeliest; each part counts the same."""
    usable = [[row for row in part if row[1].any()] for part in parts]

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = 1e-3 * float(weights @ weights), 2e-3 * weights
        for part in usable:
            for table, right in part:
                scores = table @ weights
                share = np.exp(scores - scores.max())
                share /= share.sum()
                chosen = share[right].sum() + 1e-12
                total -= float(np.log(chosen)) / len(part)
                slope -= (np.where(right, share / chosen, 0) - share) @ table / len(part)
        return total, slope

    size = usable[0][0][0].shape[1]
    found = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B")
    return np.asarray(found.x, dtype=np.float64)


def first_right(weights: Floats, rows: list[tuple[Floats, NDArray[np.bool_]]]) -> float:
    """Share of questions whose best candidate is right."""
    return float(np.mean([right[np.argmax(table @ weights)] for table, right in rows]))


def cross_validate(
    rows: list[list[tuple[Floats, NDArray[np.bool_]]]], folds: list[list[int]]
) -> list[float]:
    """Share of each set whose best candidate is right, by weights fitted on the other folds."""
    held: list[list[float]] = [[] for _ in rows]
    for fold in range(FOLDS):
        weights = fit(
            [
                [row for row, number in zip(part, numbers, strict=True) if number != fold]
                for part, numbers in zip(rows, folds, strict=True)
            ]
        )
        for part, numbers, values in zip(rows, folds, held, strict=True):
            test = [row for row, number in zip(part, numbers, strict=True) if number == fold]
            values.extend(first_right(weights, [row]) for row in test)
    return [float(np.mean(values)) for values in held]


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--work", type=click.Path(path_type=Path), default=Path("eval/runs/fit"))
def main(data: Path | None, work: Path) -> None:
    """Fit and print the weights of the fusion."""
    sets = development(data, work)
    asked = [[case for case in part.cases if case.gold] for part in sets]
    folds = [[case.fold for case in cases] for cases in asked]
    rows = [evidence(part.index, cases) for part, cases in zip(sets, asked, strict=True)]
    for part, value in zip(sets, cross_validate(rows, folds), strict=True):
        click.echo(f"{part.name}: first passage right, cross-validated: {value:.3f}")
    weights = fit(rows)
    for name, value in zip(_NAMES, weights / weights[:4].sum(), strict=True):
        click.echo(f"    {name}: float = {value:.3f}")


if __name__ == "__main__":
    main()
