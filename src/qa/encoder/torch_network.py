"""The network of `network.py` in torch, number for number: for a GPU.

8-bit integers are multiplied as 32-bit floats, whose sums are exact as long as they stay below
2^24, which all but a few do. So rows of a GPU and of a processor can stand in one index.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from qa.encoder import Vectors
from qa.encoder.bundled import bundled_weights
from qa.encoder.network import LEVELS, BundledLayers

if TYPE_CHECKING:
    from torch import Tensor

_TOKENS_AT_ONCE = {"cuda": 65_536, "cpu": 4096}


def encode_rows(texts: list[list[int]]) -> Vectors:
    """Mean-pooled rows of token ids, in batches of like length, shape (len(texts), 384)."""
    import torch

    weights, network = bundled_weights(), _network()
    rows = np.zeros((len(texts), weights.shape.hidden), dtype=np.float32)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    while order:
        longest = len(texts[order[-1]])
        size = max(1, _TOKENS_AT_ONCE[network.device] // longest)
        batch, order = order[-size:], order[:-size]
        ids = np.full((len(batch), longest), weights.special["pad"], dtype=np.int64)
        real = np.zeros((len(batch), longest), dtype=bool)
        for place, number in enumerate(batch):
            ids[place, : len(texts[number])] = texts[number]
            real[place, : len(texts[number])] = True
        with torch.inference_mode():
            words = torch.from_numpy(weights.word_vectors(ids)).to(network.device)
            found = network.rows(words, torch.from_numpy(real).to(network.device))
            rows[batch] = found.cpu().numpy()
    return rows


@cache
def _network() -> TorchNetwork:
    import torch

    device = "cuda" if torch.cuda.is_available() else "cpu"
    return TorchNetwork(BundledLayers(bundled_weights()), device)


class TorchNetwork:
    """The twelve layers on a device ("cuda", "cpu")."""

    def __init__(self, layers: BundledLayers, device: str) -> None:
        self.device = device
        self._shape = layers.shape
        self._layers = layers
        width = layers.shape.hidden
        self._places = self._tensor("emb.pos").reshape(-1, width) + self._tensor("emb.type")[:width]
        numbers = range(layers.shape.layers)
        norms = ["emb.ln", *(f"l{n}.{part}" for n in numbers for part in ("aln", "oln"))]
        self._norms = {name: [self._tensor(f"{name}.{kind}") for kind in "wb"] for name in norms}
        parts = (("q", "k", "v"), ("ao",), ("fi",), ("fo",))
        self._tables = {
            f"l{n}.{names[0]}": self._table([f"l{n}.{name}" for name in names])
            for n in numbers
            for names in parts
        }

    def rows(self, words: Tensor, real: Tensor) -> Tensor:
        """The mean of each text's token states, (texts, 384).

        `words` are word vectors, (texts, tokens, 384); `real` tells tokens from padding.
        """
        from torch.nn.functional import gelu

        rows = self._norm(words + self._places[: words.shape[1]], "emb.ln")
        for number in range(self._shape.layers):
            name = f"l{number}"
            mixed = self._attend(self._linear(rows, f"{name}.q", twice=True), real)
            rows = self._norm(self._linear(mixed, f"{name}.ao") + rows, f"{name}.aln")
            rest = self._linear(gelu(self._linear(rows, f"{name}.fi")), f"{name}.fo")
            rows = self._norm(rest + rows, f"{name}.oln")
        return (rows * real.unsqueeze(-1)).sum(1) / real.sum(1, keepdim=True)

    def _attend(self, mixed: Tensor, real: Tensor) -> Tensor:
        """Attention over queries, keys and values that stand side by side."""
        from torch.nn.functional import scaled_dot_product_attention

        texts, tokens, _ = mixed.shape
        parts = mixed.reshape(texts, tokens, 3, self._shape.heads, -1).permute(2, 0, 3, 1, 4)
        found = scaled_dot_product_attention(*parts, attn_mask=real[:, None, None, :])
        return found.transpose(1, 2).reshape(texts, tokens, -1)

    def _linear(self, rows: Tensor, name: str, *, twice: bool = False) -> Tensor:
        """A linear layer; `twice` also counts what rounding left over."""
        table, scales, bias = self._tables[name]
        levels, scale = _rounded(rows)
        product = (levels @ table) * scales * scale
        if twice:
            levels, scale = _rounded(rows - levels * scale)
            product = product + (levels @ table) * scales * scale
        return product + bias

    def _norm(self, rows: Tensor, name: str) -> Tensor:
        from torch.nn.functional import layer_norm

        return layer_norm(rows, rows.shape[-1:], *self._norms[name], self._shape.epsilon)

    def _table(self, names: list[str]) -> list[Tensor]:
        """Levels (inputs, outputs), scales and biases of layers side by side."""
        found = [self._layers.rounded(f"{name}.w") for name in names]
        levels = np.concatenate([levels for levels, _ in found]).T.astype(np.float32)
        scales = np.concatenate([scales for _, scales in found])
        bias = np.concatenate([self._layers.tensor(f"{name}.b") for name in names])
        return [self._put(values) for values in (levels, scales, bias)]

    def _tensor(self, name: str) -> Tensor:
        return self._put(self._layers.tensor(name))

    def _put(self, values: Vectors) -> Tensor:
        import torch

        return torch.from_numpy(np.ascontiguousarray(values)).to(self.device)


def _rounded(rows: Tensor) -> tuple[Tensor, Tensor]:
    """Rows as whole numbers of 8 bits, and a scale for each: its largest number over 127."""
    scale = (rows.abs().amax(-1, keepdim=True) * (1 / LEVELS)).clamp_min(1e-30)
    return (rows / scale).round().clamp(-LEVELS - 1, LEVELS), scale
