"""Milvus as the server of candidates: one collection for the units of each kind of an index.

Our own analysis makes the terms; Milvus splits them at spaces and punctuation, counts them and
scores them (a BM25 function and a sparse inverted index). Vectors lie in an index of the type that
the address names.
"""

from __future__ import annotations

import contextlib
import functools
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

from qa.candidates import EVERYWHERE, Held, Unit, Where
from qa.encoder import Vectors
from qa.errors import AlineaError

# What each index of vectors is made with, and searched with. HNSW as in faiss' own defaults.
_INDEXES: dict[str, tuple[dict[str, int], dict[str, int]]] = {
    "FLAT": ({}, {}),
    "HNSW": ({"M": 32, "efConstruction": 200}, {"ef": 400}),
    "IVF_FLAT": ({"nlist": 1024}, {"nprobe": 64}),
    "AUTOINDEX": ({}, {}),
}
_CONSISTENCY = ("Strong", "Bounded", "Session", "Eventually")
_BATCH = 500  # units
_LONGEST = 65_000  # bytes of terms, of 65,535 that a field can hold
_WAIT = 30.0  # seconds for an answer

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Address:
    """Where a server is, who asks, and how collections are made and read."""

    uri: str
    token: str
    index: str
    consistency: str

    @classmethod
    def read(cls, url: str) -> Address:
        """From `http://user:password@host:19530?index=HNSW&consistency=Strong`.

        Raises AlineaError where it is none.
        """
        parts = urlsplit(url)
        options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        index, consistency = options.pop("index", "HNSW"), options.pop("consistency", "Strong")
        known = index in _INDEXES and consistency in _CONSISTENCY and not options
        if parts.scheme not in ("http", "https") or not parts.hostname or not known:
            raise AlineaError(
                "bad_engine",
                "The engine must be an address such as http://localhost:19530, with if need be "
                f"?index= ({', '.join(_INDEXES)}) and &consistency= ({', '.join(_CONSISTENCY)}).",
                usage=True,
            )
        user = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
        place = parts.netloc.rpartition("@")[2]
        token = user if user != ":" else ""
        return cls(f"{parts.scheme}://{place}", token, index, consistency)


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
        with _told(self.address):
            self.client = MilvusClient(self.address.uri, token=self.address.token, timeout=_WAIT)
            self.client.list_collections()

    def collection(self, name: str, dimension: int) -> Collection:
        """The units of one kind, in a collection that is made where there is none."""
        with _told(self.address):
            if not self.client.has_collection(name):
                self._create(name, dimension)
            self.client.load_collection(name)
        return Collection(self, name)

    def drop_others(self, prefix: str, keep: Iterable[str]) -> None:
        """Remove the collections whose names begin so, but those to keep."""
        with _told(self.address):
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
        made_with, _ = _INDEXES[self.address.index]
        indexes.add_index(
            "embedding", index_type=self.address.index, metric_type="IP", params=made_with
        )
        self.client.create_collection(
            name, schema=schema, consistency_level=self.address.consistency
        )
        self.client.create_index(name, indexes, sync=False)  # of nothing yet: no need to wait


def _asks(method: Callable[P, T]) -> Callable[P, T]:
    """A method of a collection whose errors are told as ours.

    It is tried twice: a server that was started anew may not have the collection in memory.
    """

    @functools.wraps(method)
    def asked(*values: P.args, **named: P.kwargs) -> T:
        from pymilvus.exceptions import MilvusException

        collection: Any = values[0]
        with _told(collection.server.address):
            try:
                return method(*values, **named)
            except MilvusException:
                collection.server.client.load_collection(collection.name)
                return method(*values, **named)

    return asked


