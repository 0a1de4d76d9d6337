"""An index that is there: how soon it opens, what it holds in memory, how fast it answers.

    python eval/benchmarks/asking.py INDEX REAL QUESTIONS [--first]

A process of its own, so that nothing of a build counts; it prints one line of JSON. QUESTIONS
is a file with a question on each line; with `--first` only the first is asked. `scale.py`
starts it, several times.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
import numpy as np
from around import Around
from process import memory, wait_quietly

from qa import Index
from qa.encoder import Vectors
from qa.question import make_question
from qa.retrieval.engine import Found

HITS = 10
_WARM = 20  # questions before those that count
_QUANTILES = (0.5, 0.95, 0.99)


def quantiles(times: Iterable[float]) -> list[float]:
    """p50, p95 and p99."""
    values = list(times)
    return [round(float(np.quantile(values, part)), 3) for part in _QUANTILES]


def search(index: Index, text: str, vector: Vectors) -> list[Any]:
    """All of a search, once the question is a vector: ten hits with their citations."""
    return index.searcher.search(text, vector, HITS, None, "paragraph")


def queries(index: Index, questions: list[str], vectors: Vectors) -> dict[str, list[float]]:
    """Milliseconds of each stage for each question, and processor time of the whole."""
    engine = index.searcher.retriever.engine
    times: dict[str, list[float]] = {
        name: [] for name in ("candidates", "sentences", "whole", "whole, processor")
    }
    for text, vector in zip(questions, vectors, strict=True):
        question = make_question(text, vector)
        start = time.perf_counter()
        found: Found = engine.passages(question, None)
        middle = time.perf_counter()
        engine.sentences(question, found.rows)
        times["candidates"].append(1000 * (middle - start))
        times["sentences"].append(1000 * (time.perf_counter() - middle))
    for text, vector in zip(questions, vectors, strict=True):
        start, spent = time.perf_counter(), time.process_time()
        search(index, text, vector)
        times["whole"].append(1000 * (time.perf_counter() - start))
        times["whole, processor"].append(1000 * (time.process_time() - spent))
    return times


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("real", type=click.Path(path_type=Path, exists=True))
@click.argument("questions", type=click.Path(path_type=Path, exists=True))
@click.option("--first", is_flag=True, help="Open, and ask the first question alone.")
def main(folder: Path, real: Path, questions: Path, first: bool) -> None:
    """Measure and print."""
    wait_quietly()
    asked = questions.read_text("utf-8").splitlines()
    encoder = Around(real)
    vectors = encoder.encode_query(asked)
    before = memory()
    start = time.perf_counter()
    index = Index.open(folder, encoder)
    opened = time.perf_counter()
    search(index, asked[0], vectors[0])
    figures: dict[str, Any] = {
        "open_s": round(opened - start, 3),
        "first_question_s": round(time.perf_counter() - opened, 3),
    }
    if not first:
        queries(index, asked[:_WARM], vectors[:_WARM])
        times = queries(index, asked, vectors)
        figures["query_ms"] = {name: quantiles(values) for name, values in times.items()}
        figures["memory_mb"] = {"without an index": before["own"] + before["mapped"], **memory()}
    click.echo(json.dumps(figures))


if __name__ == "__main__":
    main()
