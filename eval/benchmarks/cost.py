"""What a million paragraphs cost: processor hours and disk, for the reader's own price.

    python eval/benchmarks/cost.py [--figures FOLDER] [--price 0.05]

From the figures that `all.py` wrote: what the largest size and the encoder took, in proportion. A
passage is encoded, each of its sentences, and once more as a part of its section, in windows.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

_MILLION = 1_000_000

Figures = dict[str, Any]


def hours(one: Figures, encoding: Figures) -> dict[str, float]:
    """Processor hours for a million paragraphs like those of this size, stage by stage."""
    times = _MILLION / one["paragraphs"]
    stages = one["built"]["build"]
    spent = {name: stages[name]["processor_s"] * times for name in ("load and store", "files")}
    rate = encoding["ways"]["alinea"]["per_processor_second"]
    sentences = one["built"]["sentences"] * times
    spent["embedding"] = 2 * _MILLION / rate["paragraphs"] + sentences / rate["sentences"]
    return {name: seconds / 3600 for name, seconds in spent.items()}


def markdown(found: list[Figures], encoding: Figures, price: float) -> str:
    """The cost as a table, and for an assumed price of a core for an hour."""
    one = found[-1]
    known = "measured" if one["paragraphs"] == _MILLION else "in proportion"
    size = f"{one['paragraphs']:,} paragraphs"
    spent = hours(one, encoding)
    total = sum(spent.values())
    times = _MILLION / one["paragraphs"]
    disk = sum(one["built"]["bytes"].values()) * times / 1e9
    rows = [
        *(
            (name, f"{value:.2f} core-hours", f"{known}, from {size}")
            for name, value in spent.items()
            if name != "embedding"
        ),
        ("embedding", f"{spent['embedding']:.1f} core-hours", "in proportion, from `encoding.py`"),
        ("disk", f"{disk:.1f} GB", f"{known}, from {size}"),
    ]
    lines = ["| for a million paragraphs | | how it is known |", "|---|---|---|"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    once = f"{total:.1f} core-hours x your price of a core for an hour"
    lines += [
        "",
        f"Cost = {once}, once, and {disk:.1f} GB x your price of a GB for a month.",
        f"At an assumed {price:.2f} for a core for an hour: {total * price:.2f}, once.",
    ]
    return "\n".join(lines)


@click.command()
@click.option("--figures", default="eval/runs/benchmarks", type=click.Path(path_type=Path))
@click.option("--price", default=0.05, show_default=True, help="Of a core for an hour: assumed.")
def main(figures: Path, price: float) -> None:
    """Print the cost."""
    names = [figures / "scale.json", figures / "encoding.json"]
    missing = [str(path) for path in names if not path.is_file()]
    if missing:
        raise click.ClickException(f"{missing[0]} is not there: run eval/benchmarks/all.py first.")
    found, encoding = (json.loads(path.read_text("utf-8")) for path in names)
    click.echo(markdown(found, encoding, price))


if __name__ == "__main__":
    main()
