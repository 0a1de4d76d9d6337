"""A sheet of paper for the PDF files of the gold: a pen that walks down it, notes at its foot."""

from __future__ import annotations

import re
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
SERIF, BOLD, SANS = "Times-Roman", "Times-Bold", "Helvetica"


class Sheet:
    """A canvas with a pen that walks down a column."""

    def __init__(self, path: Path, left: float = 70, width: float = 455, size: float = 11) -> None:
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1)
        self.left, self.width, self.size = left, width, size
        self.y = HEIGHT - 90

    def line(self, text: str, x: float, y: float, font: str, size: float) -> None:
        """One line, its marks raised and small."""
        for index, part in enumerate(re.split(r"\^([^^]+)\^", text)):
            raised = index % 2
            now = size * 0.62 if raised else size
            self.canvas.setFont(font, now)
            self.canvas.drawString(x, y + (size * 0.36 if raised else 0), part)
            x += stringWidth(part, font, now)

    def wrap(self, text: str, width: float, font: str, size: float, first: float = 0) -> list[str]:
        """Lines of a text, broken at blanks and at soft hyphens."""
        lines, line, room = [], "", width - first
        for word in text.split():
            parts = word.split("\u00ad")
            for count in range(len(parts), -1, -1):
                piece = "".join(parts[:count]) + ("-" if 0 < count < len(parts) else "")
                tried = f"{line} {piece}".strip() if count else line
                bare = re.sub(r"\^[^^]+\^", "", tried)
                if stringWidth(bare, font, size) <= room:
                    break
            if count == len(parts):
                line = tried
                continue
            lines.append(tried)
            line, room = "".join(parts[count:]), width
        return [*lines, line]

    def text(
        self,
        text: str,
        font: str = SERIF,
        size: float = 0,
        indent: float = 0,
        first: float = 0,
        after: float = 8,
    ) -> None:
        """A paragraph at the pen; `first` indents its first line."""
        size = size or self.size
        for number, line in enumerate(self.wrap(text, self.width - indent, font, size, first)):
            x = self.left + indent + (first if number == 0 else 0)
            self.line(line, x, self.y, font, size)
            self.y -= size * 1.25
        self.y -= after

    def notes(self, notes: list[str], bottom: float = 80) -> None:
        """Notes at the foot of the page, under a rule."""
        lines = [line for note in notes for line in self.wrap(note, self.width, SERIF, 8)]
        y = bottom + 10 * len(lines)
        self.canvas.line(self.left, y + 4, self.left + 120, y + 4)
        for line in lines:
            y -= 10
            self.line(line, self.left, y, SERIF, 8)

    def page(self) -> None:
        """The next page."""
        self.canvas.showPage()
        self.y = HEIGHT - 90

    def furniture(self, head: str, foot: str) -> None:
        """A running head and foot."""
        if head:
            self.line(head, 70, HEIGHT - 45, SANS, 8)
        if foot:
            self.line(foot, WIDTH - 70 - stringWidth(foot, SANS, 8), 40, SANS, 8)
