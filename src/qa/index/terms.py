"""The terms of all texts of an index: analysed anew, or kept and added to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.analysis import Analyser, Learned
from qa.index.files import KINDS, Files
from qa.index.learned import read_learned, read_vocabulary
from qa.index.pieces import Piece
from qa.index.store import Store, Version
from qa.index.units import read_passage, read_section
from qa.lexical import TermCounter, TermCounts
from qa.passages import Passage
from qa.vocabulary import Vocabulary


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


def analyse_new(
    store: Store,
    pieces: Sequence[Piece],
    before: Files,
    old_span: Callable[[str, range], slice],
) -> LexicalTerms:
    """The terms that texts had before, and those of new texts; terms that none has are left out."""
    new = [version for piece in pieces if piece.old is None for version in piece.versions]
    analyser = Analyser(_texts(store, new), learned=read_learned(before.learned))
    counters, words = _count(store, new, analyser)
    old_words = list(read_vocabulary(before.lexical, "terms"))
    vocabulary = Vocabulary.of({*old_words, *words})
    numbers = {word: number for number, word in enumerate(vocabulary)}
    moved = np.array([numbers[word] for word in old_words], dtype=np.int32)
    counts = {}
    for kind, counter in counters.items():
        old = before.counts(kind, vocabulary)
        parts = _joined(pieces, kind, old, moved, counter.counts(numbers), old_span)
        counts[kind] = TermCounts(vocabulary, *parts)
    return _without_unused(LexicalTerms(vocabulary, counts))


def _joined(
    pieces: Sequence[Piece],
    kind: str,
    old: TermCounts,
    moved: NDArray[np.int32],
    new: TermCounts,
    old_span: Callable[[str, range], slice],
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.uint16]]:
    """First, terms and counts of old and new texts in the order of the pieces."""
    sizes, terms, times = [np.zeros(1, np.int64)], [np.zeros(0, np.int32)], [np.zeros(0, np.uint16)]
    at = 0
    for piece in pieces:
        if piece.old is None:
            source, start = new, at
            at = stop = start + sum(getattr(version, kind) for version in piece.versions)
        else:
            span = old_span(kind, piece.old)
            source, start, stop = old, span.start, span.stop
        first = source.first[start : stop + 1]
        chosen = slice(int(first[0]), int(first[-1]))
        sizes.append(np.diff(first))
        terms.append(source.terms[chosen] if source is new else moved[source.terms[chosen]])
        times.append(source.counts[chosen])
    return np.cumsum(np.concatenate(sizes)), np.concatenate(terms), np.concatenate(times)


def _without_unused(terms: LexicalTerms) -> LexicalTerms:
    used = np.zeros(len(terms.vocabulary), dtype=np.bool_)
    for counts in terms.counts.values():
        used[counts.terms[:]] = True
    if used.all():
        return terms
    vocabulary = Vocabulary.of(terms.vocabulary.word(n) for n in np.flatnonzero(used).tolist())
    moved = (np.cumsum(used) - 1).astype(np.int32)
    kept = {
        kind: TermCounts(vocabulary, counts.first, moved[counts.terms[:]], counts.counts)
        for kind, counts in terms.counts.items()
    }
    return LexicalTerms(vocabulary, kept)


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
