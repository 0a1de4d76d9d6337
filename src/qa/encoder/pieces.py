"""Token ids of texts, by the bundled model's own table and without building a large one first.

Kudo, "Subword Regularization", 2018: the likeliest way to write each word as pieces. The
library `tokenizers` gives the same ids, but takes a second to start; a word met before is
looked up.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from qa.encoder.weights import Weights

_SPACE = "▁"
_UNKNOWN_PENALTY = 10.0  # an unknown character is so much less likely than any piece


class Pieces:
    """The table of pieces, ready to split texts."""

    def __init__(self, weights: Weights) -> None:
        self._characters = weights.characters
        self._start, self._end = weights.special["bos"], weights.special["eos"]
        self._unknown = weights.special["unk"]
        self._ids = {piece: number for number, piece in enumerate(weights.pieces)}
        self._scores = weights.scores
        self._longest = max(map(len, weights.pieces))
        self._worst = min(weights.scores) - _UNKNOWN_PENALTY
        self._of_word = lru_cache(1 << 16)(self._split)

    def ids(self, text: str) -> list[int]:
        """Ids of a text's tokens, with the marks of start and end."""
        text = re.sub(" {2,}", " ", text.translate(self._characters)).replace(" ", _SPACE)
        if not text.startswith(_SPACE):
            text = _SPACE + text
        words = re.findall(f"{_SPACE}[^{_SPACE}]*", text)
        return [self._start, *(one for word in words for one in self._of_word(word)), self._end]

    def _split(self, word: str) -> tuple[int, ...]:
        """The pieces of a word whose scores add up highest (Viterbi); the first among equals."""
        size = len(word)
        scores = [0.0] + [-math.inf] * size  # of the best way to each place in the word
        ways = [(0, 0)] * (size + 1)  # where its last piece starts, and which it is
        for start in range(size):
            for end in range(start + 1, min(start + self._longest, size) + 1):
                number = self._ids.get(word[start:end])
                if number is not None:
                    score = scores[start] + self._scores[number]
                elif end == start + 1:
                    number, score = self._unknown, scores[start] + self._worst
                else:
                    continue
                if score > scores[end]:
                    scores[end], ways[end] = score, (start, number)
        found: list[int] = []
        at = size
        while at:
            at, number = ways[at]
            if not (found and found[-1] == number == self._unknown):  # neighbours are one
                found.append(number)
        return tuple(reversed(found))
