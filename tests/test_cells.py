"""Of a table row the figure is marked that stands under the column asked about."""

from __future__ import annotations

import pytest

from qa import Index

TABLES = """# Begroting

| Post | 2021 | 2022 | 2023 |
|---|---|---|---|
| Leges | € 48.000 | € 12.000 | € 0 |
| Subsidie | € 100.000 | € 110.000 | n.v.t. |

| | Inwoners | Woningen |
|---|---|---|
| Noorddam | 14 145 | 6 020 |
| Zuiddam | 9.310 | 4.120 |

| | Merel | Lijster | Spreeuw |
|---|---|---|---|
| Broedparen van vogels | 54 / 58 / 67 | 42 / niet geteld | 62 |
| Verandering van het gewicht | - 24 | - 3 | - 8 |
| Verandering van het gewicht in gram | - 240 | onbekend | - 80 (11%) |
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    (folder / "begroting.md").write_text(TABLES, "utf-8")
    return Index.build(folder / "begroting.md", folder / "index")


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        ("Hoeveel bedroegen de leges in 2022?", "€ 12.000"),
        ("Hoeveel bedroegen de leges in 2023?", "€ 0"),
        ("Hoe hoog was de subsidie in 2021?", "€ 100.000"),
        ("Hoeveel woningen heeft Zuiddam?", "4.120"),
        ("Hoeveel broedparen van vogels telt de merel?", "54 / 58 / 67"),
        ("Hoeveel broedparen van vogels telt de spreeuw?", "62"),
        ("Wat is de verandering van het gewicht in gram van de spreeuw?", "- 80 (11%)"),
    ],
)
@pytest.mark.parametrize("reader", [True, False])
def test_the_cell_of_the_column_asked_about_is_marked(index, question, mark, reader):
    answer = index.ask(question, min_confidence=0, reader=reader).answers[0]
    assert answer.text[slice(*answer.span)] == mark


def test_numbers_with_blanks_are_not_taken_for_cells(index):
    answer = index.ask("Hoeveel woningen heeft Noorddam?", min_confidence=0).answers[0]
    assert answer.text == "Noorddam 14 145 6 020"
    assert answer.span is None or answer.text[slice(*answer.span)] != "020"
