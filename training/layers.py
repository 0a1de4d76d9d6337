"""The bundled model's twelve layers, the upper ones to be trained further."""

from __future__ import annotations

from typing import Self

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from qa.encoder.bundled import bundled_weights, weights_path
from qa.encoder.torch_model import build_model, torch_name
from qa.encoder.weights import read_weights


class UpperLayers(nn.Module):
    """A network over the bundled model, whose word vectors and first layers stay as they are."""

    def __init__(self, frozen: int) -> None:
        """The first `frozen` layers are not trained."""
        super().__init__()
        self.bert = build_model(read_weights(weights_path()))
        self.first = frozen
        # Random numbers for the attention cost as much as the attention itself on a CPU.
        for layer in self.bert.encoder.layer:
            layer.attention.self.dropout.p = 0.0
        for part in self._frozen():
            part.requires_grad_(False)

    def _frozen(self) -> tuple[nn.Module, ...]:
        return (self.bert.embeddings, *self.bert.encoder.layer[: self.first])

    def train(self, mode: bool = True) -> Self:
        """Frozen parts never drop anything out."""
        super().train(mode)
        for part in self._frozen():
            part.eval()
        return self


def layer_tensors(state: dict[str, Tensor], first: int) -> dict[str, NDArray[np.float32]]:
    """From a network's state the layers from `first` on, by the bundled file's names."""
    return {
        name: state[f"bert.{torch_name(name)}"].cpu().numpy()
        for name in bundled_weights().places
        if name.startswith("l") and int(name[1:].split(".")[0]) >= first
    }
