"""Nearest rows by FAISS: all compared while that is fast, else those of the nearest cells.

Unit rows: the inner product is the cosine. Cells are those of an inverted file (Sivic &
Zisserman, "Video Google", 2003) around centres that k-means finds; rows in them are kept as
16-bit floats. How many cells are searched is measured when the centres are: the fewest that find
99 of 100 true neighbours among the ten nearest.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.encoder import Vectors, unit_rows
from qa.rows import Rows, Taken

EXACT = 10_000  # rows up to which all are compared
_CHUNK = 20_000
_SAMPLE = 40  # rows for each cell that centres are made of
_NEAREST = 10
_FEWEST = 16  # cells that are searched at least: questions lie further off than what is tried
_TRIED = 200  # rows that try out how many cells to search
_RECALL = 0.99
_DRIFT = 2.0  # how many times more or fewer rows than the centres were made for


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
        faiss = _faiss()
        parameters: Any = None
        if among is not None:
            k = min(k, len(among))
            chosen = faiss.IDSelectorBatch(among)
            probed = getattr(self._index, "nprobe", None)
            if probed is None:
                parameters = faiss.SearchParameters(sel=chosen)
            else:
                parameters = faiss.SearchParametersIVF(sel=chosen, nprobe=probed)
        k = min(k, self._index.ntotal)
        _, rows = self._index.search(query.reshape(1, -1), k, params=parameters)
        found: Rows = rows[0][rows[0] >= 0].astype(np.int64)
        return found


def exact(rows: Taken) -> Nearest:
    """All rows, compared one by one."""
    faiss = _faiss()
    index = faiss.IndexFlatIP(rows.shape[1])
    for start in range(0, len(rows), _CHUNK):
        index.add(np.ascontiguousarray(rows[start : start + _CHUNK], dtype=np.float32))
    return Nearest(index)


def write_cells(
    path: Path, rows: Taken, known: NDArray[np.int32], before: Path | None
) -> NDArray[np.int32]:
    """Write the cells of rows, flushed to disk; gives the cell of each row.

    OSError where they cannot be written.
    `known` are the cells of the rows that had one in the file `before`, else -1. The centres
    of that file are used again unless there are twice as many rows as they were made for, or half.
    """
    faiss = _faiss()
    cells = known.copy()
    index = _same_cells(before, len(rows)) if before else None
    made = index is None
    if index is None:
        cells[:] = -1
        index = _new_cells(rows)
    for start in range(0, len(rows), _CHUNK):
        span = slice(start, min(start + _CHUNK, len(rows)))
        chunk = np.ascontiguousarray(rows[span], dtype=np.float32)
        unknown = np.flatnonzero(cells[span] < 0) + start
        if len(unknown):
            assigned = index.quantizer.assign(chunk[unknown - start], 1)
            cells[unknown] = assigned.reshape(-1)
        numbers = np.arange(span.start, span.stop, dtype=np.int64)
        own = cells[span].astype(np.int64)
        index.add_core(len(chunk), *map(faiss.swig_ptr, (chunk, numbers, own)))
    if made:
        index.nprobe = _enough_cells(index, rows)
    with path.open("wb") as file:  # FAISS itself would not tell of a disk full at the last bytes
        faiss.write_index(index, faiss.PyCallbackIOWriter(file.write))
        file.flush()
        os.fsync(file.fileno())
    return cells


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
    return _empty(centres)


def _same_cells(before: Path, size: int) -> Any | None:  # noqa: ANN401
    """Empty cells around the centres in a file; None where they do not suit so many rows."""
    faiss = _faiss()
    old = faiss.read_index(str(before), faiss.IO_FLAG_MMAP | faiss.IO_FLAG_READ_ONLY)
    suited = old.nlist / _cell_count(size)
    if not _DRIFT**-0.5 < suited < _DRIFT**0.5:
        return None
    flat = faiss.downcast_index(old.quantizer)
    centres = faiss.IndexFlatIP(flat.d)
    centres.add(flat.reconstruct_n(0, flat.ntotal))
    index = _empty(centres)
    index.nprobe = old.nprobe
    return index


def _empty(centres: Any) -> Any:  # noqa: ANN401
    faiss = _faiss()
    kind, metric = faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
    index = faiss.IndexIVFScalarQuantizer(centres, centres.d, centres.ntotal, kind, metric, False)
    index.train(centres.reconstruct_n(0, centres.ntotal))
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
