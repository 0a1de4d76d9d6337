"""Encoders: from texts to unit vectors. The one that comes along, and any other."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from qa.errors import AlineaError

Vectors = NDArray[np.float32]
_ATTRIBUTES = ("encode_query", "encode_document", "name", "dimension", "fingerprint")


class Encoder(Protocol):
    """What the index needs of an encoder.

    Both methods give float32 rows of length 1, shape (len(texts), dimension).
    `fingerprint` changes whenever the same text would get another vector.
    """

    name: str
    fingerprint: str
    dimension: int

    def encode_query(self, texts: list[str]) -> Vectors:
        """Rows for questions."""
        ...

    def encode_document(self, texts: list[str]) -> Vectors:
        """Rows for passages."""
        ...


def get_encoder(encoder: object = None) -> Encoder:
    """The encoder meant: None, "bundled" or its own name is the one that comes along.

    A name or folder is loaded by sentence-transformers, and so is adapted an object of
    its class; anything else must have the methods of `Encoder`. Raises AlineaError.
    """
    if encoder is None or isinstance(encoder, str | Path):
        from qa.encoder.bundled import NAME, BundledEncoder

        if encoder in (None, "bundled", NAME):
            return BundledEncoder()
        from qa.encoder.adapter import SentenceTransformerEncoder

        return SentenceTransformerEncoder.from_name(str(encoder))
    if all(hasattr(encoder, name) for name in _ATTRIBUTES):
        return encoder  # type: ignore[return-value]
    if hasattr(encoder, "encode"):
        from qa.encoder.adapter import SentenceTransformerEncoder

        return SentenceTransformerEncoder(encoder)
    raise AlineaError(
        "bad_encoder",
        "The encoder must be a sentence-transformers name, folder or object, or have "
        f"{', '.join(_ATTRIBUTES[:-1])} and {_ATTRIBUTES[-1]}.",
        usage=True,
    )


def unit_rows(rows: Vectors) -> Vectors:
    """The same rows scaled to length 1; a row of zeros stays one."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(norms > 0, norms, 1), dtype=np.float32)
