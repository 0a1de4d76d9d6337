"""Rows of a question file that are wrong: each told by its line and field, before anything is asked."""

import json

import pytest

from qa import AlineaError
from qa.evaluate.questions import read_questions

GOLD = {"id": "d#p1", "text": "De raad", "reading_span": [0, 7]}
ROW = {"id": "1", "question": "Wie?", "answerable": True, "gold": [GOLD]}


def without(row, name):
    return {key: value for key, value in row.items() if key != name}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([], "a row must be an object, with the question's fields in braces"),
        (without(ROW, "id"), '"id" is missing'),
        (without(ROW, "question"), '"question" is missing'),
        (without(ROW, "answerable"), '"answerable" is missing'),
        (without(ROW, "gold"), '"gold" is missing'),
        (ROW | {"id": None}, '"id" must be text or a number'),
        (ROW | {"question": 3}, '"question" must be text'),
        (ROW | {"question": "???"}, '"question" has no words'),
        (
            ROW | {"question": "w" * 2001},
            '"question" has 2001 characters and 2000 is the most',
        ),
        (ROW | {"answerable": "ja"}, '"answerable" must be true or false'),
        (ROW | {"gold": {}}, '"gold" must be a list, empty where there is no answer'),
        (ROW | {"gold": []}, 'there is no "gold", and "answerable" is true'),
        (ROW | {"answerable": False}, 'there is "gold", and "answerable" is false'),
        (
            ROW | {"gold": ["d#p1"]},
            'each of "gold" must be an object with "id", "text" and "reading_span"',
        ),
        (ROW | {"gold": [without(GOLD, "reading_span")]}, '"reading_span" is missing in "gold"'),
        (ROW | {"gold": [GOLD | {"text": 7}]}, '"text" in "gold" must be text'),
        (
            ROW | {"gold": [GOLD | {"reading_span": ["0", "7"]}]},
            '"reading_span" in "gold" must be two whole numbers, its start and end',
        ),
        (
            ROW | {"gold": [GOLD | {"reading_span": [7, 7]}]},
            '"reading_span" in "gold" must end after it starts',
        ),
        (ROW | {"kind": 5}, '"kind" must be text, or be left out'),
        (ROW | {"kind": ["fact"]}, '"kind" must be text, or be left out'),
        (ROW | {"kind": None}, '"kind" must be text, or be left out'),
        (ROW | {"lang": 5}, '"lang" must be text, or be left out'),
        (ROW | {"group": []}, '"group" must be text, or be left out'),
        (ROW | {"kind": "all"}, '"all" is a row of the report already: name the kind otherwise'),
        (
            ROW | {"kind": "in other words"},
            '"in other words" is a row of the report already: name the kind otherwise',
        ),
    ],
)
def test_it_says_which_field_is_wrong(tmp_path, row, reason):
    path = tmp_path / "q.jsonl"
    path.write_text(f"{json.dumps(ROW | {'id': '0'})}\n{json.dumps(row)}\n", "utf-8")
    with pytest.raises(AlineaError) as caught:
        read_questions(path)
    assert caught.value.message == (
        f"{path}, line 2, is not a question ({reason}): see eval/README.md."
    )


@pytest.mark.parametrize("line", ["geen json", "[" * 100_000])
def test_what_is_no_json_is_said_so(tmp_path, line):
    path = tmp_path / "q.jsonl"
    path.write_text(line, "utf-8")
    with pytest.raises(AlineaError) as caught:
        read_questions(path)
    assert caught.value.message == (
        f"{path}, line 1, is not a question (it is not JSON): see eval/README.md."
    )


def test_numbers_may_be_names(tmp_path):
    path = tmp_path / "q.jsonl"
    path.write_text(json.dumps(ROW | {"id": 7, "group": 3}), "utf-8")
    (question,) = read_questions(path)
    assert (question.id, question.group) == ("7", "3")
