"""Tables of PDFs: rows with their column heads, and what stands around them."""

from pdf_files import FIRST, FIRST_READ, SECOND, SECOND_READ, Sheet, outline

from qa.ledger import ledger


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
