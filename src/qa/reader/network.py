"""The reader's graph: the twelve layers as the encoder runs them, and two heads."""

from __future__ import annotations

import numpy as np

from qa.encoder.network import LayerWeights, Network


def build_reader_network(weights: LayerWeights, *, signed: bool) -> bytes:
    """An ONNX file from `words`, (pairs, tokens, 384), to `spans` and `claims`.

    `spans`, (pairs, tokens, 2), are the logits of a first and a last token of the answer;
    `claims`, (pairs, 2), those that the passage holds the answer and that it is about the
    question. `signed` as in `build_network`.
    """
    network = Network(weights, signed=signed)
    graph, rows = network.graph, network.states()
    spans = _head(network, rows, "span")
    graph.node("Reshape", spans, network.by_text, name="spans")
    first = graph.constant("first", np.array(0))
    by_text = graph.node("Reshape", rows, network.by_text)
    graph.node("Identity", _head(network, graph.node("Gather", by_text, first, axis=1), "claim"),
               name="claims")  # fmt: skip
    return graph.model({"words": "float32"}, {"spans": "float32", "claims": "float32"})


def _head(network: Network, rows: str, name: str) -> str:
    """A linear layer in full precision."""
    graph, weights = network.graph, network.weights
    table = weights.tensor(f"head.{name}.w").reshape(-1, weights.shape.hidden).T
    product = graph.node("MatMul", rows, graph.constant(f"{name}.w", np.ascontiguousarray(table)))
    return graph.node("Add", product, graph.constant(f"{name}.b", weights.tensor(f"head.{name}.b")))
