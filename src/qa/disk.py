"""Writing small files whole, and a disk that is full: how it shows, and what is said of it."""

from __future__ import annotations

import errno
import os
import secrets
import sqlite3
from pathlib import Path

from qa.errors import AlineaError

_FULL = (errno.ENOSPC, errno.EDQUOT)
_UNTOLD = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
_LITTLE = 1 << 17  # bytes: SQLite cannot even open its log's index with a quarter of that


def is_full(error: Exception, folder: Path | None = None) -> bool:
    """Whether something could not be written for want of room, in `folder`, if given, or elsewhere.

    SQLite often says no more than that reading or writing failed; then the disk is asked.
    """
    if isinstance(error, OSError):
        return error.errno in _FULL
    if not isinstance(error, sqlite3.Error):
        return False
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _UNTOLD and folder is not None:
        return _has_no_room(folder)
    return code == sqlite3.SQLITE_FULL


def disk_full(place: Path | str) -> AlineaError:
    """The error for what could not be written to a place for want of room."""
    return AlineaError(
        "disk_full",
        f"The disk is full, {place} could not be written: make room, then do the same again.",
    )


def not_written(path: Path, error: OSError) -> AlineaError:
    """The error for a file that could not be written, for want of room or else."""
    if is_full(error):
        return disk_full(path)
    reason = (error.strerror or str(error)).lower()
    return AlineaError("not_written", f"{path} cannot be written ({reason}).")


def write_whole(path: Path, text: str, mode: int = 0o666) -> None:
    """Write a small file so that it is there whole or as it was. OSError where it cannot.

    `mode` says who may read it, within what the process allows.
    """
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def _has_no_room(folder: Path) -> bool:
    try:
        disk = os.statvfs(folder)
    except OSError:
        return False
    no_files_left = disk.f_files > 0 and disk.f_favail == 0
    return no_files_left or disk.f_bavail * disk.f_frsize < _LITTLE
