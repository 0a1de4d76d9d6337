"""What one more document of 25 paragraphs costs an index that is there, its embedding aside.

    python eval/benchmarks/adding.py FOLDER REAL DOCUMENTS

It is added to FOLDER/index and taken out again. `scale.py` starts it; it prints a line of JSON.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import click
from around import Around
from made import EACH, read_sentences, write_documents
from process import memory

from qa import Index

_SEED = 4  # of texts that no size has


def clocked(change: Callable[[], object]) -> tuple[float, float]:
    """Seconds and processor seconds of a change."""
    start, spent = time.perf_counter(), time.process_time()
    change()
    return time.perf_counter() - start, time.process_time() - spent


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("real", type=click.Path(path_type=Path, exists=True))
@click.argument("documents", type=click.Path(path_type=Path, exists=True, file_okay=False))
def main(folder: Path, real: Path, documents: Path) -> None:
    """Measure and print."""
    letter = folder / "letter"
    shutil.rmtree(letter, ignore_errors=True)
    write_documents(letter, read_sentences(documents), EACH, _SEED)
    index = Index.open(folder / "index", Around(real))
    ids: list[str] = []
    figures: dict[str, float] = {}
    for name, change in {
        "add": lambda: ids.extend(index.add(letter)),
        "remove": lambda: index.remove(*ids),
    }.items():
        took, spent = clocked(change)
        figures |= {f"{name}_s": round(took, 2), f"{name}_processor_s": round(spent, 2)}
    click.echo(json.dumps(figures | {"peak_mb": memory()["peak"]}))


if __name__ == "__main__":
    main()
