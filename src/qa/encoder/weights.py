"""Reading the file of the bundled model: its shape, tokenizer and tensors."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.errors import AlineaError

BLOCK = 32


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


@dataclass(frozen=True)
class Weights:
    """Everything in the file: pieces with their scores, the character map, float32 tensors."""

    shape: Shape
    pieces: list[tuple[str, float]]
    special: dict[str, int]
    characters: dict[int, str]
    tensors: dict[str, NDArray[np.float32]]


class _Cursor:
    """A position in the file's bytes."""

    def __init__(self, data: bytes) -> None:
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


def read_weights(path: Path) -> Weights:
    """The contents of an "E5S1" file, version 1; AlineaError if it is another."""
    data = path.read_bytes()
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
    pieces = _read_pieces(cursor, count)
    characters = _read_characters(cursor)
    tensors = dict(_read_tensors(cursor))
    return Weights(
        shape,
        pieces,
        dict(zip(("bos", "eos", "pad", "unk"), special, strict=True)),
        characters,
        tensors,
    )


def _read_pieces(cursor: _Cursor, count: int) -> list[tuple[str, float]]:
    length = cursor.integer("Q")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    blob = cursor.data[cursor.at : cursor.at + length]
    cursor.at += length
    return [
        (blob[offsets[i] : offsets[i + 1]].decode("utf-8"), float(scores[i])) for i in range(count)
    ]


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


def _read_tensors(cursor: _Cursor) -> list[tuple[str, NDArray[np.float32]]]:
    heads: list[tuple[str, int, int, int]] = []
    for _ in range(cursor.integer()):
        size = cursor.integer("H")
        name = cursor.data[cursor.at : cursor.at + size].decode("ascii")
        cursor.at += size
        kind, count, offset, _bytes = (int(value) for value in cursor.take("BIQQ"))
        heads.append((name, kind, count, offset))
    return [
        (
            name,
            _floats(cursor.data, offset, count)
            if kind == 0
            else _blocks(cursor.data, offset, count),
        )
        for name, kind, count, offset in heads
    ]


def _floats(data: bytes, offset: int, count: int) -> NDArray[np.float32]:
    return np.frombuffer(data, "<f4", count, offset).astype(np.float32)


def _blocks(data: bytes, offset: int, count: int) -> NDArray[np.float32]:
    """Q4_0: blocks of 32 as a half-precision scale and 16 bytes, low nibbles first, minus 8."""
    layout = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])
    blocks = np.frombuffer(data, layout, count // BLOCK, offset)
    low, high = blocks["nibbles"] & 0x0F, blocks["nibbles"] >> 4
    levels = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    return np.asarray(levels * blocks["scale"].astype(np.float32)[:, None], np.float32).reshape(-1)
