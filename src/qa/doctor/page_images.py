"""Pictures of a PDF's pages, for a person to compare a parse with."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qa.document import Document
from qa.errors import AlineaError
from qa.load.pdf.page_pictures import draw_page

MOST_PAGES = 100


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a data: URI, with its size in points."""

    uri: str
    width: float
    height: float


def page_images(
    document: Document, file: Path, failed: Callable[[AlineaError], None]
) -> list[PageImage]:
    """The first pages of a document from a PDF, `MOST_PAGES` at most.

    One that cannot be drawn is told to `failed` and ends them: the next might hang as long.
    """
    images: list[PageImage] = []
    for page in document.pages[:MOST_PAGES]:
        try:
            images.append(page_image(file, page.page))
        except AlineaError as error:
            failed(error)
            break
    return images


def page_image(file: Path, page: int) -> PageImage:
    """A page of a PDF, 1-based. Raises AlineaError where it cannot be drawn."""
    picture = draw_page(file, page)
    data = base64.b64encode(picture.data).decode("ascii")
    return PageImage(f"data:image/webp;base64,{data}", picture.width, picture.height)
