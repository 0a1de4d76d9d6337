"""What the analyser learned from the texts, as arrays of a file, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.analysis import Learned
from qa.analysis.compounds import KnownWords
from qa.analysis.expansion import Rule
from qa.index.arrays import ArrayFile
from qa.retrieval.vocabulary import Vocabulary

_PARTS = ("words", "beginnings", "stems", "halves", "wholes")


def learned_arrays(learned: Learned) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
    """Arrays with the words, and notes, as JSON holds them, with the rest."""
    arrays: dict[str, NDArray[Any]] = {}
    for code, known in learned.words.items():
        halves = Vocabulary.of(known.halves)
        stems = Vocabulary.of(known.frequency)
        lists = {
            "words": Vocabulary.of(_all(known.words)),
            "beginnings": Vocabulary.of(_all(known.beginnings)),
            "stems": stems,
            "halves": halves,
        }
        for name, words in lists.items():
            arrays |= vocabulary_arrays(f"{code}.{name}", words)
        counts = [known.frequency[stem] for stem in stems]
        arrays[f"{code}.frequency"] = np.array(counts, dtype=np.int64)
        wholes = [" ".join(known.halves[half]).encode() for half in halves]
        ends = np.cumsum([0, *map(len, wholes)], dtype=np.int64)
        letters = np.frombuffer(b"".join(wholes), dtype=np.uint8)
        arrays |= vocabulary_arrays(f"{code}.wholes", Vocabulary(ends, letters))
    notes = {
        "codes": list(learned.words),
        "rules": [astuple(rule) for rule in learned.rules],
        "stop_words": list(learned.stop_words),
    }
    return arrays, notes


def read_learned(file: ArrayFile) -> Learned:
    """What was learned; its words stay on disk."""
    words = {}
    for code in file.notes["codes"]:
        known, beginnings, stems, halves, wholes = (
            read_vocabulary(file, f"{code}.{part}") for part in _PARTS
        )
        frequency = _Frequencies(stems, file.whole(f"{code}.frequency"))
        words[code] = KnownWords(known, beginnings, frequency, _Wholes(halves, wholes))
    rules = [Rule(s, tuple(stems), tuple(a), w) for s, stems, a, w in file.notes["rules"]]
    return Learned(words, rules, file.notes["stop_words"])


def vocabulary_arrays(name: str, words: Vocabulary) -> dict[str, NDArray[Any]]:
    """The two arrays of a vocabulary."""
    return {f"{name}.first": words.first, f"{name}.letters": words.letters}


def read_vocabulary(file: ArrayFile, name: str) -> Vocabulary:
    """The vocabulary of that name, where it lies."""
    return Vocabulary(file.whole(f"{name}.first"), file.whole(f"{name}.letters"))


class _Frequencies(Mapping[str, int]):
    """How often each stem occurs."""

    def __init__(self, stems: Vocabulary, counts: NDArray[np.int64]) -> None:
        self._stems, self._counts = stems, counts

    def __getitem__(self, stem: str) -> int:
        return int(self._counts[self._stems[stem]])

    def __len__(self) -> int:
        return len(self._stems)

    def __iter__(self) -> Iterator[str]:
        return iter(self._stems)


class _Wholes(Mapping[str, list[str]]):
    """The compounds of each half."""

    def __init__(self, halves: Vocabulary, wholes: Vocabulary) -> None:
        self._halves, self._wholes = halves, wholes

    def __getitem__(self, half: str) -> list[str]:
        return self._wholes.word(self._halves[half]).split()

    def __len__(self) -> int:
        return len(self._halves)

    def __iter__(self) -> Iterator[str]:
        return iter(self._halves)


def _all(words: object) -> Iterable[str]:
    assert isinstance(words, Iterable)  # a set, or a vocabulary
    return words
