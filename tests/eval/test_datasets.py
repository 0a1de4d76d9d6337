"""The outside sets in one form, their parts, and what is said of where they come from."""

from pathlib import Path

import pytest
from small_data import write_small_data

from qa import AlineaError
from qa.evaluate.datasets import (
    dutch_qa,
    ministers,
    read_jsonl,
    without_answer,
    xquad,
    xquad_examples,
)
from qa.evaluate.sources import DATA_SETS, check_data
from qa.evaluate.splits import Part


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Path:
    return write_small_data(tmp_path_factory.mktemp("data"))


def test_rows_of_dutch_qa_are_on_the_side_of_their_passage(small):
    asked = {part.value: [e.question for e in dutch_qa(small, part)] for part in Part}
    assert asked == {
        "train": ["Wat vaart er?"],
        "develop": ["Wie ontvangen geld?", "Wie ontvangen les?"],
        "test": ["Wanneer is het herstel?", "Wanneer was de bouw?"],
    }


def test_an_answer_is_a_span_of_the_passage(small):
    first, second = dutch_qa(small, Part.TEST)
    assert first.passage[slice(*first.answer)] == "in mei"
    assert (first.answerable, first.relevant, first.answers) == (True, True, ("in mei",))
    assert (first.kind, first.language, first.key) == ("when", "nl", "kv-1")
    assert (second.answerable, second.relevant, second.answer) == (False, True, None)


def test_xquad_is_on_one_side_in_all_its_languages(small):
    (row,) = xquad(small, Part.TEST)
    assert (row["id"], row["title"], list(row["languages"])) == (
        "x0",
        "Warsaw",
        ["en", "de", "es", "ro"],
    )
    examples = xquad_examples(small, Part.TEST)
    assert [(e.language, e.question) for e in examples][1] == ("de", "de: which river?")
    assert {e.passage[slice(*e.answer)] for e in examples} == {"the Vistula"}
    assert xquad(small, Part.DEVELOP) == []


def test_members_questions_by_part(small):
    assert [row["id"] for row in ministers(small, Part.TEST)] == ["q1", "q3"]
    assert [row["id"] for row in ministers(small, Part.DEVELOP)] == ["q2", "q4"]
    assert [row["id"] for row in without_answer(small, Part.TEST)] == ["u1"]
    assert without_answer(small, Part.DEVELOP) == []


def test_a_line_that_is_not_json_is_named(tmp_path):
    (tmp_path / "rows.jsonl").write_text('{"a": 1}\n\n{"a": \n', "utf-8")
    with pytest.raises(AlineaError, match=r"rows\.jsonl, line 3, is not JSON"):
        read_jsonl(tmp_path / "rows.jsonl")


def test_other_files_than_those_that_are_known_are_marked(small):
    rows = check_data(small)
    assert len(rows) == 9
    assert {row.expected for row in rows} == {False}
    assert {row.licence for row in rows if row.path.startswith("xquad/")} == {"CC BY-SA 4.0"}


def test_a_missing_folder_is_one_sentence_that_says_what_to_name(tmp_path):
    with pytest.raises(AlineaError) as caught:
        check_data(tmp_path / "weg")
    assert caught.value.code == "no_data"
    assert "ALINEA_DATA" in caught.value.message
    assert "\n" not in caught.value.message


def test_every_set_says_where_it_comes_from():
    assert [known.name for known in DATA_SETS] == ["dutch-qa", "kamervragen", "xquad"]
    assert all(known.source and known.licence and known.files for known in DATA_SETS)


def test_the_outside_data_is_what_figures_were_made_from(outside_data):
    assert [row.path for row in check_data(outside_data) if not row.expected] == []


def test_sizes_of_the_parts_of_the_outside_data(outside_data):
    sizes = {
        part.value: (
            len(dutch_qa(outside_data, part)),
            len(xquad(outside_data, part)),
            len(ministers(outside_data, part)),
            len(without_answer(outside_data, part)),
        )
        for part in Part
    }
    assert sizes == {
        "train": (2013, 928, 501, 89),
        "develop": (622, 72, 83, 13),
        "test": (680, 190, 416, 71),
    }


def test_headline_questions_of_the_outside_data(outside_data):
    rows = ministers(outside_data, Part.TEST)
    assert sum(row["standalone"] and not row["truncated_answer"] for row in rows) == 77
