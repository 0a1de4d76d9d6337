"""Loader for PDF, on pypdfium2 (Apache-2.0 or BSD-3): Chrome's engine, which forgives much and
gives each character's font and box; pdfminer.six does too, but interprets every page in Python.

`characters` reads, `fragments`, `rows` and `columns` put in order, `furniture`, `contents`,
`notes`, `tables`, `paragraphs` and `headings` recognise, `read` makes the Document.
"""

from __future__ import annotations

from qa.document import Document
from qa.load.isolation import run_isolated
from qa.load.pdf.ocr import can_recognise, recognise, without_text
from qa.load.pdf.read import LOADER, Parsed, read_pdf

__all__ = ["LOADER", "RECOGNISED", "load_pdf"]
RECOGNISED = f"{LOADER}+ocr"


def load_pdf(data: bytes, name: str, doc_id: str, sha256: str) -> Document:
    """A Document of a PDF's bytes, read in a process of its own with limits.

    Pages that are pictures are given text by ocrmypdf where it is installed, which the
    document's loader then tells. Raises AlineaError for a PDF that is encrypted, broken, without
    text, or too slow or too big to read.
    """
    parsed: Parsed = run_isolated(read_pdf, data, name, doc_id, sha256, LOADER, name=name)
    if parsed.pictures and can_recognise():
        data = recognise(data, name, parsed.pictures)
        parsed = run_isolated(read_pdf, data, name, doc_id, sha256, RECOGNISED, name=name)
    if parsed.document is None:
        raise without_text(name, parsed.pictures)
    return parsed.document
