"""What an encoder is: from texts to unit vectors."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


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


def unit_rows(rows: Vectors) -> Vectors:
    """The same rows scaled to length 1; a row of zeros stays one."""
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(norms > 0, norms, 1), dtype=np.float32)
