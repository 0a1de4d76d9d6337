"""Writing an ONNX graph as bytes, so that a network can be made from weights at hand.

Only what is needed here of the format (onnx.proto3 of the ONNX standard, version 1).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

MICROSOFT = "com.microsoft"
_IR_VERSION, _OPSET = 9, 18
_TYPES = {"float32": 1, "uint8": 2, "int8": 3, "int32": 6, "int64": 7}


@dataclass
class GraphBuilder:
    """Nodes and constants of a graph, in order; tensors are known by name."""

    _parts: list[bytes] = field(default_factory=list)
    _constants: set[str] = field(default_factory=set)
    _nodes: int = 0

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        """A tensor of fixed numbers; a name given before keeps its first ones."""
        if name not in self._constants:
            self._constants.add(name)
            dims = b"".join(_number(1, size) for size in values.shape)
            kind = _number(2, _TYPES[values.dtype.name])
            data = _bytes(9, np.ascontiguousarray(values).tobytes())
            self._parts.append(_bytes(5, dims + kind + _text(8, name) + data))
        return name

    def node(
        self,
        operator: str,
        *inputs: str,
        name: str = "",
        domain: str = "",
        outputs: int = 1,
        **attributes: float,
    ) -> str:
        """An operation on tensors; the name of what it gives, of several with .0, .1 behind it."""
        self._nodes += 1
        name = name or f"{operator}{self._nodes}"
        names = [name] if outputs == 1 else [f"{name}.{number}" for number in range(outputs)]
        parts = [_text(1, one) for one in inputs] + [_text(2, one) for one in names]
        parts += [_text(4, operator), _text(7, domain)]
        parts += [_bytes(5, _attribute(key, value)) for key, value in attributes.items()]
        self._parts.append(_bytes(1, b"".join(parts)))
        return name

    def model(self, inputs: dict[str, str], outputs: dict[str, str]) -> bytes:
        """The whole as a file; the type is given by each tensor's name."""
        graph = [*self._parts, _text(2, "graph")]
        graph += [_bytes(11, _tensor_type(name, kind)) for name, kind in inputs.items()]
        graph += [_bytes(12, _tensor_type(name, kind)) for name, kind in outputs.items()]
        versions = _bytes(8, _text(1, "") + _number(2, _OPSET))
        versions += _bytes(8, _text(1, MICROSOFT) + _number(2, 1))
        return _number(1, _IR_VERSION) + _bytes(7, b"".join(graph)) + versions


def _varint(value: int) -> bytes:
    value &= (1 << 64) - 1  # negative numbers stand as two's complement
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _number(tag: int, value: int) -> bytes:
    return _varint(tag << 3) + _varint(value)


def _bytes(tag: int, value: bytes) -> bytes:
    return _varint(tag << 3 | 2) + _varint(len(value)) + value


def _text(tag: int, value: str) -> bytes:
    return _bytes(tag, value.encode())


def _attribute(name: str, value: float) -> bytes:
    if isinstance(value, int):
        return _text(1, name) + _number(3, value) + _number(20, 2)
    return _text(1, name) + _varint(2 << 3 | 5) + struct.pack("<f", value) + _number(20, 1)


def _tensor_type(name: str, kind: str) -> bytes:
    """A tensor of that type and of any shape."""
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, _TYPES[kind])))
