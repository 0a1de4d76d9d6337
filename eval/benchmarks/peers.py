"""Hybrid search side by side: ours and LanceDB's, over the same rows, in one run.

    python eval/benchmarks/peers.py FOLDER REAL QUESTIONS

The passages of FOLDER/index, their texts and vectors, become a table in FOLDER/lancedb: keywords in
Dutch (stems, stop words, small letters), vectors compared one by one up to 10,000 rows and by
LanceDB's usual index (IVF_PQ) above, both fused by its usual reranker (RRF). Each question is put
to both in turn, so that what else the machine does falls on both; the figures of both are those of
ten hits with their texts. `scale.py` starts it; it prints a line of JSON.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import numpy as np
from around import Around
from asking import HITS, quantiles, search
from process import wait_quietly
from stages import files_of

from qa import Index
from qa.encoder import Vectors
from qa.index import storage
from qa.index.contents import Contents
from qa.index.units import read_passage
from qa.retrieval.nearest import EXACT
from qa.retrieval.rows import Rows

_WARM = 20  # questions before those that count
_BATCH = 40  # documents
_CHUNK = 20_000  # rows that are compared at a time
Hits = Callable[[str, Vectors], list[Any]]


def batches(contents: Contents) -> Iterator[Any]:
    """The number, text and vector of each passage, some documents at a time, for Arrow."""
    import pyarrow as pa

    rows = contents.files.rows("passages")
    at = 0
    for start in range(0, len(contents.versions), _BATCH):
        texts = [
            read_passage(body, 0)[0].text
            for version in contents.versions[start : start + _BATCH]
            for body in contents.store.unit_bodies(
                "passages", version.number, range(version.passages)
            )
        ]
        vectors = rows[at : at + len(texts)].astype(np.float32)
        lists = pa.FixedSizeListArray.from_arrays(pa.array(vectors.reshape(-1)), vectors.shape[1])
        numbers = pa.array(np.arange(at, at + len(texts)))
        yield pa.record_batch([numbers, pa.array(texts), lists], names=["number", "text", "vector"])
        at += len(texts)


def build(contents: Contents, folder: Path) -> tuple[Any, dict[str, float]]:
    """The table, and the seconds of each stage."""
    import lancedb
    import pyarrow as pa
    from lancedb.index import FTS, IvfPq

    shutil.rmtree(folder, ignore_errors=True)
    parts = batches(contents)
    first = next(parts)
    ends = [time.perf_counter()]

    def all_parts() -> Iterator[Any]:
        yield first
        yield from parts

    reader = pa.RecordBatchReader.from_batches(first.schema, all_parts())
    table = lancedb.connect(folder).create_table("passages", reader)
    ends.append(time.perf_counter())
    table.create_index("text", config=FTS(language="Dutch"))
    ends.append(time.perf_counter())
    if table.count_rows() > EXACT:
        table.create_index("vector", config=IvfPq(distance_type="cosine"))
    ends.append(time.perf_counter())
    stages = ("table", "keywords", "vectors")
    return table, dict(zip(stages, np.diff(ends).round(2).tolist(), strict=True))


def hybrid(table: Any) -> Hits:  # noqa: ANN401 - it has few types
    """Ten hits of both legs, fused."""

    def find(text: str, vector: Vectors) -> list[Any]:
        asked = table.search(query_type="hybrid", vector_column_name="vector", fts_columns="text")
        asked = asked.vector(vector).text(text).distance_type("cosine").limit(HITS)
        return list(asked.select(["number", "text"]).to_list())

    return find


def nearest(rows: Any, vectors: Vectors) -> Rows:  # noqa: ANN401 - mapped rows
    """The ten nearest rows to each vector by comparing all, shape (len(vectors), 10)."""
    scores = np.concatenate(
        [
            vectors @ rows[start : start + _CHUNK].astype(np.float32).T
            for start in range(0, len(rows), _CHUNK)
        ],
        axis=1,
    )
    return np.argpartition(-scores, HITS, axis=1)[:, :HITS]


def recalls(contents: Contents, table: Any, vectors: Vectors) -> dict[str, float]:  # noqa: ANN401
    """The share of the ten nearest vectors that each finds."""
    dense = contents.files.dense("passages")
    truth = nearest(contents.files.rows("passages"), vectors)
    shared: dict[str, list[int]] = {"ours": [], "LanceDB": []}
    for vector, best in zip(vectors, truth, strict=True):
        asked = table.search(vector, vector_column_name="vector").distance_type("cosine")
        theirs = [row["number"] for row in asked.limit(HITS).select(["number"]).to_list()]
        shared["ours"].append(len(np.intersect1d(best, dense.nearest(vector, HITS))))
        shared["LanceDB"].append(len(np.intersect1d(best, theirs)))
    return {name: round(float(np.mean(found)) / HITS, 3) for name, found in shared.items()}


def compare(folder: Path, encoder: Around, questions: list[str]) -> dict[str, Any]:
    """The figures of both."""
    contents = storage.read(folder / "index")
    table, seconds = build(contents, folder / "lancedb")
    vectors = encoder.encode_query(questions)
    index = Index.open(folder / "index", encoder)
    ways: dict[str, Hits] = {
        "ours": lambda text, vector: search(index, text, vector),
        "LanceDB": hybrid(table),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    spent: dict[str, list[float]] = {name: [] for name in ways}
    asked = [*zip(questions, vectors, strict=True)]
    for number, (text, vector) in enumerate([*asked[:_WARM], *asked]):
        for name, find in ways.items():
            start, before = time.perf_counter(), time.process_time()
            hits = find(text, vector)
            took, worked = time.perf_counter() - start, time.process_time() - before
            assert len(hits) == HITS, name
            if number >= min(_WARM, len(asked)):
                times[name].append(1000 * took)
                spent[name].append(1000 * worked)
    found = recalls(contents, table, vectors[:100])
    ratios = [a / b for a, b in zip(times["LanceDB"], times["ours"], strict=True)]
    return {
        "build_s": seconds,
        "bytes": sum(path.stat().st_size for path in files_of(folder / "lancedb")),
        "query_ms": {name: quantiles(values) for name, values in times.items()},
        "processor_ms": {name: quantiles(values) for name, values in spent.items()},
        "ratio_p50": round(float(np.median(ratios)), 2),
        "of_ten_nearest": found,
    }


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("real", type=click.Path(path_type=Path, exists=True))
@click.argument("questions", type=click.Path(path_type=Path, exists=True))
def main(folder: Path, real: Path, questions: Path) -> None:
    """Measure and print."""
    wait_quietly()
    os.environ.setdefault("LANCEDB_LOG", "error")  # else two lines of warnings with each question
    asked = questions.read_text("utf-8").splitlines()
    click.echo(json.dumps(compare(folder, Around(real), asked)))


if __name__ == "__main__":
    main()
