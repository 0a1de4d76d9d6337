"""How long a question takes: from a cold start, and warm, alone and beside a busy process.

    python eval/latency.py [--index DIR]

The cold start is the whole process `qa ask`, beside the same question through torch instead of
the C engine. hyperfine measures it where it is installed. Warm is one process, 200 questions.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from qa import Index

_QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
_RUNS = 10
_THROUGH_TORCH = (
    "import sys; from qa import Index; from qa.encoder.bundled import BundledEncoder; "
    "print(Index.open(sys.argv[1], encoder=BundledEncoder(torch=True)).ask(sys.argv[2]).confidence)"
)
_WARM = (
    "import sys, time, json; from qa import Index; index = Index.open(sys.argv[1]); "
    "questions = json.loads(sys.argv[2]); index.ask(questions[0]); times = []\n"
    "for question in questions:\n"
    "    start = time.perf_counter(); index.ask(question)\n"
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


def warm(index: str, questions: list[str]) -> tuple[float, float]:
    """Median and 95th percentile of milliseconds for a question, in one process."""
    command = [sys.executable, "-c", _WARM, index, json.dumps(questions)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    times = sorted(1000 * seconds for seconds in json.loads(ran.stdout))
    return statistics.median(times), times[int(0.95 * len(times))]


@click.command()
@click.option("--index", "index_path", default="index", show_default=True)
def main(index_path: str) -> None:
    """Measure and print."""
    Index.open(index_path)
    rows = Path("eval/questions.jsonl").read_text("utf-8").splitlines()[:200]
    questions = [json.loads(row)["question"] for row in rows]
    ours = cold([sys.executable, "-m", "qa", "ask", "--index", index_path, _QUESTION])
    torch = cold([sys.executable, "-c", _THROUGH_TORCH, index_path, _QUESTION])
    click.echo(f"cold start, C engine: median {ours[0]:.2f} s, slowest {ours[1]:.2f} s")
    click.echo(f"cold start, torch:    median {torch[0]:.2f} s, slowest {torch[1]:.2f} s")
    click.echo(f"ratio of the medians: {torch[0] / ours[0]:.1f}")
    alone = warm(index_path, questions)
    click.echo(f"warm, alone: p50 {alone[0]:.1f} ms, p95 {alone[1]:.1f} ms")
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        beside = warm(index_path, questions)
    finally:
        busy.kill()
    click.echo(f"warm, beside a busy process: p50 {beside[0]:.1f} ms, p95 {beside[1]:.1f} ms")


if __name__ == "__main__":
    main()
