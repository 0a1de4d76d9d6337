"""Compounds: words written together, split only where the texts themselves show the parts.

A split is taken where both parts occur as words of the corpus, and among several the one
whose parts are most frequent, by geometric mean; and only if that mean does not fall far
below the frequency of the whole, as with "kinderen" from "kind" and a stray "eren" (after
Koehn & Knight, "Empirical Methods for Compound Splitting", 2003).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

SHORTEST = 8  # letters of a word that is split
SHORTEST_PART = 4
_LONGEST = 100  # of more letters is no word, but text without spaces
_SHORTEST_FORM = 6  # letters of a second part that may occur in another form only
_RARER = 4  # how many times rarer than the whole the parts may be
_MOST_WHOLES = 5  # compounds that stand for a part that is no word of the corpus
_LINKS = ("s", "en", "e")


@dataclass(frozen=True)
class KnownWords:
    """What compounds are split by.

    `words` are those of the corpus that may be parts, `beginnings` their first four letters,
    `frequency` counts them by stem, and `halves` has, for a part that is no word, its compounds.
    """

    words: Container[str]
    beginnings: Container[str]
    frequency: Mapping[str, int]
    halves: Mapping[str, Sequence[str]]


class Compounds:
    """The splits that a vocabulary supports."""

    def __init__(self, known: KnownWords, stem: Callable[[str], str]) -> None:
        """Use `learn`, or give what it learned."""
        self.known, self._stem = known, stem
        self._remembered = lru_cache(maxsize=1 << 16)(self._split)

    @classmethod
    def learn(
        cls, vocabulary: Counter[str], stem: Callable[[str], str], stop_words: frozenset[str]
    ) -> Compounds:
        """The splits of a corpus; `vocabulary` counts its folded words."""
        words = {
            word for word in vocabulary if len(word) >= SHORTEST_PART and word not in stop_words
        }
        frequency: Counter[str] = Counter()
        for word in words:
            frequency[stem(word)] += vocabulary[word]
        halves: dict[str, list[str]] = {}
        beginnings = {word[:SHORTEST_PART] for word in words}
        found = cls(KnownWords(words, beginnings, frequency, halves), stem)
        for word in sorted(words, key=lambda word: (-vocabulary[word], word)):
            if SHORTEST <= len(word) <= _LONGEST and not found.split(word):
                for part in found.unknown_halves(word):
                    wholes = halves.setdefault(part, [])
                    if word not in wholes and len(wholes) < _MOST_WHOLES:
                        wholes.append(word)
        return found

    def split(self, word: str) -> tuple[str, ...]:
        """The stems of a word's two parts; empty where it is not known to be a compound."""
        if not SHORTEST <= len(word) <= _LONGEST:
            return ()
        return self._remembered(word)

    def wholes(self, part: str) -> tuple[str, ...]:
        """Compounds of the corpus with this part, which is no word there, and one that is."""
        if len(part) < SHORTEST_PART or self._stem(part) in self.known.frequency:
            return ()
        return tuple(self.known.halves.get(part, ()))

    def unknown_halves(self, word: str) -> Iterator[str]:
        """Halves of a compound that are no words, where the other half is one."""
        for head, tail in _halves(word):
            if self._is_word(head) != (tail in self.known.words):
                yield head if tail in self.known.words else tail

    def _split(self, word: str) -> tuple[str, ...]:
        whole = self._stem(word)
        parts: tuple[str, ...] = ()
        best = 0
        least = (self.known.frequency.get(whole, 0) / _RARER) ** 2
        for head, tail in _halves(word):
            if self._is_word(head) and self._may_be_word(tail):
                stems = (self._stem(head), self._stem(tail))
                frequency = self.known.frequency.get(stems[0], 0) * self.known.frequency.get(
                    stems[1], 0
                )
                if frequency > best and frequency >= least and whole not in stems:
                    best, parts = frequency, stems
        return parts

    def _is_word(self, head: str) -> bool:
        """Whether a first part is a word, or the singular of one."""
        return (
            head in self.known.words
            or f"{head}en" in self.known.words
            or f"{head}s" in self.known.words
        )

    def _may_be_word(self, tail: str) -> bool:
        return tail in self.known.words or (
            len(tail) >= _SHORTEST_FORM and tail[:SHORTEST_PART] in self.known.beginnings
        )


def _halves(word: str) -> Iterator[tuple[str, str]]:
    """Every way to halve a word, with and without a linking element after the first half."""
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, tail = word[:at], word[at:]
        yield head, tail
        for link in _LINKS:
            if head.endswith(link) and at - len(link) >= SHORTEST_PART:
                yield head.removesuffix(link), tail
