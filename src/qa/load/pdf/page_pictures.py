"""Pages of a PDF as pictures, drawn in a process of its own: a broken file harms nothing else."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from qa.document import Document
from qa.load.isolation import run_isolated

_SCALE = 1.7  # pixels a point
_LARGEST = 2400  # pixels of a side: a poster is drawn smaller
_QUALITY = 65


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a WebP picture, and its size in points."""

    data: bytes
    width: float
    height: float


def is_as_read(file: Path, document: Document) -> bool:
    """Whether a file is still the one that a document was read from; else its pages are others."""
    try:
        stat = file.stat()
        return _sha256(file, stat.st_mtime_ns, stat.st_size) == document.sha256
    except OSError:
        return False


@lru_cache(maxsize=512)
def _sha256(file: Path, time: int, size: int) -> str:
    del time, size  # part of the key only
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def draw_page(file: Path, page: int) -> Picture:
    """A page of a PDF, 1-based. Raises AlineaError where it cannot be drawn."""
    drawn: tuple[bytes, float, float] = run_isolated(draw, str(file), page, name=file.name)
    return Picture(*drawn)


def draw(file: str, page: int, beat: Callable[[str], None]) -> tuple[bytes, float, float]:
    """The picture, width and height of a page; called in the other process."""
    import pypdfium2

    beat(f"page {page}")
    pdf = pypdfium2.PdfDocument(file)
    try:
        width, height = pdf[page - 1].get_size()
        scale = min(_SCALE, _LARGEST / max(width, height, 1))
        picture = pdf[page - 1].render(scale=scale).to_pil().convert("RGB")
    finally:
        pdf.close()
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=_QUALITY, method=2)
    return buffer.getvalue(), width, height
