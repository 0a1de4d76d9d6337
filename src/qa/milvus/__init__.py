"""Milvus as the server of candidates: one collection for the units of each kind of an index.

Our own analysis makes the terms; Milvus splits them at spaces and punctuation, counts them and
scores them (a BM25 function and a sparse inverted index). Vectors lie in an index of the type that
the address names.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from qa.errors import AlineaError
from qa.milvus.address import INDEXES, Address, told
from qa.milvus.collection import Collection

__all__ = ["Milvus"]
_WAIT = 30.0  # seconds for an answer
# A server that is back is tried again within 3 s, where gRPC's own 120 s would leave it unused. An
# idle connection is not pinged: every 10 s, as pymilvus does, is more than gRPC's defaults let a
# client do, so that milvus-lite would close it.
_CHANNEL = {"grpc.max_reconnect_backoff_ms": 3_000, "grpc.keepalive_permit_without_calls": 0}


class Milvus:
    """A server that candidates are kept on. Raises AlineaError where it does not answer."""

    def __init__(self, url: str) -> None:
        self.address = Address.read(url)
        try:
            from pymilvus import MilvusClient
        except ImportError:
            raise AlineaError(
                "no_milvus", "An engine needs pymilvus: pip install 'alinea[milvus]'."
            ) from None
        logging.getLogger("pymilvus").setLevel(logging.CRITICAL)  # errors are told once, by us
        with told(self.address):
            self.client = MilvusClient(
                self.address.uri, token=self.address.token, timeout=_WAIT, grpc_options=_CHANNEL
            )
            self.client.list_collections()

    def collection(self, name: str, dimension: int) -> Collection:
        """The units of one kind, in a collection that is made where there is none."""
        with told(self.address):
            if not self.client.has_collection(name):
                self._create(name, dimension)
            self.client.load_collection(name)
        return Collection(self.client, self.address, name)

    def drop_others(self, prefix: str, keep: Iterable[str]) -> None:
        """Remove the collections whose names begin so, but those to keep."""
        with told(self.address):
            for name in self.client.list_collections():
                if name.startswith(prefix) and name not in keep:
                    self.client.drop_collection(name)

    def close(self) -> None:
        """Let go of the connection."""
        self.client.close()

    def _create(self, name: str, dimension: int) -> None:
        from pymilvus import DataType, Function, FunctionType

        schema = self.client.create_schema(auto_id=False, enable_dynamic_field=False)
        schema.add_field("number", DataType.INT64, is_primary=True)
        schema.add_field("version", DataType.INT64)
        schema.add_field("first", DataType.BOOL)
        schema.add_field("stamp", DataType.VARCHAR, max_length=128)
        schema.add_field("document", DataType.VARCHAR, max_length=4096)
        schema.add_field("date", DataType.VARCHAR, max_length=10)
        split = {"tokenizer": "standard"}
        schema.add_field(
            "terms",
            DataType.VARCHAR,
            max_length=65_535,
            enable_analyzer=True,
            analyzer_params=split,
        )
        schema.add_field("sparse", DataType.SPARSE_FLOAT_VECTOR)
        schema.add_field("embedding", DataType.FLOAT_VECTOR, dim=dimension)
        schema.add_function(Function("bm25", FunctionType.BM25, ["terms"], ["sparse"]))
        indexes = self.client.prepare_index_params()
        indexes.add_index("sparse", index_type="SPARSE_INVERTED_INDEX", metric_type="BM25")
        made_with, _ = INDEXES[self.address.index]
        indexes.add_index(
            "embedding", index_type=self.address.index, metric_type="IP", params=made_with
        )
        self.client.create_collection(
            name, schema=schema, consistency_level=self.address.consistency
        )
        self.client.create_index(name, indexes, sync=False)  # of nothing yet: no need to wait
