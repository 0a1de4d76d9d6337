"""PDF: which headings stand under which, and tables that go on with the heads of a page before."""

from pdf_files import Sheet, outline

TEXT = (
    "De gemeente onderzoekt of de oude brug over de vaart nog sterk genoeg is voor zwaar",
    "verkeer. Tot de uitkomst bekend is geldt een beperking van het gewicht tot twaalf ton",
    "per voertuig.",
)
READ = " ".join(TEXT)
SIGMET = (
    "Wie een SIGMET uitgeeft meldt dat aan alle diensten van de gemeente die over de brug",
    "gaan, en doet dat binnen een uur.",
)
BOLD = "Helvetica-Bold"


def bulletin(*chapters: str) -> list[str]:
    """The headings of a page with a title, a box of capitals and then chapters."""
    sheet = Sheet()
    sheet.text(60, 50, "Bericht over de brug", 16, BOLD)
    y = 70.0
    for heading, size in (("WERKWIJZE", 11), ("OVERZICHT", 11), *((c, 10) for c in chapters)):
        sheet.text(60, y + 14, heading, size, BOLD)
        y = sheet.lines(60, y + 28, *TEXT)
    return [line for line in outline(sheet.load()) if line.startswith("#")]


def test_chapters_that_count_over_the_document_stand_beside_headings_hardly_larger() -> None:
    assert bulletin("1. Inleiding", "Algemeen", "2. Gegevens", "Zicht", "3. Slot") == [
        "# Bericht over de brug",
        "## WERKWIJZE",
        "## OVERZICHT",
        "## 1. Inleiding",
        "### Algemeen",
        "## 2. Gegevens",
        "### Zicht",
        "## 3. Slot",
    ]


def test_numbers_that_begin_again_or_are_few_make_no_chapters() -> None:
    again = bulletin("1. Inleiding", "2. Gegevens", "1. Slot", "2. Dank")
    assert again[3:] == ["### 1. Inleiding", "### 2. Gegevens", "### 1. Slot", "### 2. Dank"]
    assert bulletin("Zicht", "Wind", "1. Weer", "2. Slot")[3:] == [
        "### Zicht",
        "### Wind",
        "### 1. Weer",
        "### 2. Slot",
    ]


def test_an_abbreviation_is_not_set_in_capitals() -> None:
    sheet = Sheet()
    y = 60.0
    for heading in ("Zicht", "SIGMET", "Wind", "BESLUIT"):
        sheet.text(60, y, heading, 10, BOLD)
        y = sheet.lines(60, y + 14, *SIGMET) + 14
    headings = [line for line in outline(sheet.load()) if line.startswith("#")]
    assert headings == ["## Zicht", "## SIGMET", "## Wind", "# BESLUIT"]


def test_the_first_item_of_a_list_with_roman_numbers_is_no_heading() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 100, *TEXT)
    for number, item in (
        ("I.", "Eigendom van de brug"),
        ("II.", "Waarde van de brug voor wie er over rijdt en voor de gemeente"),
    ):
        sheet.text(70, y + 10, number)
        sheet.text(95, y + 10, item)
        y += 12
    sheet.lines(60, y + 22, *TEXT)
    assert not [line for line in outline(sheet.load()) if line.startswith("#")]


def test_headings_with_roman_numbers_stay_headings() -> None:
    sheet = Sheet()
    y = 60.0
    for heading in ("I. Eigendom", "II. Waarde"):
        sheet.text(60, y, heading, 10, BOLD)
        y = sheet.lines(60, y + 14, *TEXT) + 14
    assert outline(sheet.load()) == ["# I. Eigendom", READ, "# II. Waarde", READ]


HEADS = ("Haven", "Woning", "Werk", "Studie")
CONTEXT = "Haven · Woning · Werk · Studie"


def test_a_table_on_the_next_page_keeps_its_heads_though_a_rule_is_under_its_first_row() -> None:
    assert contexts("Eigendom") == [
        ("Noord 1.494*** 0.678*** 1.299", CONTEXT),
        ("Zuid 1.785*** 0.300*** 2.529", CONTEXT),
        ("Eigendom", CONTEXT),
        ("Huur 1.375*** 1.291*** 1.025", CONTEXT),
        ("Koop (0.0662) (0.0840) (0.0762)", CONTEXT),
        ("West 1.182 1.215 0.585*", CONTEXT),
    ]


def test_a_table_with_a_caption_does_not_go_on_with_the_one_before() -> None:
    assert contexts("Tabel 2: huur")[2:] == [
        ("Tabel 2: huur", ""),
        ("Huur 1.375*** 1.291*** 1.025", ""),
        ("Koop (0.0662) (0.0840) (0.0762)", ""),
        ("West 1.182 1.215 0.585*", ""),
    ]


def contexts(above: str) -> list[tuple[str, str]]:
    """Rows with their heads, of a table over two pages with a row above its second part."""
    sheet = Sheet()
    y = sheet.lines(60, 100, *TEXT) + 14
    first = (
        HEADS,
        ("Noord", "1.494***", "0.678***", "1.299"),
        ("Zuid", "1.785***", "0.300***", "2.529"),
    )
    second = (
        ("Huur", "1.375***", "1.291***", "1.025"),
        ("Koop", "(0.0662)", "(0.0840)", "(0.0762)"),
        ("West", "1.182", "1.215", "0.585*"),
    )
    _set(sheet, y, first)
    sheet.next_page()
    sheet.text(60, 60, above)
    sheet.rule(60, 78, 400, 78)
    _set(sheet, 74, second)
    return [(p.text, p.context) for p in sheet.load().paragraphs[1:]]


def _set(sheet: Sheet, y: float, rows: tuple[tuple[str, ...], ...]) -> None:
    for row in rows:
        for x, cell in zip((60, 140, 220, 300), row, strict=True):
            sheet.text(x, y, cell)
        y += 14


def test_years_and_bracketed_numbers_may_head_columns() -> None:
    for heads in (("Haven", "2019", "2020", "2021"), ("Haven", "(1)", "(2)", "(3)")):
        sheet = Sheet()
        sheet.rule(60, 64, 400, 64)
        _set(sheet, 60, (heads, ("Noord", "12", "9", "31"), ("Zuid", "1,2", "0,9", "3,1")))
        document = sheet.load()
        assert [p.context for p in document.paragraphs] == [" · ".join(heads)] * 2
