"""How long a question takes: from a cold start, and warm, with the reader and without.

    python eval/latency.py

The cold start is the whole process `qa ask` on the letter, with the reader and without; hyperfine
measures it where it is installed. Warm is one process and 100 questions, on the letter and on
1,000 paragraphs, alone and beside a busy process. The paragraphs are made of the letter's
sentences, four at a time in a shuffled order, so that they are as long as real ones and no two are
the same.
"""

from __future__ import annotations

import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from qa import Index
from qa.cli.options import progress_bar

_QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
_RUNS = 10
_PARAGRAPHS, _SENTENCES = 1_000, 4
_QUESTIONS = 100
_WARM = (
    "import sys, time, json; from qa import Index; index = Index.open(sys.argv[1]); "
    "questions = json.loads(sys.argv[2]); reader = sys.argv[3] == 'True'\n"
    "index.ask(questions[-1], reader=reader); times = []\n"
    "for question in questions:\n"
    "    start = time.perf_counter(); index.ask(question, reader=reader)\n"
    "    times.append(time.perf_counter() - start)\n"
    "print(json.dumps(times))"
)


def cold(command: list[str]) -> tuple[float, float]:
    """Median and slowest seconds of whole processes."""
    if shutil.which("hyperfine"):
        with tempfile.NamedTemporaryFile(suffix=".json") as file:
            line = " ".join(f"'{part}'" for part in command)
            subprocess.run(
                ["hyperfine", "-N", "-w1", f"-r{_RUNS}", "--export-json", file.name, line],
                check=True,
                capture_output=True,
            )
            times = json.loads(Path(file.name).read_text())["results"][0]["times"]
    else:
        times = []
        for _ in range(_RUNS + 1):
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times.append(time.perf_counter() - start)
        times = times[1:]
    return statistics.median(times), max(times)


def warm(index: Path, questions: list[str], *, reader: bool) -> tuple[float, float]:
    """Median and 95th percentile of milliseconds for a question, in one process."""
    command = [sys.executable, "-c", _WARM, str(index), json.dumps(questions), str(reader)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    times = sorted(1000 * seconds for seconds in json.loads(ran.stdout))
    return statistics.median(times), times[int(0.95 * len(times))]


def thousand_paragraphs(letter: Index) -> str:
    """A text of a thousand paragraphs, made of a letter's sentences."""
    document = letter.document(letter.documents()[0].id)
    sentences = [
        paragraph.text[slice(*sentence.reading_span)]
        for paragraph in document.paragraphs
        for sentence in paragraph.sentences
    ]
    source = random.Random(1)
    return "\n\n".join(" ".join(source.sample(sentences, _SENTENCES)) for _ in range(_PARAGRAPHS))


@click.command()
@click.option("--work", type=click.Path(path_type=Path), default=Path("eval/runs/latency"))
def main(work: Path) -> None:
    """Measure and print."""
    work.mkdir(parents=True, exist_ok=True)
    with progress_bar() as progress:
        letter = Index.build(["corpus"], work / "letter", progress=progress)
        (work / "thousand.txt").write_text(thousand_paragraphs(letter), "utf-8")
        Index.build([work / "thousand.txt"], work / "thousand", progress=progress)
    rows = Path("eval/questions.jsonl").read_text("utf-8").splitlines()[:_QUESTIONS]
    questions = [json.loads(row)["question"] for row in rows]
    ask = [sys.executable, "-m", "qa", "ask", "--index", str(work / "letter"), _QUESTION]
    for name, command in {"": ask, ", without the reader": [*ask, "--no-reader"]}.items():
        median, slowest = cold(command)
        click.echo(f"cold start{name}: median {median:.2f} s, slowest {slowest:.2f} s")
    for name in ("letter", "thousand"):
        for reader in (True, False):
            _report(f"{name}, warm", work / name, questions, reader=reader)
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        for reader in (True, False):
            _report("letter, beside a busy process", work / "letter", questions, reader=reader)
    finally:
        busy.kill()


def _report(name: str, index: Path, questions: list[str], *, reader: bool) -> None:
    p50, p95 = warm(index, questions, reader=reader)
    way = "with the reader" if reader else "without"
    click.echo(f"{name}, {way}: p50 {p50:.0f} ms, p95 {p95:.0f} ms")


if __name__ == "__main__":
    main()