class Collection:
    """Candidates (`qa.candidates`) in a collection on Milvus.

    The first unit of a version carries the stamp, an empty one until all others are there: so
    a version that was cut off on its way is known as such.
    """

    def __init__(self, server: Milvus, name: str) -> None:
        self.server, self.name = server, name
        self._client = server.client

    @_asks
    def held(self) -> dict[int, str]:
        """The stamp of each version that is there."""
        found: dict[int, str] = {}
        rows = self._client.query_iterator(
            self.name,
            batch_size=1000,
            filter="first == true",
            output_fields=["version", "stamp"],
            consistency_level="Strong",
        )
        while batch := rows.next():
            found.update((row["version"], row["stamp"]) for row in batch)
        rows.close()
        return found

    @_asks
    def upsert(self, version: Held, units: Sequence[Unit]) -> None:
        """Put the units of a version there, in place of what is there of it."""
        first = units[0]
        self._put(version, [first], first, "")
        for start in range(1, len(units), _BATCH):
            self._put(version, units[start : start + _BATCH], first, "")
        self._put(version, [first], first, version.stamp)

    @_asks
    def delete(self, versions: Iterable[int]) -> None:
        """Take versions out."""
        numbers = list(versions)
        for start in range(0, len(numbers), _BATCH):
            self._client.delete(
                self.name, filter=f"version in {json.dumps(numbers[start : start + _BATCH])}"
            )

    @_asks
    def flush(self) -> None:
        """All that was changed is kept, and found from now on."""
        self._client.flush(self.name)

    @_asks
    def nearest(self, vector: Vectors, k: int, where: Where = EVERYWHERE) -> list[int]:
        """Numbers of the k units nearest to a unit row, nearest first."""
        _, search = _INDEXES[self.server.address.index]
        return self._search("embedding", vector.tolist(), k, where, {"params": search})

    @_asks
    def matching(self, terms: Sequence[str], k: int, where: Where = EVERYWHERE) -> list[int]:
        """Numbers of the k units that the terms say most of, best first."""
        if not terms:
            return []
        return self._search("sparse", _field(" ".join(terms)), k, where, {})

    @_asks
    def count(self, where: Where = EVERYWHERE) -> int:
        """How many units there are."""
        rows = self._client.query(
            self.name,
            filter=_filter(where),
            output_fields=["count(*)"],
            consistency_level="Strong",
        )
        return int(rows[0]["count(*)"])

    def close(self) -> None:
        """Let go of the server."""
        self.server.close()

    def _search(
        self, field: str, asked: object, k: int, where: Where, params: dict[str, Any]
    ) -> list[int]:
        (found,) = self._client.search(
            self.name,
            data=[asked],
            anns_field=field,
            limit=k,
            filter=_filter(where),
            output_fields=["number"],
            search_params=params,
            consistency_level=self.server.address.consistency,
        )
        return [int(hit["number"]) for hit in found]

    def _put(self, version: Held, units: Sequence[Unit], first: Unit, stamp: str) -> None:
        rows = [
            {
                "number": unit.number,
                "version": version.number,
                "first": unit is first,
                "stamp": stamp,
                "document": version.document,
                "date": version.date,
                "terms": _field(unit.terms),
                "embedding": unit.vector.tolist(),
            }
            for unit in units
        ]
        self._client.upsert(self.name, rows)


def _filter(where: Where) -> str:
    """Milvus' expression; every value of a text is quoted and escaped."""
    parts = []
    if where.documents is not None:
        parts.append(f"document in {json.dumps(where.documents, ensure_ascii=False)}")
    if where.since or where.until:
        parts.append('date != ""')
    if where.since:
        parts.append(f"date >= {json.dumps(where.since)}")
    if where.until:
        parts.append(f"date <= {json.dumps(where.until)}")
    return " and ".join(parts)


def _field(text: str) -> str:
    """As much of a text as a field holds; only the longest sections have more."""
    return text.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore")


@contextlib.contextmanager
def _told(address: Address) -> Iterator[None]:
    """Errors of the server, or on the way to it, as one sentence."""
    from grpc import RpcError
    from pymilvus.exceptions import MilvusException

    try:
        yield
    except (MilvusException, RpcError) as error:
        reason = str(getattr(error, "message", "") or "no answer").splitlines()[0].rstrip(".")
        raise AlineaError(
            "engine_failed",
            f"The engine at {address.uri} failed ({reason}): see whether it runs, or leave out "
            "`engine` (ALINEA_ENGINE) to search on this machine.",
        ) from error
