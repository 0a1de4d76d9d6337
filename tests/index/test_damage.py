"""An index that is damaged, old, or not one at all is named so, never half read, and mended."""

import random
import shutil
import sqlite3

import pytest
from encoders import WordEncoder
from index_states import file_of, is_as_built, problems, refused

from qa import AlineaError, Index
from qa.index.repair import repair

TEXT = "Zwembad\n\nHet zwembad sluit in juni.\n\nHet gaat in mei weer open.\n"
FILES = ["layout.arrays", "learned.arrays", "segment-1.arrays"]


@pytest.fixture
def folder(made, tmp_path):
    """A copy of an index, beside a copy of its file; it knows the file by its first place."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "index"


def change_byte(path, at):
    data = bytearray(path.read_bytes())
    data[at] ^= 0x40
    path.write_bytes(data)


@pytest.mark.parametrize("name", [*FILES, "index.sqlite"])
@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_a_file_that_is_cut_off_is_noticed(folder, name, share):
    path = file_of(folder, name)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert refused(folder) == "broken_index"


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.95, 1.0])
def test_a_byte_that_is_changed_is_noticed_and_repaired(folder, name, share):
    path = file_of(folder, name)
    change_byte(path, int((path.stat().st_size - 1) * share))
    assert refused(folder) == "broken_index"
    assert repair(folder, WordEncoder()).lost == []
    assert is_as_built(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone_is_noticed_and_made_again(folder, name):
    file_of(folder, name).unlink()
    assert refused(folder) == "broken_index"
    repair(folder, WordEncoder())
    assert is_as_built(folder)


@pytest.mark.parametrize(
    ("table", "column"),
    [("passages", "body"), ("sections", "body"), ("vectors", "row"), ("documents", "body")],
)
def test_a_byte_changed_in_the_store_is_found_and_repaired(folder, table, column):
    with sqlite3.connect(folder / "index.sqlite") as database:
        kept = database.execute(f"SELECT {column} FROM {table} LIMIT 1").fetchone()[0]
        kept = kept.encode() if isinstance(kept, str) else kept
    path = folder / "index.sqlite"
    data = path.read_bytes()
    at = data.index(kept[-40:])  # a long row ends in another page than it begins in
    change_byte(path, at + 20)
    assert problems(folder) == ["index.sqlite (zwembad) is damaged: run `qa doctor --repair`."]
    done = repair(folder, WordEncoder())
    assert (done.mended, done.lost) == (["zwembad"], [])
    assert is_as_built(folder)


def test_a_document_that_is_damaged_and_whose_file_has_changed_is_lost(folder, made):
    path = folder / "index.sqlite"
    with sqlite3.connect(path) as database:
        body = database.execute("SELECT body FROM documents").fetchone()[0]
    change_byte(path, path.read_bytes().index(body[-40:]) + 20)
    source = made / "zwembad.txt"
    source.write_text(TEXT + "\nNieuw.\n", "utf-8")
    try:
        assert repair(folder, WordEncoder()).lost == ["zwembad"]
    finally:
        source.write_text(TEXT, "utf-8")
    assert Index.open(folder, WordEncoder()).documents() == []


def test_facts_that_are_damaged_are_noticed_and_repaired(folder):
    path = folder / "index.sqlite"
    change_byte(path, path.read_bytes().index(b"words-") + 2)
    assert refused(folder) == "broken_index"
    repair(folder, WordEncoder())
    assert is_as_built(folder)


def test_a_store_of_no_bytes_is_not_repaired_to_an_empty_index(folder):
    (folder / "index.sqlite").write_bytes(b"")
    with pytest.raises(AlineaError) as caught:
        repair(folder, WordEncoder())
    assert caught.value.message == (
        f"index.sqlite in {folder} cannot be repaired: make it anew with `qa index SOURCE`."
    )


def test_a_store_that_sqlite_cannot_read_is_not_repaired_and_can_be_replaced(folder):
    path = folder / "index.sqlite"
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])
    assert refused(folder) == "broken_index"
    with pytest.raises(AlineaError) as caught:
        repair(folder, WordEncoder())
    assert caught.value.code == "broken_index"
    Index.build(folder.parent / "zwembad.txt", folder, WordEncoder())
    assert Index.open(folder, WordEncoder()).search("zwembad")[0].id == "zwembad#p1"


def test_a_byte_changed_anywhere_in_the_store_is_noticed_or_does_no_harm(folder):
    path = folder / "index.sqlite"
    sound, source = path.read_bytes(), random.Random(4)
    used = [place for place, byte in enumerate(sound) if byte]
    noticed = 0
    for _ in range(60):
        path.write_bytes(sound)
        change_byte(path, source.choice(used))
        if problems(folder):
            noticed += 1
        else:  # in the list of tables as text, or a count that nobody reads
            assert is_as_built(folder)
            index = Index.open(folder, WordEncoder())
            assert index.document("zwembad").text == TEXT
    assert noticed > 40
