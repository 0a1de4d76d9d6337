"""What is lost by weighing the sentences of candidates alone, and not of all passages.

    python eval/benchmarks/candidates.py --documents DIR [--paragraphs 1000] [--questions 200]
    python eval/benchmarks/candidates.py --documents DIR --built eval/runs/scale/100000

Paragraphs and questions are made of the sentences of the text files in DIR (`made.py`) and really
encoded; the index stays in the folder --work, for another time, and after an interruption
encoding goes on. Or the index is one that `scale.py` built: there a question's vector has nothing
to do with its words, nor a sentence's with its paragraph's, so that more is lost than ever is.
Every passage is weighed in full; then only the best few by vector and the best few by keyword. A
figure is the share of the first ten passages, or of the first, that are found so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
from around import Around
from made import made_paragraphs, made_questions, read_sentences

from qa import Index
from qa.cli.options import progress_bar
from qa.index.storage import exists
from qa.question import Question, make_question
from qa.retrieval.engine import Engine, Evidence, Found
from qa.retrieval.local_engine import LocalEngine
from qa.retrieval.rows import Rows

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


def measure(index: Index, asked: list[str]) -> dict[str, Any]:
    """The shares for each number of candidates."""
    vectors = index.encoder.encode_query(asked)
    shares: dict[int, list[tuple[float, float]]] = {pool: [] for pool in _POOLS}
    with progress_bar() as progress:
        for number, (text, vector) in enumerate(zip(asked, vectors, strict=True)):
            progress("ask", number, len(asked))
            question = make_question(text, vector)
            found = everything(index, question)
            best = first_passages(index, question, found.rows, found)
            for pool in _POOLS:
                near = np.argsort(-found.cosines, kind="stable")[:pool]
                said = np.argsort(-found.bm25, kind="stable")[:pool]
                rows = np.union1d(near, said[found.bm25[said] > 0])
                kept = np.isin(best, rows)
                shares[pool].append((float(kept.mean()), float(kept[0])))
        progress("ask", len(asked), len(asked))
    means = {pool: np.mean(values, axis=0).round(4).tolist() for pool, values in shares.items()}
    return {
        "passages": len(found.rows),
        "questions": len(asked),
        "encoder": index.encoder.name,
        "found": {
            str(pool): {"first ten": ten, "first": first} for pool, (ten, first) in means.items()
        },
    }


def encoded(folder: Path, texts: Iterable[str]) -> Index:
    """An index of texts, really encoded, unless the folder has it."""
    folder.mkdir(parents=True, exist_ok=True)
    source, before = folder / "made.txt", None
    if source.is_file():
        before = source.read_text("utf-8")
    body = "\n\n".join(texts)
    if body == before and exists(folder / "index"):
        return Index.open(folder / "index")
    source.write_text(body, "utf-8")
    with progress_bar() as progress:
        return Index.build(source, folder / "index", progress=progress)


def report(figures: dict[str, Any]) -> str:
    """The figures as text."""
    size = figures["passages"]
    lines = [f"{size:,} passages, {figures['questions']} questions; vectors: {figures['encoder']}"]
    for pool, found in figures["found"].items():
        part = f"{int(pool):4} of each kind ({int(pool) / size:7.2%} of all)"
        lines.append(f"{part}: first ten {found['first ten']:.3f}, first {found['first']:.3f}")
    return "\n".join(lines)


@click.command()
@click.option("--documents", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--paragraphs", type=click.IntRange(min=10), default=1000, show_default=True)
@click.option("--questions", "count", type=click.IntRange(min=1), default=200, show_default=True)
@click.option(
    "--built",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A size that scale.py measured, instead of paragraphs that are really encoded.",
)
@click.option("--work", type=click.Path(path_type=Path), default=Path("eval/runs/candidates"))
@click.option("--out", type=click.Path(path_type=Path), help="Write the figures as JSON too.")
def main(
    documents: Path, paragraphs: int, count: int, built: Path | None, work: Path, out: Path | None
) -> None:
    """Measure and print."""
    sentences = read_sentences(documents)
    if built:
        index = Index.open(built / "index", Around(built.parent / "real.npy"))
    else:
        index = encoded(work / str(paragraphs), made_paragraphs(sentences, paragraphs))
    figures = measure(index, made_questions(sentences, count))
    click.echo(report(figures))
    if out:
        out.write_text(json.dumps(figures, indent=1), "utf-8")


if __name__ == "__main__":
    main()
