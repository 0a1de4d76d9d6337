"""Writing to the store: versions staged, then made to count; vectors kept as they are made."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from qa.document import Document
from qa.encoder import Vectors
from qa.errors import AlineaError
from qa.index.database import connect, crc, facts_check, values_crc
from qa.index.serialise import document_to_dict
from qa.index.store import ARRAYS, PLACES, Store, text_key
from qa.index.summary import summarise
from qa.index.units import unit_rows
from qa.passages import Passage, SectionPassage, content_key, document_language, marks

_TABLES = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
    version INTEGER PRIMARY KEY AUTOINCREMENT, live INTEGER NOT NULL, crc INTEGER NOT NULL,
    id TEXT NOT NULL, path BLOB NOT NULL, digest TEXT NOT NULL, date TEXT,
    language TEXT NOT NULL, summary TEXT NOT NULL, body BLOB NOT NULL, marks BLOB NOT NULL,
    sentences BLOB NOT NULL, wordings BLOB NOT NULL, passage_keys BLOB NOT NULL,
    sentence_keys BLOB NOT NULL, section_keys BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS documents_id ON documents (id, live);
CREATE TABLE IF NOT EXISTS passages (
    number INTEGER PRIMARY KEY, body TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS sections (
    number INTEGER PRIMARY KEY, body TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS vectors (
    number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, row BLOB NOT NULL, crc INTEGER NOT NULL);
"""
_MOST_SENTENCES = 65_535  # of a paragraph: they are counted in two bytes
_SET_FACT = (
    "INSERT INTO facts VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


def open_to_write(path: Path) -> Store:
    """The store, made if it is not there. sqlite3.Error where it cannot be written."""
    database = connect(f"{path.resolve().as_uri()}?mode=rwc")
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=NORMAL")  # what a power cut may take is made again
    database.execute("PRAGMA secure_delete=ON")
    database.executescript(_TABLES)
    return Store(path, database)


def is_sound(path: Path, versions: Collection[int]) -> bool:
    """Whether a store may be written on: not damaged, and of one of these formats or none yet."""
    try:
        store = Store.open_to_read(path)
        try:
            facts = store.facts()
            right = not facts or facts.get("format") in versions
            return right and store.rows("PRAGMA quick_check(1)") == [("ok",)]
        finally:
            store.close()
    except AlineaError as error:
        return error.code != "broken_index"  # it cannot be read now, and nothing may be lost


def stage(store: Store, document: Document, path: str, digest: str, fingerprint: str) -> None:
    """Write a new version of a document, which does not count yet.

    AlineaError where a paragraph has more sentences than can be counted in two bytes.
    """
    passages, rows, sections, section_rows = unit_rows(document)
    if any(len(passage.sentences) > _MOST_SENTENCES for passage in passages):
        raise AlineaError(
            "long_paragraph",
            f"{document.source} has a paragraph of more than {_MOST_SENTENCES} sentences: "
            "divide it by empty lines.",
        )
    body = zlib.compress(json.dumps(document_to_dict(document)).encode("ascii"), 6)
    summary = summarise(document)
    arrays = _unit_arrays(passages, sections, fingerprint)
    place = path.encode("utf-8", "surrogateescape")
    known = (document.id, place, digest, summary.date, document_language(document))
    values = (*known, json.dumps(asdict(summary)), body, *arrays)
    with store.transaction():
        version = store.database.execute(
            f"INSERT INTO documents VALUES (NULL, 0, ?{', ?' * len(values)})",
            (values_crc(values), *values),
        ).lastrowid
        first = (version or 0) << PLACES
        for table, bodies in (("passages", rows), ("sections", section_rows)):
            store.database.executemany(
                f"INSERT INTO {table} VALUES (?, ?, ?)",
                ((first + n, text, crc(text.encode())) for n, text in enumerate(bodies)),
            )


def publish(store: Store, gone: Iterable[str], **facts: Any) -> None:  # noqa: ANN401 - JSON
    """Make what was staged count, in place of versions before it and of documents `gone`."""
    store.database.execute("PRAGMA synchronous=FULL")  # on disk when this comes back
    with store.transaction():
        staged = [row[0] for row in store.rows("SELECT id FROM documents WHERE NOT live")]
        for doc_id in {*gone, *staged}:
            _drop(store, "live AND id = ?", doc_id)
        store.database.execute("UPDATE documents SET live = 1 WHERE NOT live")
        facts["check"] = facts_check(facts)
        rows = [(name, json.dumps(value)) for name, value in facts.items()]
        store.database.executemany(_SET_FACT, rows)


def drop_staged(store: Store) -> None:
    """Forget what a writer staged that did not come to its end."""
    with store.transaction():
        _drop(store, "NOT live")


def add_vectors(store: Store, keys: Sequence[bytes], rows: Vectors) -> None:
    """Keep rows, as 16-bit floats, from now on whatever happens."""
    data = [row.astype("<f2").tobytes() for row in rows]
    with store.transaction():
        store.database.executemany(
            "INSERT OR REPLACE INTO vectors VALUES (NULL, ?, ?, ?)",
            ((key, row, crc(key, row)) for key, row in zip(keys, data, strict=True)),
        )


def drop_unused_vectors(store: Store) -> None:
    """Drop the vectors of texts that are in no document."""
    used: set[bytes] = set()
    for version in store.versions():
        for column in ARRAYS[3:]:
            used.update(store.unit_array(column, version.number).tolist())
    with store.transaction():
        unused = (row for row in store.rows("SELECT key FROM vectors") if row[0] not in used)
        store.database.executemany("DELETE FROM vectors WHERE key = ?", unused)


def compact(store: Store) -> bool:
    """Give back the space of all that was dropped; False where a reader still holds it."""
    store.database.execute("VACUUM")
    store.database.execute("PRAGMA busy_timeout = 1000")
    busy, *_ = store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _drop(store: Store, where: str, *values: str) -> None:
    for (version,) in store.rows(f"SELECT version FROM documents WHERE {where}", values):
        span = (version << PLACES, (version + 1 << PLACES) - 1)
        for table in ("passages", "sections"):
            store.database.execute(f"DELETE FROM {table} WHERE number BETWEEN ? AND ?", span)
        store.database.execute("DELETE FROM documents WHERE version = ?", (version,))


def _unit_arrays(
    passages: list[Passage], sections: list[SectionPassage], fingerprint: str
) -> list[bytes]:
    """What `ARRAYS` names, as bytes."""
    sentences = [passage.searched_sentences for passage in passages]
    wordings = b"".join(bytes.fromhex(content_key(p.text))[:8] for p in passages)
    texts = (
        [passage.encoded_text for passage in passages],
        [text for of_one in sentences for text in of_one],
        [section.encoded_text for section in sections],
    )
    return [
        bytes(map(marks, passages)),
        np.array([len(of_one) for of_one in sentences], dtype="<u2").tobytes(),
        wordings,
        *(b"".join(text_key(fingerprint, text) for text in of_kind) for of_kind in texts),
    ]
