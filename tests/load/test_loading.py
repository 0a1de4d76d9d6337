"""From paths to documents: which files are read, what lies beside them, what they are called."""

import hashlib
from contextlib import contextmanager
from pathlib import Path

import pytest

from qa.errors import AlineaError
from qa.load import document_id, file_sha256, load
from qa.load.find import find_files
from qa.load.formats import LOADERS

TEXT = "De opvang is vol. Dat is de brief.\n"


@pytest.fixture
def folder(tmp_path):
    for name in ["b.txt", "a.TXT", "sub/c.text", "README.txt", "readme.text", ".hidden.txt"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_text(TEXT)
    (tmp_path / "b.toml").write_text('title = "Brief"\n')
    (tmp_path / "beeld.png").write_bytes(b"\x89PNG")
    return tmp_path


@contextmanager
def refused(code):
    with pytest.raises(AlineaError) as caught:
        yield
    assert caught.value.code == code


def test_a_folder_gives_its_documents_in_order_and_nothing_else(folder):
    found = [path.relative_to(folder).as_posix() for path in find_files([folder])]
    assert found == ["a.TXT", "b.txt", "sub/c.text"]


def test_a_file_named_twice_is_found_once(folder):
    other = folder / "sub" / ".." / "b.txt"
    assert find_files([folder / "b.txt", other, str(folder / "b.txt")]) == [folder / "b.txt"]


def test_a_file_that_is_named_is_taken_at_its_word(folder):
    assert find_files([folder / "README.txt"]) == [folder / "README.txt"]


def test_a_path_that_is_not_there_is_said_so(folder):
    with refused("no_such_file"):
        find_files([folder / "weg.txt"])


def test_a_folder_without_documents_is_said_so(folder):
    (folder / "leeg").mkdir()
    with refused("no_documents"):
        find_files([folder / "leeg"])


def test_an_unknown_format_is_refused(folder):
    with refused("unknown_format"):
        load(folder / "beeld.png", "beeld")


def test_a_file_that_cannot_be_read_is_said_so(folder):
    with refused("unreadable_file"):
        load(folder / "weg.txt", "weg")


def test_a_text_without_blanks_between_its_words_is_refused(folder):
    (folder / "een.txt").write_text("Hetlandwatikvoormijnkinderen,wilachterlaten’. " * 50, "utf-8")
    assert load(folder / "een.txt", "een").paragraphs
    (folder / "aaneen.txt").write_text("HetHlandHwatHikHvoorHmijnHkinderenHwil" * 50, "utf-8")
    with refused("garbled_text"):
        load(folder / "aaneen.txt", "aaneen")


def test_a_document_knows_its_source_and_hash(folder):
    document = load(folder / "a.TXT", "a")
    assert (document.id, document.source, document.loader) == ("a", "a.TXT", "text/7")
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert document.metadata.title is None


def test_a_sidecar_says_what_the_text_does_not(folder):
    (folder / "b.toml").write_text('\ufefftitle = "Opvang"\ndate = 2020-11-23\n', "utf-8")
    metadata = load(folder / "b.txt", "b").metadata
    assert (metadata.title.value, metadata.title.span, metadata.title.origin) == (
        "Opvang",
        None,
        "sidecar",
    )
    assert metadata.date.value == "2020-11-23"
    assert metadata.language.origin == "detected"


@pytest.mark.parametrize(
    "sidecar", [b"title = ", b'titel = "Opvang"', b'title = "\xff"', b"title = 3", b'date = ["a"]']
)
def test_a_broken_sidecar_is_refused(folder, sidecar):
    (folder / "b.toml").write_bytes(sidecar)
    with refused("broken_sidecar"):
        load(folder / "b.txt", "b")


def test_the_hash_of_a_file_changes_with_its_sidecar(folder):
    before = file_sha256(folder / "b.txt")
    (folder / "b.toml").write_text('title = "Anders"\n')
    assert file_sha256(folder / "b.txt") != before


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("brief.txt", [], "brief"),
        ("Brief aan de Kamer (2).txt", [], "brief-aan-de-kamer-2"),
        ("Één ﬁnale.txt", [], "één-finale"),
        ("brief.txt", ["brief"], "brief-2"),
        ("brief.txt", ["brief", "brief-2"], "brief-3"),
        ("a#p1.txt", [], "a-p1"),
        ("(!).txt", [], "document"),
        ("v1.2.txt", [], "v1.2"),
    ],
)
def test_a_document_is_called_after_its_file(name, taken, expected):
    assert document_id(Path(name), taken) == expected


def test_a_file_at_which_a_loader_fails_is_named(tmp_path, monkeypatch):
    def fails(data, name, doc_id, digest):
        return [][1]

    monkeypatch.setitem(LOADERS, ".md", fails)
    (tmp_path / "nota.md").write_text("Een nota.")
    with pytest.raises(AlineaError) as caught:
        load(tmp_path / "nota.md", "nota")
    assert caught.value.message == (
        "nota.md cannot be read, it fails (IndexError): open it and save it anew."
    )
