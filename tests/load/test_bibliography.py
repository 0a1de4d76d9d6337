"""Entries of a bibliography are quoted whole, whatever the file; other text there is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_files import docx, p
from pdf_files import Sheet

from qa.load import load

ENTRIES = (
    "Feijten, P. en Visser, P. (2005). Binnenlandse migratie. Den Haag: CBS.",
    "Mulder, C.H. (1993). Migration dynamics. A life course approach. Amsterdam.",
)
THANKS = "Dank aan allen. Tot ziens."


def _pdf() -> bytes:
    sheet = Sheet()
    sheet.text(60, 60, "1 Literatuur", 15)
    y = 80.0
    for entry in ENTRIES:
        y = sheet.lines(60, y, entry) + 8
    sheet.text(60, y + 20, "2 Dank", 15)
    sheet.lines(60, y + 40, THANKS)
    return sheet.data()


def _word() -> bytes:
    title = p("Literatuur", style="Kop1")
    return docx(title + "".join(p(entry) for entry in ENTRIES) + p(THANKS))


MARKDOWN = "\n\n".join(("# Literatuur", *ENTRIES, THANKS)).encode()
FILES = [("a.pdf", _pdf()), ("a.docx", _word()), ("a.md", MARKDOWN)]


@pytest.mark.parametrize(("name", "data"), FILES)
def test_entries_of_a_bibliography_are_whole(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    document = load(tmp_path / name, "a")
    said = [[q.text[slice(*s.reading_span)] for s in q.sentences] for q in document.paragraphs]
    assert said == [[ENTRIES[0]], [ENTRIES[1]], ["Dank aan allen.", "Tot ziens."]]
