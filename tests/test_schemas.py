"""What a machine reads has every field of the design and none besides, on real output."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from qa import Index
from qa.cli import run

ROOT = Path(__file__).parent
DOC = "kamerbrief-mensenhandel"
CLEAR = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
NAMES = ["ask", "error", "hit", "list", "question", "show"]

PLAIN = "Opvang\n\nDe gemeente opent een opvang.1 Er is plaats.\n\n1 Besluit van mei.\n"


def validator(name):
    schema = json.loads((ROOT / "schemas" / f"{name}.json").read_text("utf-8"))
    return Draft202012Validator(schema)


@pytest.fixture
def printed(capsys, letter_index_path):
    """Each line that a command prints, as JSON."""

    def call(*arguments, code=0, index=letter_index_path):
        assert run([*arguments, "--index", str(index)]) == code
        lines = capsys.readouterr().out.split("\n")
        return [json.loads(line, parse_constant=pytest.fail) for line in lines if line]

    return call


@pytest.fixture(scope="module")
def plain_index(tmp_path_factory):
    """An index of a document without pages, known twice."""
    folder = tmp_path_factory.mktemp("plain")
    for name in ("een.txt", "twee.txt"):
        (folder / name).write_text(PLAIN, "utf-8")
    Index.build(folder, folder / "index")
    return folder / "index"


def objects(schema):
    """Every schema of an object within a schema."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_strict(name):
    schema = validator(name).schema
    Draft202012Validator.check_schema(schema)
    for part in objects(schema):
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])


@pytest.mark.parametrize(
    "question",
    [CLEAR, "Wie heeft de brief ondertekend?", "In welk Kamerstuk?", "Hoe bak ik een appeltaart?"],
)
@pytest.mark.parametrize("least", ["0", "1"])
def test_results(printed, question, least):
    for result in printed("ask", question, "--json", "--min-confidence", least):
        validator("ask").validate(result)
        assert list(result)[:5] == ["schema_version", "id", "question", "understood", "answered"]
        assert bool(result["answers"]) is result["answered"]


def test_results_of_a_document_without_pages(printed, plain_index):
    for question in ("Wie opent een opvang?", "Welke voetnoot?"):
        result = printed("ask", question, "--json", "--min-confidence", "0", index=plain_index)[0]
        validator("ask").validate(result)
        citation = result["answers"][0]["citation"]
        assert (citation["pages"], len(citation["also_in"])) == (None, 1)


@pytest.mark.parametrize("unit", ["paragraph", "section"])
def test_hits(printed, plain_index, letter_index_path, unit):
    for index in (plain_index, letter_index_path):
        hits = printed("search", CLEAR, "--unit", unit, "--json", "-k", "50", index=index)[0]
        assert hits
        for hit in hits:
            validator("hit").validate(hit)


def test_documents(printed, plain_index, letter_index_path):
    for index in (plain_index, letter_index_path):
        documents = printed("list", "--json", index=index)[0]
        validator("list").validate(documents)
        for document in documents:
            shown = printed("show", document["id"], "--json", index=index)[0]
            validator("show").validate(shown)


def test_rows_of_a_batch(printed, tmp_path):
    rows = [{"id": [1, None], "question": CLEAR}, {"id": 2, "question": " "}, {"question": None}]
    (tmp_path / "q.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    good, *bad = printed("ask", "--input", str(tmp_path / "q.jsonl"), "--json", code=1)
    validator("ask").validate(good)
    assert good["id"] == [1, None]
    for row in bad:
        validator("error").validate(row)
    assert [row["id"] for row in bad] == [2, None]


def test_rows_of_the_question_set():
    lines = (ROOT.parent / "eval" / "questions.jsonl").read_text("utf-8").split("\n")
    for line in filter(None, lines):
        validator("question").validate(json.loads(line))
