"""Changes to an index: documents added, replaced or taken out, in one step that all see at once."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import uuid
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from qa.disk import is_full
from qa.encoder import Encoder
from qa.errors import AlineaError
from qa.index import storage
from qa.index.contents import Contents
from qa.index.derive import make_files
from qa.index.encode import Progress, encode_versions
from qa.index.files import FOLDER
from qa.index.incoming import Sources, as_read_now, read_files
from qa.index.made_with import is_own
from qa.index.preparation import preparation
from qa.index.store import NAME, Store
from qa.index.write import (
    compact,
    drop_staged,
    drop_unused_vectors,
    is_sound,
    open_to_write,
    publish,
    stage,
)
from qa.load.many import Loader
from qa.retrieval.dense import cosine_floor

Failed = Callable[[Path, AlineaError], None]
"""Is told of a file that cannot be read, and why."""


def build(
    folder: Path,
    files: list[Path],
    encoder: Encoder,
    progress: Progress | None,
    failed: Failed | None,
    loader: Loader | None = None,
) -> None:
    """Make an index of files, in place of the one in the folder; that stays whole until then."""
    with storage.writing(folder):
        if (folder / NAME).exists() and not is_sound(
            folder / NAME, (storage.FORMAT, *storage.MENDED)
        ):
            storage.clear_store(folder)
        with changing(folder) as store:
            _stage_files(store, {}, files, encoder.fingerprint, progress, failed, loader)
            _write_generation(
                folder, store, {v.id for v in store.versions()}, encoder, None, progress
            )
            drop_unused_vectors(store)


def add(
    folder: Path,
    files: list[Path],
    encoder: Encoder,
    progress: Progress | None,
    failed: Failed | None,
    loader: Loader | None = None,
) -> list[str]:
    """Add files, or replace those that changed; of texts that are there already no row is made.

    Gives the ids of those that could be read, in order.
    """
    with (
        storage.writing(folder),
        contextlib.closing(current(folder, encoder)) as before,
        changing(folder) as store,
    ):
        known = as_read_now(before)
        ids = _stage_files(store, known, files, encoder.fingerprint, progress, failed, loader)
        _write_generation(folder, store, (), encoder, before, progress)
    return ids


def remove(folder: Path, gone: Collection[str], encoder: Encoder, *, purge: bool) -> None:
    """Take documents out; with `purge` nothing of them, nor of any before, is left to be learned.

    Raises AlineaError where there is no such document.
    """
    with (
        storage.writing(folder),
        contextlib.closing(current(folder, encoder)) as before,
        changing(folder) as store,  # first: a removal that was killed left files of what is gone
    ):
        for doc_id in gone:
            before.place(doc_id)
        _write_generation(folder, store, gone, encoder, before, None, learn=purge)


def purge(folder: Path) -> None:
    """Take what was removed out of the store's file too.

    Raises AlineaError where a reader still holds it, and where there is no room for a second copy.
    """
    with storage.writing(folder), changing(folder) as store:
        try:
            drop_unused_vectors(store)
            compacted = compact(store)
        except sqlite3.OperationalError as error:
            if is_full(error, folder):
                raise AlineaError(
                    "disk_full",
                    f"What was removed can no longer be found, but the disk is full and {NAME} in "
                    f"{folder} may still hold its words: make room for a second copy of that "
                    "file, there and in the folder for temporary files, then run "
                    "`qa remove --purge` once more.",
                ) from error
            raise
        if not compacted:
            raise AlineaError(
                "index_in_use",
                f"What was removed can no longer be found, but {folder} is held open by another "
                "program: close that, and run `qa remove --purge` once more.",
            )


def current(folder: Path, encoder: Encoder) -> Contents:
    """What is on disk, which another process may have changed."""
    contents = storage.read(folder)
    if contents.fingerprint != encoder.fingerprint:
        raise AlineaError(
            "other_encoder", "The index was made anew with another encoder: open it again."
        )
    return contents


@contextlib.contextmanager
def changing(folder: Path) -> Iterator[Store]:
    """The store, without what a writer before did not finish; and so where this one does not."""
    store = open_to_write(folder / NAME)
    try:
        drop_staged(store)
        with contextlib.suppress(AlineaError):  # not where it is not known which one counts
            storage.clear_others(folder, store.facts().get("generation"))
        yield store
    finally:
        with contextlib.suppress(sqlite3.Error):  # else the next writer does it
            drop_staged(store)
        store.close()


def _stage_files(
    store: Store,
    sources: Sources,
    files: list[Path],
    fingerprint: str,
    progress: Progress | None,
    failed: Failed | None,
    loader: Loader | None,
) -> list[str]:
    """Stage the files that are not in `sources` as they are; the ids of all that could be read.

    A file that cannot be read is told to `failed`, and what is there of it stays; without
    `failed`, and where no file can be read, the first such AlineaError is raised.
    """
    errors: list[AlineaError] = []
    ids: list[str] = []
    sources = dict(sources)
    with contextlib.closing(read_files(files, sources, loader)) as found:
        for number, file in enumerate(files):
            if progress:
                progress("load", number, len(files))
            doc_id, path, loaded = next(found)  # what this raises is of no file alone
            try:
                if isinstance(loaded, AlineaError):
                    raise loaded
                if loaded.document:
                    stage(store, loaded.document, path, loaded.digest, fingerprint)
                    sources[doc_id] = (path, loaded.digest)
                ids.append(doc_id)
            except AlineaError as error:
                errors.append(error)
                if failed is None or len(errors) == len(files):
                    raise errors[0] from None
                failed(file, error)
    if progress:
        progress("load", len(files), len(files))
    return ids


def publish_all(
    folder: Path, store: Store, gone: Collection[str], encoder: Encoder, progress: Progress | None
) -> None:
    """Write a generation of all that is staged or there, without `gone`, and make it count.

    Nothing of the generation before is used, and what has no vector gets one.
    """
    _write_generation(folder, store, gone, encoder, None, progress, learn=True)


def _write_generation(
    folder: Path,
    store: Store,
    gone: Collection[str],
    encoder: Encoder,
    before: Contents | None,
    progress: Progress | None,
    *,
    learn: bool = False,
) -> None:
    """Encode what has no vector, write a generation with all, without `gone`; make it count.

    With `learn`, or with nothing before, all is analysed anew.
    """
    staged = store.versions(staged=True)
    left = {*gone, *(version.id for version in staged)}
    versions = [*staged, *(v for v in store.versions() if v.id not in left)]
    versions.sort(key=lambda version: version.id)
    encode_versions(store, staged if before else versions, encoder, progress)
    if before and not staged and not gone and not learn:
        return
    name = uuid.uuid4().hex[:12]
    target = folder / FOLDER / name
    try:
        files = before.files if before else None
        make_files(store, versions, target, encoder.dimension, files, learn=learn)
        publish(
            store,
            gone,
            format=storage.FORMAT,
            preparation=preparation(),
            generation=name,
            encoder=encoder.name,
            own_encoder=is_own(encoder),
            fingerprint=encoder.fingerprint,
            dimension=encoder.dimension,
            floor=before.floor if before else cosine_floor(encoder),
        )
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    storage.clear_others(folder, keep=name)
