"""PDFs: lines that are entries, definitions or examples; headings with a full stop; loose accents."""

import pytest
from pdf_files import FIRST, FIRST_READ, SECOND, SECOND_READ, Sheet, outline

from qa.load.pdf.accents import with_accent


def test_entries_of_a_bibliography_begin_at_the_margin() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 60, *FIRST)
    sheet.text(60, y + 20, "Bronnen", 15)
    y += 50
    for x, line in (
        (
            60,
            "Berg, A. (2004). Bruggen. Delft: Universiteit. Geraadpleegd via https://bruggen.example.",
        ),
        (88, "nl/oude-bruggen, op 3 maart 2021."),
        (60, "Berg, A. & P. Dijk (1999), ‘Bruggen over de vaart’, pp. 159-186 in L.J.G."),
        (88, "van Wissen (red.), Over bruggen, Den Haag: Staatsuitgeverij en de gemeente Delft."),
        (60, "Dijk, P. (2010). Sterk genoeg. Delft: Universiteit."),
        (
            60,
            "Eik, N. (2021). Zwaar verkeer in de stad, en wat het doet met de oude bruggen van nu",
        ),
        (60, "en morgen. Delft: Universiteit."),
    ):
        sheet.text(x, y, line)
        y += 12
    assert outline(sheet.load()) == [
        FIRST_READ,
        "# Bronnen",
        (
            "Berg, A. (2004). Bruggen. Delft: Universiteit. Geraadpleegd via https://bruggen.example."
            "nl/oude-bruggen, op 3 maart 2021."
        ),
        (
            "Berg, A. & P. Dijk (1999), ‘Bruggen over de vaart’, pp. 159-186 in L.J.G. "
            "van Wissen (red.), Over bruggen, Den Haag: Staatsuitgeverij en de gemeente Delft."
        ),
        "Dijk, P. (2010). Sterk genoeg. Delft: Universiteit.",
        (
            "Eik, N. (2021). Zwaar verkeer in de stad, en wat het doet met de oude bruggen van nu "
            "en morgen. Delft: Universiteit."
        ),
    ]


def test_definitions_of_symbols_stand_apart_and_are_no_headings() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 100, *FIRST)
    y = sheet.lines(60, y + 20, "G = alle bruggen in de gemeente")
    y = sheet.lines(60, y + 14, *SECOND)
    y = sheet.lines(
        60,
        y + 14,
        "TP = het aantal bruggen waarvan juist voorspeld is dat zij zwaar verkeer dragen",
        "FN = het aantal bruggen dat onterecht afgekeurd is",
        "FP = het aantal bruggen dat onterecht goedgekeurd is, met inbegrip van de bruggen die",
        "nog niet onderzocht zijn",
    )
    assert outline(sheet.load()) == [
        FIRST_READ,
        "G = alle bruggen in de gemeente",
        SECOND_READ,
        "TP = het aantal bruggen waarvan juist voorspeld is dat zij zwaar verkeer dragen",
        "FN = het aantal bruggen dat onterecht afgekeurd is",
        (
            "FP = het aantal bruggen dat onterecht goedgekeurd is, met inbegrip van de bruggen die "
            "nog niet onderzocht zijn"
        ),
    ]


def test_a_heading_may_end_in_a_full_stop_where_it_looks_like_the_others() -> None:
    sheet = Sheet()
    y = 60.0
    for title in ("De brug is oud…", "Verkeer mijdt haar…", "…maar zij staat nog."):
        sheet.text(60, y, title, 12, "Helvetica-Bold")
        y = sheet.lines(60, y + 16, *FIRST) + 20
    assert outline(sheet.load()) == [
        "# De brug is oud…",
        FIRST_READ,
        "# Verkeer mijdt haar…",
        FIRST_READ,
        "# …maar zij staat nog.",
        FIRST_READ,
    ]


def test_a_large_sentence_among_no_such_headings_is_a_paragraph() -> None:
    sheet = Sheet()
    sheet.text(60, 60, "De brug is oud.", 12, "Helvetica-Bold")
    sheet.lines(60, 76, *FIRST)
    assert outline(sheet.load()) == ["De brug is oud.", FIRST_READ]


def test_an_example_in_other_type_belongs_to_its_item() -> None:
    sheet = Sheet()
    y = sheet.lines(60, 60, *FIRST)
    y = sheet.lines(60, y + 12, "Bruggen worden afgekeurd om deze redenen:")
    for words in ("roest aan de pijlers.", "", "scheuren in het dek."):
        if words:
            sheet.text(78, y, "-")
            sheet.text(96, y, words)
        else:
            sheet.text(96, y, "Voorbeeld: de brug over de vaart.", 10, "Helvetica-BoldOblique")
        y += 12
    assert outline(sheet.load()) == [
        FIRST_READ,
        "Bruggen worden afgekeurd om deze redenen:",
        "list item: - roest aan de pijlers. Voorbeeld: de brug over de vaart.",
        "list item: - scheuren in het dek.",
    ]


@pytest.mark.parametrize("after", [True, False])
def test_an_accent_set_apart_is_one_letter_with_the_letter_it_stands_at(after: bool) -> None:
    sheet = Sheet()
    x = sheet.text(60, 60, "Minister Co")
    canvas = sheet.canvas
    if after:  # the letter, then its accent
        sheet.text(x, 60, "o")
        sheet.text(x + 1.1, 60, "¨")
    else:
        sheet.text(x + 1.1, 60, "¨")
        sheet.text(x, 60, "o")
    sheet.text(x + canvas.stringWidth("o", "Helvetica", 10), 60, "rdinatie zei dat het goed was.")
    document = sheet.load()
    assert document.text == "Minister Coördinatie zei dat het goed was.\n"


def test_what_makes_one_letter() -> None:
    assert with_accent("s", (10, 15), "¸", (11, 14)) == "ş"
    assert with_accent("´", (10, 13), "ı", (10, 12)) == "í"
    assert with_accent("s", (10, 15), "¸", (15, 18)) is None
    assert with_accent("5", (10, 15), "¨", (11, 14)) is None
    assert with_accent("´", (10, 13), "´", (10, 13)) is None


def test_centred_lines_over_two_columns_are_one_title() -> None:
    sheet = Sheet()
    title = (
        "De sterkte van oude bruggen over de vaart:",
        "een onderzoek naar verkeer en",
        "de stad",
    )
    for number, line in enumerate(title):
        width = sheet.canvas.stringWidth(line, "Helvetica-Bold", 16)
        sheet.text((595 - width) / 2, 60 + 20 * number, line, 16, "Helvetica-Bold")
    lines = (
        "De gemeente onderzoekt of de oude brug nog sterk",
        "genoeg is voor zwaar verkeer. Tot de uitkomst komt",
        "geldt een beperking van het gewicht tot twaalf ton",
        "per voertuig, en dat blijft zo tot aan het einde",
        "van het jaar, als de raad van de gemeente er mee in",
        "stemt en de provincie ook.",
    )
    for x, name in ((50, "1 Inleiding"), (305, "2 Methode")):
        sheet.text(x, 140, name, 12, "Helvetica-Bold")
        sheet.lines(x, 156, *lines)
    assert outline(sheet.load()) == [
        "# " + " ".join(title),
        "## 1 Inleiding",
        " ".join(lines),
        "## 2 Methode",
        " ".join(lines),
    ]
