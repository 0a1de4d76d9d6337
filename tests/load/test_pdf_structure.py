"""What a PDF's pages are read as: headings, paragraphs, lists, signatures."""

from pathlib import Path

import pytest
import reportlab
from pdf_files import FIRST, FIRST_READ, SECOND, SECOND_READ, Sheet, outline
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from qa.ledger import ledger
from qa.load import load as load_file


def test_paragraphs_by_leading() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 100, *FIRST)
    sheet.lines(60, y + 10, *SECOND)
    document = sheet.load()
    assert outline(document) == [FIRST_READ, SECOND_READ]
    assert document.text == "\n".join((*FIRST, *SECOND)) + "\n"
    assert [(p.pages, p.lines) for p in document.paragraphs] == [((1,), (1, 3)), ((1,), (4, 5))]


def test_paragraphs_by_indent_alone() -> None:
    sheet = Sheet()
    sheet.lines(72, 100, FIRST[0])
    y = sheet.lines(60, 112, *FIRST[1:])
    sheet.lines(72, y, SECOND[0])
    sheet.lines(60, y + 12, *SECOND[1:])
    assert outline(sheet.load()) == [FIRST_READ, SECOND_READ]


def test_paragraphs_by_short_last_line_alone() -> None:
    sheet = Sheet()
    sheet.lines(60, 100, *FIRST, *SECOND)
    assert outline(sheet.load()) == [FIRST_READ, SECOND_READ]


def test_heading_levels() -> None:
    sheet = Sheet()
    sheet.text(60, 60, "Verslag van de brug", 22)
    sheet.text(60, 100, "1 Aanleiding", 15)
    y = sheet.lines(60, 120, *FIRST)
    sheet.text(60, y + 20, "1.1 Omleiding", 12, "Helvetica-Bold")
    y = sheet.lines(60, y + 36, *SECOND)
    sheet.text(60, y + 20, "2 Vervolg", 15)
    y = sheet.lines(60, y + 40, *FIRST)
    document = sheet.load()
    assert outline(document) == [
        "# Verslag van de brug",
        "## 1 Aanleiding",
        FIRST_READ,
        "### 1.1 Omleiding",
        SECOND_READ,
        "## 2 Vervolg",
        FIRST_READ,
    ]
    path = document.section_path(document.paragraphs[1].section)
    assert path == ("Verslag van de brug", "1 Aanleiding", "1.1 Omleiding")


def test_bold_line_over_text_is_a_heading() -> None:
    sheet = Sheet()
    sheet.text(60, 100, "Omleiding", 10, "Helvetica-Bold")
    y = sheet.lines(60, 112, *FIRST)
    sheet.text(60, y, "Ontheffing", 10, "Helvetica-Bold")
    sheet.lines(60, y + 12, *SECOND)
    assert outline(sheet.load()) == ["# Omleiding", FIRST_READ, "# Ontheffing", SECOND_READ]


def test_questions_and_answers_are_sections() -> None:
    sheet = Sheet()
    y = 100.0
    for number in (1, 2):
        y = sheet.lines(60, y, f"Vraag {number}", "Is de brug nog veilig?") + 10
        y = sheet.lines(60, y, f"Antwoord {number}", *FIRST) + 10
    assert outline(sheet.load()) == [
        "# Vraag 1",
        "Is de brug nog veilig?",
        "# Antwoord 1",
        FIRST_READ,
        "# Vraag 2",
        "Is de brug nog veilig?",
        "# Antwoord 2",
        FIRST_READ,
    ]


