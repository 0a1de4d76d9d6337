"""Vector search: FAISS over unit rows, so that the inner product is the cosine."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.encoder import Encoder, Vectors

Rows = NDArray[np.int64]

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
    """Exact nearest rows of a fixed matrix, shape (n, dimension)."""

    def __init__(self, rows: Vectors) -> None:
        self.rows = rows

    @cached_property
    def _index(self) -> Any:  # noqa: ANN401 - faiss has no types
        # Imported late, and after the encoder: faiss before torch crashes some systems.
        import faiss

        index = faiss.IndexFlatIP(self.rows.shape[1])
        index.add(np.ascontiguousarray(self.rows))
        return index

    def nearest(self, query: Vectors, k: int, among: Rows | None = None) -> Rows:
        """Row numbers of the k nearest to one unit row, nearest first; `among` restricts them."""
        if len(self.rows) == 0 or k < 1 or (among is not None and len(among) == 0):
            return np.zeros(0, dtype=np.int64)
        parameters: Any = None
        if among is not None:
            import faiss

            k = min(k, len(among))
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBatch(among))  # type: ignore[call-arg]
        _, rows = self._index.search(
            query.reshape(1, -1), min(k, len(self.rows)), params=parameters
        )
        found: Rows = rows[0][rows[0] >= 0].astype(np.int64)
        return found

    def cosines(self, query: Vectors, rows: Rows) -> NDArray[np.float64]:
        """Cosine of one unit row with the given rows; equal rows give equal cosines."""
        # Not by BLAS, whose rounding depends on where among others a row stands.
        return np.asarray(np.einsum("ij,j->i", self.rows[rows], query), dtype=np.float64)


def cosine_floor(encoder: Encoder) -> float:
    """The mean cosine that an encoder gives to things that have nothing to do with each other.

    Encoders spread their cosines over very different ranges (0.75 to 0.95, or 0 to 0.8);
    what lies above the floor is comparable.
    """
    queries = encoder.encode_query([query for query, _ in _UNRELATED])
    documents = encoder.encode_document([text for _, text in _UNRELATED])
    return float(np.mean(queries @ documents.T))
