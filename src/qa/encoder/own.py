"""An encoder that a program brings along: its rows checked, and what it does not say supplied."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.encoder.protocol import Vectors
from qa.errors import AlineaError

METHODS = ("encode_query", "encode_document")
_PROBES = (
    "Alinea is het Nederlandse woord voor paragraph.",
    "De minister antwoordt op de vragen van het lid.",
    "Trains between the two cities run every hour.",
)
_NEAR = 1e-5  # a row whose length is this near to 1 is left as it is


class OwnEncoder:
    """Any object with `encode_query` and `encode_document`, as the index needs it.

    `name`, `dimension` and `fingerprint` are the object's where it has them. Otherwise the name
    is that of its class, the dimension that of its rows, and the fingerprint made of the name and
    of the rows of a few texts. Rows may be lists or of any type of number, and of any length.
    """

    def __init__(self, encoder: Any) -> None:  # noqa: ANN401
        """Raises AlineaError where its rows cannot be used."""
        self._encoder = encoder
        self.name = _text(encoder, "name") or type(encoder).__name__
        stated = getattr(encoder, "dimension", None)
        self.dimension = self._checked_dimension(stated) if stated else 0  # 0: as the rows have it
        if not self.dimension:
            self.dimension = self.encode_document([_PROBES[0]]).shape[1]
        self.fingerprint = _text(encoder, "fingerprint") or self._fingerprint()

    def encode_query(self, texts: list[str]) -> Vectors:
        """Rows for questions, shape (len(texts), dimension)."""
        return self._rows(self._encoder.encode_query, texts)

    def encode_document(self, texts: list[str]) -> Vectors:
        """Rows for passages, shape (len(texts), dimension)."""
        return self._rows(self._encoder.encode_document, texts)

    def _rows(self, encode: Callable[[list[str]], Any], texts: list[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        given = encode(list(texts))
        try:
            rows = np.asarray(given)
            numbers = rows if rows.dtype == np.float32 else rows.astype(np.float64)
        except (TypeError, ValueError) as error:
            raise self._wrong("what is no array of numbers") from error
        if numbers.ndim != 2 or len(numbers) != len(texts):
            raise self._wrong(f"an array of shape {numbers.shape} for {len(texts)} texts")
        if numbers.shape[1] != (self.dimension or numbers.shape[1]) or not numbers.shape[1]:
            raise self._wrong(f"rows of {numbers.shape[1]} numbers")
        if not np.isfinite(numbers).all():
            raise self._wrong("numbers that are not finite (NaN or infinite)")
        return _of_length_one(numbers)

    def _wrong(self, given: str) -> AlineaError:
        size = f"{self.dimension} finite numbers" if self.dimension else "finite numbers"
        return AlineaError(
            "bad_encoder",
            f"The encoder {self.name} gave {given}: it must give a row of {size} for each text.",
            usage=True,
        )

    def _checked_dimension(self, stated: object) -> int:
        if isinstance(stated, int | np.integer) and stated > 0:
            return int(stated)
        raise AlineaError(
            "bad_encoder",
            f"The encoder {self.name} has the dimension {stated!r}: it must be a whole number "
            "above 0, or be left out.",
            usage=True,
        )

    def _fingerprint(self) -> str:
        """Rounded, so that the last digits of another machine make no other encoder."""
        digest = hashlib.sha256(self.name.encode("utf-8", "surrogatepass"))
        for encode in (self.encode_query, self.encode_document):
            digest.update((np.round(encode([*_PROBES]), 2) + 0.0).tobytes())  # no -0
        return digest.hexdigest()[:16]


def _text(encoder: object, name: str) -> str | None:
    """What an object says of itself in words; None where it is no text."""
    value = getattr(encoder, name, None)
    return value if isinstance(value, str) else None


def _of_length_one(rows: NDArray[Any]) -> Vectors:
    """The rows as float32 of length 1; a row of zeros stays one."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    wrong = (norms > 0) & (np.abs(norms - 1) > _NEAR)
    return np.asarray(rows / np.where(wrong, norms, 1), dtype=np.float32)
