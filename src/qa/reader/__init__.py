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
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from qa.encoder.bundled import bundled_weights
from qa.encoder.onnx_model import adds_signed_exactly, start_session
from qa.encoder.trained import read_trained_weights
from qa.processors import processors
from qa.reader.network import build_reader_network
from qa.reader.tokens import split_into_tokens
from qa.reading import Span

Floats = NDArray[np.float32]

Find = Callable[[str, list[str], list[int]], "list[Finding]"]
"""What `Reader.find` is: from a question, passages and their leads to a finding for each."""

LONGEST = 320  # tokens of a pair: what the network was trained on
LONGEST_QUESTION = 96
LONGEST_ANSWER = 120
_STEP = 160  # tokens from one window of a long passage to the next
_PAIRS = ("()", "[]", "«»", "“”", "‘’")


@dataclass(frozen=True, slots=True)
class Finding:
    """What the reader makes of one passage.

    `span` is the likeliest answer in characters of the passage, given even where there
    is none; None only where the passage has no word. The rest are logits: `score` that this span
    answers rather than nothing, `answerable` that the passage holds the answer, `relevant` that
    it is about the question.
    """

    span: Span | None
    score: float
    answerable: float
    relevant: float


@dataclass(frozen=True, slots=True)
class _Window:
    """A pair of question and part of a passage, in tokens; `first` is the passage's first.

    The first `lead` tokens of the passage are its lead's.
    """

    passage: int
    ids: list[int]
    first: int
    spans: list[Span]
    lead: int


class Reader:
    """The network of one file, ready to read."""

    def __init__(self, data: bytes) -> None:
        """`data` holds the weights, as `training/export.py` writes them."""
        weights = read_trained_weights(data, bundled_weights())
        network = build_reader_network(weights, signed=adds_signed_exactly())
        self._session = start_session(network)

    def find(
        self, question: str, passages: list[str], leads: list[int] | None = None
    ) -> list[Finding]:
        """A finding for each passage; of a long one, that of the window with the surest span.

        Of a passage the first characters, as many as its number in `leads`, are context: what
        it is said of. They are read and never answer.
        """
        windows = _make_windows(question, passages, leads or [0] * len(passages))
        found: dict[int, Finding] = {}
        with ThreadPoolExecutor(min(processors(), max(1, len(windows)))) as threads:
            for window, finding in zip(windows, threads.map(self._read, windows), strict=True):
                best = found.get(window.passage)
                if best is None or finding.score > best.score:
                    found[window.passage] = finding
        return [_trimmed(found[number], passage) for number, passage in enumerate(passages)]

    def _read(self, window: _Window) -> Finding:
        words = bundled_weights().word_vectors(np.array([window.ids], dtype=np.int64))
        spans, claims = self._session.run(["spans", "claims"], {"words": words})
        start, end = spans[0].T
        return _finding(window, start, end, float(claims[0, 0]), float(claims[0, 1]))


@cache
def load_reader() -> Reader:
    """The reader that ships with the package."""
    return Reader(_weights())


def model_digest() -> str:
    """A short hash of the reader that ships."""
    return hashlib.sha256(_weights()).hexdigest()[:16]


def _weights() -> bytes:
    return (files("qa.reader") / "reader.npz").read_bytes()


def _make_windows(question: str, passages: list[str], leads: list[int]) -> list[_Window]:
    special = bundled_weights().special
    start, end = special["bos"], special["eos"]
    asked = split_into_tokens(question)[0][:LONGEST_QUESTION]
    head = [start, *asked, end, end]
    room = LONGEST - len(head) - 1
    windows: list[_Window] = []
    for number, (passage, lead) in enumerate(zip(passages, leads, strict=True)):
        ids, spans = split_into_tokens(passage)
        context = sum(last <= lead for _, last in spans) if lead else 0
        at = 0
        while True:
            part = slice(at, at + room)
            left = max(0, min(context - at, len(spans[part])))
            windows.append(_Window(number, [*head, *ids[part], end], len(head), spans[part], left))
            if at + room >= len(ids):
                break
            at = min(at + _STEP, len(ids) - room)
    return windows


def _finding(
    window: _Window, start: Floats, end: Floats, answerable: float, relevant: float
) -> Finding:
    """The best pair of a start and an end, not before it nor far from it, and none in the lead."""
    count = len(window.spans)
    if not any(last > first for first, last in window.spans[window.lead :]):
        return Finding(None, -100.0, answerable, relevant)
    inside = slice(window.first, window.first + count)
    sums = start[inside][:, None] + end[inside][None, :]
    apart = np.arange(count)[None, :] - np.arange(count)[:, None]
    sums = np.where((apart >= 0) & (apart < LONGEST_ANSWER), sums, -np.inf)
    own = sums[window.lead :, window.lead :]
    first, last = (window.lead + int(place) for place in divmod(int(np.argmax(own)), len(own)))
    score = float(sums[first, last]) - float(start[0] + end[0])
    return Finding((window.spans[first][0], window.spans[last][1]), score, answerable, relevant)


def _trimmed(finding: Finding, passage: str) -> Finding:
    """The finding without a closing full stop or comma, or brackets around the whole of it."""
    if finding.span is None:
        return finding
    start, end = finding.span
    while end - start > 1 and passage[end - 1] in ".,;:":
        end -= 1
    while end - start > 2 and passage[start] + passage[end - 1] in _PAIRS:
        start, end = start + 1, end - 1
    return replace(finding, span=(start, end))
