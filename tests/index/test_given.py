"""What is given to an index: files that are not there, lists, and values of the wrong kind."""

import pytest
from encoders import WordEncoder

from qa import AlineaError, Index

TEXT = "Het zwembad sluit in juni.\n"


@pytest.fixture
def index(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return Index.build(tmp_path / "a.txt", tmp_path / "index", WordEncoder())


def ids(index):
    return [document.id for document in index.documents()]


def test_a_file_that_is_not_there_is_told_and_the_rest_goes_on(index, tmp_path):
    (tmp_path / "b.txt").write_text("De opvang is vol.\n", "utf-8")
    told = []
    added = index.add(
        tmp_path / "b.txt",
        tmp_path / "weg.txt",
        failed=lambda path, error: told.append((path.name, error.code)),
    )
    assert (added, ids(index)) == (["b"], ["a", "b"])
    assert told == [("weg.txt", "no_such_file")]


def test_without_being_told_a_file_that_is_not_there_stops_it_before_any_change(index, tmp_path):
    (tmp_path / "b.txt").write_text("De opvang is vol.\n", "utf-8")
    generation = index.generation
    with pytest.raises(AlineaError) as caught:
        index.add(tmp_path / "b.txt", tmp_path / "weg.txt")
    assert caught.value.code == "no_such_file"
    assert (ids(index), index.generation) == (["a"], generation)


def test_where_no_file_is_there_it_is_an_error_all_the_same(index, tmp_path):
    told = []
    with pytest.raises(AlineaError) as caught:
        index.add(tmp_path / "weg.txt", failed=lambda *what: told.append(what))
    assert (caught.value.code, told) == ("no_such_file", [])


def test_a_build_of_nothing_leaves_the_index_as_it_was(index, tmp_path):
    with pytest.raises(AlineaError) as caught:
        Index.build(sorted(tmp_path.glob("*.pdf")), tmp_path / "index", WordEncoder())
    assert caught.value.code == "no_documents"
    assert ids(Index.open(tmp_path / "index", WordEncoder())) == ["a"]


def test_lists_are_taken_too(index, tmp_path):
    for name in ("b", "c", "d"):
        (tmp_path / f"{name}.txt").write_text(f"Document {name} gaat over water.\n", "utf-8")
    files = [str(tmp_path / "b.txt"), tmp_path / "c.txt"]
    assert index.add(files, tmp_path / "d.txt") == ["b", "c", "d"]
    index.remove(["b", "c"])
    assert ids(index) == ["a", "d"]
    index.remove(name for name in ("a",))
    assert ids(index) == ["d"]


@pytest.mark.parametrize(
    ("act", "code", "message"),
    [
        (
            lambda index: index.ask(None),
            "no_question",
            "The question cannot be None: type a question in words.",
        ),
        (
            lambda index: index.search(["wat?"]),
            "no_question",
            "The question cannot be ['wat?']: type a question in words.",
        ),
        (
            lambda index: index.ask("wat?", previous=5),
            "no_question",
            "The previous question cannot be 5: give it in words, or None.",
        ),
        (
            lambda index: index.ask("wat?", k="3"),
            "bad_k",
            "k cannot be '3': give a whole number, 1 or more.",
        ),
        (
            lambda index: index.search("wat?", k=2.5),
            "bad_k",
            "k cannot be 2.5: give a whole number, 1 or more.",
        ),
        (
            lambda index: index.ask("wat?", k=None),
            "bad_k",
            "k cannot be None: give a whole number, 1 or more.",
        ),
        (
            lambda index: index.ask("wat?", min_confidence="hoog"),
            "bad_confidence",
            "The least confidence must lie between 0 and 1.",
        ),
        (
            lambda index: index.ask("wat?", since=2021),
            "bad_date",
            "2021 is not a date: write it as 2021-03-03.",
        ),
        (
            lambda index: index.ask("wat?", documents=5),
            "bad_document",
            "A document cannot be 5: give its id, as `qa list` shows it.",
        ),
        (
            lambda index: index.add(5),
            "bad_source",
            "A source cannot be 5: give the path of a file or folder.",
        ),
        (
            lambda index: index.remove(None),
            "bad_document",
            "A document cannot be None: give its id, as `qa list` shows it.",
        ),
        (
            lambda index: index.document(["a"]),
            "no_such_document",
            "There is no document ['a'] in the index: see `qa list`.",
        ),
    ],
)
def test_a_value_of_the_wrong_kind_is_one_sentence(index, act, code, message):
    with pytest.raises(AlineaError) as caught:
        act(index)
    assert (caught.value.code, caught.value.message) == (code, message)
    assert ids(index) == ["a"]


def test_a_file_with_dashes_and_blanks_in_its_name_has_a_plain_id(index, tmp_path):
    (tmp_path / "v1.0 - vergelijking -- nieuw.txt").write_text(TEXT, "utf-8")
    assert index.add(tmp_path / "v1.0 - vergelijking -- nieuw.txt") == ["v1.0-vergelijking-nieuw"]
