"""`--from` and `--until`, and what `qa list` says of a document's date."""

import json

import pytest

from qa import Index
from qa.cli import run


@pytest.fixture(scope="module")
def index_path(tmp_path_factory):
    """An index of a document of 2019, one of 2021, and one without a date."""
    folder = tmp_path_factory.mktemp("dated")
    for name, sidecar in {
        "oud": 'title = "Het oude plan"\ndate = 2019-03-03\n',
        "nieuw": "date = 2021-03-03\n",
        "los": 'title = "Zonder datum"\n',
    }.items():
        (folder / f"{name}.txt").write_text(f"De gemeente opent een opvang, {name}.\n", "utf-8")
        (folder / f"{name}.toml").write_text(sidecar, "utf-8")
    Index.build(folder, folder / "index")
    return str(folder / "index")


def test_search_and_ask_within_a_period(index_path, capsys):
    question = ["Wie opent een opvang?", "--json", "--index", index_path]
    assert run(["search", *question, "--from", "2020-01-01"]) == 0
    hits = json.loads(capsys.readouterr().out)
    assert [hit["citation"]["document"] for hit in hits] == ["nieuw"]
    assert run(["search", *question, "--until", "2020-01-01"]) == 0
    hits = json.loads(capsys.readouterr().out)
    assert [hit["citation"]["document"] for hit in hits] == ["oud"]
    period = ["--from", "2019-03-03", "--until", "2019-03-03"]
    assert run(["ask", *question, *period, "--min-confidence", "0", "--no-reader"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert [answer["citation"]["document"] for answer in result["answers"]] == ["oud"]
    assert len(result["passages"]) == 1


@pytest.mark.parametrize(
    ("period", "message"),
    [
        (["--from", "gisteren"], "qa: 'gisteren' is not a date: write it as 2021-03-03.\n"),
        (
            ["--from", "2021-01-02", "--until", "2021-01-01"],
            "qa: The first date, 2021-01-02, comes after the last, 2021-01-01.\n",
        ),
    ],
)
@pytest.mark.parametrize("command", [["ask", "Wie?"], ["ask", "--input", "-"], ["search", "Wie?"]])
def test_a_period_that_is_none_is_wrong_use(index_path, capsys, command, period, message):
    assert run([*command, *period, "--index", index_path]) == 2
    assert capsys.readouterr() == ("", message)


def test_the_list_shows_title_and_date(index_path, capsys):
    assert run(["list", "--index", index_path]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "los  Zonder datum  (nl, 1 paragraphs, no known pages, from los.txt)",
        "nieuw  2021-03-03  (nl, 1 paragraphs, no known pages, from nieuw.txt)",
        "oud  Het oude plan, 2019-03-03  (nl, 1 paragraphs, no known pages, from oud.txt)",
    ]
    assert run(["list", "--json", "--index", index_path]) == 0
    dates = {row["id"]: row["date"] for row in json.loads(capsys.readouterr().out)}
    assert dates == {"los": None, "nieuw": "2021-03-03", "oud": "2019-03-03"}
