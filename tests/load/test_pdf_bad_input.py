import pytest
from pdf_files import Sheet, load, outline

from qa.errors import AlineaError

LINE = "De gemeente onderzoekt of de oude brug over de vaart nog sterk genoeg is."


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


def test_pages_without_text() -> None:
    sheet = Sheet()
    for number in range(3):
        if number:
            sheet.next_page()
        sheet.rule(60, 60, 500, 700)
    error = refusal(sheet.data())
    assert error.code == "no_text"
    assert error.message.startswith("stuk.pdf has no text, pages 1 to 3 are pictures: ")
    assert "ocrmypdf -l nld+eng stuk.pdf ocr-stuk.pdf" in error.message


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
