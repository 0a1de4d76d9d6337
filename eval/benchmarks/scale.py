"""How an index grows: build, bytes, memory, start and queries at several sizes, in one run.

    python eval/benchmarks/scale.py --documents DIR [--sizes 1000,10000,100000] [--out FILE]

The README beside this says how the texts and vectors are made, and what the figures mean.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import click
import lexical
import numpy as np
from made import made_paragraphs, made_questions, read_sentences

from qa import Index
from qa.encoder import Encoder, Vectors, unit_rows
from qa.engine import Found
from qa.question import make_question

_REAL = 300  # paragraphs that are really encoded; all other rows lie around theirs
_SPREAD = 0.35  # length of what is added to a real row at random
_EACH = 25  # paragraphs of a document
_COLD = (
    "import sys, time; start = time.perf_counter(); sys.path.insert(0, sys.argv[1])\n"
    "from pathlib import Path; from scale import Around, memory; from qa import Index\n"
    "encoder = Around(Path(sys.argv[3])); begin = time.perf_counter()\n"
    "index = Index.open(sys.argv[2], encoder); opened = time.perf_counter()\n"
    "vector = encoder.encode_query([sys.argv[4]])[0]; asked = time.perf_counter()\n"
    "index.searcher.search(sys.argv[4], vector, 10, None, 'paragraph')\n"
    "print(opened - begin, time.perf_counter() - asked, begin - start, *memory())"
)

_REAL_ROWS = (
    "import sys; sys.path.insert(0, sys.argv[1]); import numpy as np; from pathlib import Path\n"
    "from made import made_paragraphs, read_sentences; from qa.encoder import get_encoder\n"
    "texts = made_paragraphs(read_sentences(Path(sys.argv[2])), int(sys.argv[4]), seed=3)\n"
    "np.save(sys.argv[3], get_encoder().encode_document(list(texts)))"
)


class Around:
    """An encoder that gives each text a unit row near a real one: which, the text's hash tells."""

    name, fingerprint, dimension = "around", "around-1", 384

    def __init__(self, rows: Path) -> None:
        self._real: Vectors = np.load(rows)

    def encode_query(self, texts: list[str]) -> Vectors:
        """As for passages."""
        return self.encode_document(texts)

    def encode_document(self, texts: list[str]) -> Vectors:
        """Rows that are the same for the same text."""
        made = np.empty((len(texts), self.dimension), dtype=np.float32)
        for place, text in enumerate(texts):
            digest = hashlib.sha256(text.encode()).digest()
            source = np.random.default_rng(int.from_bytes(digest[:8], "little"))
            noise = source.standard_normal(self.dimension, dtype=np.float32)
            made[place] = self._real[source.integers(len(self._real))]
            made[place] += _SPREAD * noise / np.linalg.norm(noise)
        return unit_rows(made)


def memory() -> tuple[int, int]:
    """Resident bytes of this process: its own, and pages of files that it has mapped."""
    lines = Path("/proc/self/status").read_text().splitlines()
    found = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Rss")}
    return int(found["RssAnon"]) * 1024, int(found["RssFile"]) * 1024


def write_documents(folder: Path, sentences: list[str], count: int, seed: int = 1) -> None:
    """Text files of 25 made paragraphs each."""
    folder.mkdir(parents=True)
    texts = list(made_paragraphs(sentences, count, seed))
    for start in range(0, count, _EACH):
        body = "\n\n".join(texts[start : start + _EACH])
        (folder / f"brief-{seed}-{start // _EACH:06d}.txt").write_text(f"Brief\n\n{body}\n")


def real_rows(path: Path, documents: Path) -> None:
    """Rows of made paragraphs by the encoder that comes along, in a process of its own."""
    if not path.exists():
        command = [sys.executable, "-c", _REAL_ROWS, str(Path(__file__).parent)]
        subprocess.run([*command, str(documents), str(path), str(_REAL)], check=True)


def build(documents: Path, folder: Path, encoder: Encoder) -> dict[str, float]:
    """Seconds of each stage of a build."""
    start = time.perf_counter()
    ends = {}

    def note(stage: str, done: int, total: int) -> None:
        if done == total:
            ends[stage] = time.perf_counter() - start

    Index.build(documents, folder, encoder, note)
    whole = time.perf_counter() - start
    return {
        "load and store": ends["load"],
        "embed (made rows)": ends["encode"] - ends["load"],
        "files": whole - ends["encode"],
    }


