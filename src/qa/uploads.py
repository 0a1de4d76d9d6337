"""What is asked of a file that comes in over a network: a name that is no path, fitting content."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from qa.errors import AlineaError
from qa.load.formats import LOADERS, kinds

HEAD = 1024  # bytes of a file that tell its format

_LONGEST_NAME = 100
_DIGEST = 8  # hex digits that tell apart names which would look the same once cleaned
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

    A blank becomes a dash; where more is changed or cut, a digest of the name is put after it, so
    that the same name is kept as the same, and no other one is.
    Raises AlineaError where it is of a format that has no loader.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, suffix = last.rpartition(".")
    if not dot or f".{suffix.lower()}" not in LOADERS:
        raise AlineaError(
            "unknown_format",
            f"Alinea does not read files of this format ({kinds()}).",
        )
    clean = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFKC", stem)).strip("-.") or "document"
    if clean != stem.replace(" ", "-") or len(clean) > _LONGEST_NAME:
        digest = hashlib.sha256(stem.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
        clean = f"{clean[: _LONGEST_NAME - _DIGEST - 1].rstrip('-.')}-{digest}"
    return f"{clean}.{suffix.lower()}"


def fits(name: str, head: bytes) -> bool:
    """Whether the first `HEAD` bytes of a file are of the kind that its safe name says."""
    suffix = Path(name).suffix
    wanted = _SIGNATURES.get(suffix)
    if wanted is None:
        return not head.startswith((*_SIGNATURES.values(), *_OTHER))
    return wanted in head[:HEAD] if suffix == ".pdf" else head.startswith(wanted)
