"""The steps of a training: told as they are done, kept every hundred, gone on from."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any, Protocol

import click
import torch


class Stateful(Protocol):
    """A network, an optimiser, a schedule."""

    def state_dict(self) -> dict[str, Any]:
        """What is to be kept."""

    def load_state_dict(self, state_dict: dict[str, Any]) -> object:
        """Take up what was kept."""


class Steps:
    """Where a training stands; `curve.jsonl` in the work folder grows with it.

    `done` are the steps that a training before this one had kept: its parts are taken up.
    """

    def __init__(self, name: str, total: int, work: Path, parts: dict[str, Stateful]) -> None:
        self._name, self._total, self._work, self._parts = name, total, work, parts
        self._checkpoint = work / f"{name}.checkpoint.pt"
        self._mean: float | None = None
        self.done = 0
        if self._checkpoint.is_file():
            saved = torch.load(self._checkpoint, weights_only=True)
            for part, value in parts.items():
                value.load_state_dict(saved[part])
            self.done = saved["step"]
        self._begun, self._first = time.monotonic(), self.done

    def note(self, loss: float) -> None:
        """One step more is done."""
        self.done += 1
        self._mean = loss if self._mean is None else 0.97 * self._mean + 0.03 * loss
        if self.done % 20 == 0:
            pace = (time.monotonic() - self._begun) / (self.done - self._first)
            left = pace * (self._total - self.done) / 60
            told = f"{self._name} {self.done}/{self._total} loss {self._mean:.3f}"
            click.echo(f"{told}, {left:.0f} minutes left")
            row = {"stage": self._name, "step": self.done, "loss": round(self._mean, 4)}
            with (self._work / "curve.jsonl").open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")
        if self.done % 100 == 0:
            kept = {part: value.state_dict() for part, value in self._parts.items()}
            partial = self._checkpoint.with_suffix(".partial")
            torch.save(kept | {"step": self.done}, partial)
            partial.replace(self._checkpoint)

    def end(self, state: dict[str, Any]) -> None:
        """Keep the outcome as NAME.pt; the checkpoint is no longer wanted."""
        torch.save(state, self._work / f"{self._name}.pt")
        self._checkpoint.unlink(missing_ok=True)
