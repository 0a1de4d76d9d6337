"""The reader: question and passage read together, to an answer span and whether there is one.

A trained network (training/README.md says how) over the twelve layers of the bundled model.
It runs in onnxruntime, without torch; what training did not change is looked up in the bundled
file: word vectors and the first layers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from qa.encoder.bundled import bundled_weights
from qa.encoder.onnx_model import adds_signed_exactly, start_session
from qa.encoder.trained import read_trained_weights
from qa.processors import processors
from qa.reader.decode import DECODING, Decoding, choose_span
from qa.reader.network import build_reader_network
from qa.reader.tokens import split_into_tokens
from qa.reader.words import whole_words
from qa.reading import Span

Floats = NDArray[np.float32]

Find = Callable[[str, list[str], list[list[Span]]], "list[Finding]"]
"""What `Reader.find` is: from a question, passages and their parts to a finding for each."""

LONGEST = 320  # tokens of a pair: what the network was trained on
LONGEST_QUESTION = 96
LONGEST_ANSWER = 120
_STEP = 160  # tokens from one window of a long passage to the next
_NO_WORD = -100.0  # the score where there is no word to answer with


@dataclass(frozen=True, slots=True)
class Likely:
    """The likeliest answer in a part of a passage, in characters of the passage.

    It is given even where there is none; `span` is None only where there is no word. `score` is
    the logit that it answers rather than nothing. `span` are the words to mark; `reach`, if they
    are not the likeliest as they stand, goes on to all words that may belong to the answer.
    """

    span: Span | None
    score: float
    reach: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the reader makes of one passage.

    `parts` has the likeliest answer that begins in each part that was given. The rest are logits:
    `answerable` that the passage holds the answer, `relevant` that it is about the question.
    """

    parts: tuple[Likely, ...]
    answerable: float
    relevant: float

    @property
    def best(self) -> Likely:
        """The likeliest answer of all parts, the first of equals."""
        return max(self.parts, key=lambda part: part.score, default=Likely(None, _NO_WORD))

    def moved(self, move: Callable[[Span], Span]) -> Finding:
        """The same with each span as `move` gives it."""
        parts = (
            replace(part, span=part.span and move(part.span), reach=part.reach and move(part.reach))
            for part in self.parts
        )
        return replace(self, parts=tuple(parts))


@dataclass(frozen=True, slots=True)
class _Window:
    """A pair of question and part of a passage, in tokens; `first` is the passage's first.

    `spans` are the characters of each token of the passage, `parts` those of its parts.
    """

    passage: int
    ids: list[int]
    first: int
    spans: list[Span]
    parts: list[Span]


class Reader:
    """The network of one file, ready to read."""

    def __init__(self, data: bytes, decoding: Decoding = DECODING) -> None:
        """`data` holds the weights, as `training/export.py` writes them."""
        self._decoding = decoding
        weights = read_trained_weights(data, bundled_weights())
        network = build_reader_network(weights, signed=adds_signed_exactly())
        self._session = start_session(network)

    def find(
        self, question: str, passages: list[str], parts: list[list[Span]] | None = None
    ) -> list[Finding]:
        """A finding for each passage; a long one is read in windows, and the surest one counts.

        `parts` are the spans of each passage, in order, in which an answer may begin, such as its
        sentences; what is in none is context. Without, each passage is one part.
        """
        parts = parts or [[(0, len(passage))] for passage in passages]
        windows = _make_windows(question, passages, parts)
        found: dict[int, Finding] = {}
        with ThreadPoolExecutor(min(processors(), max(1, len(windows)))) as threads:
            for window, finding in zip(windows, threads.map(self._read, windows), strict=True):
                before = found.get(window.passage)
                found[window.passage] = _surest(before, finding) if before else finding
        return [
            found[number].moved(partial(whole_words, passage=passage))
            for number, passage in enumerate(passages)
        ]

    def _read(self, window: _Window) -> Finding:
        words = bundled_weights().word_vectors(np.array([window.ids], dtype=np.int64))
        spans, claims = self._session.run(["spans", "claims"], {"words": words})
        return _finding(window, spans[0], claims[0], self._decoding)


@cache
def load_reader() -> Reader:
    """The reader that ships with the package."""
    return Reader(_weights())


def model_digest() -> str:
    """A short hash of the reader that ships."""
    return hashlib.sha256(_weights()).hexdigest()[:16]


def _weights() -> bytes:
    return (files("qa.reader") / "reader.npz").read_bytes()


def _make_windows(question: str, passages: list[str], parts: list[list[Span]]) -> list[_Window]:
    special = bundled_weights().special
    start, end = special["bos"], special["eos"]
    asked = split_into_tokens(question)[0][:LONGEST_QUESTION]
    head = [start, *asked, end, end]
    room = LONGEST - len(head) - 1
    windows: list[_Window] = []
    for number, (passage, own) in enumerate(zip(passages, parts, strict=True)):
        ids, spans = split_into_tokens(passage)
        at = 0
        while True:
            here = slice(at, at + room)
            windows.append(_Window(number, [*head, *ids[here], end], len(head), spans[here], own))
            if at + room >= len(ids):
                break
            at = min(at + _STEP, len(ids) - room)
    return windows


def _finding(window: _Window, logits: Floats, claims: Floats, decoding: Decoding) -> Finding:
    """In each part the best span, its end not before its start nor far from it."""
    start, end = logits.T
    count = len(window.spans)
    inside = slice(window.first, window.first + count)
    sums = start[inside][:, None] + end[inside][None, :] - (start[0] + end[0])
    apart = np.arange(count)[None, :] - np.arange(count)[:, None]
    sums = np.where((apart >= 0) & (apart < LONGEST_ANSWER), sums, -np.inf)
    likely = []
    for begin, stop in window.parts:
        tokens = [n for n, (at, to) in enumerate(window.spans) if begin <= at < stop and to > at]
        best = Likely(None, _NO_WORD)
        if tokens:
            own = sums[tokens]
            span = choose_span(own, np.array(tokens), window.spans, decoding)
            first, last = divmod(int(np.argmax(own)), count)
            start, end = window.spans[tokens[first]][0], window.spans[last][1]
            reach = min(start, span[0]), max(end, span[1])
            best = Likely(span, float(own[first, last]), reach)
        likely.append(best)
    return Finding(tuple(likely), float(claims[0]), float(claims[1]))


def _surest(one: Finding, other: Finding) -> Finding:
    """Of two windows of a passage: the likeliest in each part, the claims of the surer window."""
    surer = other if other.best.score > one.best.score else one
    parts = [
        second if second.score > first.score else first
        for first, second in zip(one.parts, other.parts, strict=True)
    ]
    return replace(surer, parts=tuple(parts))
