"""All benchmarks of one machine, with plots and tables: `make benchmarks`.

    python eval/benchmarks/all.py --documents DIR [--sizes 1000,10000,100000]

Figures (JSON), plots (PNG) and tables.md come in the folder --out. A part whose figures are
there is not measured again, so that after an interruption the same command goes on; --again
begins anew. Each part is a command of its own, which the README beside this tells of.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import click
import cost
import tables

_HERE = Path(__file__).parent
_WEIGHED = 100_000  # the most paragraphs that are weighed in full for what candidates lose


def commands(
    documents: Path, sizes: list[int], out: Path, work: Path, more: list[str]
) -> dict[str, list[str]]:
    """The command of each part, by the name of its figures."""
    source = ["--documents", str(documents)]
    scale = [*source, "--sizes", ",".join(map(str, sizes)), "--work", str(work)]
    found = {
        "encoding": ["encoding.py", *source],
        "scale": ["scale.py", *scale, "--plots", str(out), *more],
        "candidates": ["candidates.py", *source, "--work", str(work / "encoded")],
    }
    for size in sizes:
        if size <= _WEIGHED:
            built = ["--built", str(work / str(size)), "--questions", "100"]
            found[f"candidates-{size}"] = ["candidates.py", *source, *built]
    return found


def table(out: Path, price: float) -> str:
    """The tables of all figures that are there."""
    kept = {path.stem: json.loads(path.read_text("utf-8")) for path in out.glob("*.json")}
    parts = []
    if "scale" in kept:
        parts.append(tables.markdown(kept["scale"]))
    if "encoding" in kept:
        parts.append(tables.encoding(kept["encoding"]))
    weighed = [value for name, value in kept.items() if name.startswith("candidates")]
    if weighed:
        parts.append(tables.candidates(sorted(weighed, key=lambda one: int(one["passages"]))))
    if "scale" in kept and "encoding" in kept:
        parts.append(cost.markdown(kept["scale"], kept["encoding"], price))
    return "\n\n".join(parts) + "\n"


@click.command()
@click.option("--documents", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--sizes", default="1000,10000,100000", show_default=True, help="Paragraphs.")
@click.option("--quick", is_flag=True, help="Few texts and questions: to see that all works.")
@click.option("--again", is_flag=True, help="Measure anew what is there.")
@click.option("--price", default=0.05, show_default=True, help="Of a core for an hour: assumed.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("eval/runs/benchmarks"))
@click.option("--work", type=click.Path(path_type=Path), default=Path("eval/runs/scale"))
def main(
    documents: Path, sizes: str, quick: bool, again: bool, price: float, out: Path, work: Path
) -> None:
    """Run what is not there yet, and write the tables."""
    out.mkdir(parents=True, exist_ok=True)
    few: dict[str, list[str]] = {}
    if quick:
        few = {
            "encoding": ["--paragraphs", "10", "--rounds", "1", "--questions", "3"],
            "scale": ["--questions", "20"],
            "candidates": ["--paragraphs", "20", "--questions", "5"],
        }
    numbers = sorted(map(int, sizes.split(",")))
    more = ["--again"] if again else []
    for name, command in commands(documents, numbers, out, work, more).items():
        path = out / f"{name}.json"
        if path.is_file() and not again and not _lacks(path, name, numbers):
            continue
        click.echo(f"{time.strftime('%H:%M')} {name}", err=True)
        script, *options = command
        options += [*few.get(name, []), "--out", str(path)]
        subprocess.run([sys.executable, str(_HERE / script), *options], check=True)
    (out / "tables.md").write_text(table(out, price), "utf-8")
    click.echo(f"Figures, plots and tables.md are in {out}.")


def _lacks(path: Path, name: str, sizes: list[int]) -> bool:
    """Whether the sizes that are there are not those that are asked for."""
    found: Any = json.loads(path.read_text("utf-8"))
    return name == "scale" and [one["paragraphs"] for one in found] != sizes


if __name__ == "__main__":
    main()
