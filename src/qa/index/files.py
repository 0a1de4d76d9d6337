"""The files of a generation: made from the store, read where they lie, never changed.

generations/<name>/layout.arrays      which documents there are, and where in which segment
                   learned.arrays     what the analyser learned: compounds, abbreviations
                   segment-N.arrays   some of the documents, as a search reads them: `segment.py`

A segment may have documents that are gone: the layout does not name them. Its file is the
same, by a hard link, in each generation that has it.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.analysis import Analyser
from qa.errors import AlineaError
from qa.index.arrays import ArrayFile, damaged
from qa.index.learned import read_learned
from qa.index.segment import KINDS, SCORED, Segment
from qa.retrieval.dense import Dense
from qa.retrieval.keywords import Keywords
from qa.retrieval.layout import Joined, Layout
from qa.retrieval.lexical import Lexical, Part
from qa.retrieval.local_engine import Leg, LocalEngine
from qa.retrieval.nearest import EXACT, NearestOfParts
from qa.retrieval.rows import Rows, Taken

FOLDER = "generations"


class Files:
    """The files of one generation, opened. Raises AlineaError where one is damaged.

    Units are numbered over all documents in order of their ids, whichever segment they lie in.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.layout = ArrayFile(folder / "layout.arrays")
        self.learned = ArrayFile(folder / "learned.arrays")
        self.segments = [Segment(folder, *named) for named in self.layout.notes["segments"]]
        self.versions: NDArray[np.int64] = self.layout.whole("versions")
        self._segment: NDArray[np.int32] = self.layout.whole("segment")
        self._place: NDArray[np.int32] = self.layout.whole("place")
        self.firsts: dict[str, Rows] = {}
        self.layouts: dict[str, Layout] = {}
        for kind in KINDS:
            starts, sizes = self._units(kind)
            self.firsts[kind] = np.cumsum(np.concatenate([[0], sizes]), dtype=np.int64)
            known = [segment.size(kind) for segment in self.segments]
            self.layouts[kind] = Layout(sizes, self._segment.astype(np.int64), starts, known)

    def joined(self, kind: str, name: str) -> Joined:
        """An array of units of a kind, of all segments."""
        return Joined([segment.file[name] for segment in self.segments], self.layouts[kind])

    def rows(self, kind: str) -> Joined:
        """The unit rows of units of a kind."""
        return self.joined(kind, f"{kind}.rows")

    @cached_property
    def owners(self) -> dict[str, NDArray[np.int32]]:
        """The number of the document of each passage, and of each section."""
        numbers = np.arange(len(self.versions), dtype=np.int32)
        return {kind: np.repeat(numbers, np.diff(self.firsts[kind])) for kind in SCORED}

    @cached_property
    def marks(self) -> Taken:
        """The marks of each passage."""
        return self.joined("passages", "marks")

    @cached_property
    def wordings(self) -> Taken:
        """What passages of the same words share: a number of 64 bits."""
        return self.joined("passages", "wordings")

    def same_wording(self, row: int) -> list[int]:
        """Rows of all passages that say the same word for word as one, this one too."""
        own = self.wordings[np.array([row])][0]
        found: list[int] = []
        for number, (order, ordered) in enumerate(self._by_wording):
            first, end = (int(np.searchsorted(ordered, own, side)) for side in ("left", "right"))
            rows = order[first:end]
            places = self.layouts["passages"].places(number)
            rows = rows if places is None else places[rows]
            found += rows[rows < self.layouts["passages"].size].tolist()
        return sorted(found)

    def terms_of(self, kind: str, rows: range) -> list[dict[str, int]]:
        """The terms of units, and how often each unit has them."""
        found = []
        for number, own in self.layouts[kind].spans(rows.start, rows.stop):
            segment = self.segments[number]
            counts = segment.counts(kind)
            ends = counts.first[own.start : own.stop + 1].tolist()
            for start, stop in pairwise(ends):
                words = map(segment.vocabulary.word, counts.terms[start:stop].tolist())
                found.append(dict(zip(words, counts.counts[start:stop].tolist(), strict=True)))
        return found

    def engine(self) -> LocalEngine:
        """The engine over these files."""
        analyser = Analyser((), learned=read_learned(self.learned))

        def keywords(kind: str) -> Keywords:
            lexical = Lexical(self._parts(kind), self.layouts[kind])
            sizes = np.diff(self.firsts[kind])
            languages = np.repeat(self.layout.whole("language"), sizes)
            return Keywords(lexical, languages, self.layout.notes["codes"], analyser)

        sentences = self.joined("passages", "sentences")[:]
        return LocalEngine(
            Leg(keywords("passages"), self.dense("passages"), self.owners["passages"]),
            Leg(keywords("sections"), self.dense("sections"), self.owners["sections"]),
            np.concatenate([[0], np.cumsum(sentences, dtype=np.int64)]),
            keywords("sentences"),
            self.dense("sentences"),
        )

    def dense(self, kind: str) -> Dense:
        """The rows of units of a kind."""
        layout = self.layouts[kind]
        by_parts = kind == "passages" and layout.size > EXACT
        return Dense(self.rows(kind), self._nearest if by_parts else None)

    def check(self) -> list[str]:
        """Read and check all; the names of the files that are damaged."""
        found = []
        for file in (self.layout, self.learned):
            try:
                file.check()
            except AlineaError:
                found.append(file.path.name)
        return found + [name for segment in self.segments for name in segment.check()]

    def span(self, kind: str, document: int) -> tuple[int, slice]:
        """The segment of a document, and its units of a kind in that."""
        segment, place = int(self._segment[document]), int(self._place[document])
        start, stop = self.segments[segment].firsts(kind)[place : place + 2].tolist()
        return segment, slice(start, stop)

    def places(self, segment: int) -> Rows:
        """The documents of a segment that are there, as numbers in it."""
        return np.sort(self._place[self._segment == segment]).astype(np.int64)

    def lost(self, segment: int, kind: str) -> tuple[NDArray[Any], NDArray[Any]]:
        """Terms of units of a segment that are gone, and how many of these had each."""
        name = f"{segment}.{kind}.lost"
        return self.layout.whole(f"{name}.terms"), self.layout.whole(f"{name}.texts")

    def length(self, segment: int, kind: str) -> int:
        """The number of terms of units of a segment that are there, together."""
        return int(self.layout.notes["lengths"][segment][kind])

    def _units(self, kind: str) -> tuple[Rows, Rows]:
        """The first unit of each document in its segment, and how many it has."""
        starts, sizes = np.zeros((2, len(self.versions)), dtype=np.int64)
        for number, segment in enumerate(self.segments):
            mine = np.flatnonzero(self._segment == number)
            places = self._place[mine]
            if not np.array_equal(segment.versions[places], self.versions[mine]):
                raise damaged(self.layout.path)
            firsts = segment.firsts(kind)
            starts[mine], sizes[mine] = firsts[places], firsts[places + 1] - firsts[places]
        return starts, sizes

    def _parts(self, kind: str) -> list[Part]:
        return [
            Part(segment.postings(kind), self.length(number, kind), self.lost(number, kind))
            for number, segment in enumerate(self.segments)
        ]

    def _nearest(self) -> NearestOfParts:
        found = [segment.nearest() for segment in self.segments]
        return NearestOfParts(found, self.layouts["passages"])

    @cached_property
    def _by_wording(self) -> list[tuple[NDArray[Any], NDArray[Any]]]:
        orders = [segment.file.whole("wording_order") for segment in self.segments]
        return [
            (order, segment.file["wordings"][:][order])
            for order, segment in zip(orders, self.segments, strict=True)
        ]
