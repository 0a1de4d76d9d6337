"""One build, stage by stage: time, processor time, memory and bytes, in a process of its own.

    python eval/benchmarks/stages.py FOLDER REAL [--expect SECONDS]

FOLDER/documents become FOLDER/index, with the vectors around those in REAL (`around.py`), and the
figures FOLDER/built.json. `scale.py` starts it; it says on standard error how far it is.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from around import Around
from process import memory

from qa import Index
from qa.encoder import Encoder
from qa.index import storage

_TELL = 20.0  # seconds between two lines on standard error
_NAMES = {"load": "load and store", "encode": "embed (made rows)", "files": "files"}


class Clock:
    """The stages of a build as they go by; tells of a long one how far it is."""

    def __init__(self, expected: float | None = None) -> None:
        """`expected` are the seconds of the last stage, which cannot be counted while it runs."""
        self._expected, self._told = expected, time.perf_counter()
        self._start = self._now()
        self._ends: dict[str, tuple[float, float, int]] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Progress of a stage, as `Index.build` tells it."""
        if done == total:
            self.end(stage)
        elif done and time.perf_counter() - self._told > _TELL:
            passed = time.perf_counter() - self._begin(stage)[0]
            _tell(
                f"{stage}: {done:,} of {total:,}, {_minutes(passed / done * (total - done))} left"
            )
            self._told = time.perf_counter()

    def end(self, stage: str) -> None:
        """A stage is done."""
        self._ends[stage] = self._now()
        wall, _, peak = self._ends[stage]
        _tell(f"{stage} done after {_minutes(wall - self._start[0])}, {peak} MB at most so far")

    @contextlib.contextmanager
    def waiting(self, stage: str) -> Iterator[None]:
        """Tell of a stage that is not counted that it goes on, once those before it are done."""
        over = threading.Event()

        def tell() -> None:
            while not over.wait(_TELL * 3):
                if "encode" in self._ends:
                    passed = time.perf_counter() - self._begin(stage)[0]
                    of = f" of about {_minutes(self._expected)}" if self._expected else ""
                    _tell(f"{stage}: {_minutes(passed)}{of}, as the size before foretells")

        teller = threading.Thread(target=tell, daemon=True)
        teller.start()
        try:
            yield
        finally:
            over.set()
            teller.join()
        self.end(stage)

    def figures(self) -> dict[str, dict[str, float]]:
        """Seconds, processor seconds, and the most memory until its end, of each stage."""
        before = self._start
        found = {}
        for stage, ended in self._ends.items():
            found[_NAMES[stage]] = {
                "s": round(ended[0] - before[0], 2),
                "processor_s": round(ended[1] - before[1], 2),
                "peak_mb": ended[2],
            }
            before = ended
        return found

    def _begin(self, stage: str) -> tuple[float, float, int]:
        before = [self._ends[name] for name in _NAMES if name in self._ends and name != stage]
        return before[-1] if before else self._start

    @staticmethod
    def _now() -> tuple[float, float, int]:
        # The processes that read files have ended by then, and count too.
        return time.perf_counter(), sum(os.times()[:4]), memory()["peak"]


def build(documents: Path, folder: Path, encoder: Encoder, expected: float | None = None) -> Clock:
    """Build an index, and give the clock of its stages."""
    clock = Clock(expected)
    with clock.waiting("files"):
        Index.build(documents, folder, encoder, clock)
    return clock


def files_of(folder: Path) -> list[Path]:
    """All files in a folder and its folders."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def bytes_of(folder: Path) -> dict[str, int]:
    """The size of each file of an index that has any."""
    return {path.name: path.stat().st_size for path in files_of(folder) if path.stat().st_size}


def load_average() -> float:
    """How many processes the machine ran on average in the last five minutes."""
    return round(os.getloadavg()[1], 1)


def _minutes(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"


def _tell(line: str) -> None:
    click.echo(f"  {time.strftime('%H:%M:%S')} {line}", err=True)
    sys.stderr.flush()


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("real", type=click.Path(path_type=Path, exists=True))
@click.option("--expect", type=float, help="Seconds that the last stage may take.")
def main(folder: Path, real: Path, expect: float | None) -> None:
    """Build and write the figures."""
    clock = build(folder / "documents", folder / "index", Around(real), expect)
    found: dict[str, Any] = {
        "build": clock.figures(),
        "bytes": bytes_of(folder / "index"),
        "sentences": len(storage.read(folder / "index").files.rows("sentences")),
        "load_average": load_average(),
    }
    (folder / "built.json").write_text(json.dumps(found, indent=1), "utf-8")


if __name__ == "__main__":
    main()
