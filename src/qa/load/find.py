"""Finding the documents among files and folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from qa.errors import AlineaError
from qa.load.formats import LOADERS, kinds


def find_files(
    sources: Iterable[str | Path],
    failed: Callable[[Path, AlineaError], None] | None = None,
) -> list[Path]:
    """The documents among files and folders, in order of path, each once.

    Within a folder hidden files, README files, sidecars and formats that no loader
    reads are passed over; a file named outright must be readable. Raises AlineaError for a
    source that gives no file and for a folder that cannot be looked into; with `failed` only where
    no file is found at all, and else it is told of each.
    """
    files: list[Path] = []
    left_out: list[tuple[Path, AlineaError]] = []
    for source in map(Path, sources):
        found, problems = _files_of(source)
        files += found
        left_out += problems
    if left_out and (failed is None or not files):
        raise left_out[0][1]
    for place, reason in left_out:
        if failed:
            failed(place, reason)
    return list({path.resolve(): path for path in files}.values())


def look_into(folder: Path) -> tuple[list[Path], list[tuple[Path, AlineaError]]]:
    """The documents in a folder, in order of path, and the folders in it that cannot be read."""
    unread: list[tuple[Path, AlineaError]] = []

    def note(error: OSError) -> None:
        place = Path(error.filename or folder)
        reason = (error.strerror or "unknown error").lower()
        message = f"{place} cannot be looked into: {reason}."
        unread.append((place, AlineaError("unreadable_folder", message)))

    walked = os.walk(folder, onerror=note)
    paths = sorted(Path(root, name) for root, _, names in walked for name in names)
    return [path for path in paths if is_document(path, folder)], unread


def is_document(path: Path, folder: Path) -> bool:
    """Whether a file in a folder is read: not hidden, no README file, of a format that is known."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    readme = path.stem.lower() == "readme"
    return path.suffix.lower() in LOADERS and not hidden and not readme and path.is_file()


def _files_of(source: Path) -> tuple[list[Path], list[tuple[Path, AlineaError]]]:
    if source.is_file():
        return [source], []
    if source.is_dir():
        found, unread = look_into(source)
        if not found and not unread:
            message = f"{source} holds no document that can be read ({kinds()})."
            unread = [(source, AlineaError("no_documents", message))]
        return found, unread
    message = f"{source} does not exist: check the path, then try again."
    return [], [(source, AlineaError("no_such_file", message))]
