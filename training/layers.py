"""The bundled model's twelve layers, the upper ones to be trained further."""

from __future__ import annotations

from pathlib import Path
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from qa.encoder.bundled import bundled_weights, weights_path
from qa.encoder.torch_model import build_model, torch_name
from qa.encoder.trained import read_trained_weights
from qa.encoder.weights import read_weights


class UpperLayers(nn.Module):
    """A network over the bundled model, whose word vectors and first layers stay as they are."""

    def __init__(self, frozen: int) -> None:
        """The first `frozen` layers are not trained."""
        super().__init__()
        self.bert = build_model(read_weights(weights_path()))
        self.first = frozen
        # Few questions come twice, so that nothing is learned by heart; random numbers cost time.
        for part in self.bert.modules():
            if isinstance(part, nn.Dropout):
                part.p = 0.0
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


def halved(device: str) -> torch.autocast:
    """Products in bfloat16 where the machine has them: a step takes three fifths of its time."""
    has = device == "cuda" or bool(torch.cpu.get_capabilities().get("avx512_bf16"))
    return torch.autocast(device, dtype=torch.bfloat16, enabled=has)


def run_layer(layer: nn.Module, states: Tensor, mask: Tensor) -> Tensor:
    """What a layer makes of the tokens of a batch, (tokens, width), padding left out.

    `mask`, (texts, longest), says where the tokens stand; only attention needs them side by side.
    A text has its tokens at the front of its row.
    """
    own, heads = layer.attention.self, layer.attention.self.num_attention_heads
    there = mask.bool()
    parts = []
    for part in (own.query, own.key, own.value):
        made = part(states)
        wide = made.new_zeros(*mask.shape, made.shape[1])
        wide[there] = made
        parts.append(wide.unflatten(2, (heads, -1)).transpose(1, 2))
    query, key, value = parts
    # Written out: torch's fused attention takes twice as long in half precision on a CPU.
    barred = torch.where(there, 0.0, -1e4).to(query.dtype)[:, None, None, :]
    weights = (query * query.shape[-1] ** -0.5) @ key.transpose(2, 3) + barred
    joined = weights.softmax(-1) @ value
    seen = joined.transpose(1, 2).flatten(2)[there]
    output = layer.attention.output
    states = output.LayerNorm(output.dense(seen) + states)
    inner = layer.intermediate(states)
    return layer.output.LayerNorm(layer.output.dense(inner) + states)


def shipped_tensors(source: Path) -> dict[str, NDArray[np.float32]]:
    """The tensors of a file of trained weights, its 8-bit numbers as floats again."""
    weights = read_trained_weights(source.read_bytes(), bundled_weights())
    found = {}
    for name in {key.removesuffix(".levels").removesuffix(".scales") for key in weights.own}:
        if f"{name}.levels" in weights.own:
            levels, scales = weights.rounded(name)
            found[name] = levels.astype(np.float32) * scales[:, None]
        else:
            found[name] = weights.tensor(name)
    return found


def layer_tensors(state: dict[str, Tensor], first: int) -> dict[str, NDArray[np.float32]]:
    """From a network's state the layers from `first` on, by the bundled file's names."""
    return {
        name: state[f"bert.{torch_name(name)}"].cpu().numpy()
        for name in bundled_weights().places
        if name.startswith("l") and int(name[1:].split(".")[0]) >= first
    }
