"""The terms of all texts of an index: analysed anew, or kept and added to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.analysis import Analyser, Learned
from qa.index.files import Files
from qa.index.learned import read_learned
from qa.index.segment import KINDS
from qa.index.store import Store, Version
from qa.index.units import read_passage, read_section
from qa.passages import Passage
from qa.retrieval.postings import TermCounter, TermCounts
from qa.retrieval.vocabulary import Vocabulary


@dataclass(frozen=True)
class LexicalTerms:
    """Counts of terms for each kind of text, all numbered by one vocabulary."""

    vocabulary: Vocabulary
    counts: dict[str, TermCounts]


def analyse_anew(store: Store, versions: Sequence[Version]) -> tuple[LexicalTerms, Learned]:
    """The terms of all texts, with what was learned from them."""
    analyser = Analyser(_texts(store, versions))
    counters, words = _count(store, versions, analyser)
    vocabulary = Vocabulary.of(words)
    numbers = {word: number for number, word in enumerate(vocabulary)}
    counts = {kind: counter.counts(numbers) for kind, counter in counters.items()}
    return LexicalTerms(vocabulary, counts), analyser.learned


def analyse_new(store: Store, versions: Sequence[Version], before: Files) -> LexicalTerms:
    """The terms of these versions: those that `before` has as they are there, others found now.

    Nothing is learned but what a new document says of its own abbreviations.
    """
    there = {number: place for place, number in enumerate(before.versions.tolist())}
    new = [version for version in versions if version.number not in there]
    analyser = Analyser(_texts(store, new), learned=read_learned(before.learned))
    counters, words = _count(store, new, analyser)
    kept = _Kept(before, [there[v.number] for v in versions if v.number in there])
    vocabulary = Vocabulary.of({*words, *kept.words()})
    numbers = {word: number for number, word in enumerate(vocabulary)}
    counts = {}
    for kind, counter in counters.items():
        fresh, at = counter.counts(numbers), 0
        parts: list[_Texts] = []
        for version in versions:
            if version.number in there:
                parts.append(kept.texts(kind, there[version.number], numbers))
            else:
                span = slice(at, at + getattr(version, kind))
                parts.append(_texts_of(fresh, span))
                at = span.stop
        counts[kind] = _joined(vocabulary, parts)
    return LexicalTerms(vocabulary, counts)


_Texts = tuple[NDArray[Any], NDArray[Any], NDArray[Any]]
"""How many terms each of some texts has, the terms, and how often it has each."""


class _Kept:
    """The terms of documents of the generation before, which keep their order."""

    def __init__(self, before: Files, places: Sequence[int]) -> None:
        self._before, self._places = before, places
        self._moved: dict[int, NDArray[np.int32]] = {}

    def words(self) -> Iterator[str]:
        """All terms that these documents have."""
        used: dict[int, list[NDArray[Any]]] = {}
        for place in self._places:
            for kind in KINDS:
                segment, (_, terms, _) = self._own(kind, place)
                used.setdefault(segment, []).append(np.unique(terms))
        for segment, found in used.items():
            word = self._before.segments[segment].vocabulary.word
            yield from map(word, np.unique(np.concatenate(found)).tolist())

    def texts(self, kind: str, place: int, numbers: Mapping[str, int]) -> _Texts:
        """The texts of a document, their terms numbered anew."""
        segment, (sizes, terms, times) = self._own(kind, place)
        if segment not in self._moved:
            old = self._before.segments[segment].vocabulary
            moved = [numbers.get(word, -1) for word in old]
            self._moved[segment] = np.array(moved, dtype=np.int32)
        return sizes, self._moved[segment][terms], times

    def _own(self, kind: str, place: int) -> tuple[int, _Texts]:
        number, span = self._before.span(kind, place)
        return number, _texts_of(self._before.segments[number].counts(kind), span)


def _texts_of(counts: TermCounts, span: slice) -> _Texts:
    first = counts.first[span.start : span.stop + 1]
    chosen = slice(int(first[0]), int(first[-1]))
    return np.diff(first), counts.terms[chosen], counts.counts[chosen]


def _joined(vocabulary: Vocabulary, parts: Sequence[_Texts]) -> TermCounts:
    """The counts of texts in the order of these parts."""
    none = (np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.uint16))
    sizes, terms, times = (np.concatenate(column) for column in zip(none, *parts, strict=True))
    return TermCounts(vocabulary, np.concatenate([[0], np.cumsum(sizes)]), terms, times)


def _count(
    store: Store, versions: Sequence[Version], analyser: Analyser
) -> tuple[dict[str, TermCounter], Iterable[str]]:
    """Counters of the terms of all texts of these versions, and the terms."""
    words: dict[str, int] = {}
    counters = {kind: TermCounter(words) for kind in KINDS}
    for version in versions:
        number, language = version.number, version.language
        for passage in _passages(store, version):
            terms = analyser.document_terms(passage.searched_text, language, number)
            counters["passages"].add(terms)
            for text in passage.searched_sentences:
                terms = analyser.document_terms(text, language, number)
                counters["sentences"].add(terms)
        for body in store.unit_bodies("sections", number, range(version.sections)):
            section, _ = read_section(body, number)
            terms = analyser.document_terms(section.encoded_text, language, number)
            counters["sections"].add(terms)
    return counters, words


def _texts(store: Store, versions: Sequence[Version]) -> Iterator[tuple[int, str, str]]:
    for version in versions:
        for passage in _passages(store, version):
            yield version.number, passage.text, version.language


def _passages(store: Store, version: Version) -> Iterator[Passage]:
    for body in store.unit_bodies("passages", version.number, range(version.passages)):
        yield read_passage(body, version.number)[0]
