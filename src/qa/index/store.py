"""The store: one SQLite file with all that an index holds, from which all else can be made.

    documents   a row for each version of a document: its text and structure, its file
    passages    a row of JSON for each, with its citation; `number` is version << 24 | place
    sections    the same
    vectors     the row of each text that was ever encoded, by the hash of the text
    facts       format, encoder, and the generation of files that goes with the documents

A version is written once and never changed; `live` marks those that count. What marks them
also names the generation, in one transaction: a reader sees both or neither. Readers
keep the state that they opened (SQLite's write-ahead log), and never wait.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import threading
import weakref
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.document import Document
from qa.index.database import (
    connect,
    crc,
    facts_check,
    has_log,
    is_cut_off,
    is_damage,
    store_damaged,
    unreadable,
    values_crc,
)
from qa.index.serialise import document_from_dict
from qa.index.summary import DocumentSummary

NAME = "index.sqlite"
KEY = 16  # bytes of a hash of a text
PLACES = 24  # bits of a place within a document
ARRAYS = ("marks", "sentences", "wordings", "passage_keys", "sentence_keys", "section_keys")
_TYPES = dict(zip(ARRAYS, ("u1", "<u2", "<u8", *[f"V{KEY}"] * 3), strict=True))
_MODES = ("rw", "ro", "ro&immutable=1")  # the last for a disk that cannot be written


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a document, with how many passages, sentences and sections it has."""

    number: int
    id: str
    path: str
    digest: str
    language: str
    passages: int
    sentences: int
    sections: int


def text_key(fingerprint: str, text: str) -> bytes:
    """What a text's row is kept by: another encoder makes another row."""
    digest = hashlib.sha256(fingerprint.encode())
    digest.update(b"\0" + text.encode("utf-8", "surrogatepass"))
    return digest.digest()[:KEY]


class Store:
    """The file, opened. Raises AlineaError where it is damaged or cannot be used."""

    def __init__(self, path: Path, database: sqlite3.Connection) -> None:
        """Use `open_to_read`, or `open_to_write` of the module `write`."""
        self.path = path
        self.database = database
        self._lock = threading.Lock()  # one connection serves all threads of a reader
        weakref.finalize(self, database.close)

    @classmethod
    def open_to_read(cls, path: Path) -> Store:
        """Its state as it is now; what is written later is not seen."""
        for mode in _MODES:
            try:
                database = connect(f"{path.resolve().as_uri()}?mode={mode}")
                database.execute("PRAGMA query_only=ON")
                database.execute("BEGIN")
                database.execute("SELECT count(*) FROM facts").fetchone()
                if is_cut_off(path, database):
                    raise store_damaged(path)
            except sqlite3.DatabaseError as error:
                last = mode == _MODES[-1] or (mode == _MODES[-2] and has_log(path))
                if last or is_damage(error):
                    raise unreadable(path, error) from error
                continue
            return cls(path, database)
        raise AssertionError("unreachable")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self.database.close()

    def facts(self) -> dict[str, Any]:
        """What is known of the index as a whole; empty before it is first built."""
        rows = self.rows("SELECT name, value FROM facts")
        try:
            facts = {name: json.loads(value) for name, value in rows}
        except ValueError as error:
            raise store_damaged(self.path) from error
        if facts and facts.pop("check", None) != facts_check(facts):
            raise store_damaged(self.path)
        return facts

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done within it happens, or nothing."""
        self.database.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.database.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):  # a full disk has rolled back already
                self.database.execute("ROLLBACK")
            raise

    def versions(self, *, staged: bool = False) -> list[Version]:
        """The versions that count, in order of id; or those that are staged."""
        found = self.rows(
            "SELECT version, id, path, digest, language, length(marks), "
            f"length(sentence_keys) / {KEY}, length(section_keys) / {KEY} "
            "FROM documents WHERE live = ?",
            (int(not staged),),
        )
        rows = [
            Version(number, id_, path.decode("utf-8", "surrogateescape"), *rest)
            for number, id_, path, *rest in found
        ]
        return sorted(rows, key=lambda version: version.id)

    def summaries(self) -> list[DocumentSummary]:
        """The summary of each document that counts, in order of id."""
        rows = self.rows("SELECT id, summary FROM documents WHERE live")
        try:
            return [DocumentSummary(**json.loads(summary)) for _, summary in sorted(rows)]
        except (ValueError, TypeError) as error:  # a byte of it is not as it was written
            raise store_damaged(self.path) from error

    def dates(self) -> list[tuple[str, str | None]]:
        """Id and date of each document that counts, in order of id."""
        return sorted(self.rows("SELECT id, date FROM documents WHERE live"))

    def document(self, version: int) -> Document:
        """A version of a document."""
        rows = self.rows(
            "SELECT crc, id, path, digest, date, language, summary, body, "
            f"{', '.join(ARRAYS)} FROM documents WHERE version = ?",
            (version,),
        )
        if not rows or values_crc(rows[0][1:]) != rows[0][0]:
            raise store_damaged(self.path)
        body = rows[0][7]
        return document_from_dict(json.loads(zlib.decompress(body)))

    def unit_bodies(self, table: str, version: int, places: range) -> list[str]:
        """Rows of JSON of a version's passages or sections, in order."""
        first = version << PLACES
        found = self.rows(
            f"SELECT body, crc FROM {table} WHERE number BETWEEN ? AND ? ORDER BY number",
            (first + places.start, first + places.stop - 1),
        )
        if len(found) != len(places) or any(crc(b.encode()) != check for b, check in found):
            raise store_damaged(self.path)
        return [body for body, _ in found]

    def unit_array(self, column: str, version: int) -> NDArray[Any]:
        """What is kept of each unit of a version: one of `ARRAYS`."""
        ((data,),) = self.rows(f"SELECT {column} FROM documents WHERE version = ?", (version,))
        return np.frombuffer(data, _TYPES[column])

    def known_keys(self, keys: Iterable[bytes]) -> set[bytes]:
        """Those of the keys that have a vector, a sound one."""
        with self._lock:
            ask = "SELECT row, crc FROM vectors WHERE key = ?"
            found = ((key, self.database.execute(ask, (key,)).fetchone()) for key in keys)
            return {key for key, row in found if row and crc(key, row[0]) == row[1]}

    def vectors(self, keys: Sequence[bytes], dimension: int) -> NDArray[np.float16]:
        """The rows of texts, shape (len(keys), dimension)."""
        ask = "SELECT row, crc FROM vectors WHERE key = ?"
        with self._lock:
            found = [self.database.execute(ask, (key,)).fetchone() for key in keys]
        if any(row is None or crc(k, row[0]) != row[1] for k, row in zip(keys, found, strict=True)):
            raise store_damaged(self.path)
        data = b"".join(row for row, _ in found)
        return np.frombuffer(data, dtype="<f2").reshape(len(keys), dimension)

    def rows(self, ask: str, values: Sequence[Any] = ()) -> list[Any]:
        """What SQLite answers."""
        try:
            with self._lock:
                return self.database.execute(ask, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise unreadable(self.path, error) from error
