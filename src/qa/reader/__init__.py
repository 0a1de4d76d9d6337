"""The reader: question and passage read together, to an answer span and whether there is one.

A trained network (training/README.md says how) over the twelve layers of the bundled model.
It runs in onnxruntime, without torch; word vectors are looked up in the bundled file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from qa.reader.tokens import bundled_weights, split_into_tokens
from qa.reading import Span

Floats = NDArray[np.float32]

Find = Callable[[str, list[str]], "list[Finding]"]
"""What `Reader.find` is: from a question and passages to a finding for each."""

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
    """A pair of question and part of a passage, in tokens; `first` is the passage's first."""

    passage: int
    ids: list[int]
    first: int
    spans: list[Span]


class Reader:
    """The network of one file, ready to read."""

    def __init__(self, model: bytes) -> None:
        """`model` holds an ONNX graph as `training/export.py` writes it."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 2
        # Threads that spin would slow down whatever else the machine does.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )

    def find(self, question: str, passages: list[str]) -> list[Finding]:
        """A finding for each passage; of a long one, that of the window with the surest span.

        Each window is read by itself: the 8-bit network scales its numbers by the largest of all
        that it is given at once, so that a passage would be judged by what stands beside it.
        """
        found: dict[int, Finding] = {}
        for window in _make_windows(question, passages):
            finding = self._read(window)
            best = found.get(window.passage)
            if best is None or finding.score > best.score:
                found[window.passage] = finding
        return [_trimmed(found[number], passage) for number, passage in enumerate(passages)]

    def _read(self, window: _Window) -> Finding:
        ids = np.array([window.ids], dtype=np.int64)
        allowed = np.zeros(ids.shape, dtype=np.float32)
        allowed[0, window.first : -1] = 1
        allowed[0, 0] = 1
        mask = np.ones(ids.shape, dtype=np.float32)
        inputs = {"words": bundled_weights().word_vectors(ids), "mask": mask, "allowed": allowed}
        start, end, answerable, relevant = self._session.run(None, inputs)
        return _finding(window, start[0], end[0], float(answerable[0]), float(relevant[0]))


@cache
def load_reader() -> Reader:
    """The reader that ships with the package."""
    return Reader(_model())


def model_digest() -> str:
    """A short hash of the reader that ships."""
    return hashlib.sha256(_model()).hexdigest()[:16]


def _model() -> bytes:
    return (files("qa.reader") / "reader.onnx").read_bytes()


def _make_windows(question: str, passages: list[str]) -> list[_Window]:
    special = bundled_weights().special
    start, end = special["bos"], special["eos"]
    asked = split_into_tokens(question)[0][:LONGEST_QUESTION]
    head = [start, *asked, end, end]
    room = LONGEST - len(head) - 1
    windows: list[_Window] = []
    for number, passage in enumerate(passages):
        ids, spans = split_into_tokens(passage)
        at = 0
        while True:
            part = slice(at, at + room)
            windows.append(_Window(number, [*head, *ids[part], end], len(head), spans[part]))
            if at + room >= len(ids):
                break
            at = min(at + _STEP, len(ids) - room)
    return windows


def _finding(
    window: _Window, start: Floats, end: Floats, answerable: float, relevant: float
) -> Finding:
    """The best pair of a start and an end that is not before it nor far from it."""
    count = len(window.spans)
    if not any(last > first for first, last in window.spans):
        return Finding(None, -100.0, answerable, relevant)
    inside = slice(window.first, window.first + count)
    sums = start[inside][:, None] + end[inside][None, :]
    apart = np.arange(count)[None, :] - np.arange(count)[:, None]
    sums = np.where((apart >= 0) & (apart < LONGEST_ANSWER), sums, -np.inf)
    first, last = divmod(int(np.argmax(sums)), count)
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
