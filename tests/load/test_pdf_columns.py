"""Columns of PDFs against tables; title pages and tables of contents."""

from pdf_files import Sheet, outline

LEFT = (
    "Het veer vaart ieder half uur van",
    "de kade naar het eiland. Wie met",
    "een fiets komt betaalt een euro",
    "meer, en honden varen mee als",
    "zij aan de lijn zijn. In de winter",
    "vaart het niet.",
)
RIGHT = (
    "De kaarten zijn te koop bij de",
    "winkel op de kade. Wie een kaart",
    "voor het jaar heeft, mag gratis",
    "een kind onder de twaalf jaar",
    "meenemen, behalve op dagen dat",
    "er feest is.",
)


def test_columns_whose_lines_stand_at_unequal_heights() -> None:
    sheet = Sheet()
    sheet.lines(60, 120, *LEFT)
    sheet.lines(330, 126, *RIGHT)
    assert outline(sheet.load()) == [" ".join(LEFT), " ".join(RIGHT)]


def test_few_lines_are_columns_where_other_pages_have_them() -> None:
    sheet = Sheet()
    sheet.lines(60, 120, *LEFT)
    sheet.lines(330, 120, *RIGHT)
    sheet.next_page()
    sheet.lines(60, 120, "Op zondag vaart het veer in de", "ochtend niet.")
    sheet.lines(330, 120, "Voor groepen is er korting, die", "zij betalen.")
    assert outline(sheet.load())[2:] == [
        "Op zondag vaart het veer in de ochtend niet.",
        "Voor groepen is er korting, die zij betalen.",
    ]


def test_short_cells_beside_each_other_are_a_table() -> None:
    sheet = Sheet()
    for number in range(7):
        sheet.text(60, 120 + 14 * number, f"havenkantoor {number}")
        sheet.text(330, 120 + 14 * number, f"{number}40 boten")
    document = sheet.load()
    assert [p.kind for p in document.paragraphs] == ["table row"] * 7


def test_names_on_a_title_page_are_no_headings() -> None:
    sheet = Sheet()
    sheet.text(60, 200, "Grip op bomen", 22)
    sheet.text(60, 240, "Een onderzoek naar het beheer", 14)
    sheet.text(60, 300, "Anna de Wit", 12, "Helvetica-Bold")
    sheet.text(60, 320, "Karel Vos", 12, "Helvetica-Bold")
    sheet.next_page()
    sheet.text(60, 100, "1 Aanleiding", 14)
    for number in range(3):
        sheet.lines(60, 130 + 100 * number, *LEFT)
    document = sheet.load()
    assert [section.title for section in document.sections] == ["Grip op bomen", "1 Aanleiding"]
    assert "Anna de Wit" in [p.text for p in document.paragraphs]


def test_table_of_contents_is_set_aside() -> None:
    sheet = Sheet()
    sheet.text(60, 100, "Inhoud", 14)
    entries = (("1 Aanleiding", "3"), ("2 Bevindingen", "5"), ("3 Conclusie", "12"))
    for number, (words, page) in enumerate(entries):
        sheet.text(60, 130 + 14 * number, words)
        sheet.text(480, 130 + 14 * number, page)
    sheet.next_page()
    sheet.text(60, 100, "1 Aanleiding", 14)
    sheet.lines(60, 130, *LEFT)
    document = sheet.load()
    assert outline(document) == ["# 1 Aanleiding", " ".join(LEFT)]
    assert len(document.furniture) == 4


def test_contents_with_leaders_need_no_title_and_a_list_of_titles_no_pages() -> None:
    sheet = Sheet()
    for number, words in enumerate(("Aanleiding", "Bevindingen", "Conclusie")):
        sheet.text(60, 130 + 14 * number, f"{words} {'.' * 60} {number + 3}")
    sheet.next_page()
    sheet.text(60, 60, "In dit stuk", 14)
    sheet.text(60, 100, "Inhoud", 14)
    titles = ("1. De kade", "2. Het veer", "3. Het eiland")
    sheet.lines(60, 130, *titles)
    for number, words in enumerate(titles):
        sheet.text(60, 230 + 140 * number, words, 14)
        sheet.lines(60, 250 + 140 * number, *LEFT)
    assert outline(sheet.load()) == [
        "# In dit stuk",
        *(line for words in titles for line in (f"# {words}", " ".join(LEFT))),
    ]
