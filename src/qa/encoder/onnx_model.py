"""The bundled model in onnxruntime: rows of texts given as token ids."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import groupby

import numpy as np
import onnxruntime

from qa.encoder.network import LayerWeights, build_network
from qa.encoder.onnx_format import GraphBuilder
from qa.encoder.protocol import Vectors
from qa.encoder.weights import Weights
from qa.processors import processors

# Texts of the same number of tokens go together up to so many: more would leave the cache.
_TOKENS_AT_ONCE = 256


class OnnxModel:
    """The network, ready to run. Each call uses a single thread; texts share the processors.

    Threads of onnxruntime's own would gain less, and spin while they wait.
    """

    def __init__(self, weights: Weights, layers: LayerWeights) -> None:
        """`weights` has the word vectors."""
        self._weights = weights
        self._session = start_session(build_network(layers, signed=adds_signed_exactly()))
        self._threads = processors()

    def rows(self, texts: list[list[int]]) -> Vectors:
        """The mean of each text's token states, shape (len(texts), 384)."""
        batches = _batches(texts)
        rows = np.zeros((len(texts), self._weights.shape.hidden), dtype=np.float32)
        if len(batches) == 1:
            rows[batches[0]] = self._run([texts[number] for number in batches[0]])
            return rows
        with ThreadPoolExecutor(min(self._threads, len(batches))) as threads:
            ids = ([texts[number] for number in batch] for batch in batches)
            for batch, found in zip(batches, threads.map(self._run, ids), strict=True):
                rows[batch] = found
        return rows

    def _run(self, texts: list[list[int]]) -> Vectors:
        words = self._weights.word_vectors(np.array(texts, dtype=np.int64))
        return np.asarray(self._session.run(["rows"], {"words": words})[0], dtype=np.float32)


def _batches(texts: list[list[int]]) -> list[list[int]]:
    """Numbers of texts that run together: of one length, so that nothing is padded."""
    batches: list[list[int]] = []
    order = sorted(range(len(texts)), key=lambda number: -len(texts[number]))
    for length, group in groupby(order, key=lambda number: len(texts[number])):
        same, size = list(group), max(1, _TOKENS_AT_ONCE // length)
        batches += [same[start : start + size] for start in range(0, len(same), size)]
    return batches


def start_session(model: bytes) -> onnxruntime.InferenceSession:
    """A session of one thread for an ONNX file in memory."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    # Fusing an addition into the normalisation behind it makes that three times slower.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@cache
def adds_signed_exactly() -> bool:
    """Whether this processor adds products with signed 8-bit numbers without overflow.

    Intel's and AMD's do from VNNI on. On others the weights are written unsigned: slower, and
    the same numbers.
    """
    graph = GraphBuilder()
    right = graph.constant("right", np.full((64, 32), 127, np.int8))
    graph.node("MatMulInteger", "left", right, name="sums")
    model = graph.model({"left": "uint8"}, {"sums": "int32"})
    sums = start_session(model).run(["sums"], {"left": np.full((16, 64), 255, np.uint8)})[0]
    return bool(np.all(sums == 64 * 255 * 127))
