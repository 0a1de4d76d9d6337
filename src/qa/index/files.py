"""The files of a generation: made from the store, read where they lie, never changed.

generations/<name>/structure.arrays   which passage is of which document, and the like
                   passages.arrays    unit rows of passages, 16-bit floats
                   sentences.arrays   the same of their sentences
                   sections.arrays    the same of sections
                   lexical.arrays     the terms, their counts in each text, BM25 by term
                   learned.arrays     what the analyser learned: compounds, abbreviations
                   cells.faiss        passages by cells, where there are many
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qa.analysis import Analyser
from qa.dense import Dense
from qa.index.arrays import ArrayFile, damaged
from qa.index.learned import read_learned, read_vocabulary
from qa.keywords import Keywords
from qa.lexical import Lexical, Statistics, TermCounts
from qa.local_engine import Leg, LocalEngine
from qa.nearest import Nearest
from qa.vocabulary import Vocabulary

FOLDER = "generations"
KINDS = ("passages", "sentences", "sections")
NAMES = ("structure", *KINDS, "lexical", "learned")
CELLS = "cells.faiss"


class Files:
    """The files of one generation, opened. Raises AlineaError where one is damaged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        arrays = {name: ArrayFile(folder / f"{name}.arrays") for name in NAMES}
        self.structure, self.lexical = arrays["structure"], arrays["lexical"]
        self.learned = arrays["learned"]
        self.row_files = {kind: arrays[kind] for kind in KINDS}
        self._all = list(arrays.values())
        cells = self.structure.notes["cells"]
        self.cells = folder / CELLS if cells else None
        if self.cells and (not self.cells.is_file() or self.cells.stat().st_size != cells[0]):
            raise damaged(self.cells)

    def engine(self) -> LocalEngine:
        """The engine over these files."""
        analyser = Analyser((), learned=read_learned(self.learned))
        vocabulary = read_vocabulary(self.lexical, "terms")
        codes = self.structure.notes["codes"]

        def keywords(kind: str) -> Keywords:
            lexical = self._lexical(kind, vocabulary, columns=kind != "sentences")
            return Keywords(lexical, self.structure[f"{kind}.language"], codes, analyser)

        return LocalEngine(
            Leg(keywords("passages"), self.dense("passages"), self.structure["passages.owner"]),
            Leg(keywords("sections"), self.dense("sections"), self.structure["sections.owner"]),
            self.structure["first_sentence"],
            keywords("sentences"),
            self.dense("sentences"),
        )

    def dense(self, kind: str) -> Dense:
        """The rows of units of a kind."""
        by_cells = kind == "passages" and self.cells is not None
        return Dense(self.row_files[kind]["rows"], self._open_cells if by_cells else None)

    def counts(self, kind: str, vocabulary: Vocabulary) -> TermCounts:
        """The counts of terms in texts of a kind."""
        parts = (self.lexical[f"{kind}.{part}"] for part in ("first", "terms", "counts"))
        return TermCounts(vocabulary, *parts)

    def check(self) -> list[str]:
        """Read and check all; the names of the files that are damaged."""
        from qa.errors import AlineaError

        found = []
        checks: list[tuple[str, Callable[[], Any]]] = [(f.path.name, f.check) for f in self._all]
        if self.cells:
            checks.append((CELLS, self._open_cells))
        for name, check in checks:
            try:
                check()
            except AlineaError:
                found.append(name)
        return found

    def _lexical(self, kind: str, vocabulary: Vocabulary, *, columns: bool) -> Lexical:
        file = self.lexical
        by_term = None
        if columns:
            begins = file.whole(f"{kind}.begins")
            by_term = (begins, file[f"{kind}.rows"], file[f"{kind}.weights"])
        having = file.whole(f"{kind}.having")
        statistics = Statistics(having, file[f"{kind}.norms"], by_term)
        return Lexical(self.counts(kind, vocabulary), statistics)

    def _open_cells(self) -> Nearest:
        """The passages by cells; the file is checked as a whole, once."""
        assert self.cells is not None
        _, crc = self.structure.notes["cells"]
        if file_crc(self.cells) != crc:
            raise damaged(self.cells)
        return Nearest.read(self.cells)


def file_crc(path: Path) -> int:
    """The crc32 of a file."""
    found = 0
    with path.open("rb") as file:
        while data := file.read(1 << 22):
            found = zlib.crc32(data, found)
    return found
