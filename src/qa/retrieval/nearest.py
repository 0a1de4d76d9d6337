"""Nearest rows by FAISS: all compared while that is fast, else those of the nearest cells.

Unit rows: the inner product is the cosine. Cells are those of an inverted file (Sivic &
Zisserman, "Video Google", 2003) around centres that k-means finds; rows in them are kept as
16-bit floats. How many cells are searched is measured when the centres are: the fewest that find
99 of 100 true neighbours among the ten nearest.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.encoder import Vectors, unit_rows
from qa.retrieval.layout import Layout
from qa.retrieval.rows import Rows, Taken

EXACT = 10_000  # rows up to which all are compared
_CHUNK = 20_000
_SAMPLE = 40  # rows for each cell that centres are made of
_NEAREST = 10
_FEWEST = 16  # cells that are searched at least: questions lie further off than what is tried
_TRIED = 200  # rows that try out how many cells to search
_RECALL = 0.99

Chosen = NDArray[np.bool_]
"""Of each row whether it is looked at."""


class Nearest:
    """An index of rows in FAISS."""

    def __init__(self, index: Any) -> None:  # noqa: ANN401 - faiss has no types
        self._index = index

    @classmethod
    def read(cls, path: Path) -> Nearest:
        """The cells in a file, mapped."""
        faiss = _faiss()
        return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP | faiss.IO_FLAG_READ_ONLY))

    def search(self, query: Vectors, k: int, among: Rows | None = None) -> Rows:
        """Numbers of the k rows nearest to one unit row, nearest first; `among` restricts them."""
        if among is None:
            return self.find(query, k, None)[1]
        chosen = np.zeros(self._index.ntotal, dtype=np.bool_)
        chosen[among] = True
        return self.find(query, k, chosen)[1]

    def find(self, query: Vectors, k: int, chosen: Chosen | None) -> tuple[Vectors, Rows]:
        """Cosines and numbers of the k nearest, nearest first, of the rows that are `chosen`."""
        faiss = _faiss()
        parameters: Any = None
        if chosen is not None:
            k = min(k, int(np.count_nonzero(chosen)))
            bits = np.packbits(chosen, bitorder="little")
            picked = faiss.IDSelectorBitmap(bits)
            probed = getattr(self._index, "nprobe", None)
            if probed is None:
                parameters = faiss.SearchParameters(sel=picked)
            else:
                parameters = faiss.SearchParametersIVF(sel=picked, nprobe=probed)
        k = min(k, self._index.ntotal)
        if k < 1:
            return np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.int64)
        cosines, rows = self._index.search(query.reshape(1, -1), k, params=parameters)
        found = rows[0] >= 0
        return cosines[0][found], rows[0][found].astype(np.int64)


class NearestOfParts:
    """The same over rows that lie in parts, each with an index of its own."""

    def __init__(self, parts: Sequence[Nearest], layout: Layout) -> None:
        """The layout has the rows of the parts in their order."""
        self._parts, self._layout = parts, layout
        self._there = [self._chosen(part) for part in range(len(parts))]

    def search(self, query: Vectors, k: int, among: Rows | None = None) -> Rows:
        """As `Nearest.search`, numbered over the whole; the first of equals."""
        chosen: dict[int, Chosen | None] = dict(enumerate(self._there))
        if among is not None:
            chosen = {}
            for part, _, own in self._layout.split(among):
                picked = chosen[part] = np.zeros(self._layout.part_sizes[part], dtype=np.bool_)
                picked[own] = True
        cosines, numbers = [np.zeros(0, np.float32)], [np.zeros(0, np.int64)]
        for part, picked_of_part in chosen.items():
            found, rows = self._parts[part].find(query, k, picked_of_part)
            places = self._layout.places(part)
            cosines.append(found)
            numbers.append(rows if places is None else places[rows])
        all_numbers = np.concatenate(numbers)
        order = np.lexsort((all_numbers, -np.concatenate(cosines)))
        return np.asarray(all_numbers[order[:k]], dtype=np.int64)

    def _chosen(self, part: int) -> Chosen | None:
        """Which rows of a part the whole has; None for all."""
        places = self._layout.places(part)
        there = None if places is None else places < self._layout.size
        return None if there is None or there.all() else there


def exact(rows: Taken) -> Nearest:
    """All rows, compared one by one."""
    faiss = _faiss()
    index = faiss.IndexFlatIP(rows.shape[1])
    for start in range(0, len(rows), _CHUNK):
        index.add(np.ascontiguousarray(rows[start : start + _CHUNK], dtype=np.float32))
    return Nearest(index)


def write_cells(path: Path, rows: Taken) -> None:
    """Write the cells of rows, flushed to disk. OSError where they cannot be written."""
    faiss = _faiss()
    index = _new_cells(rows)
    for start in range(0, len(rows), _CHUNK):
        index.add(np.ascontiguousarray(rows[start : start + _CHUNK], dtype=np.float32))
    index.nprobe = _enough_cells(index, rows)
    with path.open("wb") as file:  # FAISS itself would not tell of a disk full at the last bytes
        faiss.write_index(index, faiss.PyCallbackIOWriter(file.write))
        file.flush()
        os.fsync(file.fileno())


def _new_cells(rows: Taken) -> Any:  # noqa: ANN401 - faiss has no types
    """Empty cells around centres of the rows."""
    faiss = _faiss()
    count = _cell_count(len(rows))
    chosen = np.random.default_rng(0).permutation(len(rows))[: count * _SAMPLE]
    sample = rows[np.sort(chosen)].astype(np.float32)
    means = faiss.Kmeans(rows.shape[1], count, niter=8, seed=0, spherical=True)
    means.train(sample)
    centres = faiss.IndexFlatIP(rows.shape[1])
    centres.add(means.centroids)
    kind, metric = faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
    index = faiss.IndexIVFScalarQuantizer(centres, centres.d, centres.ntotal, kind, metric, False)
    index.train(means.centroids)
    return index


def _cell_count(size: int) -> int:
    return max(1, int(2 * size**0.5))


def _enough_cells(index: Any, rows: Taken) -> int:  # noqa: ANN401
    """The fewest cells to search for the recall that is wanted, on rows drawn from these."""
    source = np.random.default_rng(1)
    chosen = np.sort(source.choice(len(rows), min(_TRIED, len(rows)), replace=False))
    tried = rows[chosen].astype(np.float32)
    noise = source.standard_normal(tried.shape).astype(np.float32)
    tried = unit_rows(tried + 0.3 * unit_rows(noise))  # as near as a question is, not the row
    best = _best_of_all(tried, rows)
    probed = _FEWEST
    while probed < index.nlist:
        index.nprobe = probed
        _, found = index.search(tried, _NEAREST)
        shared = [len(np.intersect1d(*pair)) for pair in zip(best, found, strict=True)]
        if np.mean(shared) >= _RECALL * _NEAREST:
            return probed
        probed = probed * 5 // 4
    return int(index.nlist)


def _best_of_all(tried: Vectors, rows: Taken) -> Rows:
    """The nearest rows by comparing all, shape (len(tried), 10)."""
    scores = np.full((len(tried), _NEAREST), -2, dtype=np.float32)
    numbers = np.full((len(tried), _NEAREST), -1, dtype=np.int64)
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK].astype(np.float32)
        scores = np.concatenate([scores, tried @ chunk.T], axis=1)
        new = np.arange(start, start + len(chunk), dtype=np.int64)
        numbers = np.concatenate([numbers, np.broadcast_to(new, (len(tried), len(new)))], axis=1)
        kept = np.argpartition(-scores, _NEAREST, axis=1)[:, :_NEAREST]
        scores = np.take_along_axis(scores, kept, axis=1)
        numbers = np.take_along_axis(numbers, kept, axis=1)
    return numbers


def _faiss() -> Any:  # noqa: ANN401 - it has few types
    # Imported late, and after the encoder: faiss before torch crashes some systems.
    import faiss

    return faiss