def test_the_heading_of_a_title_page_is_the_title(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.text(60, 200, "De brug over de vaart", 16)
    sheet.text(60, 240, "Een onderzoek", 12)
    sheet.next_page()
    for chapter in ("1 Aanleiding", "2 Uitkomst"):
        sheet.text(60, 60, chapter, 20)
        sheet.lines(60, 100, *FIRST)
        sheet.next_page()
    path = tmp_path / "rapport.pdf"
    path.write_bytes(sheet.data())
    title = load_file(path, "rapport").metadata.title
    assert title is not None
    assert (title.value, title.span) == ("De brug over de vaart", (0, 21))


def test_a_long_line_far_below_the_text_before_is_a_heading() -> None:
    sheet = Sheet()
    heading = "2017 De gemeente begint met het onderzoek naar de oude brug over de nieuwe vaart"
    y = sheet.lines(60, 100, *FIRST)
    sheet.text(60, y + 24, heading)
    sheet.lines(60, y + 40, *SECOND)
    assert outline(sheet.load()) == [FIRST_READ, f"# {heading}", SECOND_READ]


def test_list_items() -> None:
    sheet = Sheet()
    y = sheet.lines(
        60, 100, "De gemeente neemt drie maatregelen om de brug te sparen tot het dek vernieuwd is:"
    )
    for words in (
        (
            "een beperking van het gewicht tot twaalf ton per voertuig, die door een portaal",
            "wordt afgedwongen;",
        ),
        ("een omleiding over de ringweg;",),
        ("een meting van de trillingen.",),
    ):
        sheet.text(60, y, "\u2022")
        y = sheet.lines(72, y, *words)
    sheet.lines(60, y, *SECOND)
    assert outline(sheet.load()) == [
        "De gemeente neemt drie maatregelen om de brug te sparen tot het dek vernieuwd is:",
        "list item: \u2022 een beperking van het gewicht tot twaalf ton per voertuig, die door een portaal wordt afgedwongen;",
        "list item: \u2022 een omleiding over de ringweg;",
        "list item: \u2022 een meting van de trillingen.",
        SECOND_READ,
    ]


def test_every_code_point_has_a_box_and_ligatures_are_letters() -> None:
    folder = Path(reportlab.__file__).parent / "fonts"
    pdfmetrics.registerFont(TTFont("Vera", folder / "Vera.ttf"))
    sheet = Sheet()
    sheet.text(60, 100, "De \ufb01ets staat in het depot van de gemeente.", 12, "Vera")
    document = sheet.load()
    assert document.text == "De fiets staat in het depot van de gemeente.\n"
    (line,) = document.line_boxes
    assert len(line.lefts) == len(line.rights) == line.span[1] - line.span[0]
    (word,) = document.boxes_of(((3, 8),))
    assert (word.page, round(word.left), round(word.right)) == (1, 80, 106)
    assert 86 < word.top < 100 < word.bottom < 106
    assert document.boxes_of(((3, 4),)) == document.boxes_of(((4, 5),))  # f and i are one glyph


def test_signature_block() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 100, *FIRST)
    y = sheet.lines(60, y + 30, "De Minister van Bruggen en Sluizen,")
    sheet.lines(60, y + 40, "A. van der Vaart")
    document = sheet.load()
    assert outline(document)[1:] == [
        "signature: De Minister van Bruggen en Sluizen, A. van der Vaart"
    ]


@pytest.mark.parametrize("pages", [1, 3])
def test_ledger_and_readings_are_whole(pages: int) -> None:
    sheet = Sheet()
    for number in range(pages):
        if number:
            sheet.next_page()
        sheet.text(60, 60, f"Deel {number + 1}", 16)
        sheet.lines(60, 100, *FIRST, "", "\u2022 een punt", "* * *", *SECOND)
    document = sheet.load()
    assert ledger(document)[0][0][0] == 0
    for paragraph in document.paragraphs:
        assert paragraph.reading.render(document.text) == paragraph.text
    assert len(document.pages) == pages
    assert [s.title for s in document.sections] == [f"Deel {n + 1}" for n in range(pages)]


def test_words_without_a_blank_between_them_are_told_apart_by_their_gap() -> None:
    sheet = Sheet()
    end = sheet.text(60, 100, "Dit zijn de kenmerken van de")
    end = sheet.text(end + 1.8, 100, "verhuizers in de stad")
    sheet.text(end + 1.8, 100, ", en verder niets.")
    sheet.canvas.drawString(60, sheet.height - 200, "Verkiezingen zijn vrij.", charSpace=1.8)
    assert outline(sheet.load()) == [
        "Dit zijn de kenmerken van de verhuizers in de stad, en verder niets.",
        "Verkiezingen zijn vrij.",
    ]
