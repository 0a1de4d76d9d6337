"""Candidates from a Milvus server beside those of this machine, over one index, in one run.

    milvus-lite server --data-dir milvus --host 127.0.0.1 &
    python eval/benchmarks/engine.py --documents corpus --engine http://127.0.0.1:19530

Texts and vectors are made as by `scale.py`; the README beside this says how.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import click
import numpy as np
from around import Around, real_rows
from asking import queries
from made import made_questions, read_sentences, write_documents
from stages import build

from qa import Index
from qa.encoder import Vectors

_BEST = 10  # hits that are compared


@click.command()
@click.option("--documents", required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--engine", required=True, help="Address of the server.")
@click.option("--size", default=10_000, show_default=True, help="Paragraphs.")
@click.option("--questions", "count", default=200, show_default=True)
@click.option("--work", default=Path("eval/runs/engine"), type=click.Path(path_type=Path))
def main(documents: Path, engine: str, size: int, count: int, work: Path) -> None:
    """Build, copy to the server, and put the same questions to both."""
    sentences = read_sentences(documents)
    shutil.rmtree(work / "index", ignore_errors=True)
    shutil.rmtree(work / "documents", ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    real_rows(work / "real.npy", documents)
    write_documents(work / "documents", sentences, size)
    encoder = Around(work / "real.npy")
    build(work / "documents", work / "index", encoder)
    asked = made_questions(sentences, count)
    vectors = encoder.encode_query(asked)

    start = time.perf_counter()
    there = Index.open(work / "index", encoder, engine=engine)
    _ = there.searcher
    copied = time.perf_counter() - start
    here = Index.open(work / "index", encoder, engine="")
    click.echo(f"{size} paragraphs, copied in {copied:.1f} s")
    for name, index in (("this machine", here), ("the server", there)):
        queries(index, asked[:20], vectors[:20])
        times = queries(index, asked, vectors)["whole"]
        p50, p95 = np.quantile(times, [0.5, 0.95])
        click.echo(f"  a search by {name}: median {p50:.1f} ms, 95 % within {p95:.1f} ms")
    equal = [
        len(best(here, text, vector) & best(there, text, vector)) / _BEST
        for text, vector in zip(asked, vectors, strict=True)
    ]
    click.echo(f"  of the {_BEST} best here, found there too: {np.mean(equal):.3f}")


def best(index: Index, text: str, vector: Vectors) -> set[str]:
    """Ids of the best hits."""
    return {hit.id for hit in index.searcher.search(text, vector, _BEST, None, "paragraph")}


if __name__ == "__main__":
    main()
