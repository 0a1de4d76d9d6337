"""Changes to the index that visitors ask for: documents added, taken out, or read again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.errors import AlineaError
from qa.index import Index
from qa.index.storage import exists
from qa.load import load
from qa.load.find import find_files
from qa.web.running import Progress
from qa.web.uploads import Received, Refused, place, settle


@dataclass(frozen=True, slots=True)
class Change:
    """What a run did: `kind` is "added", "removed" or "reloaded", `documents` the ids."""

    kind: str
    documents: tuple[str, ...]
    failed: tuple[Refused, ...] = ()


def make(index: Path, source: str, progress: Progress) -> Change:
    """Make an index of a file or folder, without the files that cannot be read."""
    failed: dict[Path, AlineaError] = {}
    ids = _add(index, find_files([source]), failed, progress, anew=True)
    return Change("added", tuple(ids), tuple((str(f), e) for f, e in failed.items()))


def add_received(index: Path, received: Received, progress: Progress) -> Change:
    """Add files that were received; those that cannot be read leave no trace."""
    failed: dict[Path, AlineaError] = {}
    settled = False
    try:
        files = place(received)
        ids = _add(index, files, failed, progress)
        settle(received, (file.name for file in failed))
        settled = True
    finally:
        if not settled:
            settle(received, received.names)
    return Change("added", tuple(ids), (*received.refused, *_named(failed)))


def reload(index: Path, files: Sequence[Path], progress: Progress) -> Change:
    """Read files again that have changed since; of one that cannot be read, what was stays."""
    failed: dict[Path, AlineaError] = {}
    ids = _add(index, files, failed, progress)
    return Change("reloaded", tuple(ids), tuple(_named(failed)))


def remove(index: Path, ids: Sequence[str], uploads: Iterable[Path], progress: Progress) -> Change:
    """Take documents out, and delete `uploads`, those of their files that were added here."""
    progress("write", 0, 1)
    Index.open(index).remove(*ids)
    for file in uploads:
        file.unlink(missing_ok=True)
    return Change("removed", tuple(ids))


def _named(failed: dict[Path, AlineaError]) -> list[Refused]:
    return [(file.name, error) for file, error in failed.items()]


def _add(
    index: Path,
    files: Sequence[Path],
    failed: dict[Path, AlineaError],
    progress: Progress,
    *,
    anew: bool = False,
) -> list[str]:
    """The ids of the files that could be read; the others are noted in `failed`."""

    def note(file: Path, error: AlineaError) -> None:
        failed[file] = error

    if not files:
        return []
    try:
        if exists(index) and not anew:
            return Index.open(index).add(*files, progress=progress, failed=note)
        made = Index.build(files, index, progress=progress, failed=note)
        return [document.id for document in made.documents()]
    except AlineaError:
        # Where no file can be read at all, that is an error, which names only one of them.
        for file in files:
            if file not in failed:
                try:
                    load(file, "document")
                except AlineaError as error:
                    note(file, error)
        if len(failed) < len(files):
            raise
        return []
