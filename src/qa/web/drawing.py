"""Pages of a PDF as pictures, drawn in a process of its own: a broken file harms nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

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
