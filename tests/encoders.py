"""A small encoder of our own, as a user of the library may write one: hashed words."""

from __future__ import annotations

import hashlib
import re

import numpy as np

from qa.encoder import Vectors, unit_rows

_NUMBER = re.compile(r"\S*\d\S*")


class WordEncoder:
    """Unit rows that count words, each at the place its hash gives it; no model, no wait.

    `encoded` keeps every document text that it was asked for; `seed` makes another encoder.
    """

    name = "words"
    dimension = 64

    def __init__(self, seed: str = "") -> None:
        self.fingerprint = f"words-{seed}"
        self.encoded: list[str] = []
        self._seed = seed

    def encode_query(self, texts: list[str]) -> Vectors:
        return unit_rows(np.stack([self._row(text) for text in texts]))

    def encode_document(self, texts: list[str]) -> Vectors:
        self.encoded.extend(texts)
        return self.encode_query(texts)

    def _row(self, text: str) -> Vectors:
        row = np.full(self.dimension, 0.1, dtype=np.float32)
        for word in text.lower().split():
            digest = hashlib.sha256(f"{self._seed}{word}".encode()).digest()
            row[digest[0] % self.dimension] += 1
        return row


class Numberless(WordEncoder):
    """Sees no numbers: only keywords tell one rule from another."""

    def _row(self, text: str) -> Vectors:
        return super()._row(_NUMBER.sub("", text))
