"""Files that were uploaded: checked by content, under names that are never paths.

index-files/incoming/<job>/    the files of a job that is not done
index-files/documents/         the files of the documents in the index
index-files/jobs/<job>.json    what is to be done, so that a crash loses nothing
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from qa.errors import AlineaError
from qa.uploads import HEAD, fits, safe_name


@dataclass(frozen=True, slots=True)
class Folders:
    """Where uploads are kept: beside the index, as the index's own folder is not ours."""

    root: Path

    @classmethod
    def beside(cls, index: Path) -> Folders:
        """The folders of an index."""
        resolved = index.resolve()
        return cls(resolved.with_name(f"{resolved.name}-files"))

    @property
    def documents(self) -> Path:
        """The files of the documents in the index."""
        return self.root / "documents"

    @property
    def jobs(self) -> Path:
        """What is to be done and was done."""
        return self.root / "jobs"

    def incoming(self, job: str) -> Path:
        """The files of a job that is not done."""
        return self.root / "incoming" / job

    def hold(self) -> TextIO:
        """The lock of the one service that works here; AlineaError where another has it."""
        try:
            self.root.mkdir(exist_ok=True)
            lock = (self.root / ".lock").open("w")
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlineaError(
                "index_busy",
                "Another service changes this index: send files and removals to that one.",
            ) from None
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise AlineaError(
                "read_only", f"The service cannot keep files beside its index ({reason})."
            ) from error
        return lock


def keep(files: list[tuple[str, BinaryIO]], folder: Path) -> list[str]:
    """Check files and write them to a folder; their names there. All of them or none."""
    names: list[str] = []
    try:
        folder.mkdir(parents=True)
        for given, stream in files:
            name = safe_name(given)
            if name.casefold() in (known.casefold() for known in names):
                raise AlineaError(
                    "bad_request", f"Two files would both be kept as {name}: rename one."
                )
            stream.seek(0)
            head = stream.read(HEAD)
            if not head.strip(b"\x00 \t\r\n") or not fits(name, head):
                raise AlineaError(
                    "other_content", f"{name} is empty, or its content is not what its name says."
                )
            stream.seek(0)
            with (folder / name).open("xb") as target:
                shutil.copyfileobj(stream, target)
            names.append(name)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return names


def restore(job: str, names: Iterable[str], folders: Folders) -> None:
    """Put back the files that stood where those of a job were put, or none."""
    for name in names:
        before = folders.incoming(job) / "replaced" / name
        if before.exists():
            before.replace(folders.documents / name)
        else:
            (folders.documents / name).unlink(missing_ok=True)
