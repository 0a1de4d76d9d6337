"""The twelve layers of the bundled model as an ONNX graph that counts in 8-bit integers.

Weights are rounded to 8 bits by column, and what goes into a layer by token, so that no token
depends on what stands beside it (Dettmers et al., "LLM.int8()", 2022, section 2: vector-wise).
Queries, keys and values feel the rounding most: for them, what it leaves over is rounded and
multiplied too.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from qa.encoder.onnx_format import MICROSOFT, GraphBuilder
from qa.encoder.weights import Shape, Weights

LEVELS = 127
_ZERO = np.array(128, np.uint8)


class LayerWeights(Protocol):
    """What the layers are made of: the bundled model's, or those of one trained further."""

    @property
    def shape(self) -> Shape:
        """Sizes of the network."""

    def tensor(self, name: str) -> NDArray[np.float32]:
        """A tensor, flat."""

    def rounded(self, name: str) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
        """A layer's weights as integers, (outputs, inputs), and a scale for each output."""


def build_network(weights: LayerWeights, *, signed: bool) -> bytes:
    """An ONNX file from `words`, (texts, tokens, 384), to their mean, `rows`, (texts, 384).

    All texts of a call have the same number of tokens. `signed` says how 8-bit weights
    are written; it changes no number.
    """
    network = Network(weights, signed=signed)
    network.mean(network.states())
    return network.graph.model({"words": "float32"}, {"rows": "float32"})


class BundledLayers:
    """The layers as the bundled file has them, rounded from its 4 bits to 8."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self.shape = weights.shape

    def tensor(self, name: str) -> NDArray[np.float32]:
        """A tensor, flat."""
        return self._weights.tensor(name)

    def rounded(self, name: str) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
        """A layer's weights as integers, (outputs, inputs), and a scale for each output."""
        outputs = self._weights.places[name.removesuffix(".w") + ".b"].count
        return round_weights(self._weights.tensor(name).reshape(outputs, -1))


