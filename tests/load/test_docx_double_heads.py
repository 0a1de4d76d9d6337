"""Column heads of a Word table in two rows, the first of which spans columns."""

import pytest
from docx_files import bold, cell, docx, row, table

from qa.load.docx import load_docx

DOWN, ON, WIDE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
HEAD = "<w:tblHeader/>"


def rows(body):
    document = load_docx(docx(body), "stuk.docx", "stuk", "0")
    return [(x.text, x.context) for x in document.paragraphs]


def merged(make, properties=""):
    return (
        row(
            cell(make("Gemeente"), properties=DOWN),
            cell(make("Monsters"), properties=WIDE),
            cell(make("Kosten"), properties=DOWN),
            properties=properties,
        ),
        row(
            cell("", properties=ON),
            cell(make("2022")),
            cell(make("2023")),
            cell("", properties=ON),
        ),
    )


@pytest.mark.parametrize("heads", [merged(str), merged(bold), merged(str, HEAD)])
def test_cells_merged_down_beside_a_wide_head_tell_of_a_second_row(heads):
    assert rows(
        table(*heads, row("Utrecht", "12", "14", "300"), row("Delft", "8", "9", "200"))
    ) == [
        ("Utrecht 12 14 300", "Gemeente · Monsters 2022 · Monsters 2023 · Kosten"),
        ("Delft 8 9 200", "Gemeente · Monsters 2022 · Monsters 2023 · Kosten"),
    ]


def test_empty_cells_beside_heads_under_a_wide_one_do_so_too():
    heads = (
        row(cell(bold("Gemeente")), cell(bold("Monsters"), properties=WIDE)),
        row("", "2022", "2023"),
    )
    assert rows(table(*heads, row("Utrecht", "12", "14"), row("Delft", "8", "9"))) == [
        ("Utrecht 12 14", "Gemeente · Monsters 2022 · Monsters 2023"),
        ("Delft 8 9", "Gemeente · Monsters 2022 · Monsters 2023"),
    ]


def test_a_first_row_of_data_under_one_head_is_no_head():
    heads = row(cell(bold("Regio"), properties=DOWN), cell(bold("Plaatsen")))
    body = (row(cell("", properties=ON), "20"), row("Zuid", "30"))
    assert rows(table(heads, *body)) == [
        ("20", "Regio · Plaatsen"),
        ("Zuid 30", "Regio · Plaatsen"),
    ]
