"""Keyword search side by side: ours, rank_bm25's own, bm25s and SQLite FTS5, in one run.

    python eval/benchmarks/lexical.py --documents DIR [--paragraphs 100000] [--questions 200]

All get the same terms of the same texts, made of the sentences of the text files in DIR (see
`made.py`), and find the ten best texts for the same questions. Each question is put to all in
turn, so that what else the machine does falls on all; rank_bm25 gets the first twenty alone, and
none above 100,000 paragraphs, as it keeps a dictionary in memory for each. Our scores are
compared with rank_bm25's where its inverse document frequency is replaced by ours.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import numpy as np
from asking import quantiles
from made import made_paragraphs, made_questions, read_sentences
from rank_bm25 import BM25Okapi

from qa.analysis import analyse
from qa.retrieval.lexical import Lexical, best_rows

K = 10
_SLOW = 20  # questions that rank_bm25 gets
_MOST = 100_000  # paragraphs that rank_bm25 gets
_REFERENCE = "rank_bm25 get_scores"
Find = Callable[[list[str]], Any]
"""Puts a question, as its terms, to an engine."""


def ours(texts: list[list[str]]) -> tuple[Find, Lexical]:
    """The ten best rows by our own index."""
    lexical = Lexical.of(texts)
    lexical.scores(texts[0])
    return lambda terms: best_rows(lexical.scores(terms), K), lexical


def rank_bm25(texts: list[list[str]]) -> tuple[Find, BM25Okapi]:
    """All scores by rank_bm25, with no choice of the best."""
    model = BM25Okapi(texts)
    return model.get_scores, model


def bm25s(texts: list[list[str]]) -> Find:
    """The ten best by bm25s, its defaults."""
    import bm25s as library

    model = library.BM25()
    model.index(texts, show_progress=False)
    return lambda terms: model.retrieve([terms], k=K, show_progress=False)


def fts5(texts: list[list[str]]) -> Find:
    """The ten best by SQLite FTS5, in memory."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(body, content='', tokenize='ascii')")
    rows = ((" ".join(text),) for text in texts)
    database.executemany("INSERT INTO texts (body) VALUES (?)", rows)

    def find(terms: list[str]) -> Any:  # noqa: ANN401 - rows of SQLite
        match = " OR ".join(f'"{term}"' for term in terms)
        return database.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?", (match, K)
        ).fetchall()

    return find


def largest_difference(lexical: Lexical, model: BM25Okapi, questions: list[list[str]]) -> float:
    """Between our scores and rank_bm25's, its inverse document frequency replaced by ours."""
    having = {term: 0 for question in questions for term in question}
    for counts in model.doc_freqs:
        for term in having.keys() & counts.keys():
            having[term] += 1
    for term, n in having.items():
        if n:
            model.idf[term] = float(np.log1p((model.corpus_size - n + 0.5) / (n + 0.5)))
    return max(
        float(np.abs(lexical.scores(question) - model.get_scores(question)).max())
        for question in questions
    )


def analysed(sentences: list[str], paragraphs: int) -> list[list[str]]:
    """The terms of made paragraphs; equal terms are one string, as there are millions of them."""
    known: dict[str, str] = {}
    return [
        [known.setdefault(term, term) for term in analyse(text, "nl")]
        for text in made_paragraphs(sentences, paragraphs)
    ]


def compare(sentences: list[str], paragraphs: int, count: int) -> dict[str, Any]:
    """The figures of all engines, over so many paragraphs and questions."""
    texts = analysed(sentences, paragraphs)
    asked = [list(dict.fromkeys(analyse(q, "nl"))) for q in made_questions(sentences, count)]
    asked = [terms for terms in asked if terms]
    build: dict[str, float] = {}
    times: dict[str, list[float]] = {}
    spent: dict[str, list[float]] = {}

    def timed(name: str, make: Callable[[list[list[str]]], Any]) -> Any:  # noqa: ANN401
        start = time.perf_counter()
        made = make(texts)
        build[name] = time.perf_counter() - start
        times[name], spent[name] = [], []
        return made

    engines: dict[str, Find] = {}
    engines["ours"], lexical = timed("ours", ours)
    difference = None
    if paragraphs <= _MOST:
        engines[_REFERENCE], model = timed(_REFERENCE, rank_bm25)
    engines["bm25s"] = timed("bm25s", bm25s)
    engines["SQLite FTS5"] = timed("SQLite FTS5", fts5)
    for number, terms in enumerate(asked):
        for name, find in engines.items():
            if name == _REFERENCE and number >= _SLOW:
                continue
            start, before = time.perf_counter(), time.process_time()
            find(terms)
            times[name].append(1000 * (time.perf_counter() - start))
            spent[name].append(1000 * (time.process_time() - before))
    if paragraphs <= _MOST:
        difference = largest_difference(lexical, model, asked[:_SLOW])
    rows = {
        name: {
            "build_s": round(build[name], 2),
            "query_ms": quantiles(values),
            "processor_ms": quantiles(spent[name]),
        }
        for name, values in times.items()
    }
    return {
        "paragraphs": paragraphs,
        "terms": round(sum(map(len, texts)) / max(len(texts), 1), 1),
        "questions": len(asked),
        "engines": rows,
        "largest_difference": difference,
    }


def report(figures: dict[str, Any]) -> str:
    """The figures as text."""
    size = f"{figures['paragraphs']} paragraphs of {figures['terms']} terms"
    lines = [f"Keyword search: {size}, {figures['questions']} questions"]
    first = figures["engines"]["ours"]["processor_ms"][0]
    for name, row in figures["engines"].items():
        p50, p95, p99 = row["query_ms"]
        spent = row["processor_ms"][0]
        lines.append(
            f"{name:22} build {row['build_s']:7.2f} s   p50 {p50:9.3f} ms   "
            f"p95 {p95:9.3f} ms   p99 {p99:9.3f} ms   of the processor {spent:9.3f} ms, "
            f"{spent / first:7.1f} x ours"
        )
    difference = figures["largest_difference"]
    if difference is None:
        lines.append(f"rank_bm25 is left out above {_MOST:,} paragraphs")
    else:
        lines.append(f"largest difference from rank_bm25 with our idf: {difference:.1e}")
    return "\n".join(lines)


@click.command()
@click.option("--documents", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--paragraphs", type=int, default=100_000)
@click.option("--questions", "count", type=int, default=200)
@click.option("--out", type=click.Path(path_type=Path), help="Write the figures as JSON too.")
def main(documents: Path, paragraphs: int, count: int, out: Path | None) -> None:
    """Measure and print."""
    figures = compare(read_sentences(documents), paragraphs, count)
    click.echo(report(figures))
    if out:
        out.write_text(json.dumps(figures, indent=1), "utf-8")


if __name__ == "__main__":
    main()