def round_weights(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights, (outputs, inputs), as integers of 8 bits and a scale for each output."""
    scales = np.maximum(table.max(1), -table.min(1)) / np.float32(LEVELS)
    return np.rint(table / scales[:, None]).astype(np.int8), scales


class Network:
    """The graph while it is made. Tokens of all texts stand below each other, one a row."""

    def __init__(self, weights: LayerWeights, *, signed: bool) -> None:
        self.weights = weights
        self.signed = signed
        self.graph = graph = GraphBuilder()
        hidden = weights.shape.hidden
        self.last = graph.constant("last", np.array([-1]))
        self.flat = graph.constant("flat", np.array([-1, hidden]))
        texts = graph.node("Shape", "words", start=0, end=2)
        width = graph.constant("three times the width", np.array([3 * hidden]))
        self.by_text = graph.node("Concat", texts, self.last, axis=0)
        self.by_text_three = graph.node("Concat", texts, width, axis=0)
        self.zero = graph.constant("zero", _ZERO)
        tokens = graph.node("Shape", graph.node("Reshape", "words", self.flat), start=0, end=1)
        self.zeros = graph.node("Expand", self.zero, tokens)

    def states(self) -> str:
        """What the last layer makes of the tokens."""
        rows = self.embedded()
        for number in range(self.weights.shape.layers):
            rows = self.layer(rows, number)
        return rows

    def embedded(self) -> str:
        """Word vectors with the vectors of their places added."""
        graph, width = self.graph, self.weights.shape.hidden
        table = self.weights.tensor("emb.pos").reshape(-1, width)
        table = table + self.weights.tensor("emb.type")[:width]
        start = graph.constant("start", np.array([0]))
        length = graph.node("Shape", "words", start=1, end=2)
        places = graph.node("Slice", graph.constant("places", table), start, length)
        rows = graph.node("Add", "words", places)
        return self.norm(graph.node("Reshape", rows, self.flat), "emb.ln")

    def layer(self, rows: str, number: int) -> str:
        """One of the twelve: attention, then two linear layers, each added to its input."""
        graph, name = self.graph, f"l{number}"
        mixed = self.linear(rows, name, "q", "k", "v", twice=True)
        mixed = graph.node("Reshape", mixed, self.by_text_three)
        parts = graph.node("Split", mixed, outputs=3, axis=-1, num_outputs=3)
        heads = self.weights.shape.heads
        inputs = [f"{parts}.{part}" for part in range(3)]
        rest = graph.node("MultiHeadAttention", *inputs, domain=MICROSOFT, num_heads=heads)
        rest = self.linear(graph.node("Reshape", rest, self.flat), name, "ao")
        rows = self.norm(graph.node("Add", rest, rows), f"{name}.aln")
        rest = graph.node("Gelu", self.linear(rows, name, "fi"), domain=MICROSOFT)
        rest = self.linear(rest, name, "fo")
        return self.norm(graph.node("Add", rest, rows), f"{name}.oln")

    def mean(self, rows: str) -> None:
        """The mean over the tokens of each text, as `rows`."""
        by_text = self.graph.node("Reshape", rows, self.by_text)
        second = self.graph.constant("second", np.array([1]))
        self.graph.node("ReduceMean", by_text, second, name="rows", keepdims=0)

    def norm(self, rows: str, name: str) -> str:
        """Layer normalisation."""
        graph, weights = self.graph, self.weights
        inputs = [
            graph.constant(f"{name}.{kind}", weights.tensor(f"{name}.{kind}")) for kind in "wb"
        ]
        epsilon = weights.shape.epsilon
        return graph.node("LayerNormalization", rows, *inputs, axis=-1, epsilon=epsilon)

    def linear(self, rows: str, layer: str, *parts: str, twice: bool = False) -> str:
        """A linear layer, or several side by side; `twice` also counts what rounding left over."""
        graph = self.graph
        names = [f"{layer}.{part}" for part in parts]
        levels, scale = self.rounded(rows)
        product = self.product(levels, scale, names)
        if twice:
            back = graph.node("DequantizeLinear", levels, scale, self.zeros, axis=0)
            rest = self.rounded(graph.node("Sub", rows, back))
            product = graph.node("Add", product, self.product(*rest, names))
        bias = np.concatenate([self.weights.tensor(f"{name}.b") for name in names])
        return graph.node("Add", product, graph.constant(f"{names[0]}.bias", bias))

    def rounded(self, rows: str) -> tuple[str, str]:
        """Rows as integers, and a scale for each: its largest number over 127."""
        graph = self.graph
        largest = graph.node("ReduceMax", graph.node("Abs", rows), self.last, keepdims=0)
        level = graph.constant("level", np.array(1 / LEVELS, np.float32))
        least = graph.constant("least", np.array(1e-30, np.float32))  # a row of zeros stays one
        scale = graph.node("Max", graph.node("Mul", largest, level), least)
        return graph.node("QuantizeLinear", rows, scale, self.zeros, axis=0), scale

    def product(self, levels: str, scale: str, names: list[str]) -> str:
        """Rounded rows times rounded weights, as numbers again."""
        graph = self.graph
        found = [self.weights.rounded(f"{name}.w") for name in names]
        table: NDArray[np.generic] = np.concatenate([levels for levels, _ in found]).T
        zero: NDArray[np.generic] = np.array(0, np.int8)
        if not self.signed:
            table, zero = table.astype(np.uint8) + _ZERO, _ZERO
        product = graph.node(
            "MatMulIntegerToFloat",
            levels,
            graph.constant(f"{names[0]}.levels", table),
            graph.constant("one", np.array(1, np.float32)),
            graph.constant(f"{names[0]}.scales", np.concatenate([scales for _, scales in found])),
            self.zero,
            graph.constant("zero of weights", zero),
            domain=MICROSOFT,
        )
        return graph.node("Mul", product, graph.node("Unsqueeze", scale, self.last))
