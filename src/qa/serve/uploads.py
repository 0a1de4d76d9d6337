"""Files that were uploaded: checked by content, under names that are never paths.

index-files/incoming/<job>/    the files of a job that is not done
index-files/documents/         the files of the documents in the index
index-files/jobs/<job>.json    what is to be done, so that a crash loses nothing
"""

from __future__ import annotations

import fcntl
import re
import shutil
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from qa.errors import AlineaError
from qa.load import LOADERS

_LONGEST_NAME = 100
_HEAD = 1024
# The first bytes of formats that are no text; PDF may have some rubbish before them.
_SIGNATURES = {
    ".pdf": b"%PDF-",
    ".docx": b"PK\x03\x04",
    ".docm": b"PK\x03\x04",
    ".doc": b"\xd0\xcf\x11\xe0",
}
_OTHER = (b"\x7fELF", b"MZ", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!", b"7z\xbc")


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


def safe_name(name: str | None) -> str:
    """A file's name as it is kept: its last part, in letters, digits, dot, dash and underscore."""
    last = unicodedata.normalize("NFKC", name or "").replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, suffix = last.rpartition(".")
    if not dot or f".{suffix.lower()}" not in LOADERS:
        kinds = ", ".join(sorted(LOADERS))
        raise AlineaError(
            "unknown_format", f"A file is of a format that Alinea does not read ({kinds})."
        )
    clean = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:_LONGEST_NAME]
    return f"{clean or 'document'}.{suffix.lower()}"


def check_content(name: str, head: bytes) -> None:
    """AlineaError where the first bytes of a file are not of the kind that its name says."""
    suffix = Path(name).suffix
    wanted = _SIGNATURES.get(suffix)
    if wanted:
        fits = wanted in head if suffix == ".pdf" else head.startswith(wanted)
    else:
        fits = not head.startswith((*_SIGNATURES.values(), *_OTHER))
    if not head.strip(b"\x00 \t\r\n") or not fits:
        raise AlineaError(
            "other_content", f"{name} is empty, or its content is not what its name says."
        )


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
            check_content(name, stream.read(_HEAD))
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
