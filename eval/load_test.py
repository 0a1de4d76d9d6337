"""Many clients at once on the REST interface: errors, 429s, p50 and p95, reader off and on.

    python eval/load_test.py INDEX [--clients 50] [--seconds 60]

Starts `qa serve` on loopback and puts the questions of eval/questions.jsonl to it, each client
one after another; a client that gets 429 waits as long as Retry-After says. Times are those of
answered questions, as the client sees them.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import httpx

QUESTIONS = Path(__file__).parent / "questions.jsonl"


async def client(
    http: httpx.AsyncClient,
    questions: list[str],
    first: int,
    reader: bool,
    end: float,
    times: list[float],
    outcomes: Counter[str],
) -> None:
    """One client, until the time is up."""
    for question in itertools.islice(itertools.cycle(questions), first, None):
        if time.monotonic() >= end:
            return
        start = time.monotonic()
        try:
            response = await http.post("ask", json={"question": question, "reader": reader})
        except httpx.HTTPError as error:
            outcomes[type(error).__name__] += 1
            continue
        outcomes[str(response.status_code)] += 1
        if response.status_code == 200:
            times.append(time.monotonic() - start)
        elif response.status_code == 429:
            wait = float(response.headers["Retry-After"])
            await asyncio.sleep(min(wait, max(0.0, end - time.monotonic())))


async def measure(url: str, clients: int, seconds: float, reader: bool) -> dict[str, object]:
    """The figures of one run."""
    rows = QUESTIONS.read_text("utf-8").splitlines()
    questions = [json.loads(row)["question"] for row in rows]
    times: list[float] = []
    outcomes: Counter[str] = Counter()
    limits = httpx.Limits(max_connections=clients)
    async with httpx.AsyncClient(base_url=url, timeout=60, limits=limits, trust_env=False) as http:
        await http.post("ask", json={"question": questions[0], "reader": reader})  # loads models
        end = time.monotonic() + seconds
        await asyncio.gather(
            *(
                client(http, questions, number, reader, end, times, outcomes)
                for number in range(clients)
            )
        )
    cuts = statistics.quantiles(times, n=100)
    errors = sum(n for status, n in outcomes.items() if status not in ("200", "429"))
    return {
        "reader": reader,
        "answered": len(times),
        "errors": errors,
        "429": outcomes["429"],
        "p50_ms": round(cuts[49] * 1000),
        "p95_ms": round(cuts[94] * 1000),
        "outcomes": dict(outcomes),
    }


def main() -> int:
    """Print a line of JSON for each run; 1 if there was an error."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("index")
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    serve = ["-m", "qa", "serve", "--index", options.index, "--port", "0", "--rate", "10000000"]
    with subprocess.Popen(
        [sys.executable, *serve], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            assert server.stdout
            url = server.stdout.readline().strip()
            failed = False
            for reader in (False, True):
                figures = asyncio.run(measure(url, options.clients, options.seconds, reader))
                failed = failed or bool(figures["errors"])
                sys.stdout.write(json.dumps(figures) + "\n")
                sys.stdout.flush()
        finally:
            server.terminate()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
