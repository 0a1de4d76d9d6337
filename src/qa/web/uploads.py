"""Files that visitors add: checked by name, size and content, kept under names that are no paths.

They lie beside the index, in `uploads/<name of the index>/`, for its owner alone to read.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qa.disk import not_written
from qa.errors import AlineaError
from qa.uploads import fits, safe_name

MOST_FILES = 50
MOST_MEGABYTES = 50  # of one file
MOST_TOGETHER = 200  # megabytes of all that are added at once

Refused = tuple[str, AlineaError]
"""The name of a file as its owner knows it, and why it was not taken."""


@dataclass(frozen=True, slots=True)
class Received:
    """Files that passed the checks, in a folder of their own, and those that did not."""

    folder: Path
    names: tuple[str, ...]
    refused: tuple[Refused, ...]


def uploads_folder(index: Path) -> Path:
    """Where the files of an index are kept that were added on the page."""
    resolved = index.resolve()
    return resolved.parent / "uploads" / resolved.name


def receive(files: Iterable[tuple[str, bytes]], folder: Path) -> Received:
    """Check files and put those that pass aside in `folder`, for `settle` to give their place.

    Raises AlineaError where they cannot be written; then none is kept.
    """
    incoming = folder / f".incoming-{secrets.token_hex(8)}"
    try:
        return _receive(files, folder, incoming)
    except OSError as error:
        shutil.rmtree(incoming, ignore_errors=True)
        raise not_written(folder, error) from error


def _receive(files: Iterable[tuple[str, bytes]], folder: Path, incoming: Path) -> Received:
    incoming.mkdir(mode=0o700, parents=True)
    folder.chmod(0o700)
    names: list[str] = []
    refused: list[Refused] = []
    total = 0
    for given, data in files:
        try:
            total += len(data)
            if len(names) == MOST_FILES or total > MOST_TOGETHER * 1_000_000:
                raise AlineaError(
                    "too_many_files",
                    f"At most {MOST_FILES} files of {MOST_TOGETHER} MB together can be "
                    "added at once: add the rest afterwards.",
                )
            name = safe_name(given)
            if name.casefold() in (other.casefold() for other in names):
                raise AlineaError(
                    "same_name", "Another file of the same name was added with it: rename one."
                )
            _check_content(name, data)
            descriptor = os.open(incoming / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as target:
                target.write(data)
        except AlineaError as error:
            refused.append((given, error))
        else:
            names.append(name)
    return Received(incoming, tuple(names), tuple(refused))


def place(received: Received) -> list[Path]:
    """Put received files in their place; a file of the same name is set aside till `settle`."""
    folder, old = received.folder.parent, received.folder / "replaced"
    old.mkdir(mode=0o700)
    for name in received.names:
        if (folder / name).exists():
            (folder / name).replace(old / name)
        (received.folder / name).replace(folder / name)
    return [folder / name for name in received.names]


def settle(received: Received, failed: Iterable[str]) -> None:
    """Take the files that failed away again, and put back what they replaced."""
    for name in failed:
        before, file = received.folder / "replaced" / name, received.folder.parent / name
        if (received.folder / name).exists():
            continue  # it never came to its place
        if before.exists():
            before.replace(file)
        else:
            file.unlink(missing_ok=True)
    shutil.rmtree(received.folder, ignore_errors=True)


def _check_content(name: str, data: bytes) -> None:
    """AlineaError where a file is too large or its first bytes are not what its name says."""
    if len(data) > MOST_MEGABYTES * 1_000_000:
        raise AlineaError(
            "large_file", f"The file is larger than {MOST_MEGABYTES} MB: split it, or index it "
            "with `qa add`.",
        )  # fmt: skip
    if not data.strip(b"\x00 \t\r\n"):
        raise AlineaError("empty_file", "The file is empty: choose another.")
    if not fits(name, data):
        raise AlineaError(
            "other_content", "The content is not what the file's name says: check its format."
        )
