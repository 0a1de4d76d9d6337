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
from qa.reading import Span

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
        ids = (number for word in words for number, _ in self._of_word(word))
        return [self._start, *ids, self._end]

    def places(self, text: str) -> tuple[list[int], list[Span]]:
        """Ids of a text's tokens, without marks, and the span of each, white space aside."""
        spelled, origin = self._spelled(text)
        ids: list[int] = []
        spans: list[Span] = []
        for word in re.finditer(f"{_SPACE}[^{_SPACE}]*", spelled):
            at = word.start()
            for number, length in self._of_word(word.group()):
                start, end = origin[at], max(origin[at + length - 1] + 1, origin[at])
                while start < end and text[start : start + 1].isspace():
                    start += 1
                while end > start and text[end - 1].isspace():
                    end -= 1
                ids.append(number)
                spans.append((start, min(end, len(text))))
                at += length
        return ids, spans

    def _spelled(self, text: str) -> tuple[str, list[int]]:
        """The text as the pieces spell it, and the place in it of each character."""
        spelled: list[str] = []
        origin: list[int] = []
        before = ""
        for place, char in enumerate(text):
            # What is no character, as half a surrogate pair, is unknown to any tokenizer.
            broken = "\ud800" <= char <= "\udfff"
            for one in "\ufffd" if broken else self._characters.get(ord(char), char):
                if one != " " or before != " ":
                    spelled.append(_SPACE if one == " " else one)
                    origin.append(place)
                before = one
        if spelled and spelled[0] != _SPACE:
            spelled.insert(0, _SPACE)
            origin.insert(0, 0)
        return "".join(spelled), origin

    def _split(self, word: str) -> tuple[tuple[int, int], ...]:
        """The pieces of a word whose scores add up highest (Viterbi); the first among equals.

        Each with the number of its characters.
        """
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
        found: list[tuple[int, int]] = []
        at = size
        while at:
            start, number = ways[at]
            length, at = at - start, start
            if found and found[-1][0] == number == self._unknown:  # neighbours are one
                length += found.pop()[1]
            found.append((number, length))
        return tuple(reversed(found))
