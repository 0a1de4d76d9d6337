"""Where a Milvus server is and how it is asked, and its errors told in one sentence."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from qa.errors import AlineaError

# What each index of vectors is made with, and searched with. HNSW as in faiss' own defaults.
INDEXES: dict[str, tuple[dict[str, int], dict[str, int]]] = {
    "FLAT": ({}, {}),
    "HNSW": ({"M": 32, "efConstruction": 200}, {"ef": 400}),
    "IVF_FLAT": ({"nlist": 1024}, {"nprobe": 64}),
    "AUTOINDEX": ({}, {}),
}
_CONSISTENCY = ("Strong", "Bounded", "Session", "Eventually")


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
        known = index in INDEXES and consistency in _CONSISTENCY and not options
        if parts.scheme not in ("http", "https") or not parts.hostname or not known:
            raise AlineaError(
                "bad_engine",
                "The engine must be an address such as http://localhost:19530, with if need be "
                f"?index= ({', '.join(INDEXES)}) and &consistency= ({', '.join(_CONSISTENCY)}).",
                usage=True,
            )
        user = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
        place = parts.netloc.rpartition("@")[2]
        token = user if user != ":" else ""
        return cls(f"{parts.scheme}://{place}", token, index, consistency)


@contextlib.contextmanager
def told(address: Address) -> Iterator[None]:
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
