from pathlib import Path

import pytest
import reportlab
from pdf_files import FIRST, FIRST_READ, SECOND, SECOND_READ, Sheet, outline
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from qa.ledger import Role, ledger
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


def test_two_columns_are_read_one_after_the_other() -> None:
    left = (
        "Het veer vaart ieder half uur van",
        "de kade naar het eiland. Wie met",
        "een fiets komt betaalt een euro",
        "meer, en honden varen mee als",
        "zij aan de lijn zijn. In de winter",
        "vaart het veer alleen des morgens",
        "en op zondag in het geheel niet,",
        "omdat er dan te weinig mensen",
    )
    right = (
        "op het eiland moeten zijn om de",
        "kosten van de vaart te dragen.",
        "Kaarten zijn te koop aan boord",
        "en bij de winkel op de kade. Wie",
        "een jaarkaart heeft mag gratis",
        "een kind onder de twaalf jaar",
        "meenemen, behalve op dagen",
        "waarop er een feest wordt gevierd.",
    )
    sheet = Sheet()
    sheet.text(60, 80, "Het veer naar het eiland", 18)
    sheet.lines(60, 120, *left)
    sheet.lines(330, 120, *right)
    document = sheet.load()
    assert outline(document) == ["# Het veer naar het eiland", " ".join((*left, *right))]
    assert len(document.paragraphs[0].reading.pieces) == 1


def test_running_head_foot_and_page_numbers_are_furniture() -> None:
    sheet = Sheet()
    for number in range(1, 4):
        sheet.text(60, 40, "Verslag van de brug", 8)
        sheet.lines(60, 100, *(FIRST if number % 2 else SECOND))
        sheet.text(290, 800, str(number + 6), 8)
        if number < 3:
            sheet.next_page()
    document = sheet.load()
    assert outline(document) == [FIRST_READ, SECOND_READ, FIRST_READ]
    furniture = [document.text[slice(*span)] for span in document.furniture]
    assert furniture == [f for n in "789" for f in ("Verslag van de brug", n)]
    assert [(page.page, page.label) for page in document.pages] == [(1, "7"), (2, "8"), (3, "9")]


def test_a_foot_stands_as_far_from_the_edge_of_a_page_on_its_side() -> None:
    sheet = Sheet()
    for number in range(1, 5):
        if number > 1:
            sheet.next_page()
        wide = number == 3
        sheet.canvas.setPageSize((842, 595) if wide else (595, 842))
        sheet.height = 595 if wide else 842
        sheet.lines(60, 100, *FIRST)
        sheet.text(60, sheet.height - 40, f"Bureau | {number}")
    document = sheet.load()
    assert outline(document) == [FIRST_READ] * 4
    assert [page.label for page in document.pages] == ["1", "2", "3", "4"]


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


def test_paragraph_goes_on_over_a_page() -> None:
    sheet = Sheet()
    sheet.lines(60, 780, *FIRST[:2])
    sheet.text(290, 820, "1", 8)
    sheet.next_page()
    sheet.lines(60, 60, FIRST[2])
    sheet.lines(60, 90, *SECOND)
    sheet.text(290, 820, "2", 8)
    document = sheet.load()
    assert outline(document) == [FIRST_READ, SECOND_READ]
    first = document.paragraphs[0]
    assert first.pages == (1, 2)
    assert [document.text[slice(*piece)] for piece in first.reading.pieces] == [
        "\n".join(FIRST[:2]),
        FIRST[2],
    ]
    assert document.text.count("\f") == 1


def test_hyphen_at_a_line_end() -> None:
    sheet = Sheet()
    sheet.lines(
        60,
        100,
        "De vergunning geldt voor alle voertuigen die zwaarder zijn dan de brug mag dra-",
        "gen, ook voor die van de hulpdiensten en van de firma die het onderhoud doet.",
    )
    document = sheet.load()
    (paragraph,) = outline(document)
    assert paragraph == (
        "De vergunning geldt voor alle voertuigen die zwaarder zijn dan de brug mag dragen, "
        "ook voor die van de hulpdiensten en van de firma die het onderhoud doet."
    )
    assert "dra-\ngen" in document.text


