"""Vectors: the rows nearest to a question, and cosines with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from qa.encoder import Encoder, Vectors
from qa.retrieval.nearest import Nearest, NearestOfParts, exact
from qa.retrieval.rows import Rows, Taken

_FEW = 20_000  # rows that are compared one by one where the search is restricted to them

# Unrelated questions and statements: what an encoder gives these is the floor of its cosines.
_UNRELATED = (
    ("Hoe laat vertrekt de trein?", "De appeltaart moet een uur in de oven."),
    ("Which team won the match?", "Het dak van de school wordt in mei vervangen."),
    ("Hoeveel inwoners heeft de stad?", "Zwaluwen bouwen hun nest onder de goot."),
    ("Wie schreef het boek?", "The pump needs new oil every two years."),
    ("Wat kost een abonnement?", "Na de regen stond de kelder onder water."),
    ("When was the bridge built?", "Zij speelt al jaren cello in het orkest."),
    ("Waarom is de lucht blauw?", "De gemeenteraad vergadert op dinsdag."),
    ("Welke kleur heeft de vlag?", "Van wol worden warme truien gebreid."),
)


class Dense:
    """Nearest rows of a fixed matrix of unit rows, shape (n, dimension)."""

    def __init__(
        self, rows: Taken, cells: Callable[[], Nearest | NearestOfParts] | None = None
    ) -> None:
        """`cells` opens an index of the rows by cells; without, all rows are compared."""
        self._rows, self._cells = rows, cells

    @cached_property
    def _nearest(self) -> Nearest | NearestOfParts:
        return self._cells() if self._cells else exact(self._rows)

    def nearest(self, query: Vectors, k: int, among: Rows | None = None) -> Rows:
        """Row numbers of the k nearest to one unit row, nearest first; `among` restricts them."""
        if len(self._rows) == 0 or k < 1 or (among is not None and len(among) == 0):
            return np.zeros(0, dtype=np.int64)
        if among is not None and len(among) <= _FEW:  # too few to be found through cells
            order = np.argsort(-self.cosines(query, among), kind="stable")
            return among[order[:k]]
        return self._nearest.search(query, k, among)

    def cosines(self, query: Vectors, rows: Rows) -> NDArray[np.float64]:
        """Cosine of one unit row with the given rows; equal rows give equal cosines."""
        # Not by BLAS, whose rounding depends on where among others a row stands.
        taken = self._rows[rows].astype(np.float32, copy=False)
        return np.asarray(np.einsum("ij,j->i", taken, query), dtype=np.float64)


def cosine_floor(encoder: Encoder) -> float:
    """The mean cosine that an encoder gives to things that have nothing to do with each other.

    Encoders spread their cosines over very different ranges (0.75 to 0.95, or 0 to 0.8);
    what lies above the floor is comparable.
    """
    queries = encoder.encode_query([query for query, _ in _UNRELATED])
    documents = encoder.encode_document([text for _, text in _UNRELATED])
    return float(np.mean(queries @ documents.T))
