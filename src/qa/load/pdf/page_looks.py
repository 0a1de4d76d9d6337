"""How a page of a PDF looks as a whole: a picture, turned; and what is on it."""

from __future__ import annotations

import math

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from qa.load.pdf.page_text import Run

_PICTURE = 0.25  # of a page that a scan covers at least


def is_picture(page: pdfium.PdfPage) -> bool:
    """Whether one image takes up a good part of a page."""
    width, height = page.get_size()
    images = page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)
    boxes = (image.get_bounds() for image in images)
    return any((b[2] - b[0]) * (b[3] - b[1]) > _PICTURE * width * height for b in boxes)


def text_turn(handle: raw.FPDF_TEXTPAGE, rotation: int) -> int:
    """Quarter turns clockwise that set most of a page's text upright."""
    count = raw.FPDFText_CountChars(handle)
    votes = [0, 0, 0, 0]
    for index in range(0, count, max(1, count // 200)):
        angle = -math.degrees(raw.FPDFText_GetCharAngle(handle, index))  # PDFium's is clockwise
        votes[(round(angle / 90) - rotation) % 4] += 1
    return max(range(4), key=lambda quarter: (votes[quarter], -quarter))


def is_visible(run: Run, width: float, height: float) -> bool:
    """Whether any of it lies on the page: what was cropped away is no part of the text."""
    return run.right > 0 and run.left < width and run.bottom > 0 and run.top < height
