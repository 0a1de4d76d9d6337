"""What is lost by weighing the sentences of candidates alone, and not of all passages.

    python eval/benchmarks/candidates.py --documents DIR [--paragraphs 1000] [--questions 200]

Paragraphs and questions are made of the sentences of the text files in DIR (`made.py`) and really
encoded. Every passage is weighed in full; then only the best few by vector and the best few
by keyword. A figure is the share of the first ten passages, or of the first, that are found so.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from made import made_paragraphs, made_questions, read_sentences

from qa import Index
from qa.cli.options import progress_bar
from qa.engine import Engine, Evidence, Found
from qa.local_engine import LocalEngine
from qa.question import Question, make_question
from qa.rows import Rows

_FIRST = 10
_POOLS = (1, 2, 5, 10, 20, 50, 100, 200)  # candidates of each kind


@dataclass(frozen=True)
class All:
    """An engine whose candidates are given: all passages, or some."""

    engine: Engine
    rows: Rows
    found: Found

    def passages(self, question: Question, documents: Sequence[int] | None) -> Found:
        """The candidates that were given."""
        values = (self.found.bm25, self.found.coverage, self.found.cosines)
        return Found(self.rows, *(value[self.rows] for value in values))

    def sections(self, question: Question, documents: Sequence[int] | None) -> Found:
        """As the engine itself."""
        return self.engine.sections(question, documents)

    def sentences(self, question: Question, rows: Rows) -> Evidence:
        """As the engine itself."""
        return self.engine.sentences(question, rows)


def first_passages(index: Index, question: Question, rows: Rows, found: Found) -> list[int]:
    """The first ten passages where these rows are the candidates."""
    retriever = index.searcher.retriever
    engine = retriever.engine
    retriever.engine = All(engine, rows, found)
    try:
        return [candidate.row for candidate in retriever.search(question)[:_FIRST]]
    finally:
        retriever.engine = engine


def everything(index: Index, question: Question) -> Found:
    """BM25 and cosine of every passage."""
    engine = index.searcher.retriever.engine
    assert isinstance(engine, LocalEngine)
    return engine.all_passages(question)


@click.command()
@click.option("--documents", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--paragraphs", type=int, default=1000)
@click.option("--questions", "count", type=int, default=200)
def main(documents: Path, paragraphs: int, count: int) -> None:
    """Measure and print."""
    sentences = read_sentences(documents)
    texts = made_paragraphs(sentences, paragraphs)
    asked = made_questions(sentences, count)
    with tempfile.TemporaryDirectory() as folder, progress_bar() as progress:
        (Path(folder) / "made.txt").write_text("\n\n".join(texts), "utf-8")
        index = Index.build(Path(folder) / "made.txt", Path(folder) / "index", progress=progress)
        vectors = index.encoder.encode_query(asked)
        shares: dict[int, list[tuple[float, float]]] = {pool: [] for pool in _POOLS}
        for text, vector in zip(asked, vectors, strict=True):
            question = make_question(text, vector)
            found = everything(index, question)
            best = first_passages(index, question, found.rows, found)
            for pool in _POOLS:
                near = np.argsort(-found.cosines, kind="stable")[:pool]
                said = np.argsort(-found.bm25, kind="stable")[:pool]
                rows = np.union1d(near, said[found.bm25[said] > 0])
                kept = np.isin(best, rows)
                shares[pool].append((float(kept.mean()), float(kept[0])))
    click.echo(f"{len(found.rows)} passages, {len(asked)} questions")
    for pool, values in shares.items():
        ten, first = np.mean(values, axis=0)
        part = pool / len(found.rows)
        click.echo(
            f"{pool:4} of each kind ({part:6.1%} of all): first ten {ten:.3f}, first {first:.3f}"
        )


if __name__ == "__main__":
    main()
