"""Opening a PDF, and saying in one sentence why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from qa.errors import AlineaError

_NEEDS_PASSWORD = {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}


@contextmanager
def open_pdf(data: bytes, name: str) -> Iterator[pdfium.PdfDocument]:
    """The PDF in a file's bytes; AlineaError where it is encrypted, broken or empty."""
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in _NEEDS_PASSWORD:
            raise AlineaError(
                "encrypted_file",
                f"{name} is protected with a password: save it without one, then try again.",
            ) from error
        raise AlineaError(
            "broken_file",
            f"{name} is no PDF or a damaged one: open it in a viewer and save it anew, "
            "or fetch it again.",
        ) from error
    try:
        if not len(pdf):
            raise AlineaError("broken_file", f"{name} is a PDF without pages.")
        yield pdf
    except pdfium.PdfiumError as error:
        raise AlineaError(
            "broken_file",
            f"{name} has a page that cannot be read: open it in a viewer and save it anew.",
        ) from error
    finally:
        pdf.close()
