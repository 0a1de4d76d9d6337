"""Write the trained reader as the file that ships: what training changed, weights in 8 bits.

    python training/export.py --work build/training --before members

reads `whole.pt` and writes `src/qa/reader/reader.npz`. With `--before NAME` it writes the mean
of the weights with those of an earlier stage, which does what either does best (Wortsman et al.,
"Robust fine-tuning of zero-shot models", 2022). Word vectors stay in the bundled file.
"""

from __future__ import annotations

from pathlib import Path

import click
import torch
from layers import layer_tensors
from network import HEADS

from qa.encoder.trained import write_trained_weights

TARGET = Path("src/qa/reader/reader.npz")


@click.command()
@click.option("--work", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--name", default="whole", help="the checkpoint: NAME.pt in the work folder")
@click.option("--before", help="one to take the mean with")
@click.option("--target", type=click.Path(path_type=Path), default=TARGET)
def main(work: Path, name: str, before: str | None, target: Path) -> None:
    """Export the trained reader."""
    state = torch.load(work / f"{name}.pt", weights_only=True)
    if before:
        other = torch.load(work / f"{before}.pt", weights_only=True)
        state = {key: (state[key] + other[key]) / 2 for key in state}
    tensors = layer_tensors(state, first=0)
    for head in HEADS:
        tensors[f"head.{head}.w"] = state[f"{head}.weight"].numpy()
        tensors[f"head.{head}.b"] = state[f"{head}.bias"].numpy()
    data = write_trained_weights(tensors)
    target.write_bytes(data)
    click.echo(f"{target}: {len(data) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
