"""An encoder whose documents are encoded by many machines: a Ray cluster, or the cores of this one.

Questions are encoded here. Rows are those of the encoder itself, so an index made this way is
opened and changed without Ray.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from qa.cluster import BLOCKS, import_ray, joined
from qa.encoder import Encoder, Vectors, get_encoder


class RayEncoder:
    """`Index.build(sources, path, encoder=RayEncoder(address="auto"))`."""

    def __init__(
        self,
        encoder: str | None = None,
        *,
        address: str | None = None,
        workers: int | None = None,
        gpus: float = 0,
    ) -> None:
        """`encoder` is a name as for `Index.build`, that all machines can load.

        `address` is a cluster's ("auto", "ray://host:10001"); None is this machine. `workers` are
        as many as there are cores, or GPUs where `gpus`, the share that each takes, is not 0.
        Raises AlineaError without Ray.
        """
        import_ray()
        self._given = encoder
        self._address, self._workers, self._gpus = address, workers, gpus
        self._encoder: Encoder = get_encoder(encoder)
        self.name = self._encoder.name
        self.fingerprint = self._encoder.fingerprint
        self.dimension = self._encoder.dimension
        self.texts_at_once = 1024 if gpus else 64

    def encode_query(self, texts: list[str]) -> Vectors:
        """Rows for questions, made here."""
        return self._encoder.encode_query(texts)

    def encode_document(self, texts: list[str]) -> Vectors:
        """Rows for passages, made here: for a few."""
        return self._encoder.encode_document(texts)

    def encode_batches(self, batches: Sequence[list[str]]) -> Iterator[tuple[int, Vectors]]:
        """The number of each batch with its rows, in whatever order they come."""
        with joined(self._address) as ray:
            items = [{"number": n, "texts": batch} for n, batch in enumerate(batches)]
            blocks = min(len(items), BLOCKS)
            encoded = ray.data.from_items(items, override_num_blocks=blocks).map(
                _Worker,
                fn_constructor_args=(self._given, self._gpus > 0),
                compute=ray.data.ActorPoolStrategy(size=min(self._size(ray), blocks)),
                num_cpus=0 if self._gpus else 1,
                num_gpus=self._gpus,
            )
            for row in encoded.iter_rows():
                rows = np.frombuffer(row["rows"], dtype="<f4")
                yield int(row["number"]), rows.reshape(-1, self.dimension)

    def _size(self, ray: Any) -> int:  # noqa: ANN401
        resources = ray.cluster_resources()
        if self._gpus:
            return self._workers or max(1, int(resources.get("GPU", 0) / self._gpus))
        return self._workers or max(1, int(resources.get("CPU", 1)))


class _Worker:
    """Encodes one batch after the other, in a process that Ray keeps."""

    def __init__(self, encoder: str | None, gpu: bool) -> None:
        self._encoder = get_encoder(encoder)
        if gpu and hasattr(self._encoder, "for_many"):
            self._encoder = self._encoder.for_many(sys.maxsize)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        rows = self._encoder.encode_document([str(text) for text in row["texts"]])
        return {"number": row["number"], "rows": rows.astype("<f4").tobytes()}
