"""PDFs: Roman numbers apart from their words, cells that touch, heads that come again."""

from pdf_files import FIRST, FIRST_READ, SECOND, SECOND_READ, Sheet, outline

from qa.load.pdf.rules import Rule, Uprights


def test_roman_numbers_in_capitals_that_stand_apart_begin_items() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 60, *FIRST, "Zij let op vijf delen van de oude brug. Deze zijn:")
    for x, mark, words in (
        (73, "I.", "Het dek (hout en staal)"),
        (70, "II.", "De leuning aan de kant van het water (in meters)"),
        (67, "III.", "De pijlers onder de waterlijn (in meters)"),
        (
            67,
            "IV.",
            "De oprit, gemeten als het aantal voertuigen dat er per uur over heen rijdt op",
        ),
        (96, "", "een gewone dag"),
        (70, "V.", "De verlichting"),
    ):
        sheet.text(x, y, mark)
        sheet.text(96, y, words)
        y += 12
    sheet.lines(60, y + 8, *SECOND)
    read = outline(sheet.load())
    assert read[0] == FIRST_READ
    assert read[1:] == [
        "Zij let op vijf delen van de oude brug. Deze zijn:",
        "list item: I. Het dek (hout en staal)",
        "list item: II. De leuning aan de kant van het water (in meters)",
        "list item: III. De pijlers onder de waterlijn (in meters)",
        (
            "list item: IV. De oprit, gemeten als het aantal voertuigen dat er per uur over heen "
            "rijdt op een gewone dag"
        ),
        "list item: V. De verlichting",
        SECOND_READ,
    ]


def test_initials_begin_no_items() -> None:
    sheet = Sheet()
    lines = (
        "De gemeente onderzoekt of de oude brug over de vaart sterk genoeg is, zegt wethouder.",
        "I. Jansen, en tot de uitkomst bekend is geldt een beperking van het gewicht tot twaalf",
        "ton per voertuig.",
    )
    sheet.lines(60, 100, *lines)
    assert outline(sheet.load()) == [" ".join(lines)]


def _ruled_table(sheet: Sheet, y: float, rows: list[tuple[str, str, str, str]]) -> float:
    """Rows of three cells, the first of two lines, in a grid; gives where it ends."""
    bottom = y + 26 * len(rows)
    edge = 60 + sheet.canvas.stringWidth("Plaats van de con-", "Helvetica", 10)
    for x in (57, edge + 0.2, 300, 400):
        sheet.rule(x, y, x, bottom)
    for number, (first, more, second, third) in enumerate(rows):
        top = y + 26 * number
        sheet.rule(57, top, 400, top)
        sheet.lines(60, top + 11, first, *([more] if more else []))
        sheet.text(edge + 0.4, top + 11, second)
        sheet.text(303, top + 11, third)
    sheet.rule(57, bottom, 400, bottom)
    return bottom


def test_cells_that_touch_at_a_rule_stay_apart() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 60, *FIRST)
    rows = [(f"Weg {number}", "", "Breedte", "WEGEN") for number in range(1, 12)]
    touching = ("Plaats van de con-", "text", "Provincie", "GEBIEDEN")
    _ruled_table(sheet, y + 10, [("Soort", "", "Naam", "Bron"), touching, *rows])
    assert outline(sheet.load()) == [
        FIRST_READ,
        "table row: Plaats van de context Provincie GEBIEDEN",
        *(f"table row: Weg {number} Breedte WEGEN" for number in range(1, 12)),
    ]


def test_a_word_in_two_pieces_of_text_is_cut_by_no_short_rule() -> None:
    sheet = Sheet()
    end = sheet.text(60, 100, "De omlei")
    sheet.text(end, 100, "ding loopt over de ringweg.")
    sheet.rule(end, 95, end, 101)
    assert outline(sheet.load()) == ["De omleiding loopt over de ringweg."]


