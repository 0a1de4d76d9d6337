"""Bad input: one clear line on standard error, the right exit code, nothing else, no change."""

import shutil

import pytest
from encoders import WordEncoder

from qa import Index
from qa.cli import run

FILES = {
    "leeg.txt": b"",
    "wit.txt": b" \n\t\n",
    "beeld.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "blanco.txt": "\u00a0\u2003\n\u3000".encode(),
    "stuk.txt": b"De opvang is dicht.\n",
    "stuk.toml": b"title = ",
    "tekst.text": b"De opvang is dicht.\n",
}


@pytest.fixture
def said(capsys, tmp_path, monkeypatch):
    """Exit code and the only line on standard error, the `qa: ` before it aside."""
    monkeypatch.chdir(tmp_path)
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)

    def call(*arguments):
        code = run(list(arguments))
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("qa: ")
        assert err.count("\n") == 1
        assert err.endswith((".\n", "`.\n"))
        return code, err.removeprefix("qa: ").rstrip("\n")

    return call


def contents(folder):
    """All files with their bytes, but for those that SQLite has while it is open."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {p: p.read_bytes() for p in files if not p.name.endswith(("-wal", "-shm"))}


def test_a_blank_question(said, letter_index_path):
    index = str(letter_index_path)
    for blank in ("", "  \t ", "?!"):
        expected = (2, "The question is empty: type a question in words.")
        assert said("ask", blank, "--index", index) == expected
        assert said("search", blank, "--index", index) == expected


def test_a_question_of_ten_thousand_characters(said, letter_index_path):
    code, line = said("ask", "waarom? " * 1250, "--index", str(letter_index_path))
    assert code == 2
    assert line.startswith("The question has 9999 characters and 2000 is the most")


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "wat?", "-k", "0"),
        ("search", "wat?", "-k", "-1"),
        ("ask", "wat?", "-k", "drie"),
        ("ask", "wat?", "--min-confidence", "1.5"),
        ("ask", "wat?", "--min-confidence", "nan"),
        ("ask", "wat?", "--input", "vragen.jsonl"),
        ("ask",),
        ("ask", "wat?", "--snel"),
        ("search", "wat?", "--unit", "page"),
        ("zoek", "wat?"),
        ("index",),
        ("remove",),
        ("show",),
        ("list", "--index", "leeg.txt"),
    ],
)
def test_wrong_use(said, letter_index_path, arguments):
    given = arguments if "--index" in arguments else (*arguments, "--index", str(letter_index_path))
    assert said(*given)[0] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "wat?"),
        ("search", "wat?"),
        ("list",),
        ("show", "brief"),
        ("remove", "brief"),
        ("add", "stuk.txt"),
        ("eval", "vragen.jsonl"),
        ("ask", "--input", "vragen.jsonl"),
    ],
)
def test_no_index(said, arguments):
    assert said(*arguments) == (
        1,
        "There is no index in index: make one with `qa index SOURCE`.",
    )


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("leeg.txt", "leeg.txt is empty: there is no text in it to index."),
        ("wit.txt", "wit.txt is empty: there is no text in it to index."),
        (
            "beeld.txt",
            "beeld.txt is not text, although its name says so: leave it out or convert it.",
        ),
        (
            "blanco.txt",
            "blanco.txt holds no paragraph of text, so there is nothing to index in it.",
        ),
        ("weg", "weg does not exist: check the path, then try again."),
        ("beeld.pdf", "beeld.pdf does not exist: check the path, then try again."),
        (
            "map",
            (
                "map holds no document that can be read (.docm, .docx, .htm, .html, "
                ".markdown, .md, .pdf, .text, .txt, .xhtml, .xml)."
            ),
        ),
    ],
)
def test_a_source_that_is_no_document_changes_nothing(
    said, tmp_path, name, line, letter_index_path
):
    (tmp_path / "map").mkdir()
    index = tmp_path / "index"
    shutil.copytree(letter_index_path, index)
    before = contents(index)
    assert said("index", name) == (1, line)
    assert said("add", name) == (1, line)
    assert contents(index) == before


def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "stukken"
    folder.mkdir()
    (folder / "een.txt").write_text("De opvang is vol.", "utf-8")
    (folder / "leeg.txt").write_text("", "utf-8")
    assert run(["index", "stukken"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == "index holds 1 document."
    empty = "qa: leeg.txt is empty: there is no text in it to index."
    assert err.splitlines() == [empty, "qa: 1 file left out."]
    (folder / "een.txt").write_text("De opvang is leeg.", "utf-8")
    (folder / "een.toml").write_text("title = ", "utf-8")
    (folder / "leeg.txt").write_text("Er is weer plaats.", "utf-8")
    assert run(["add", "stukken"]) == 1
    out, err = capsys.readouterr()
    assert out == "Added to index: leeg.\n"
    assert err.splitlines()[0].startswith("qa: een.toml is not valid TOML")
    # What was there of a file that can no longer be read is as it was.
    texts = [Index.open("index").document(name).text for name in ("een", "leeg")]
    assert texts == ["De opvang is vol.", "Er is weer plaats."]


def test_a_sidecar_that_is_broken(said):
    code, line = said("index", "stuk.txt")
    assert (code, line[:27]) == (1, "stuk.toml is not valid TOML")


def test_an_index_of_another_format_or_encoder_or_cut_off(said, tmp_path, letter_index_path):
    index = tmp_path / "index"
    index.mkdir()
    (index / "manifest.json").write_text('{"format": 1}', "utf-8")
    code, line = said("ask", "wat?")
    assert (code, line[:32]) == (1, "The index in index has format 1,")
    shutil.rmtree(index)
    shutil.copytree(letter_index_path, index)
    segment = next(index.glob("generations/*/segment-1.arrays"))
    segment.write_bytes(segment.read_bytes()[:100])
    code, line = said("list")
    assert (code, line[:50]) == (1, "The index in index is damaged (segment-1.arrays): ")
    shutil.rmtree(index)
    Index.build(tmp_path / "tekst.text", index, WordEncoder())
    code, line = said("ask", "wat?")  # an encoder that lives in a program has no name to load
    assert code == 1
    assert line == (
        "The index in index was made with the encoder words, an object of a program: give it as "
        "encoder=."
    )


def test_an_encoder_that_is_not_there(said):
    code, line = said("index", "stuk.txt", "--encoder", "./geen-model")
    assert (code, line) == (1, "There is no model folder ./geen-model: check the path.")


def test_a_document_that_is_not_there(said, letter_index_path):
    expected = (1, "There is no document 'weg' in the index: see `qa list`.")
    index = ("--index", str(letter_index_path))
    assert said("show", "weg", *index) == expected
    assert said("ask", "wat?", "--document", "weg", *index) == expected


def test_another_folder_is_not_made_an_index(said, tmp_path):
    code, line = said("index", "blanco.txt", "--index", ".")
    assert code == 1
    assert line.startswith(". holds other things than an index (")


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ("index = ", "alinea.toml cannot be read: "),
        ("indexx = 'i'", "alinea.toml has 'indexx', which is none of "),
        ("port = 'acht'", "alinea.toml: port has a value of the wrong kind."),
    ],
)
def test_settings_that_are_wrong(said, tmp_path, settings, line):
    (tmp_path / "alinea.toml").write_text(settings, "utf-8")
    code, found = said("list")
    assert code == 2
    assert found.startswith(line)