def test_footnotes_are_linked_and_go_on_over_a_page() -> None:
    sheet = Sheet()
    end = sheet.text(60, 100, "De brug is in 1932 gebouwd")
    end = sheet.mark(end, 100, "1")
    sheet.text(end, 100, " en na de oorlog hersteld.")
    end = sheet.text(60, 130, "Over de kosten is een brief gestuurd.")
    sheet.mark(end, 130, "2")
    sheet.rule(60, 730, 150, 730)
    sheet.mark(60, 744, "1")
    sheet.text(66, 744, "Archief van de gemeente, doos 12.", 7.5)
    sheet.mark(60, 755, "2")
    sheet.text(66, 755, "Brief aan de raad van 3 maart 1999, die ook de kosten van de andere", 7.5)
    sheet.next_page()
    sheet.lines(60, 100, *SECOND)
    sheet.rule(60, 740, 150, 740)
    sheet.text(66, 755, "bruggen noemt.", 7.5)
    document = sheet.load()
    assert outline(document) == [
        "De brug is in 1932 gebouwd en na de oorlog hersteld.",
        "Over de kosten is een brief gestuurd.",
        SECOND_READ,
    ]
    assert [(n.marker, n.text, n.pages) for n in document.footnotes] == [
        ("1", "Archief van de gemeente, doos 12.", (1,)),
        (
            "2",
            "Brief aan de raad van 3 maart 1999, die ook de kosten van de andere bruggen noemt.",
            (1, 2),
        ),
    ]
    assert [[(r.id, r.at) for r in n.referred_from] for n in document.footnotes] == [
        [("stuk#p1", 26)],
        [("stuk#p2", 37)],
    ]
    marks = [document.text[slice(*span)] for span, role in ledger(document) if role is Role.MARK]
    assert marks == ["1", "2"]


def test_a_power_is_no_mark() -> None:
    sheet = Sheet()
    end = sheet.text(60, 100, "Het dek meet 140 m")
    end = sheet.mark(end, 100, "2")
    end = sheet.text(end, 100, " en is in 1932 gelegd")
    end = sheet.mark(end, 100, "2")
    sheet.text(end, 100, " door de firma.")
    sheet.lines(60, 130, *FIRST)
    sheet.mark(60, 744, "1")
    sheet.text(66, 744, "Zonder plaats.", 7.5)
    sheet.mark(60, 755, "2")
    sheet.text(66, 755, "Archief van de gemeente.", 7.5)
    document = sheet.load()
    assert document.paragraphs[0].text == "Het dek meet 140 m2 en is in 1932 gelegd door de firma."
    assert [[r.at for r in note.referred_from] for note in document.footnotes] == [[], [40]]


def test_table_rows_have_their_column_heads() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 100, *FIRST) + 10
    rows = (
        ("Jaar", "Voertuigen", "Boetes"),
        ("2019", "14 200", "31"),
        ("2020", "9 800", "12"),
        ("2021", "11 350", "40"),
    )
    for row in rows:
        for x, cell in zip((60, 160, 280), row, strict=True):
            sheet.text(x, y, cell)
        y += 14
    sheet.lines(60, y + 12, *SECOND)
    document = sheet.load()
    assert outline(document) == [
        FIRST_READ,
        "table row: 2019 14 200 31",
        "table row: 2020 9 800 12",
        "table row: 2021 11 350 40",
        SECOND_READ,
    ]
    assert [p.context for p in document.paragraphs] == [
        "",
        *["Jaar · Voertuigen · Boetes"] * 3,
        "",
    ]
    assert [document.text[slice(*span)] for span in document.furniture] == [
        "Jaar\tVoertuigen\tBoetes"
    ]
    assert "2020\t9 800\t12\n" in document.text


def test_heads_over_several_columns_go_with_each_of_them() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 100, *FIRST) + 10
    for x, cell in ((185, "2019"), (325, "2020")):
        sheet.text(x, y, cell)
    rows = (
        ("Haven", "mannen", "vrouwen", "mannen", "vrouwen"),
        ("Noord", "120", "95", "131", "102"),
        ("Zuid", "80", "85", "77", "90"),
        ("West", "31", "30", "35", "29"),
    )
    for row in rows:
        y += 14
        for x, cell in zip((60, 160, 220, 300, 360), row, strict=True):
            sheet.text(x, y, cell)
    document = sheet.load()
    assert outline(document)[1:] == [
        "table row: Noord 120 95 131 102",
        "table row: Zuid 80 85 77 90",
        "table row: West 31 30 35 29",
    ]
    assert {p.context for p in document.paragraphs[1:]} == {
        "Haven · 2019 mannen · 2019 vrouwen · 2020 mannen · 2020 vrouwen"
    }


