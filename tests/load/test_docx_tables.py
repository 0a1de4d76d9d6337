"""Tables of Word documents: rows with the heads of their columns, or text that was laid out."""

from document_view import view
from docx_files import bold, cell, docx, note, note_mark, p, row, table

from qa.load.docx import load_docx

HEAD = "<w:tblHeader/>"
LONG = "De opvang van slachtoffers is verder uitgebreid, met name in het noorden. " * 8


def loaded(body, **parts):
    return load_docx(docx(body, **parts), "stuk.docx", "stuk", "0")


def rows(document):
    return [(x.text, x.context, x.locator) for x in document.paragraphs]


def test_rows_quote_their_cells_and_have_the_column_heads_as_context():
    document = loaded(
        p("Vooraf.")
        + table(
            row("Jaar", "Mannen", "Vrouwen", properties=HEAD),
            row("2017", "320", "210"),
            row("2018", "345", ""),
        )
    )
    assert view(document) == [
        "body: Vooraf.",
        "~ Jaar\tMannen\tVrouwen",
        "table row: 2017 320 210",
        "table row: 2018 345",
    ]
    assert rows(document)[1:] == [
        ("2017 320 210", "Jaar · Mannen · Vrouwen", "table 1, row 2"),
        ("2018 345", "Jaar · Mannen · Vrouwen", "table 1, row 3"),
    ]
    assert document.text.endswith("2017\t320\t210\n2018\t345\t")


def test_heads_in_bold_or_beside_an_empty_corner_are_heads():
    in_bold = table(
        row(cell(bold("Regio")), cell(bold("Plaatsen"))), row("Noord", "20"), row("Zuid", "30")
    )
    cornered = table(row("", "Noord", "Zuid"), row("Plaatsen", "20", "30"), row("Vrij", "2", "3"))
    plain = table(row("Datum", "3 maart 2021"), row("Onderwerp", "Opvang"))
    assert [context for _, context, _ in rows(loaded(in_bold + cornered + plain))] == [
        "Regio · Plaatsen",
        "Regio · Plaatsen",
        "Noord · Zuid",
        "Noord · Zuid",
        "",
        "",
    ]


def test_a_file_that_calls_most_rows_heads_is_not_believed():
    document = loaded(
        table(
            row("Jaar", "Aantal", properties=HEAD),
            row("2017", "320", properties=HEAD),
            row("2018", "345"),
        )
    )
    assert rows(document) == [
        ("2017 320", "Jaar · Aantal", "table 1, row 2"),
        ("2018 345", "Jaar · Aantal", "table 1, row 3"),
    ]


def test_merged_cells_are_read_once_and_named_in_every_row_they_reach():
    wide = cell("Aantal", properties='<w:gridSpan w:val="2"/>')
    first = cell("Noord", properties='<w:vMerge w:val="restart"/>')
    below = cell(p(), properties="<w:vMerge/>")
    document = loaded(
        table(
            row("Regio", wide, properties=HEAD),
            row("", "2017", "2018", properties=HEAD),
            row(first, "20", "30"),
            row(below, "21", "31"),
            row("Zuid", "4", "5"),
        )
    )
    assert rows(document) == [
        ("Noord 20 30", "Regio · Aantal 2017 · Aantal 2018", "table 1, row 3"),
        ("21 31", "Regio · Aantal 2017 · Aantal 2018 · Noord", "table 1, row 4"),
        ("Zuid 4 5", "Regio · Aantal 2017 · Aantal 2018", "table 1, row 5"),
    ]


def test_a_table_of_one_column_is_running_text():
    document = loaded(
        table(
            row(cell(p("Opvang", style="Kop1"), "Er is plaats.", "En geld.")),
            row("Meer niet."),
        )
    )
    assert view(document) == [
        "# Opvang",
        "body: Er is plaats.",
        "body: En geld.",
        "body: Meer niet.",
    ]
    assert document.paragraphs[2].locator == "table 1, row 2"


def test_long_cells_are_paragraphs_found_by_their_head_and_row():
    document = loaded(
        table(
            row("Maatregel", "Toelichting", properties=HEAD),
            row("Meer opvang", cell(LONG, "Dat kost geld.")),
            row("Meer toezicht", "Volgt."),
        )
    )
    assert rows(document) == [
        ("Meer opvang", "Maatregel", "table 1, row 2"),
        (LONG.strip(), "Toelichting · Meer opvang", "table 1, row 2"),
        ("Dat kost geld.", "Toelichting · Meer opvang", "table 1, row 2"),
        ("Meer toezicht Volgt.", "Maatregel · Toelichting", "table 1, row 3"),
    ]


def test_a_table_in_a_table_keeps_its_own_rows():
    inner = table(row("Noord", "20"), row("Zuid", "30"))
    document = loaded(table(row("Plaatsen", cell("Per regio:", inner, p())), row("Geld", "geen")))
    assert rows(document) == [
        ("Plaatsen", "", "table 1, row 1"),
        ("Per regio:", "Plaatsen", "table 1, row 1"),
        ("Noord 20", "Plaatsen", "table 1, row 1, inner row 1"),
        ("Zuid 30", "Plaatsen", "table 1, row 1, inner row 2"),
        ("Geld geen", "", "table 1, row 2"),
    ]


def test_notes_in_cells_are_linked_and_deleted_rows_are_gone():
    document = loaded(
        table(
            row("Noord", cell(p("20", note_mark(1)))),
            row("Oost", "1", properties="<w:del/>"),
            row("Zuid", "30"),
        ),
        footnotes=note(1, "Geschat."),
    )
    assert view(document) == ["table row: Noord 20", "table row: Zuid 30", "1 | Geschat."]
    assert [(x.id, x.at) for x in document.paragraphs[0].footnotes] == [("stuk#fn1", 8)]
