"""Files of arrays: named, checksummed block by block, and read where they lie on disk.

    magic | the arrays, each from a multiple of 64 | crc32 of each 16 KiB block of all that |
    JSON: name, type, shape and place of each array | how long that is, its crc32, magic

The end is checked at opening, and so is the size; a block when it is first read. A file of at
most 4 MiB is read and checked as a whole at opening. Of one of more than 2 GiB no more
stays mapped: all is let go then, and comes back from what the system keeps of files as it is read.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import DTypeLike, NDArray

from qa.errors import AlineaError

_MAGIC = b"alinea-1"
_BLOCK = 1 << 14
_ALIGN = 64
_SMALL = 1 << 22
_MOST = 1 << 31  # bytes of a file that are mapped before they are let go
_AROUND = 1 << 16  # the system maps as much at once, around what is read
_END = struct.Struct("<QQII8s")  # data bytes, JSON bytes, blocks, crc32, magic


@dataclass(frozen=True)
class Parts:
    """An array that is written piece by piece: `shape[0]` rows in all, from its parts."""

    dtype: DTypeLike
    shape: tuple[int, ...]
    parts: Iterable[NDArray[Any]]


def write_arrays(
    path: Path, arrays: Mapping[str, NDArray[Any] | Parts], notes: object = None
) -> None:
    """Write arrays, and `notes` as JSON, whole and flushed to disk. OSError where it cannot."""
    with path.open("wb") as file:
        writer = _BlockWriter(file)
        writer.write(_MAGIC)
        places = {}
        for name, array in arrays.items():
            writer.write(bytes(-writer.size % _ALIGN))
            parts = array if isinstance(array, Parts) else Parts(array.dtype, array.shape, [array])
            places[name] = [np.dtype(parts.dtype).str, list(parts.shape), writer.size]
            start = writer.size
            for part in parts.parts:
                flat = np.ascontiguousarray(part, parts.dtype).reshape(-1)
                writer.write(flat.view(np.uint8).data)
            expected = int(np.prod(parts.shape, dtype=np.int64)) * np.dtype(parts.dtype).itemsize
            assert writer.size - start == expected, name
        writer.finish()
        sums = np.array(writer.sums, dtype="<u4").tobytes()
        text = json.dumps({"arrays": places, "notes": notes}).encode("utf-8")
        head = _END.pack(writer.size, len(text), len(writer.sums), 0, _MAGIC)
        check = zlib.crc32(head, zlib.crc32(sums + text))
        file.write(sums + text)
        file.write(_END.pack(writer.size, len(text), len(writer.sums), check, _MAGIC))
        file.flush()
        os.fsync(file.fileno())


class _BlockWriter:
    """Counts bytes and sums up blocks as they are written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.size = 0
        self.sums: list[int] = []
        self._sum = 0

    def write(self, data: bytes | memoryview) -> None:
        self._file.write(data)
        view, at = memoryview(data), 0
        while at < len(view):
            room = _BLOCK - self.size % _BLOCK
            piece = view[at : at + room]
            self._sum = zlib.crc32(piece, self._sum)
            self.size += len(piece)
            at += len(piece)
            if self.size % _BLOCK == 0:
                self.sums.append(self._sum)
                self._sum = 0

    def finish(self) -> None:
        if self.size % _BLOCK:
            self.sums.append(self._sum)


