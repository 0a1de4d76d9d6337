"""How well files are parsed: what is counted, on small files with gold."""

import json
from pathlib import Path

import pytest

from qa.errors import AlineaError
from qa.evaluate.gold import locate, read_gold
from qa.evaluate.parsing import Count, score_file, score_parsing, totals

GOLD_FOLDER = Path(__file__).parents[2] / "eval" / "parsing"

LETTER = """Inleiding

De raad heeft in mei besloten over de sluis1. Daarover gaat
deze brief.

Pagina 1 van 2
De kosten vallen mee.

1 Besluit van 3 mei.
"""
GOLD = [
    {"kind": "heading", "begins": "Inleiding", "ends": "Inleiding"},
    {"kind": "body", "begins": "De raad heeft", "ends": "deze brief."},
    {"kind": "body", "begins": "De kosten vallen", "ends": "mee."},
    {"kind": "note", "begins": "Besluit van 3", "ends": "mei.", "from": ["over de sluis"]},
]


def score(tmp_path: Path, units: list, text: str = LETTER):
    (tmp_path / "brief.txt").write_text(text, "utf-8")
    (tmp_path / "brief.txt.gold.json").write_text(json.dumps(units), "utf-8")
    (file,) = score_parsing(tmp_path)
    return file


def test_a_parse_that_is_as_the_gold_has_it_scores_one(tmp_path):
    file = score(tmp_path, GOLD, LETTER.replace("Pagina 1 van 2\n", ""))
    assert file.problems == []
    assert file.score.paragraphs == Count(2, 2, 2)
    assert file.score.headings == Count(1, 1, 1)
    assert file.score.notes == Count(1, 1, 1)
    assert (file.score.furniture, file.score.readings) == (0, 4)
    assert file.score.covered == file.score.characters == 102


def test_furniture_in_the_reading_text_is_counted(tmp_path):
    furniture = {"kind": "furniture", "begins": "Pagina 1 van 2", "ends": "Pagina 1 van 2"}
    file = score(tmp_path, [*GOLD[:2], furniture, *GOLD[2:]])
    assert file.score.furniture == 1
    assert "furniture in 'Pagina 1 van 2 De kosten vallen mee. 1 Besluit va'" in file.problems


def test_what_is_missing_and_what_is_too_many_lower_the_score(tmp_path):
    invented = {"kind": "body", "begins": "Dit staat er niet", "ends": "niet"}
    file = score(tmp_path, [GOLD[0], GOLD[1], invented, GOLD[3]])
    assert file.score.paragraphs == Count(1, 2, 2)
    assert file.score.paragraphs.f1 == 0.5
    assert "not there, or out of order: body 'Dit staat er niet'" in file.problems


def test_a_note_linked_elsewhere_is_not_right(tmp_path):
    wrong = {**GOLD[3], "from": ["deze brief"]}
    assert score(tmp_path, [*GOLD[:3], wrong]).score.notes == Count(0, 1, 1)


def test_a_file_that_does_not_load_has_found_nothing(tmp_path):
    file = score(tmp_path, GOLD, "")
    assert file.error == "brief.txt is empty: there is no text in it to index."
    assert totals([file])["all"].paragraphs == Count(0, 2, 0)


def test_units_are_found_over_line_ends_and_hyphens():
    (gold,) = [u for u in read_gold(GOLD_FOLDER, None) if u.path.name == "programma.txt"]
    found, missing = locate(gold.units, gold.path.read_text("utf-8"))
    assert missing == []
    assert [item.span for item in found][:2] == [(0, 17), (19, 225)]


def test_a_gold_that_is_not_whole_is_refused(tmp_path):
    with pytest.raises(AlineaError, match="has a unit that is not whole"):
        score(tmp_path, [{"kind": "chapter", "begins": "Inleiding", "ends": "Inleiding"}])


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".xml", ".docx", ".pdf"])
def test_the_gold_of_each_format_is_read_as_a_reader_sees_it(suffix):
    files = [
        score_file(gold) for gold in read_gold(GOLD_FOLDER, None) if gold.path.suffix == suffix
    ]
    assert len(files) >= 2
    score = totals(files)["all"]
    assert score.paragraphs.f1 >= 0.95
    assert score.headings.f1 >= 0.92
    assert score.notes.f1 >= 0.95
    assert score.furniture == 0
    assert score.covered == score.characters
