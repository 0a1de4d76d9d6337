"""Damage to an index: found by checking all there is, mended from what is whole.

All files of a generation are made from the store. In the store itself a passage is made again
from its document, a vector by the encoder, a document from its file, where that is as it was.
Where texts are prepared otherwise than when the index was made, all is made again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from qa.document import Document
from qa.encoder import Encoder
from qa.errors import AlineaError
from qa.index import storage
from qa.index.contents import Contents
from qa.index.encode import Progress
from qa.index.preparation import preparation
from qa.index.store import ARRAYS, NAME, Store, Version
from qa.index.update import changing, publish_all
from qa.index.write import stage
from qa.load import file_sha256, load


@dataclass(frozen=True)
class Repair:
    """What was mended, in words, and the documents that are lost."""

    mended: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def find_damage(contents: Contents) -> list[str]:
    """The files, and what in the store, is not as it was written."""
    store = contents.store
    found = contents.files.check()
    if not _can_be_read(store):
        return [*found, NAME]
    for version in store.versions():
        if not _is_whole(store, version):
            found.append(f"{NAME} ({version.id})")
    return found


def repair(path: Path, encoder: Encoder, progress: Progress | None = None) -> Repair:
    """Make all files anew from the store, and what of that is damaged from what is whole.

    Raises AlineaError where the store cannot be read at all.
    """
    done = Repair()
    with storage.writing(path), changing(path) as store:
        written = _can_be_read(store) and store.rows("SELECT 1 FROM facts LIMIT 1")
        if not written:  # a file of no bytes is whole, and empty
            raise AlineaError(
                "broken_index",
                f"{NAME} in {path} cannot be repaired: make it anew with `qa index SOURCE`.",
            )
        same = _prepared_as_now(store)
        for version in store.versions():
            whole = _is_whole(store, version)
            if whole and same:
                continue
            document = _recovered(store, version)
            if document is None:
                done.lost.append(version.id)
                continue
            stage(store, document, version.path, version.digest, encoder.fingerprint)
            if not whole:
                done.mended.append(version.id)
        publish_all(path, store, done.lost, encoder, progress)
    return done


def _can_be_read(store: Store) -> bool:
    """Whether SQLite finds its own file whole: some damage it tells of, at some it fails."""
    try:
        return store.rows("PRAGMA integrity_check(1)") == [("ok",)]
    except AlineaError as error:
        if error.code != "broken_index":
            raise
        return False


def _prepared_as_now(store: Store) -> bool:
    try:
        return store.facts().get("preparation") == preparation()
    except AlineaError:
        return False


def _is_whole(store: Store, version: Version) -> bool:
    """Whether a version is as it was written: document, passages, sections, vectors."""
    try:
        store.document(version.number)
        for table, size in (("passages", version.passages), ("sections", version.sections)):
            store.unit_bodies(table, version.number, range(size))
    except AlineaError:
        return False
    keys = set(_keys(store, version))
    return len(store.known_keys(keys)) == len(keys)


def _keys(store: Store, version: Version) -> Iterator[bytes]:
    for column in ARRAYS[3:]:
        yield from store.unit_array(column, version.number).tolist()


def _recovered(store: Store, version: Version) -> Document | None:
    """The document from the store, or from its file where that is as it was."""
    try:
        return store.document(version.number)
    except AlineaError:
        path = Path(version.path)
    try:
        return load(path, version.id) if file_sha256(path) == version.digest else None
    except AlineaError:
        return None
