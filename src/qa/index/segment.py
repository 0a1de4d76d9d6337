"""A segment: what a search reads of some documents, in files that are never changed.

    segment-N.arrays   units of the documents, in order of their ids: which documents, unit rows
                       of passages, sentences and sections as 16-bit floats, the terms of each,
                       by text and by term
    segment-N.faiss    passages by cells, where there are many

Nothing in it depends on other documents, so generations share it. N tells segments apart.
"""

from __future__ import annotations

import os
import weakref
import zlib
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.errors import AlineaError
from qa.index.arrays import ArrayFile, Mapped, damaged
from qa.index.learned import read_vocabulary
from qa.retrieval.nearest import Nearest, exact
from qa.retrieval.postings import Columns, Postings, TermCounts
from qa.retrieval.vocabulary import Vocabulary

KINDS = ("passages", "sentences", "sections")
SCORED = ("passages", "sections")  # of these all may be scored, of sentences those of candidates
Cells = tuple[int, int]
"""The size of a file of cells, and its crc32."""


class Segment:
    """The files of a segment, opened. Raises AlineaError where one is damaged."""

    def __init__(self, folder: Path, name: str, cells: Cells | None) -> None:
        self.name, self.cells = name, cells
        self.file = ArrayFile(folder / f"{name}.arrays")
        self._cells_path = folder / f"{name}.faiss"
        if cells:
            self._open_cells(cells[0])

    @property
    def number(self) -> int:
        """Its N."""
        return int(self.name.rpartition("-")[2])

    @property
    def paths(self) -> list[Path]:
        """Its files."""
        return [self.file.path, *([self._cells_path] if self.cells else [])]

    @cached_property
    def versions(self) -> NDArray[np.int64]:
        """The versions of its documents, in order."""
        return self.file.whole("versions")

    def firsts(self, kind: str) -> NDArray[np.int64]:
        """Where the units of each document begin, and the end of all."""
        return self.file.whole(f"{kind}.first_of_document")

    def size(self, kind: str) -> int:
        """How many units."""
        return len(self.file[f"{kind}.rows"])

    def rows(self, kind: str) -> Mapped:
        """The unit rows of units of a kind."""
        return self.file[f"{kind}.rows"]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The terms of its texts."""
        return read_vocabulary(self.file, "terms")

    def counts(self, kind: str) -> TermCounts:
        """How often each unit of a kind has each term."""
        parts = (self.file[f"{kind}.{part}"] for part in ("first", "terms", "counts"))
        return TermCounts(self.vocabulary, *parts)

    def postings(self, kind: str) -> Postings:
        """The terms of units of a kind, by term too."""
        columns = None
        if kind in SCORED:
            by_term = (self.file[f"{kind}.by_term.{part}"] for part in ("texts", "counts"))
            columns = Columns(self.file.whole(f"{kind}.by_term.begins"), *by_term)
        having = self.file.whole(f"{kind}.having")
        return Postings(self.counts(kind), self.file[f"{kind}.lengths"], having, columns)

    def nearest(self) -> Nearest:
        """The passages, to be found by their rows; a file of cells is checked, once."""
        if not self.cells:
            return exact(self.rows("passages"))
        path = Path(f"/dev/fd/{self._cells_file}")
        if file_crc(path) != self.cells[1]:
            raise damaged(self._cells_path)
        os.lseek(self._cells_file, 0, os.SEEK_SET)  # some systems read on where that ended
        return Nearest.read(path)

    def _open_cells(self, size: int) -> None:
        """Hold the file of cells, which is read late: until then a writer may remove its name."""
        try:
            self._cells_file = os.open(self._cells_path, os.O_RDONLY)
        except OSError as error:
            raise damaged(self._cells_path) from error
        weakref.finalize(self, os.close, self._cells_file)
        if os.fstat(self._cells_file).st_size != size:
            raise damaged(self._cells_path)

    def check(self) -> list[str]:
        """Read and check all; the names of the files that are damaged."""
        found = []
        checks: list[tuple[str, Any]] = [(self.file.path.name, self.file.check)]
        if self.cells:
            checks.append((self._cells_path.name, self.nearest))
        for name, check in checks:
            try:
                check()
            except AlineaError:
                found.append(name)
        return found


def postings_arrays(kind: str, postings: Postings) -> dict[str, NDArray[Any]]:
    """The arrays that `Segment.postings` reads."""
    counts, columns = postings.counts, postings.columns
    arrays = {
        f"{kind}.first": counts.first[:],
        f"{kind}.terms": counts.terms[:],
        f"{kind}.counts": counts.counts[:],
        f"{kind}.lengths": postings.lengths[:],
        f"{kind}.having": postings.having,
    }
    if columns:
        arrays |= {
            f"{kind}.by_term.begins": columns.begins,
            f"{kind}.by_term.texts": columns.texts[:],
            f"{kind}.by_term.counts": columns.counts[:],
        }
    return arrays


def file_crc(path: Path) -> int:
    """The crc32 of a file."""
    found = 0
    with path.open("rb") as file:
        while data := file.read(1 << 22):
            found = zlib.crc32(data, found)
    return found
