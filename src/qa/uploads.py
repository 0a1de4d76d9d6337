"""What is asked of a file that comes in over a network: a name that is no path, fitting content."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from qa.errors import AlineaError
from qa.load import LOADERS

HEAD = 1024  # bytes of a file that tell its format

_LONGEST_NAME = 100
# The first bytes of formats that are no text; a PDF may have some rubbish before them.
_SIGNATURES = {
    ".pdf": b"%PDF-",
    ".docx": b"PK\x03\x04",
    ".docm": b"PK\x03\x04",
    ".doc": b"\xd0\xcf\x11\xe0",
}
_OTHER = (b"\x7fELF", b"MZ", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!", b"7z\xbc")


def safe_name(name: str) -> str:
    """A file's name as it is kept: its last part, in letters, digits, dot, dash and underscore.

    Raises AlineaError where it is of a format that has no loader.
    """
    last = unicodedata.normalize("NFKC", name).replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, suffix = last.rpartition(".")
    if not dot or f".{suffix.lower()}" not in LOADERS:
        raise AlineaError(
            "unknown_format",
            f"Alinea does not read files of this format ({', '.join(sorted(LOADERS))}).",
        )
    clean = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:_LONGEST_NAME].rstrip("-.")
    return f"{clean or 'document'}.{suffix.lower()}"


def fits(name: str, head: bytes) -> bool:
    """Whether the first `HEAD` bytes of a file are of the kind that its safe name says."""
    suffix = Path(name).suffix
    wanted = _SIGNATURES.get(suffix)
    if wanted is None:
        return not head.startswith((*_SIGNATURES.values(), *_OTHER))
    return wanted in head[:HEAD] if suffix == ".pdf" else head.startswith(wanted)
