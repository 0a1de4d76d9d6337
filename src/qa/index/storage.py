"""An index on disk: one SQLite file with all that is known, and files made from it.

    index/index.sqlite           documents, passages, vectors; which generation counts
    index/generations/<name>/    what a search reads, mapped: see `files.py`

A generation is complete on disk before the one transaction that makes it count. A crash or a
full disk on the way leaves what counts as it was. No pickle.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from qa.disk import disk_full, is_full
from qa.errors import AlineaError
from qa.index.contents import Contents
from qa.index.database import store_damaged, unreadable
from qa.index.files import FOLDER, Files
from qa.index.preparation import preparation
from qa.index.store import NAME as NAME
from qa.index.store import Store

FORMAT = 5
MENDED = (4,)  # of these the store is the same, and all else is made from it
_OLD = "manifest.json"  # of formats before 4


def exists(folder: Path) -> bool:
    """Whether there is an index in a folder, of whatever format, sound or not."""
    if not (folder / NAME).is_file():
        return (folder / _OLD).is_file()
    try:
        store = Store.open_to_read(folder / NAME)
        try:
            return bool(store.facts())  # none: a first build did not come to its end
        finally:
            store.close()
    except AlineaError:
        return True


def generation(folder: Path) -> str | None:
    """Id of the generation that counts now, None without an index: it changes with every write."""
    if not (folder / NAME).is_file():
        return None
    try:
        store = Store.open_to_read(folder / NAME)
        try:
            return str(store.facts()["generation"])
        finally:
            store.close()
    except (AlineaError, KeyError):
        return None


@contextlib.contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the index for one writer.

    Raises AlineaError where another holds it already, for a folder of other things, and
    where what is done within cannot be written.
    """
    import fcntl

    try:
        _refuse_other_folder(folder)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise AlineaError(
                    "index_busy",
                    f"{folder} is being written by another process: wait until it is done.",
                ) from None
            yield
    except (OSError, sqlite3.OperationalError) as error:
        raise not_written(folder, error) from error
    except sqlite3.DatabaseError as error:
        raise unreadable(folder / NAME, error) from error


def read(folder: Path) -> Contents:
    """What an index holds now.

    Raises AlineaError where there is no index, it is of another format, or a file of it
    is missing, cut off or changed; what is large is checked when it is first read.
    """
    for _ in range(5):
        store = open_store(folder)
        name = store.facts()["generation"]
        try:
            return Contents(store, Files(folder / FOLDER / name))
        except AlineaError:
            store.close()
            # A writer may have replaced the generation between the two steps.
            if generation(folder) == name:
                raise
    raise store_damaged(folder / NAME)


def open_store(folder: Path) -> Store:
    """The store of an index as it is now. Raises AlineaError as `read` does."""
    if not exists(folder):
        raise AlineaError(
            "no_index", f"There is no index in {folder}: make one with `qa index SOURCE`."
        )
    if not (folder / NAME).is_file():
        raise _old(folder, _old_format(folder))
    store = Store.open_to_read(folder / NAME)
    facts = store.facts()
    if facts["format"] not in (FORMAT, *MENDED):
        store.close()
        raise _old(folder, str(facts["format"]))
    if facts["format"] != FORMAT or facts["preparation"] != preparation():
        store.close()
        raise AlineaError(
            "old_index",
            f"The index in {folder} was made by a version of Alinea that prepared texts otherwise: "
            "run `qa doctor --repair`, or make it anew with `qa index SOURCE`.",
        )
    return store


def made_with(folder: Path) -> tuple[str | None, bool]:
    """The name of the encoder of an index, None where that is not known any more; and if its own.

    An encoder of its own is an object of the program that made the index.
    """
    if not (folder / NAME).is_file():
        open_store(folder).close()  # says what is wrong
    try:
        store = Store.open_to_read(folder / NAME)
        try:
            facts = store.facts()
            return str(facts["encoder"]), bool(facts.get("own_encoder"))
        finally:
            store.close()
    except (AlineaError, KeyError):
        return None, False


def clear_others(folder: Path, keep: str | None) -> None:
    """Remove generations other than the one that counts, and files of formats before 4."""
    for path in (folder / FOLDER).glob("*"):
        if path.name != keep:
            shutil.rmtree(path, ignore_errors=True)
    for path in folder.glob(f"{_OLD}*"):
        path.unlink(missing_ok=True)


def clear_store(folder: Path) -> None:
    """Remove a store that cannot be used."""
    for ending in ("", "-wal", "-shm"):
        (folder / f"{NAME}{ending}").unlink(missing_ok=True)


def not_written(folder: Path, error: OSError | sqlite3.OperationalError) -> AlineaError:
    """The error for an index that could not be changed."""
    if is_full(error, folder):
        return disk_full(f"the index in {folder}")
    reason = (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
    return AlineaError(
        "index_not_written",
        f"The index in {folder} could not be written ({reason}); what was there is unchanged.",
    )


def _old_format(folder: Path) -> str:
    try:
        return str(json.loads((folder / _OLD).read_text("utf-8"))["format"])
    except (OSError, ValueError, KeyError, TypeError):
        return "3 or before"


def _old(folder: Path, version: str) -> AlineaError:
    return AlineaError(
        "old_index",
        f"The index in {folder} has format {version}, this Alinea reads format {FORMAT}: "
        "make it anew with `qa index SOURCE`.",
    )


def _refuse_other_folder(folder: Path) -> None:
    """A folder that holds anything else is not ours to write in, or to clear."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        ours = path.name == FOLDER or path.name.startswith((NAME, _OLD, "."))
        if not ours:
            raise AlineaError(
                "not_an_index",
                f"{folder} holds other things than an index ({path.name}): name a new folder.",
            )