class ArrayFile:
    """The arrays of a file, mapped. Raises AlineaError where the file is damaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:  # an empty file cannot be mapped
            raise damaged(path) from error
        try:
            end = len(self._map) - _END.size
            data, length, blocks, check, magic = _END.unpack(self._map[max(end, 0) :])
            tail = self._map[data:end]
            head = _END.pack(data, length, blocks, 0, _MAGIC)
            whole = magic == _MAGIC and data + 4 * blocks + length == end
            if not whole or check != zlib.crc32(head, zlib.crc32(tail)):
                raise damaged(path)
            values = json.loads(tail[4 * blocks :])
        except (struct.error, ValueError, OverflowError) as error:
            raise damaged(path) from error
        self.notes: Any = values["notes"]
        self._places: dict[str, tuple[str, list[int], int]] = values["arrays"]
        self._size = data
        self._sums = np.frombuffer(tail[: 4 * blocks], dtype="<u4")
        self._seen = np.zeros(blocks, dtype=np.bool_)
        self._mapped = 0
        if len(self._map) <= _SMALL:
            self.check()

    @property
    def bytes(self) -> int:
        """The size of the file."""
        return len(self._map)

    def check(self) -> None:
        """Read and check every block."""
        self.touch(np.flatnonzero(~self._seen))

    def touch(self, blocks: NDArray[np.integer]) -> None:
        """Check blocks that are read for the first time."""
        for block in blocks.tolist():
            start = block * _BLOCK
            piece = memoryview(self._map)[start : min(start + _BLOCK, self._size)]
            if zlib.crc32(piece) != self._sums[block]:
                raise damaged(self.path)
            self._seen[block] = True

    def count(self, size: int) -> None:
        """So many bytes more were mapped, at most; where they are too many all are let go."""
        self._mapped += size
        if min(len(self._map), self._mapped) > _MOST and hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)
            self._mapped = 0

    def unseen(self, first: int, last: int) -> NDArray[np.integer]:
        """The blocks of these bytes, the last included, that were not read yet."""
        start, end = first // _BLOCK, last // _BLOCK + 1
        return np.flatnonzero(~self._seen[start:end]) + start

    def unseen_of(self, firsts: NDArray[np.int64], size: int) -> NDArray[np.integer]:
        """The same for pieces of a size, each of which begins at one of these bytes."""
        reach = range(0, size - 1, _BLOCK)
        touched = [(firsts + step) // _BLOCK for step in (*reach, size - 1)]
        blocks = np.concatenate(touched)
        return np.unique(blocks[~self._seen[blocks]])

    def __getitem__(self, name: str) -> Mapped:
        try:
            dtype, shape, place = self._places[name]
        except KeyError as error:
            raise damaged(self.path) from error
        return Mapped(self, np.dtype(dtype), tuple(shape), place)

    def whole(self, name: str) -> NDArray[Any]:
        """An array, all of it checked."""
        return self[name].whole()


class Mapped:
    """An array in a file: rows are checked when they are first read."""

    def __init__(
        self, file: ArrayFile, dtype: np.dtype[Any], shape: tuple[int, ...], place: int
    ) -> None:
        self._file, self._place = file, place
        self.dtype, self.shape = dtype, shape
        self._step = dtype.itemsize * int(np.prod(shape[1:], dtype=np.int64))
        count = int(np.prod(shape, dtype=np.int64))
        self._array: NDArray[Any] = np.frombuffer(
            file._map, dtype=dtype, count=count, offset=place
        ).reshape(shape)

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, rows: slice | NDArray[np.integer]) -> NDArray[Any]:
        if isinstance(rows, slice):
            start, stop, _ = rows.indices(len(self))
            if start < stop and self._step:
                first = self._place + start * self._step
                last = self._place + stop * self._step - 1
                self._file.touch(self._file.unseen(first, last))
                self._file.count(last - first + _AROUND)
        elif len(rows) and self._step:
            firsts = self._place + rows.astype(np.int64) * self._step
            self._file.touch(self._file.unseen_of(firsts, self._step))
            places = firsts // _AROUND
            self._file.count(_AROUND * (1 + int(np.count_nonzero(np.diff(places)))))
        found: NDArray[Any] = self._array[rows]
        return found

    def whole(self) -> NDArray[Any]:
        """All of it."""
        return self[:]


def damaged(path: Path) -> AlineaError:
    """The error for a file of a generation of an index."""
    return AlineaError(
        "broken_index",
        f"The index in {path.parents[2]} is damaged ({path.name}): run "
        "`qa doctor --repair`, or make it anew with `qa index SOURCE`.",
    )
