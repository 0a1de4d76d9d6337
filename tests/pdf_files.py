"""Small PDFs, drawn for tests."""

from __future__ import annotations

import hashlib
import io

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from qa.document import Document
from qa.load.pdf import load_pdf

FULL = 460.0

# Two paragraphs in lines, and as they are read.
FIRST = (
    "De gemeente onderzoekt of de oude brug over de vaart nog sterk genoeg is voor zwaar",
    "verkeer. Tot de uitkomst bekend is geldt een beperking van het gewicht tot twaalf ton",
    "per voertuig.",
)
SECOND = (
    "De omleiding loopt over de ringweg. Bewoners van de straten langs de vaart krijgen",
    "een ontheffing als zij met een aanhanger naar hun huis willen rijden.",
)
FIRST_READ, SECOND_READ = " ".join(FIRST), " ".join(SECOND)


class Sheet:
    """A PDF in the making: lines of text set at places given from the page's left and top."""

    def __init__(self, password: str | None = None, height: float = 842.0) -> None:
        self._buffer = io.BytesIO()
        encrypt = StandardEncryption(password) if password else None
        self.height = height
        self.canvas = Canvas(self._buffer, pagesize=(595, height), encrypt=encrypt)

    def text(
        self, x: float, y: float, words: str, size: float = 10, font: str = "Helvetica"
    ) -> float:
        """Set words at a place; gives where they end."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.height - y, words)
        return x + self.canvas.stringWidth(words, font, size)

    def lines(self, x: float, y: float, *lines: str, size: float = 10, step: float = 12.0) -> float:
        """Set lines under each other; gives where the next would stand."""
        for line in lines:
            self.text(x, y, line, size)
            y += step
        return y

    def mark(self, x: float, y: float, marker: str) -> float:
        """Set a raised mark."""
        return self.text(x, y - 4, marker, 6)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a thin line."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def next_page(self) -> None:
        """Begin a page."""
        self.canvas.showPage()

    def data(self) -> bytes:
        """The file's bytes."""
        self.canvas.showPage()
        self.canvas.save()
        return self._buffer.getvalue()

    def load(self) -> Document:
        """The document that the loader makes of it."""
        return load(self.data())


def load(data: bytes, name: str = "stuk.pdf") -> Document:
    """The document of a PDF's bytes."""
    return load_pdf(data, name, "stuk", hashlib.sha256(data).hexdigest())


def outline(document: Document) -> list[str]:
    """Headings ("# …") and paragraphs in order of the text, their kinds other than body named."""
    places = [(s.span[0], 0, f"{'#' * s.level} {s.title}") for s in document.sections if s.title]
    for paragraph in document.paragraphs:
        kind = "" if paragraph.kind == "body" else f"{paragraph.kind.value}: "
        places.append((paragraph.reading.pieces[0][0], 1, kind + paragraph.text))
    return [text for _, _, text in sorted(places)]
