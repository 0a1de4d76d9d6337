"""Pictures of a PDF's pages, for a person to compare a parse with."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from pathlib import Path

MOST_PAGES = 100
_SCALE = 1.4  # pixels a point


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a data: URI, with its size in points."""

    uri: str
    width: float
    height: float


def page_images(path: Path) -> list[PageImage]:
    """The first pages of a PDF, `MOST_PAGES` at most."""
    import pypdfium2

    images: list[PageImage] = []
    pdf = pypdfium2.PdfDocument(path)
    try:
        for number in range(min(len(pdf), MOST_PAGES)):
            page = pdf[number]
            width, height = page.get_size()
            buffer = io.BytesIO()
            page.render(scale=_SCALE).to_pil().convert("RGB").save(buffer, "JPEG", quality=60)
            data = base64.b64encode(buffer.getvalue()).decode("ascii")
            images.append(PageImage(f"data:image/jpeg;base64,{data}", width, height))
    finally:
        pdf.close()
    return images
