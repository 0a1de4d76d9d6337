from pathlib import Path

import pytest
from pdf_files import Sheet, load, outline
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader

from qa.doctor import examine_document
from qa.doctor.outline import outline as told_of
from qa.document import Document
from qa.errors import AlineaError
from qa.index.serialise import document_from_dict, document_to_dict
from qa.load.pdf.ocr import can_recognise

LINE = "De gemeente onderzoekt of de oude brug over de vaart nog sterk genoeg is."


def told(document: Document) -> list[str]:
    return told_of(document, examine_document(document)).splitlines()


def refusal(data: bytes) -> AlineaError:
    with pytest.raises(AlineaError) as caught:
        load(data)
    assert "\n" not in caught.value.message
    return caught.value


def test_encrypted() -> None:
    sheet = Sheet(password="geheim")
    sheet.lines(60, 100, LINE)
    error = refusal(sheet.data())
    assert error.code == "encrypted_file"
    assert error.message == (
        "stuk.pdf is protected with a password: save it without one, then try again."
    )


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"geen pdf", b"\x00" * 5000])
def test_no_pdf(data: bytes) -> None:
    error = refusal(data)
    assert error.code == "broken_file"
    assert error.message.startswith("stuk.pdf is no PDF or a damaged one")


def test_truncated() -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.lines(60, 100, *[LINE] * 30)
        sheet.next_page()
    data = sheet.data()
    assert refusal(data[: len(data) // 8]).code == "broken_file"


def scan(*lines: str) -> ImageReader:
    """A picture of lines of text, as a scanner makes it."""
    image = Image.new("L", (1240, 1754), "white")
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(size=36)
    for number, line in enumerate(lines):
        pen.text((120, 150 + 60 * number), line, fill="black", font=font)
    return ImageReader(image)


@pytest.fixture
def no_ocrmypdf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("no_ocrmypdf")
def test_pages_without_text() -> None:
    sheet = Sheet()
    for number in range(3):
        if number:
            sheet.next_page()
        sheet.rule(60, 60, 500, 700)
    error = refusal(sheet.data())
    assert error.code == "no_text"
    assert error.message == (
        "stuk.pdf has no text, pages 1 to 3 are pictures: install ocrmypdf, which is then used of "
        "itself, or recognise the text elsewhere (`ocrmypdf -l nld+eng stuk.pdf ocr-stuk.pdf`) and "
        "add the file that comes of it."
    )


@pytest.mark.usefixtures("no_ocrmypdf")
def test_a_scan_among_other_pages_is_named() -> None:
    sheet = Sheet()
    sheet.lines(60, 100, LINE)
    sheet.next_page()
    sheet.canvas.drawImage(scan("De omleiding loopt over de ringweg."), 0, 0, 595, 842)
    document = sheet.load()
    assert [(page.page, page.picture) for page in document.pages] == [(1, False), (2, True)]
    assert "  ? a picture without text: nothing of it can be found" in told(document)
    assert document_from_dict(document_to_dict(document)) == document


@pytest.mark.skipif(not can_recognise(), reason="ocrmypdf is not installed")
def test_a_scan_is_read_by_ocrmypdf_where_it_stands() -> None:
    sheet = Sheet()
    sheet.lines(60, 100, LINE)
    sheet.next_page()
    sheet.canvas.drawImage(
        scan("The diversion follows the ring road.", "Cyclists may pass at night."), 0, 0, 595, 842
    )
    document = sheet.load()
    assert document.loader.endswith("+ocr")
    first, *rest = document.paragraphs
    assert (first.text, first.pages) == (LINE, (1,))
    assert " ".join(p.text for p in rest) == (
        "The diversion follows the ring road. Cyclists may pass at night."
    )
    assert {p.pages for p in rest} == {(2,)}
    word = document.text.index("diversion")
    (box,) = document.boxes_of(((word, word + 9),))
    assert box.page == 2
    assert 57 < box.left < 130
    assert 70 < box.top < 95


def test_a_page_without_text_among_others_is_passed_over() -> None:
    sheet = Sheet()
    sheet.lines(60, 100, LINE)
    sheet.next_page()
    sheet.rule(60, 60, 500, 700)
    sheet.next_page()
    sheet.lines(60, 100, "De omleiding loopt over de ringweg.")
    document = sheet.load()
    assert outline(document) == [LINE, "De omleiding loopt over de ringweg."]
    assert [p.pages for p in document.paragraphs] == [(1,), (3,)]
    assert len(document.pages) == 3


def test_a_bad_file_does_not_spoil_the_next() -> None:
    refusal(b"%PDF-1.4 broken")
    sheet = Sheet()
    sheet.lines(60, 100, LINE)
    assert outline(sheet.load()) == [LINE]


def test_bytes_overwritten_anywhere_give_a_document_or_one_sentence() -> None:
    sheet = Sheet()
    for _ in range(2):
        sheet.lines(60, 100, *[LINE] * 5)
        sheet.next_page()
    whole = sheet.data()
    for place in range(10, len(whole), len(whole) // 25):
        data = whole[:place] + b"\xff/9<<" + whole[place + 5 :]
        try:
            document = load(data)
        except AlineaError as error:
            assert error.code in {"broken_file", "no_text", "no_paragraph", "encrypted_file"}
        else:
            assert document.paragraphs