def test_upright_rules_are_found_by_place() -> None:
    rules = Uprights([Rule(10, 0, 100, 1), Rule(90, 0, 91, 30), Rule(50, 0, 50.5, 8)])
    assert rules.part(80, 90, 20)
    assert not rules.part(80, 89, 20)
    assert not rules.part(80, 90, 40)
    assert rules.part(50, 50, 5)
    assert not rules.part(50, 50, 5, least=10)
    assert not rules.part(10, 10, 0.5)


def test_heads_that_come_again_within_a_table_are_no_row() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 60, *FIRST) + 20
    for cells in (
        ("brug", "jaar", "lengte"),
        ("Veerbrug", "1931", "12,5"),
        ("Melkbrug", "1954", "18,0"),
        ("Na de bouw",),
        ("brug", "jaar", "lengte"),
        ("Veerbrug", "1999", "13,0"),
        ("Melkbrug", "2001", "18,5"),
    ):
        font = "Helvetica-Bold" if cells[0] in ("brug", "Na de bouw") else "Helvetica"
        for x, cell in zip((60, 180, 260), cells, strict=False):
            sheet.text(x, y, cell, 10, font)
        y += 14
    document = sheet.load()
    assert outline(document) == [
        FIRST_READ,
        "table row: Veerbrug 1931 12,5",
        "table row: Melkbrug 1954 18,0",
        "table row: Na de bouw",
        "table row: Veerbrug 1999 13,0",
        "table row: Melkbrug 2001 18,5",
    ]
    assert {p.context for p in document.paragraphs[1:]} == {"brug · jaar · lengte"}
    assert [document.text[slice(*span)] for span in document.furniture] == [
        "brug\tjaar\tlengte"
    ] * 2


def test_bold_line_over_a_table_is_a_heading_where_others_look_so() -> None:
    sheet = Sheet()
    y = 80.0
    for title, lines in (("GEBRUIK:", FIRST), ("GEWICHT:", SECOND)):
        sheet.text(60, y, title, 10.9, "Helvetica-Bold")
        y = sheet.lines(60, y + 12, *lines) + 8
    sheet.text(60, y, "WOORDEN VOOR PLAATS EN TIJD:", 10.9, "Helvetica-Bold")
    for first, second in (("Plaats", "Kies noord of zuid."), ("Tijd", "Kies vroeg of laat.")):
        y += 12
        sheet.text(60, y, first, 10, "Helvetica-Bold")
        sheet.text(200, y, second)
    sheet.text(60, y + 22, "SLUITING:", 10.9, "Helvetica-Bold")
    sheet.lines(60, y + 34, *FIRST)
    document = sheet.load()
    assert outline(document) == [
        "# GEBRUIK:",
        FIRST_READ,
        "# GEWICHT:",
        SECOND_READ,
        "# WOORDEN VOOR PLAATS EN TIJD:",
        "table row: Plaats Kies noord of zuid.",
        "table row: Tijd Kies vroeg of laat.",
        "# SLUITING:",
        FIRST_READ,
    ]


def test_caption_in_bold_over_a_table_is_no_heading() -> None:
    sheet = Sheet()
    y = 80.0
    for title, lines in (("Gebruik", FIRST), ("Gewicht", SECOND)):
        sheet.text(60, y, title, 10, "Helvetica-Bold")
        y = sheet.lines(60, y + 12, *lines) + 8
    sheet.text(60, y, "Tabel 1: Bruggen en lengte", 10, "Helvetica-Bold")
    for cells in (("Veerbrug", "12,5"), ("Melkbrug", "18,0")):
        y += 12
        for x, cell in zip((60, 200), cells, strict=True):
            sheet.text(x, y, cell)
    assert outline(sheet.load())[4:] == [
        "Tabel 1: Bruggen en lengte",
        "table row: Veerbrug 12,5",
        "table row: Melkbrug 18,0",
    ]
