"""Pages of a PDF as pictures: drawn apart from this process, of the file that was read only."""

from pathlib import Path

import pytest
from pdf_files import Sheet

from qa.errors import AlineaError
from qa.load import isolation, load
from qa.load.pdf.page_pictures import draw_page, is_as_read


@pytest.fixture
def file(tmp_path: Path) -> Path:
    sheet = Sheet()
    sheet.lines(70, 100, "De bijdrage voor het zwembad bedraagt honderd euro per jaar.")
    (tmp_path / "zwembad.pdf").write_bytes(sheet.data())
    return tmp_path / "zwembad.pdf"


def test_a_page_that_crashes_the_library_harms_nothing_else(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pypdfium2.py").write_text("import os\n\nos.abort()\n", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    isolation._stop()
    try:
        with pytest.raises(AlineaError) as raised:
            draw_page(file, 1)
    finally:
        isolation._stop()
    assert raised.value.code == "broken_file"
    assert raised.value.message.startswith("zwembad.pdf makes the reader crash at ")


def test_a_file_is_as_it_was_read_until_it_changes_or_goes(file: Path) -> None:
    document = load(file, "zwembad")
    assert is_as_read(file, document)
    file.write_bytes(file.read_bytes() + b"\n")
    assert not is_as_read(file, document)
    file.unlink()
    assert not is_as_read(file, document)
