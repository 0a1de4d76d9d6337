"""`qa refs`: the ways from a document to others and back."""

import json

import pytest

from qa import Index
from qa.cli import run

PAPER = (
    "99 123 Opvang\n\nNr. 42 BRIEF VAN DE MINISTER VAN OPVANG\n\nDen Haag, 3 maart 2021\n\n"
    "De gemeente opent in het voorjaar een opvang voor alle inwoners, als in Stb. 2019, 123.\n"
)
REPORT = (
    "De minister schreef daarover een brief,1 en vroeg om advies.\n\n"
    "Ook geldt nog altijd Stcrt. 1998, 45, zoals bekend is.\n\n"
    "1 Kamerstuk 99 123, nr. 42.\n"
)


@pytest.fixture(scope="module")
def index_path(tmp_path_factory):
    """An index of a paper, a report that refers to it, and a text that refers to nothing."""
    folder = tmp_path_factory.mktemp("refs")
    (folder / "brief.txt").write_text(PAPER, "utf-8")
    (folder / "rapport.txt").write_text(REPORT, "utf-8")
    (folder / "los.txt").write_text("Er is een opvang in de stad.\n", "utf-8")
    Index.build(folder, folder / "index")
    return str(folder / "index")


def printed(capsys, *arguments):
    assert run(["refs", *arguments]) == 0
    return capsys.readouterr().out


def test_both_directions(index_path, capsys):
    assert printed(capsys, "rapport", "--index", index_path).splitlines() == [
        "rapport refers to:",
        "  Stcrt. 1998, 45  (paragraph 2, line 3)",
        "    no certain address",
        "  Kamerstuk 99 123, nr. 42  (footnote 1, paragraph 1, line 5)",
        "    in the index: brief, https://zoek.officielebekendmakingen.nl/kst-99123-42.html",
        "",
        "No document of the index refers to it.",
    ]
    assert printed(capsys, "brief", "--index", index_path).splitlines() == [
        "brief refers to:",
        "  Stb. 2019, 123  (paragraph 4, line 7)",
        "    https://zoek.officielebekendmakingen.nl/stb-2019-123.html",
        "",
        "Referred to by:",
        "  rapport: Kamerstuk 99 123, nr. 42  (footnote 1, paragraph 1, line 5)",
    ]
    assert printed(capsys, "los", "--index", index_path).splitlines() == [
        "los refers to nothing.",
        "",
        "No document of the index refers to it.",
    ]


def test_the_same_as_json(index_path, capsys):
    shown = json.loads(printed(capsys, "rapport", "--json", "--index", index_path))
    assert (shown["id"], shown["referred_from"]) == ("rapport", [])
    note = {
        "kind": "kamerstuk",
        "identifier": "kst-99123-42",
        "text": "Kamerstuk 99 123, nr. 42",
        "unit": "rapport#fn1",
        "paragraph": 1,
        "pages": None,
        "lines": [5, 5],
        "locator": None,
    }
    spans = {"source_spans": [[REPORT.index("Kamerstuk"), REPORT.index(".\n", -4)]]}
    address = "https://zoek.officielebekendmakingen.nl/kst-99123-42.html"
    assert shown["refers_to"][1] == note | spans | {"document": "brief", "address": address}
    back = json.loads(printed(capsys, "brief", "--json", "--index", index_path))
    assert back["referred_from"] == [{"document": "rapport"} | note | spans]


def test_a_document_that_is_not_there(index_path, capsys):
    assert run(["refs", "weg", "--index", index_path]) == 1
    message = "qa: There is no document 'weg' in the index: see `qa list`.\n"
    assert capsys.readouterr() == ("", message)
