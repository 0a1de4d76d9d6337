"""Vocabulary: a sorted list of words in two arrays, searched where it lies on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray


class Vocabulary(Mapping[str, int]):
    """From each word to its number, the place in which it is sorted by its UTF-8 bytes.

    Word n is `letters[first[n]:first[n + 1]]`. Nothing is loaded: a word is found by halving.
    """

    def __init__(self, first: NDArray[np.int64], letters: NDArray[np.uint8]) -> None:
        self.first, self.letters = first, letters
        self._view = letters.data

    @classmethod
    def of(cls, words: Iterable[str]) -> Vocabulary:
        """The vocabulary of some words, each once."""
        coded = sorted(_coded(word) for word in words)
        ends = np.cumsum([0, *map(len, coded)], dtype=np.int64)
        return cls(ends, np.frombuffer(b"".join(coded), dtype=np.uint8))

    def __len__(self) -> int:
        return len(self.first) - 1

    def __iter__(self) -> Iterator[str]:
        return (self.word(number) for number in range(len(self)))

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.get(word) is not None

    def __getitem__(self, word: str) -> int:
        coded = _coded(word)
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._bytes(middle) < coded:
                low = middle + 1
            else:
                high = middle
        if low < len(self) and self._bytes(low) == coded:
            return low
        raise KeyError(word)

    def word(self, number: int) -> str:
        """The word with a number."""
        return self._bytes(number).decode("utf-8", "surrogatepass")

    def _bytes(self, number: int) -> bytes:
        return bytes(self._view[int(self.first[number]) : int(self.first[number + 1])])


def _coded(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")
