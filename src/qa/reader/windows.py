"""Windows: a question beside a passage, or a part of one that is too long, in tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.encoder.bundled import bundled_weights
from qa.reader.tokens import split_into_tokens
from qa.reading import Span

LONGEST = 320  # tokens of a pair: what the network was trained on
LONGEST_QUESTION = 96
_STEP = 160  # tokens from one window of a long passage to the next


@dataclass(frozen=True, slots=True)
class Window:
    """A pair of question and part of a passage, in tokens; `first` is the passage's first.

    `spans` are the characters of each token of the passage, `parts` those of its parts.
    """

    passage: int
    ids: list[int]
    first: int
    spans: list[Span]
    parts: tuple[Span, ...]


def make_windows(
    question: str, passages: Sequence[str], parts: Sequence[tuple[Span, ...]]
) -> list[Window]:
    """The windows of each passage, in order; they overlap by half."""
    special = bundled_weights().special
    start, end = special["bos"], special["eos"]
    asked = split_into_tokens(question)[0][:LONGEST_QUESTION]
    head = [start, *asked, end, end]
    room = LONGEST - len(head) - 1
    windows: list[Window] = []
    for number, (passage, own) in enumerate(zip(passages, parts, strict=True)):
        ids, spans = split_into_tokens(passage)
        at = 0
        while True:
            here = slice(at, at + room)
            windows.append(Window(number, [*head, *ids[here], end], len(head), spans[here], own))
            if at + room >= len(ids):
                break
            at = min(at + _STEP, len(ids) - room)
    return windows
