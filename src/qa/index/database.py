"""The SQLite file as such: how it is opened, and how damage to it, or to a row in it, shows."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qa.disk import disk_full, is_full
from qa.errors import AlineaError

_WAIT = 30.0  # seconds for the moments in which SQLite holds its file


def connect(uri: str) -> sqlite3.Connection:
    """A connection that any thread may use, without transactions of its own making."""
    return sqlite3.connect(
        uri, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False
    )


def is_cut_off(path: Path, database: sqlite3.Connection) -> bool:
    """Whether the file is shorter than its head says, which SQLite does not look at itself.

    The file is never opened but by SQLite: to close it would let go of all SQLite's locks on it.
    """
    if has_log(path):
        return False  # pages may be in the log alone
    (count,), (size,) = (database.execute(f"PRAGMA page_{x}").fetchone() for x in ("count", "size"))
    return path.stat().st_size < int(count) * int(size)


def has_log(path: Path) -> bool:
    """Whether a part of the store is in SQLite's log alone, without which it is not whole."""
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def crc(*parts: bytes) -> int:
    """The checksum that a row is kept with."""
    found = 0
    for part in parts:
        found = zlib.crc32(part, found)
    return found


def values_crc(values: Sequence[str | bytes | None]) -> int:
    """The checksum of a row of texts and bytes."""
    return crc(
        *(repr(value).encode() if not isinstance(value, bytes) else value for value in values)
    )


def facts_check(facts: dict[str, Any]) -> int:
    """The checksum of all facts together."""
    return crc(json.dumps(facts, sort_keys=True).encode("ascii"))


def unreadable(path: Path, error: sqlite3.DatabaseError) -> AlineaError:
    """The error for what SQLite says: the file is damaged, or it cannot be used now."""
    if is_damage(error):
        return store_damaged(path)
    if is_full(error, path.parent):
        return disk_full(f"what SQLite wants beside {path}")
    return AlineaError(
        "index_not_read", f"{path} cannot be read ({error}): see whether it may be, and try again."
    )


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether what SQLite says is that the file is not as it was written."""
    codes = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    known = getattr(error, "sqlite_errorcode", None)
    return (known is not None and known & 0xFF in codes) or "no such table" in str(error)


def store_damaged(path: Path) -> AlineaError:
    """The error for a file, or a row in it, that is not as it was written."""
    return AlineaError(
        "broken_index",
        f"The index in {path.parent} is damaged ({path.name}): run "
        "`qa doctor --repair`, or make it anew with `qa index SOURCE`.",
    )
