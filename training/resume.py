"""Take the reader that ships as the state from which training goes on.

    python training/resume.py --work build/training

reads `src/qa/reader/reader.npz` and writes `windows.pt` in the work folder (`--name` for another
stage), its 8-bit weights as numbers again: so that a further stage needs none of those before it.
"""

from __future__ import annotations

from pathlib import Path

import click
import torch
from export import TARGET
from layers import shipped_tensors
from network import HEADS, Reader

from qa.encoder.torch_model import torch_name


@click.command()
@click.option("--work", type=click.Path(path_type=Path), required=True)
@click.option("--name", default="windows", help="the stage that it stands for")
@click.option("--source", type=click.Path(path_type=Path, exists=True), default=TARGET)
def main(work: Path, name: str, source: Path) -> None:
    """Write the checkpoint."""
    state = Reader().state_dict()
    for tensor, values in shipped_tensors(source).items():
        own = _name(tensor)
        state[own] = torch.from_numpy(values.copy()).reshape(state[own].shape)
    work.mkdir(parents=True, exist_ok=True)
    torch.save(state, work / f"{name}.pt")
    click.echo(f"{work / name}.pt: from {source}")


def _name(name: str) -> str:
    """The name in the training network of a tensor of the file."""
    parts = name.split(".")
    if parts[0] == "head" and parts[1] in HEADS:
        return f"{parts[1]}.{'weight' if parts[2] == 'w' else 'bias'}"
    return f"bert.{torch_name(name)}"


if __name__ == "__main__":
    main()
