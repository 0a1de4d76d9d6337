"""From the store to the files of a generation; what did not change is copied from the one before.

Terms of texts depend on all texts (which words are compounds, which abbreviations are explained).
A small index is analysed anew with every change. In a large one the terms of texts that
stay are kept, and new texts are analysed with what was learned before, until a tenth of the
passages has changed since: then all is learned anew.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.index.arrays import ArrayFile, Parts, write_arrays
from qa.index.files import CELLS, KINDS, Files, file_crc
from qa.index.learned import learned_arrays, vocabulary_arrays
from qa.index.pieces import pieces_of
from qa.index.store import Store, Version
from qa.index.terms import LexicalTerms, analyse_anew, analyse_new
from qa.lexical import measure
from qa.nearest import EXACT, write_cells

_CHUNK = 50_000  # rows that are copied at a time
_SMALL = 2_000  # passages up to which all is analysed anew with every change
_SHARE = 0.1  # of the passages that may change until then in a larger index
_TYPES = {"marks": "u1", "sentences": "<u2", "wordings": "<u8", "cells": "<i4"}
_KEYS = dict(zip(KINDS, ("passage_keys", "sentence_keys", "section_keys"), strict=True))


@dataclass(frozen=True)
class Before:
    """The generation before, with the versions that it was made of, in their order."""

    files: Files
    versions: list[Version]


def make_files(
    store: Store,
    versions: list[Version],
    folder: Path,
    dimension: int,
    before: Before | None,
    *,
    learn: bool = False,
) -> None:
    """Write the files of a generation of these versions, flushed to disk.

    With `learn`, all texts are analysed anew.
    """
    folder.mkdir(parents=True)
    making = _Making(store, versions, before, dimension)
    for kind in KINDS:
        rows = Parts("<f2", (making.total(kind), dimension), making.vectors(kind))
        write_arrays(folder / f"{kind}.arrays", {"rows": rows})
    changed = making.changed
    total = making.total("passages")
    if before is None or learn or total <= _SMALL or changed > _SHARE * total:
        changed = 0
        terms, learned = analyse_anew(store, versions)
        arrays, notes = learned_arrays(learned)
        write_arrays(folder / "learned.arrays", arrays, notes)
    else:
        terms = analyse_new(store, making.pieces, before.files, making.old_span)
        _copy(before.files.learned.path, folder / "learned.arrays")
    write_arrays(folder / "lexical.arrays", _lexical_arrays(terms))
    cells = _make_cells(making, folder)
    made = folder / CELLS
    crc = (made.stat().st_size, file_crc(made)) if len(cells) else None
    notes = {"codes": making.codes, "changed": changed, "cells": crc}
    write_arrays(folder / "structure.arrays", making.structure(cells), notes)
    for path in (folder, folder.parent):
        _flush(path)


class _Making:
    """What a generation is made of: pieces of the one before, and new versions."""

    def __init__(
        self, store: Store, versions: list[Version], before: Before | None, dimension: int
    ) -> None:
        self._store, self._versions, self._before = store, versions, before
        self._dimension = dimension
        self.pieces = pieces_of(versions, before.versions if before else ())
        self.codes = sorted({version.language for version in versions})

    @property
    def changed(self) -> int:
        """Passages that came or went since all was learned."""
        if self._before is None:
            return 0
        stay = {v.number for piece in self.pieces if piece.old for v in piece.versions}
        both = [*self._versions, *self._before.versions]
        moved = sum(v.passages for v in both if v.number not in stay)
        return int(self._before.files.structure.notes["changed"]) + moved

    def total(self, kind: str) -> int:
        """How many units of a kind."""
        return sum(getattr(version, kind) for version in self._versions)

    def firsts(self, kind: str) -> NDArray[np.int64]:
        """Where the units of each document begin, and the end of all."""
        return np.cumsum([0, *(getattr(v, kind) for v in self._versions)], dtype=np.int64)

    def old_span(self, kind: str, old: range) -> slice:
        """The rows of documents of the generation before."""
        assert self._before is not None
        firsts = self._before.files.structure.whole(f"{kind}.first_of_document")
        return slice(int(firsts[old.start]), int(firsts[old.stop]))

    def units(
        self, kind: str, file: ArrayFile | None, name: str, new: Callable[[Version], NDArray[Any]]
    ) -> Iterator[NDArray[Any]]:
        """An array with a row for each unit, piece by piece: copied, or new."""
        for piece in self.pieces:
            if piece.old is None or file is None:
                yield from map(new, piece.versions)
                continue
            span = self.old_span(kind, piece.old)
            for start in range(span.start, span.stop, _CHUNK):
                yield file[name][start : min(start + _CHUNK, span.stop)]

    def vectors(self, kind: str) -> Iterator[NDArray[Any]]:
        """The rows of units of a kind."""

        def new(version: Version) -> NDArray[Any]:
            keys = self._store.unit_array(_KEYS[kind], version.number).tolist()
            return self._store.vectors(keys, self._dimension)

        file = self._before.files.row_files[kind] if self._before else None
        return self.units(kind, file, "rows", new)

    @property
    def old_cells(self) -> Path | None:
        """The cells of the generation before."""
        return self._before.files.cells if self._before else None

    def of_passages(
        self, name: str, new: Callable[[Version], NDArray[Any]], *, use: bool = True
    ) -> NDArray[Any]:
        """An array of the structure with a row for each passage; `use` the one before, if any."""
        file = self._before.files.structure if self._before and use else None
        found = list(self.units("passages", file, name, new))
        return np.concatenate([np.zeros(0, dtype=_TYPES[name]), *found])

    def structure(self, cells: NDArray[np.int32]) -> dict[str, NDArray[Any]]:
        """All that is known of units without reading them."""
        kept = self._store.unit_array
        languages = [self.codes.index(version.language) for version in self._versions]
        marks = self.of_passages("marks", lambda v: kept("marks", v.number))
        counts = self.of_passages("sentences", lambda v: kept("sentences", v.number))
        wordings = self.of_passages("wordings", lambda v: kept("wordings", v.number))
        arrays: dict[str, NDArray[Any]] = {
            "versions": np.array([v.number for v in self._versions], dtype=np.int64),
            "marks": marks,
            "sentences": counts,
            "wordings": wordings,
            "wording_order": np.argsort(wordings, kind="stable").astype(np.int32),
            "first_sentence": np.concatenate([[0], np.cumsum(counts, dtype=np.int64)]),
            "cells": cells,
        }
        for kind in KINDS:
            firsts = self.firsts(kind)
            sizes = np.diff(firsts)
            arrays[f"{kind}.first_of_document"] = firsts
            arrays[f"{kind}.language"] = np.repeat(np.array(languages, dtype=np.int8), sizes)
            if kind != "sentences":
                numbers = np.arange(len(sizes), dtype=np.int32)
                arrays[f"{kind}.owner"] = np.repeat(numbers, sizes)
        return arrays


def _lexical_arrays(terms: LexicalTerms) -> dict[str, NDArray[Any]]:
    arrays: dict[str, NDArray[Any]] = dict(vocabulary_arrays("terms", terms.vocabulary))
    for kind, counts in terms.counts.items():
        found = measure(counts, columns=kind != "sentences")
        arrays |= {
            f"{kind}.first": counts.first[:],
            f"{kind}.terms": counts.terms[:],
            f"{kind}.counts": counts.counts[:],
            f"{kind}.norms": found.norms[:],
            f"{kind}.having": found.having,
        }
        if found.columns:
            parts = zip(("begins", "rows", "weights"), found.columns, strict=True)
            arrays |= {f"{kind}.{part}": values[:] for part, values in parts}
    return arrays


def _make_cells(making: _Making, folder: Path) -> NDArray[np.int32]:
    """Write the cells where there are many passages; gives that of each, none where few."""
    if making.total("passages") <= EXACT:
        return np.zeros(0, dtype=np.int32)
    old = making.old_cells
    known = making.of_passages("cells", lambda v: np.full(v.passages, -1), use=old is not None)
    rows = ArrayFile(folder / "passages.arrays")["rows"]
    return write_cells(folder / CELLS, rows, known.astype(np.int32), old)


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    _flush(target)


def _flush(path: Path) -> None:
    """See to it that a file, or a folder's list of files, is on the disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
