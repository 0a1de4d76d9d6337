"""The units of one kind on a Milvus server: put there, taken out, and searched."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, ParamSpec, TypeVar

from qa.encoder import Vectors
from qa.milvus.address import INDEXES, Address, told
from qa.retrieval.candidates import EVERYWHERE, Held, Unit, Where

_BATCH = 500  # units
_LONGEST = 65_000  # bytes of terms, of 65,535 that a field can hold

P = ParamSpec("P")
T = TypeVar("T")


def _asks(method: Callable[P, T]) -> Callable[P, T]:
    """A method of a collection whose errors are told as ours.

    It is tried twice: a server that was started anew may not have the collection in memory.
    """

    @functools.wraps(method)
    def asked(*values: P.args, **named: P.kwargs) -> T:
        from pymilvus.exceptions import MilvusException

        collection: Any = values[0]
        with told(collection.address):
            try:
                return method(*values, **named)
            except MilvusException:
                collection.client.load_collection(collection.name)
                return method(*values, **named)

    return asked


class Collection:
    """Candidates (`qa.retrieval.candidates`) in a collection on Milvus.

    The first unit of a version carries the stamp, an empty one until all others are there: so
    a version that was cut off on its way is known as such.
    """

    def __init__(self, client: Any, address: Address, name: str) -> None:  # noqa: ANN401
        """`client` is a MilvusClient that is connected to the address."""
        self.client, self.address, self.name = client, address, name

    @_asks
    def held(self) -> dict[int, str]:
        """The stamp of each version that is there."""
        found: dict[int, str] = {}
        rows = self.client.query_iterator(
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
            self.client.delete(
                self.name, filter=f"version in {json.dumps(numbers[start : start + _BATCH])}"
            )

    @_asks
    def flush(self) -> None:
        """All that was changed is kept, and found from now on."""
        self.client.flush(self.name)

    @_asks
    def nearest(self, vector: Vectors, k: int, where: Where = EVERYWHERE) -> list[int]:
        """Numbers of the k units nearest to a unit row, nearest first."""
        _, search = INDEXES[self.address.index]
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
        rows = self.client.query(
            self.name,
            filter=_filter(where),
            output_fields=["count(*)"],
            consistency_level="Strong",
        )
        return int(rows[0]["count(*)"])

    def close(self) -> None:
        """Let go of the server."""
        self.client.close()

    def _search(
        self, field: str, asked: object, k: int, where: Where, params: dict[str, Any]
    ) -> list[int]:
        (found,) = self.client.search(
            self.name,
            data=[asked],
            anns_field=field,
            limit=k,
            filter=_filter(where),
            output_fields=["number"],
            search_params=params,
            consistency_level=self.address.consistency,
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
        self.client.upsert(self.name, rows)


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
