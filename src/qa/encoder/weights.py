"""Reading the file of the bundled model: its shape, tokenizer and tensors."""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.errors import AlineaError

BLOCK = 32
_Q4 = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the model, in the file's order."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a tensor stands in the file: kind 0 is float32, any other Q4_0."""

    kind: int
    count: int
    offset: int


@dataclass(frozen=True, eq=False)
class Weights:
    """What the file holds: pieces with their scores, the character map, and tensors.

    Tensors are read from the mapped file when they are asked for.
    """

    shape: Shape
    pieces: list[str]
    scores: list[float]
    special: dict[str, int]
    characters: dict[int, str]
    data: mmap.mmap
    places: dict[str, _Place]

    def tensor(self, name: str) -> NDArray[np.float32]:
        """A tensor, flat."""
        place = self.places[name]
        if place.kind == 0:
            return np.frombuffer(self.data, "<f4", place.count, place.offset).astype(np.float32)
        blocks = np.frombuffer(self.data, _Q4, place.count // BLOCK, place.offset)
        return _floats(blocks).reshape(-1)

    def word_vectors(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Rows of the table of word vectors, shape (*ids.shape, hidden), none other read."""
        place = self.places["emb.word"]
        width = self.shape.hidden // BLOCK
        table = np.frombuffer(self.data, _Q4, place.count // BLOCK, place.offset)
        rows = _floats(table.reshape(-1, width)[ids])
        return rows.reshape(*ids.shape, self.shape.hidden)


class _Cursor:
    """A position in the file's bytes."""

    def __init__(self, data: mmap.mmap) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[float, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def integer(self, layout: str = "i") -> int:
        return int(self.take(layout)[0])

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        values: NDArray[np.generic] = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


@cache
def read_weights(path: Path) -> Weights:
    """The contents of an "E5S1" file, version 1; AlineaError if it is another."""
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    cursor = _Cursor(data)
    if data[:4] != b"E5S1" or struct.unpack_from("<I", data, 4)[0] != 1:
        raise AlineaError("bad_weights", f"{path.name} is not a model file of the known version.")
    cursor.at = 8
    hidden, layers, heads, feed, words, positions, types = (int(v) for v in cursor.take("7i"))
    epsilon = cursor.take("f")[0]
    if cursor.integer() != BLOCK:
        raise AlineaError("bad_weights", f"{path.name} has an unknown block size.")
    shape = Shape(hidden, layers, heads, feed, words, positions, types, epsilon)
    count, *special = (int(value) for value in cursor.take("5i"))
    pieces, scores = _read_pieces(cursor, count)
    characters = _read_characters(cursor)
    return Weights(
        shape,
        pieces,
        scores,
        dict(zip(("bos", "eos", "pad", "unk"), special, strict=True)),
        characters,
        data,
        dict(_read_places(cursor)),
    )


def _read_pieces(cursor: _Cursor, count: int) -> tuple[list[str], list[float]]:
    length = cursor.integer("Q")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count).tolist()
    blob = cursor.data[cursor.at : cursor.at + length]
    cursor.at += length
    # Where a piece begins in characters: one decoding of all is quicker than one of each.
    begins = (np.frombuffer(blob, np.uint8) & 0xC0) != 0x80
    before = np.concatenate([[0], np.cumsum(begins)])[offsets.astype(np.int64)].tolist()
    text = blob.decode("utf-8")
    return [text[start:end] for start, end in pairwise(before)], scores


def _read_characters(cursor: _Cursor) -> dict[int, str]:
    """The normalisation map: a character's replacement, for str.translate."""
    count = cursor.integer()
    length = cursor.integer("I")
    end = cursor.at + length
    characters: dict[int, str] = {}
    for _ in range(count):
        char, size = (int(value) for value in cursor.take("IB"))
        characters[char] = "".join(chr(int(value)) for value in cursor.take(f"{size}I"))
    cursor.at = end
    return characters


def _read_places(cursor: _Cursor) -> list[tuple[str, _Place]]:
    places: list[tuple[str, _Place]] = []
    for _ in range(cursor.integer()):
        size = cursor.integer("H")
        name = cursor.data[cursor.at : cursor.at + size].decode("ascii")
        cursor.at += size
        kind, count, offset, _bytes = (int(value) for value in cursor.take("BIQQ"))
        places.append((name, _Place(kind, count, offset)))
    return places


def _floats(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    """Q4_0: blocks of 32 as a half-precision scale and 16 bytes, low nibbles first, minus 8.

    From shape (...,) to (..., 32).
    """
    low, high = blocks["nibbles"] & 0x0F, blocks["nibbles"] >> 4
    levels = np.concatenate([low, high], axis=-1).astype(np.float32) - 8
    return np.asarray(levels * blocks["scale"].astype(np.float32)[..., None], np.float32)
