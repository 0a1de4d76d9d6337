"""Notes of PDFs that stand elsewhere than raised at the foot, and what only looks like one."""

import pytest
from pdf_files import Sheet, outline

from qa.document import Document

BODY = (
    "De brug is in 1932 gebouwd en na de oorlog hersteld. Het dek ligt",
    "op acht pijlers van beton, die ieder jaar worden nagekeken door de",
    "dienst die daarvoor over een boot met een kraan beschikt.",
)


def links(document: Document) -> list[tuple[str, str, list[str]]]:
    """Each note's marker and text, and the words before each of its marks."""
    return [
        (n.marker, n.text, [document.unit(r.id).text[: r.at][-12:] for r in n.referred_from])
        for n in document.footnotes
    ]


def test_notes_under_a_title_at_the_end() -> None:
    sheet = Sheet()
    end = sheet.text(60, 100, "Het veer kost een euro")
    end = sheet.mark(end, 100, "1")
    sheet.text(end, 100, " en vaart ieder uur.")
    for number in range(3):
        sheet.lines(60, 130 + 60 * number, *BODY)
    sheet.next_page()
    for number in range(3):
        sheet.lines(60, 100 + 60 * number, *BODY)
    sheet.next_page()
    sheet.next_page()
    end = sheet.text(60, 100, "Honden varen mee aan de lijn")
    end = sheet.mark(end, 100, "2")
    sheet.text(end, 100, ".")
    sheet.text(60, 140, "Eindnoten", 12, "Helvetica-Bold")
    sheet.lines(60, 160, "1. Tarief van 2031, zonder de toeslag voor de nacht en de feestdagen,")
    sheet.lines(72, 172, "dat de raad ieder jaar vaststelt.", "")
    sheet.lines(60, 186, "2. Besluit van de raad van 3 mei.")
    sheet.text(60, 230, "Bijlage", 12, "Helvetica-Bold")
    sheet.lines(60, 250, *BODY)
    document = sheet.load()
    tariff = "Tarief van 2031, zonder de toeslag voor de nacht en de feestdagen"
    assert links(document) == [
        (
            "1",
            f"{tariff}, dat de raad ieder jaar vaststelt.",
            ["ost een euro"],
        ),
        ("2", "Besluit van de raad van 3 mei.", [" aan de lijn"]),
    ]
    assert outline(document)[-4:] == [
        "Honden varen mee aan de lijn.",
        "# Eindnoten",
        "# Bijlage",
        " ".join(BODY),
    ]


@pytest.mark.parametrize("mark", ["[1]", "1)"])
def test_marks_that_are_not_raised(mark: str) -> None:
    sheet = Sheet()
    sheet.text(60, 100, f"De brug is in 1932 gebouwd{mark} en na de oorlog hersteld.")
    sheet.lines(60, 140, *BODY)
    sheet.rule(60, 730, 150, 730)
    sheet.text(60, 744, f"{mark} Archief van de gemeente, doos 12.", 7.5)
    document = sheet.load()
    assert links(document) == [(mark, "Archief van de gemeente, doos 12.", ["1932 gebouwd"])]
    assert outline(document)[0] == "De brug is in 1932 gebouwd en na de oorlog hersteld."


def test_mark_in_brackets_between_words_leaves_one_blank() -> None:
    sheet = Sheet()
    sheet.text(60, 100, "De brug is in 1932 gebouwd [1] en na de oorlog hersteld [2].")
    sheet.lines(60, 140, *BODY)
    sheet.rule(60, 730, 150, 730)
    sheet.text(60, 744, "[1] Archief van de gemeente, doos 12.", 7.5)
    sheet.text(60, 755, "[2] Archief van de gemeente, doos 14.", 7.5)
    document = sheet.load()
    assert outline(document)[0] == "De brug is in 1932 gebouwd en na de oorlog hersteld."
    assert [len(note.referred_from) for note in document.footnotes] == [1, 1]


def test_small_list_without_marks_is_no_notes() -> None:
    sheet = Sheet()
    sheet.lines(60, 140, *BODY, *BODY)
    sheet.text(60, 744, "1) De eerste pijler is van steen.", 7.5)
    sheet.text(60, 755, "2) De tweede pijler is van beton.", 7.5)
    assert sheet.load().footnotes == ()


def test_note_under_a_table_in_mid_page() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 100, *BODY) + 10
    end = sheet.text(160, y, "Boetes")
    sheet.text(60, y, "Jaar")
    sheet.mark(end, y, "1")
    for row in (("2019", "31"), ("2020", "12"), ("2021", "40")):
        y += 14
        for x, cell in zip((60, 160), row, strict=True):
            sheet.text(x, y, cell)
    y += 16
    sheet.text(sheet.mark(60, y, "1"), y, "Zonder de boetes die later zijn ingetrokken.", 9)
    sheet.lines(60, y + 30, *BODY)
    sheet.lines(60, y + 80, *BODY)
    document = sheet.load()
    assert links(document) == [("1", "Zonder de boetes die later zijn ingetrokken.", [""])]
    first = document.paragraphs[1]
    assert (first.text, first.context, first.footnotes[0].at) == ("2019 31", "Jaar · Boetes", 0)
    assert outline(document)[-2:] == [" ".join(BODY)] * 2


def test_equal_notes_at_one_height_are_no_furniture() -> None:
    sheet = Sheet()
    for number, words in enumerate(("van het water", "van de wind")):
        if number:
            sheet.next_page()
        end = sheet.text(60, 100, f"Het huis {words} is oud")
        end = sheet.mark(end, 100, "1")
        sheet.text(end, 100, " en moet worden hersteld.")
        sheet.lines(60, 140, *BODY)
        sheet.rule(60, 740, 150, 740)
        sheet.text(sheet.mark(60, 755, "1"), 755, "Idem.", 7.5)
        sheet.text(300, 800, f"{number + 4}", 8)
    document = sheet.load()
    assert [(text, before) for _, text, before in links(document)] == [
        ("Idem.", ["water is oud"]),
        ("Idem.", [" wind is oud"]),
    ]


def test_one_page_that_counts_itself_has_a_foot() -> None:
    sheet = Sheet()
    end = sheet.text(60, 100, "De brug is in 1932 gebouwd")
    sheet.mark(end, 100, "1")
    sheet.lines(60, 140, *BODY)
    sheet.rule(60, 740, 150, 740)
    sheet.text(sheet.mark(60, 755, "1"), 755, "Archief, doos 12.", 7.5)
    sheet.text(450, 800, "Pagina 1 van 1", 7.5)
    document = sheet.load()
    assert [note.text for note in document.footnotes] == ["Archief, doos 12."]
    assert [document.text[slice(*span)] for span in document.furniture] == ["Pagina 1 van 1"]