def one_letter(index: Index, folder: Path, sentences: list[str]) -> float:
    """Seconds to add one document of 25 paragraphs, its embedding aside."""
    write_documents(folder, sentences, _EACH, seed=4)
    start = time.perf_counter()
    spent = {"load": start}

    def note(stage: str, done: int, total: int) -> None:
        if done == total or (stage, done) == ("encode", 0):
            spent[stage if done == total else "begin"] = time.perf_counter()

    index.add(folder, progress=note)
    return time.perf_counter() - start - (spent["encode"] - spent["begin"])


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
        index.searcher.search(text, vector, 10, None, "paragraph")
        times["whole"].append(1000 * (time.perf_counter() - start))
        times["whole, processor"].append(1000 * (time.process_time() - spent))
    return times


def measure(size: int, work: Path, sentences: list[str], questions: list[str]) -> dict[str, Any]:
    """All figures of one size."""
    rows = work / "real.npy"
    folder = work / str(size)
    shutil.rmtree(folder, ignore_errors=True)
    write_documents(folder / "documents", sentences, size)
    encoder = Around(rows)
    stages = build(folder / "documents", folder / "index", encoder)
    files = [path for path in (folder / "index").rglob("*") if path.is_file()]
    kinds = {path.name: path.stat().st_size for path in files if path.stat().st_size}
    command = [sys.executable, "-c", _COLD, str(Path(__file__).parent)]
    command += [str(folder / "index"), str(rows), questions[0]]
    cold = [
        [float(value) for value in subprocess.check_output(command, text=True).split()]
        for _ in range(3)
    ]
    index = Index.open(folder / "index", encoder)
    vectors = encoder.encode_query(questions)
    queries(index, questions[:20], vectors[:20])
    times = queries(index, questions, vectors)
    own, mapped = memory()
    opened, first, *_ = sorted(cold)[1]
    return {
        "paragraphs": size,
        "build_s": {name: round(seconds, 2) for name, seconds in stages.items()},
        "bytes": kinds,
        "open_s": round(opened, 3),
        "first_question_s": round(first, 3),
        "memory_mb": {"own": own // 2**20, "mapped": mapped // 2**20},
        "query_ms": {
            name: [round(float(np.quantile(values, q)), 2) for q in (0.5, 0.95, 0.99)]
            for name, values in times.items()
        },
        "add_one_s": round(one_letter(index, folder / "letter", sentences), 2),
    }


def report(figures: dict[str, Any]) -> str:
    """The figures of one size as text."""
    stages = ", ".join(f"{name} {seconds} s" for name, seconds in figures["build_s"].items())
    sizes = ", ".join(f"{name} {size / 1e6:.1f}" for name, size in sorted(figures["bytes"].items()))
    resident = figures["memory_mb"]
    lines = [
        f"{figures['paragraphs']} paragraphs",
        f"  build: {stages}",
        f"  MB on disk: {sizes}",
        f"  opens in {figures['open_s']} s, first question {figures['first_question_s']} s",
        f"  memory: {resident['own']} MB, and {resident['mapped']} MB mapped",
    ]
    for name, (p50, p95, p99) in figures["query_ms"].items():
        lines.append(f"  {name:17} p50 {p50:8.2f} ms   p95 {p95:8.2f} ms   p99 {p99:8.2f} ms")
    lines.append(f"  one more document of 25 paragraphs: {figures['add_one_s']} s, embedding aside")
    return "\n".join(lines)


@click.command()
@click.option("--documents", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--sizes", default="1000,10000,100000", help="Paragraphs, with commas between.")
@click.option("--questions", "count", type=int, default=200)
@click.option("--keywords/--no-keywords", default=True, help="Also beside other engines.")
@click.option("--work", type=click.Path(path_type=Path), default=Path("eval/runs/scale"))
@click.option("--out", type=click.Path(path_type=Path), help="Write the figures as JSON too.")
def main(
    documents: Path, sizes: str, count: int, keywords: bool, work: Path, out: Path | None
) -> None:
    """Measure and print, size by size."""
    work.mkdir(parents=True, exist_ok=True)
    sentences = read_sentences(documents)
    questions = made_questions(sentences, count)
    real_rows(work / "real.npy", documents)
    found: list[dict[str, Any]] = []
    for size in map(int, sizes.split(",")):
        found.append(measure(size, work, sentences, questions))
        click.echo(report(found[-1]))
        if keywords:
            found[-1]["keywords"] = lexical.compare(sentences, size, count)
            click.echo(lexical.report(found[-1]["keywords"]))
        if out:
            out.write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
