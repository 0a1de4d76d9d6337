"""From the store to the files of a generation; of the one before, what did not change is shared.

A change writes a segment of the documents that are new, and a layout. Segments not much larger
than what is new become part of it, so that there are few: as in a log-structured merge tree
(O'Neil et al., 1996), of documents added one by one a few in a thousand are written again.

Terms of texts depend on all texts (which words are compounds, which abbreviations are explained).
A small index is analysed anew with every change. In a large one the terms of texts that
stay are kept, and new texts are analysed with what was learned before, until a tenth of the
passages has changed since: then all is learned anew, and written as one segment.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.index.arrays import write_arrays
from qa.index.files import Files
from qa.index.learned import learned_arrays
from qa.index.make_segment import Sources, write_segment
from qa.index.segment import KINDS, Segment
from qa.index.store import Store, Version
from qa.index.terms import analyse_anew, analyse_new
from qa.retrieval.rows import runs

_SMALL = 2_000  # passages up to which all is analysed anew with every change
_SHARE = 0.1  # of the passages that may change until then in a larger index
_LARGER = 2  # times as large as what is written, a segment stays as it is

_Lost = tuple[NDArray[Any], NDArray[Any]]


def make_files(
    store: Store,
    versions: list[Version],
    folder: Path,
    dimension: int,
    before: Files | None,
    *,
    learn: bool = False,
) -> None:
    """Write the files of a generation of these versions, flushed to disk.

    With `learn`, all texts are analysed anew, and nothing of others is left.
    """
    folder.mkdir(parents=True)
    sources = Sources(store, before, dimension)
    total = sum(version.passages for version in versions)
    changed = _changed(versions, before)
    if before is None or learn or total <= _SMALL or changed > _SHARE * total:
        changed = 0
        terms, learned = analyse_anew(store, versions)
        arrays, notes = learned_arrays(learned)
        write_arrays(folder / "learned.arrays", arrays, notes)
        shares = [_Share.of(write_segment(folder, 1, sources, versions, terms))]
    else:
        _link(before.learned.path, folder)
        kept, chosen = _chosen(versions, before)
        shares = [_Share.kept(before, number, versions) for number in kept]
        for share in shares:
            for path in share.segment.paths:
                _link(path, folder)
        if chosen:
            terms = analyse_new(store, chosen, before)
            number = max(segment.number for segment in before.segments) + 1
            shares.append(_Share.of(write_segment(folder, number, sources, chosen, terms)))
    _write_layout(folder, versions, shares, changed)
    for path in (folder, folder.parent):
        _flush(path)


class _Share:
    """What a generation has of a segment: all but what is lost of each kind of units."""

    def __init__(self, segment: Segment, lost: dict[str, _Lost], lengths: dict[str, int]) -> None:
        self.segment, self.lost, self.lengths = segment, lost, lengths

    @classmethod
    def of(cls, segment: Segment) -> _Share:
        """All of a segment."""
        none = np.zeros(0, dtype=np.int32)
        lengths = {kind: int(segment.postings(kind).lengths[:].sum()) for kind in KINDS}
        return cls(segment, dict.fromkeys(KINDS, (none, none)), lengths)

    @classmethod
    def kept(cls, before: Files, at: int, versions: Sequence[Version]) -> _Share:
        """What the generation before has of the segment at this place, of these versions."""
        segment, there = before.segments[at], before.places(at)
        stay = np.isin(segment.versions[there], [version.number for version in versions])
        share = cls(segment, {}, {})
        for kind in KINDS:
            firsts, counts = segment.firsts(kind), segment.counts(kind)
            gone = runs(firsts[there[~stay]], np.diff(firsts)[there[~stay]])
            starts = counts.first[gone]
            lost = runs(starts, counts.first[gone + 1] - starts)
            terms, texts = before.lost(at, kind)
            every = np.concatenate([terms, counts.terms[lost]])
            fewer = np.concatenate([texts, np.ones(len(lost), dtype=np.int32)])
            found, where = np.unique(every, return_inverse=True)
            share.lost[kind] = found, np.bincount(where, weights=fewer).astype(np.int32)
            words = int(counts.counts[lost].sum(dtype=np.int64))
            share.lengths[kind] = before.length(at, kind) - words
        return share


def _changed(versions: Sequence[Version], before: Files | None) -> int:
    """Passages that came or went since all was learned."""
    if before is None:
        return 0
    sizes = np.diff(before.firsts["passages"]).tolist()
    old = dict(zip(before.versions.tolist(), sizes, strict=True))
    new = {version.number: version.passages for version in versions}
    both = old | new
    moved = sum(both[number] for number in old.keys() ^ new.keys())
    changed: int = before.layout.notes["changed"] + moved
    return changed


def _chosen(versions: Sequence[Version], before: Files) -> tuple[list[int], list[Version]]:
    """The places of the segments that stay, and the versions to write a new one of, in order."""
    wanted = {version.number: version for version in versions}
    held = [
        [
            wanted[number]
            for number in segment.versions[before.places(at)].tolist()
            if number in wanted
        ]
        for at, segment in enumerate(before.segments)
    ]
    known = {version.number for members in held for version in members}
    chosen = [version for version in versions if version.number not in known]
    size = sum(version.passages for version in chosen)
    while chosen and held and sum(v.passages for v in held[-1]) < _LARGER * size:
        chosen += held.pop()
        size = sum(version.passages for version in chosen)
    kept = [number for number, members in enumerate(held) if members]
    return kept, sorted(chosen, key=lambda version: version.id)


def _write_layout(
    folder: Path, versions: Sequence[Version], shares: Sequence[_Share], changed: int
) -> None:
    numbers = np.array([version.number for version in versions], dtype=np.int64)
    codes = sorted({version.language for version in versions})
    known = [share.segment.versions for share in shares]
    every = np.concatenate(known)
    order = np.argsort(every)
    at = order[np.searchsorted(every, numbers, sorter=order)]
    sizes = [len(own) for own in known]
    arrays: dict[str, NDArray[Any]] = {
        "versions": numbers,
        "segment": np.repeat(np.arange(len(known), dtype=np.int32), sizes)[at],
        "place": np.concatenate([np.arange(size, dtype=np.int32) for size in sizes])[at],
        "language": np.array([codes.index(v.language) for v in versions], dtype=np.int8),
    }
    for number, share in enumerate(shares):
        for kind, (terms, texts) in share.lost.items():
            arrays[f"{number}.{kind}.lost.terms"] = terms
            arrays[f"{number}.{kind}.lost.texts"] = texts
    notes = {
        "codes": codes,
        "changed": changed,
        "segments": [[share.segment.name, share.segment.cells] for share in shares],
        "lengths": [share.lengths for share in shares],
    }
    write_arrays(folder / "layout.arrays", arrays, notes)


def _link(source: Path, folder: Path) -> None:
    """Have a file in another folder too: the same one, or a copy where that cannot be."""
    target = folder / source.name
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)
        _flush(target)


def _flush(path: Path) -> None:
    """See to it that a file, or a folder's list of files, is on the disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