def test_rows_without_heads_are_all_read() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 100, *FIRST) + 10
    for row in (("12", "Noord"), ("9", "Zuid"), ("31", "West")):
        for x, cell in zip((60, 160), row, strict=True):
            sheet.text(x, y, cell)
        y += 14
    document = sheet.load()
    assert outline(document)[1:] == [
        "table row: 12 Noord",
        "table row: 9 Zuid",
        "table row: 31 West",
    ]
    assert document.furniture == ()


def test_marks_of_notes_in_heads_and_headings_are_those_of_what_is_under_them() -> None:
    sheet = Sheet()
    end = sheet.text(60, 60, "Boetes op de brug", 15)
    sheet.mark(end, 60, "1")
    y = sheet.lines(60, 80, *FIRST) + 10
    for row in (("Jaar", "Boetes"), ("2019", "31"), ("2020", "12"), ("2021", "40")):
        for x, cell in zip((60, 160), row, strict=True):
            end = sheet.text(x, y, cell)
            if cell == "Boetes":
                sheet.mark(end, y, "2")
        y += 14
    sheet.rule(60, 730, 150, 730)
    for number, (below, words) in enumerate(((744, "Met de auto."), (755, "Zonder de maning.")), 1):
        sheet.mark(60, below, str(number))
        sheet.text(66, below, words, 7.5)
    document = sheet.load()
    assert [p.text for p in document.paragraphs] == [FIRST_READ, "2019 31", "2020 12", "2021 40"]
    references = [[(r.id, r.at) for r in p.footnotes] for p in document.paragraphs]
    assert references == [[("stuk#fn1", 0)], [("stuk#fn2", 0)], [], []]
    assert [[r.id for r in note.referred_from] for note in document.footnotes] == [
        ["stuk#p1"],
        ["stuk#p2"],
    ]
    assert ledger(document)


def test_ruled_table_with_cells_of_several_lines() -> None:
    sheet = Sheet()
    cells = [
        (110, ("Brug",), ("Toestand",)),
        (130, ("Vaartbrug", "(noord)"), ("Wacht op een nieuw dek",)),
        (160, ("Sluisbrug",), ("Goed, al is de reling", "hier en daar geroest")),
    ]
    for y, first, second in cells:
        sheet.lines(64, y, *first)
        sheet.lines(154, y, *second)
    for y in (98, 116, 146, 178):
        sheet.rule(60, y, 300, y)
    for x in (60, 150, 300):
        sheet.rule(x, 98, x, 178)
    sheet.lines(60, 220, *FIRST)
    document = sheet.load()
    assert outline(document)[:2] == [
        "table row: Vaartbrug (noord) Wacht op een nieuw dek",
        "table row: Sluisbrug Goed, al is de reling hier en daar geroest",
    ]
    assert {p.context for p in document.paragraphs[:2]} == {"Brug · Toestand"}


def test_sentence_goes_on_after_a_table() -> None:
    sheet = Sheet()
    sheet.lines(60, 100, *FIRST[:2])
    for y, row in ((140, ("Jaar", "Boetes")), (154, ("2019", "31")), (168, ("2020", "12"))):
        for x, cell in zip((60, 160), row, strict=True):
            sheet.text(x, y, cell)
    sheet.lines(60, 210, FIRST[2])
    assert FIRST_READ in outline(sheet.load())


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


def test_text_that_runs_up_the_margin_is_set_aside() -> None:
    sheet = Sheet()
    sheet.lines(100, 100, *FIRST)
    sheet.canvas.saveState()
    sheet.canvas.translate(40, 300)
    sheet.canvas.rotate(90)
    sheet.canvas.drawString(0, 0, "Drukkerij De Brug")
    sheet.canvas.restoreState()
    document = sheet.load()
    assert outline(document) == [FIRST_READ]
    assert [document.text[slice(*span)] for span in document.furniture] == ["Drukkerij De Brug"]


def test_page_set_on_its_side_is_read_upright() -> None:
    sheet = Sheet()
    sheet.canvas.translate(100, 100)
    sheet.canvas.rotate(90)
    for number, line in enumerate(FIRST):
        sheet.canvas.drawString(0, -12 * number, line)
    document = sheet.load()
    assert outline(document) == [FIRST_READ]
    (box,) = document.boxes_of(((0, 5),))
    assert 80 < box.left < 100 < box.right < 110
    assert box.bottom - box.top > 300


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
