"""Choose how much the reader counts beside retrieval, on the development data.

    python eval/fit_reader.py [--data FOLDER] [--work FOLDER]

Every combination of a few weights, retrieval fixed, by the share of questions whose first
passage is right; the sets count the same: the letter's folds 0 to 3, the invented texts and, from
the data outside the repository, the develop parts of the members' questions and of `dutch-qa` put
to the whole pool.
(A conditional logit, as in `fit_fusion.py`, gained nothing: a few questions that the reader gets
badly wrong rule the likelihood.) Then what retrieval's evidence of a sentence weighs beside the
reader's in choosing the sentence, with the weights that are there now, where the first passage is
right and the words of the answer are known.
Prints what to put into `src/qa/rerank.py`.
"""

from __future__ import annotations

import itertools
from dataclasses import astuple
from pathlib import Path

import click
import numpy as np
from development import FOLDS, Case, KeptReader, development, is_right
from numpy.typing import NDArray

from qa import Index
from qa.cli.options import progress_bar
from qa.question import make_question
from qa.rerank import READ, Weights, evidence, find_all, quote_of, rerank

Floats = NDArray[np.float64]
RETRIEVAL = 20.0
CHOICES = (0.0, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2.0)
SENTENCES = (0.0, 5.0, 10.0, 20.0, 30.0, 40.0, 60.0, 80.0, 100.0, 150.0, 200.0)
GRID = [(RETRIEVAL, *rest) for rest in itertools.product(CHOICES, repeat=3)]


def observe(index: Index, cases: list[Case], kept: KeptReader) -> Floats:
    """Whether the first is right, shape (combinations, cases)."""
    searcher = index.searcher
    passages = searcher.retriever.passages
    vectors = index.encoder.encode_query([case.text for case in cases])
    columns: list[NDArray[np.bool_]] = []
    with progress_bar() as progress:
        for number, (case, vector) in enumerate(zip(cases, vectors, strict=True), start=1):
            question = make_question(case.text, vector)
            head = searcher.candidates(question)[:READ]
            found = find_all(question, head, passages, kept.find)
            table = np.array(
                [astuple(evidence(c, finding)) for c, finding in zip(head, found, strict=True)]
            )
            right = np.array([passages[candidate.row].id in case.gold for candidate in head])
            columns.append(right[np.argmax(table @ np.array(GRID).T, axis=0)])
            progress("read", number, len(cases))
    return np.array(columns, dtype=np.float64).T


def observe_quotes(index: Index, cases: list[Case], kept: KeptReader) -> Floats:
    """Whether the quote is right, shape (weights, cases whose first passage is right)."""
    searcher = index.searcher
    passages = searcher.retriever.passages
    vectors = index.encoder.encode_query([case.text for case in cases])
    rows: list[list[bool]] = []
    for case, vector in zip(cases, vectors, strict=True):
        question = make_question(case.text, vector)
        best = rerank(question, searcher.candidates(question), passages, kept.find)[0]
        passage = passages[best.candidate.row]
        if passage.id in case.gold:
            quotes = [quote_of(question, passage, best, weight) for weight in SENTENCES]
            rows.append([is_right(case, passage, quote) for quote in quotes])
    return np.array(rows, dtype=np.float64).T


def choose(parts: list[Floats]) -> int:
    """The combination that is right most often, each set counting the same."""
    return int(np.argmax(mean_right(parts)))


def mean_right(parts: list[Floats]) -> Floats:
    """The share that is right for each combination, each set counting the same."""
    return np.asarray(np.mean([part.mean(axis=1) for part in parts], axis=0), dtype=np.float64)


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--work", type=click.Path(path_type=Path), default=Path("eval/runs/fit"))
def main(data: Path | None, work: Path) -> None:
    """Choose and print the weights of retrieval and reader."""
    kept = KeptReader(work)
    sets = [
        (part.name, part.index, [case for case in part.cases if case.gold])
        for part in development(data, work)
    ]
    parts = [observe(index, cases, kept) for _, index, cases in sets]
    folds = [np.array([case.fold for case in cases]) for _, _, cases in sets]
    held = [np.zeros(part.shape[1]) for part in parts]
    for fold in range(FOLDS):
        best = choose([p[:, f != fold] for p, f in zip(parts, folds, strict=True)])
        for part, numbers, values in zip(parts, folds, held, strict=True):
            values[numbers == fold] = part[best, numbers == fold]
    for (name, _, cases), part, values in zip(sets, parts, held, strict=True):
        click.echo(
            f"{name} ({len(cases)}): first right by retrieval {part[0].mean():.3f}, "
            f"with the reader, cross-validated, {values.mean():.3f}"
        )
    for name, value in zip(Weights.__slots__, GRID[choose(parts)], strict=True):
        click.echo(f"    {name}: float = {value}")
    told = [(n, i, c) for n, i, c in sets if any(case.question or case.answer for case in c)]
    quotes = [observe_quotes(index, cases, kept) for _, index, cases in told]
    for (name, _, _), rows in zip(told, quotes, strict=True):
        shares = zip(SENTENCES, rows.mean(axis=1), strict=True)
        found = ", ".join(f"{weight:g}: {share:.3f}" for weight, share in shares)
        click.echo(f"{name} ({rows.shape[1]}): quote right by weight of the sentence {found}")
    click.echo(f"SENTENCE = {SENTENCES[choose(quotes)]}")


if __name__ == "__main__":
    main()
