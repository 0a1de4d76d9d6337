"""Writing a segment: vectors and terms of some documents, from the store or from before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.index.arrays import Parts, write_arrays
from qa.index.files import Files
from qa.index.learned import vocabulary_arrays
from qa.index.segment import KINDS, SCORED, Segment, file_crc, postings_arrays
from qa.index.store import Store, Version
from qa.index.terms import LexicalTerms
from qa.retrieval.nearest import EXACT, write_cells
from qa.retrieval.postings import postings_of

_KEYS = dict(zip(KINDS, ("passage_keys", "sentence_keys", "section_keys"), strict=True))
_TYPES = {"marks": "u1", "sentences": "<u2", "wordings": "<u8"}


@dataclass(frozen=True)
class Sources:
    """What documents are read from: the store, and vectors of the generation before, if any."""

    store: Store
    before: Files | None
    dimension: int

    def vectors(self, kind: str, versions: Sequence[Version]) -> Iterator[NDArray[Any]]:
        """The rows of units of a kind, document by document."""
        before = self.before
        there = [] if before is None else before.versions.tolist()
        places = {number: place for place, number in enumerate(there)}
        for version in versions:
            place = places.get(version.number)
            if before is None or place is None:
                keys = self.store.unit_array(_KEYS[kind], version.number).tolist()
                yield self.store.vectors(keys, self.dimension)
            else:
                number, span = before.span(kind, place)
                yield before.segments[number].rows(kind)[span]


def write_segment(
    folder: Path, number: int, sources: Sources, versions: Sequence[Version], terms: LexicalTerms
) -> Segment:
    """Write a segment of these versions, flushed to disk. OSError where it cannot be."""
    name = f"segment-{number}"
    path = folder / f"{name}.arrays"
    arrays: dict[str, NDArray[Any] | Parts] = {**_structure(sources.store, versions)}
    arrays |= vocabulary_arrays("terms", terms.vocabulary)
    for kind in KINDS:
        arrays |= postings_arrays(kind, postings_of(terms.counts[kind], columns=kind in SCORED))
        shape = (sum(getattr(version, kind) for version in versions), sources.dimension)
        arrays[f"{kind}.rows"] = Parts("<f2", shape, sources.vectors(kind, versions))
    write_arrays(path, arrays)
    segment = Segment(folder, name, None)
    rows = segment.rows("passages")
    if len(rows) <= EXACT:
        return segment
    cells = folder / f"{name}.faiss"
    write_cells(cells, rows)
    return Segment(folder, name, (cells.stat().st_size, file_crc(cells)))


def _structure(store: Store, versions: Sequence[Version]) -> dict[str, NDArray[Any]]:
    """All that is known of units without reading them."""
    arrays: dict[str, NDArray[Any]] = {
        "versions": np.array([version.number for version in versions], dtype=np.int64)
    }
    for name, dtype in _TYPES.items():
        found = [store.unit_array(name, version.number) for version in versions]
        arrays[name] = np.concatenate([np.zeros(0, dtype=dtype), *found])
    order = np.argsort(arrays["wordings"], kind="stable")
    arrays["wording_order"] = order.astype(np.int32)
    for kind in KINDS:
        sizes = [0, *(getattr(version, kind) for version in versions)]
        arrays[f"{kind}.first_of_document"] = np.cumsum(sizes, dtype=np.int64)
    return arrays
