"""Weights trained further: what training changed, from a file that ships; the rest is bundled."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.encoder.network import BundledLayers, round_weights
from qa.encoder.weights import Shape, Weights

Tensors = dict[str, NDArray[np.generic]]


@dataclass(frozen=True, eq=False)
class TrainedWeights:
    """Tensors by the bundled model's names; of a rounded one `NAME.levels` and `NAME.scales`."""

    own: Tensors
    bundled: BundledLayers

    @property
    def shape(self) -> Shape:
        """Sizes of the network."""
        return self.bundled.shape

    def tensor(self, name: str) -> NDArray[np.float32]:
        """A tensor, flat; AlineaError or KeyError if neither file has it."""
        if name in self.own:
            return np.asarray(self.own[name], np.float32).reshape(-1)
        return self.bundled.tensor(name)

    def rounded(self, name: str) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
        """A layer's weights as integers, (outputs, inputs), and a scale for each output."""
        if f"{name}.levels" in self.own:
            levels, scales = self.own[f"{name}.levels"], self.own[f"{name}.scales"]
            return np.asarray(levels, np.int8), np.asarray(scales, np.float32)
        return self.bundled.rounded(name)


def read_trained_weights(data: bytes, weights: Weights) -> TrainedWeights:
    """The weights in a file as `write_trained_weights` makes it; no pickle is read."""
    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        return TrainedWeights({name: file[name] for name in file.files}, BundledLayers(weights))


def write_trained_weights(tensors: dict[str, NDArray[np.float32]]) -> bytes:
    """A file of tensors; those of two dimensions whose name ends in ".w" are rounded to 8 bits.

    Weights of the heads keep their precision: they are small.
    """
    stored: Tensors = {}
    for name, tensor in tensors.items():
        if tensor.ndim == 2 and name.endswith(".w") and not name.startswith("head."):
            stored[f"{name}.levels"], stored[f"{name}.scales"] = round_weights(tensor)
        else:
            stored[name] = tensor.astype(np.float32)
    target = io.BytesIO()
    np.savez(target, allow_pickle=False, **stored)
    return target.getvalue()
