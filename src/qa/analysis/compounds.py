"""Compounds: words written together, split only where the texts themselves show the parts.

A split is taken where both parts occur as words of the corpus, and among several the one
whose parts are most frequent, by geometric mean; and only if that mean does not fall far
below the frequency of the whole, as with "kinderen" from "kind" and a stray "eren" (after
Koehn & Knight, "Empirical Methods for Compound Splitting", 2003).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

SHORTEST = 8  # letters of a word that is split
SHORTEST_PART = 4
_SHORTEST_FORM = 6  # letters of a second part that may occur in another form only
_RARER = 4  # how many times rarer than the whole the parts may be
_MOST_WHOLES = 5  # compounds that stand for a part that is no word of the corpus
_LINKS = ("s", "en", "e")


class Compounds:
    """The splits that a vocabulary supports."""

    def __init__(
        self, vocabulary: Counter[str], stem: Callable[[str], str], stop_words: frozenset[str]
    ) -> None:
        """`vocabulary` counts folded words."""
        self._stem = stem
        self._words = {
            word for word in vocabulary if len(word) >= SHORTEST_PART and word not in stop_words
        }
        self._frequency: Counter[str] = Counter()  # of stems
        for word in self._words:
            self._frequency[stem(word)] += vocabulary[word]
        self._beginnings = {word[:SHORTEST_PART] for word in self._words}
        self._known: dict[str, tuple[str, ...]] = {}
        self._wholes: dict[str, list[str]] = {}
        for word in sorted(self._words, key=lambda word: (-vocabulary[word], word)):
            if len(word) >= SHORTEST and not self.split(word):
                self._note_halves(word)

    def split(self, word: str) -> tuple[str, ...]:
        """The stems of a word's two parts; empty where it is not known to be a compound."""
        if len(word) < SHORTEST or not self._words:
            return ()
        if word not in self._known:
            self._known[word] = self._split(word)
        return self._known[word]

    def wholes(self, part: str) -> tuple[str, ...]:
        """Compounds of the corpus with this part, which is no word there, and one that is."""
        if len(part) < SHORTEST_PART or self._stem(part) in self._frequency:
            return ()
        return tuple(self._wholes.get(part, ())[:_MOST_WHOLES])

    def _split(self, word: str) -> tuple[str, ...]:
        whole = self._stem(word)
        parts: tuple[str, ...] = ()
        best = 0
        least = (self._frequency[whole] / _RARER) ** 2
        for head, tail in _halves(word):
            if self._is_word(head) and self._may_be_word(tail):
                stems = (self._stem(head), self._stem(tail))
                frequency = self._frequency[stems[0]] * self._frequency[stems[1]]
                if frequency > best and frequency >= least and whole not in stems:
                    best, parts = frequency, stems
        return parts

    def _is_word(self, head: str) -> bool:
        """Whether a first part is a word, or the singular of one."""
        return head in self._words or f"{head}en" in self._words or f"{head}s" in self._words

    def _may_be_word(self, tail: str) -> bool:
        return tail in self._words or (
            len(tail) >= _SHORTEST_FORM and tail[:SHORTEST_PART] in self._beginnings
        )

    def _note_halves(self, word: str) -> None:
        for head, tail in _halves(word):
            if self._is_word(head) != (tail in self._words):
                part = head if tail in self._words else tail
                wholes = self._wholes.setdefault(part, [])
                if word not in wholes:
                    wholes.append(word)


def _halves(word: str) -> Iterator[tuple[str, str]]:
    """Every way to halve a word, with and without a linking element after the first half."""
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, tail = word[:at], word[at:]
        yield head, tail
        for link in _LINKS:
            if head.endswith(link) and at - len(link) >= SHORTEST_PART:
                yield head.removesuffix(link), tail
