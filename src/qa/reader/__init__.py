"""The reader: question and passage read together, to an answer span and whether there is one.

A trained network (training/README.md says how) over the twelve layers of the bundled model.
It runs in onnxruntime, without torch; what training did not change is looked up in the bundled
file: word vectors and the first layers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache, partial
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from qa.encoder.bundled import bundled_weights
from qa.encoder.onnx_model import adds_signed_exactly, start_session
from qa.encoder.trained import read_trained_weights
from qa.processors import processors
from qa.reader.decode import DECODING, Decoding, choose_span
from qa.reader.finding import NO_WORD, Finding, Likely, surest
from qa.reader.network import build_reader_network
from qa.reader.windows import Window, make_windows
from qa.reader.words import whole_words
from qa.reading import Span

Floats = NDArray[np.float32]

Find = Callable[[str, list[str], list[list[Span]]], "list[Finding]"]
"""What `Reader.find` is: from a question, passages and their parts to a finding for each."""

LONGEST_ANSWER = 120  # tokens
_REMEMBERED = 8  # questions: one is searched after it was asked, or shown again


class Reader:
    """The network of one file, ready to read."""

    def __init__(self, data: bytes, decoding: Decoding = DECODING) -> None:
        """`data` holds the weights, as `training/export.py` writes them."""
        self._decoding = decoding
        weights = read_trained_weights(data, bundled_weights())
        network = build_reader_network(weights, signed=adds_signed_exactly())
        self._session = start_session(network)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._find)

    def find(
        self, question: str, passages: list[str], parts: list[list[Span]] | None = None
    ) -> list[Finding]:
        """A finding for each passage; a long one is read in windows, and the surest one counts.

        `parts` are the spans of each passage, in order, in which an answer may begin, such as its
        sentences; what is in none is context. Without, each passage is one part.
        """
        parts = parts or [[(0, len(passage))] for passage in passages]
        return list(self._remembered(question, tuple(passages), tuple(map(tuple, parts))))

    def _find(
        self, question: str, passages: tuple[str, ...], parts: tuple[tuple[Span, ...], ...]
    ) -> list[Finding]:
        windows = make_windows(question, passages, parts)
        found: dict[int, Finding] = {}
        with ThreadPoolExecutor(min(processors(), max(1, len(windows)))) as threads:
            for window, finding in zip(windows, threads.map(self._read, windows), strict=True):
                before = found.get(window.passage)
                found[window.passage] = surest(before, finding) if before else finding
        return [
            found[number].moved(partial(whole_words, passage=passage))
            for number, passage in enumerate(passages)
        ]

    def _read(self, window: Window) -> Finding:
        words = bundled_weights().word_vectors(np.array([window.ids], dtype=np.int64))
        spans, claims = self._session.run(["spans", "claims"], {"words": words})
        return _find_in(window, spans[0], claims[0], self._decoding)


@cache
def load_reader() -> Reader:
    """The reader that ships with the package."""
    return Reader(_weights())


def model_digest() -> str:
    """A short hash of the reader that ships."""
    return hashlib.sha256(_weights()).hexdigest()[:16]


def _weights() -> bytes:
    return (files("qa.reader") / "reader.npz").read_bytes()


def _find_in(window: Window, logits: Floats, claims: Floats, decoding: Decoding) -> Finding:
    """In each part the best span, its end not before its start nor far from it."""
    first_word, last_word = logits.T
    count = len(window.spans)
    inside = slice(window.first, window.first + count)
    nothing = first_word[0] + last_word[0]
    sums = first_word[inside][:, None] + last_word[inside][None, :] - nothing
    apart = np.arange(count)[None, :] - np.arange(count)[:, None]
    sums = np.where((apart >= 0) & (apart < LONGEST_ANSWER), sums, -np.inf)
    likely = []
    for begin, stop in window.parts:
        tokens = [n for n, (at, to) in enumerate(window.spans) if begin <= at < stop and to > at]
        best = Likely(None, NO_WORD)
        if tokens:
            own = sums[tokens]
            span = choose_span(own, np.array(tokens), window.spans, decoding)
            first, last = divmod(int(np.argmax(own)), count)
            start, end = window.spans[tokens[first]][0], window.spans[last][1]
            reach = min(start, span[0]), max(end, span[1])
            best = Likely(span, float(own[first, last]), reach)
        likely.append(best)
    return Finding(tuple(likely), float(claims[0]), float(claims[1]))
