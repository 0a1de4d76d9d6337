"""Following folders: what is added, changed, moved or deleted there is so in the index too."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from qa.errors import AlineaError
from qa.index import Index, storage
from qa.index.encode import Progress
from qa.index.update import Failed
from qa.load.find import look_into

_PATIENCE = 1.0  # seconds between tries while another process writes
_AT_LEAST = 5_000  # milliseconds between looks at the folders
_OF_THE_INDEX = ("no_index", "old_index", "broken_index", "other_encoder", "disk_full")
Stamps = dict[Path, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Followed:
    """What was changed in one go: the ids of documents."""

    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Look:
    """When each document in the folders, and the sidecar beside it, was last changed, and size.

    `closed` are the folders in them that cannot be looked into: what was there stays.
    """

    stamps: Stamps
    closed: dict[Path, AlineaError]


def follow(
    index: Index,
    folders: Sequence[Path],
    failed: Failed,
    progress: Progress | None = None,
    stop: threading.Event | None = None,
) -> Iterator[Followed]:
    """Keep an index as the folders are, until `stop` is set; yields after each change.

    A file that cannot be read is told to `failed`, once for each state of it. Where another
    process writes the index, this waits. Raises AlineaError for what is no folder.
    """
    for folder in folders:
        if not folder.is_dir():
            raise AlineaError("no_such_folder", f"{folder} is no folder that can be followed.")
    stop = stop or threading.Event()
    seen: Stamps = {}
    closed: set[Path] = set()
    for _ in chain([None], _changes(folders, index.path, stop)):
        now = _look(folders)
        for folder, reason in now.closed.items():
            if folder not in closed:
                failed(folder, reason)
        closed = set(now.closed)
        new = [path for path, stamp in now.stamps.items() if seen.get(path) != stamp]
        change = _patiently(index, folders, now, new, failed, progress, stop)
        if change is None:
            return
        seen = now.stamps
        if change.added or change.removed:
            yield change


def _changes(folders: Sequence[Path], index: Path, stop: threading.Event) -> Iterator[object]:
    """Something, each time that something happens in the folders, the index's own aside.

    And now and then in any case: what happens just before the watch begins, in a folder that is
    new, or on a disk of another machine, is not always told.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise AlineaError(
            "no_watchfiles",
            "To follow a folder wants the package watchfiles: pip install 'alinea[watch]'.",
        ) from error
    own = index.resolve()
    return watch(
        *folders,
        watch_filter=lambda _, path: not Path(path).resolve().is_relative_to(own),
        stop_event=stop,
        rust_timeout=_AT_LEAST,
        yield_on_timeout=True,
    )


def _patiently(
    index: Index,
    folders: Sequence[Path],
    now: _Look,
    new: list[Path],
    failed: Failed,
    progress: Progress | None,
    stop: threading.Event,
) -> Followed | None:
    """Make the change, as soon as no other process writes; None where it is to stop first."""
    while not stop.is_set():
        try:
            return _catch_up(index, folders, now, new, failed, progress)
        except AlineaError as error:
            if error.code != "index_busy":
                raise
            stop.wait(_PATIENCE)
    return None


def _catch_up(
    index: Index,
    folders: Sequence[Path],
    now: _Look,
    new: list[Path],
    failed: Failed,
    progress: Progress | None,
) -> Followed:
    """Add what is new, then remove what is gone: so a file that moved keeps its vectors."""
    before = storage.read(index.path).sources
    if new:
        try:
            index.add(*new, progress=progress, failed=failed)
        except AlineaError as error:
            if error.code.startswith("index_") or error.code in _OF_THE_INDEX:
                raise
            failed(new[-1], error)  # none could be read, and of the last nobody was told
    after = storage.read(index.path).sources
    added = [name for name, source in after.items() if before.get(name) != source]
    roots = [folder.resolve() for folder in folders]
    gone = [
        name
        for name, path in ((name, Path(path)) for name, (path, _) in after.items())
        if path not in now.stamps
        and any(path.is_relative_to(root) for root in roots)
        and not any(path.is_relative_to(place) for place in now.closed)
    ]
    if gone:
        index.remove(*gone)
    return Followed(tuple(added), tuple(gone))


def _look(folders: Sequence[Path]) -> _Look:
    """What is in the folders now."""
    stamps: Stamps = {}
    closed: dict[Path, AlineaError] = {}
    for folder in folders:
        documents, unread = look_into(folder)
        closed.update((place.resolve(), reason) for place, reason in unread)
        for path in documents:
            stamps[path.resolve()] = (*_stamp(path), *_stamp(path.with_suffix(".toml")))
    return _Look(stamps, closed)


def _stamp(path: Path) -> tuple[int, ...]:
    """Empty where there is no such file, or no longer: editors move files while this looks."""
    try:
        state = path.stat()
    except OSError:
        return ()
    return state.st_mtime_ns, state.st_size
