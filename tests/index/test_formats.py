"""Indexes of other formats or preparations, and folders that hold something else."""

import json
import shutil
import sqlite3

import pytest
from encoders import WordEncoder
from index_states import file_of, is_as_built, refused

from qa import AlineaError, Index
from qa.index.database import facts_check
from qa.index.repair import repair
from qa.index.store import Store

TEXT = "Zwembad\n\nHet zwembad sluit in juni.\n\nHet gaat in mei weer open.\n"


@pytest.fixture
def folder(made, tmp_path):
    """A copy of an index, beside a copy of its file; it knows the file by its first place."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "index"


def test_an_index_of_the_format_before_is_refused_and_replaced(tmp_path):
    old = tmp_path / "index"
    (old / "generations" / "a1").mkdir(parents=True)
    (old / "generations" / "a1" / "documents.jsonl").write_text("{}\n")
    (old / "manifest.json").write_text('{"format": 3, "generation": "a1"}')
    assert refused(old) == "old_index"
    (tmp_path / "zwembad.txt").write_text(TEXT, "utf-8")
    Index.build(tmp_path / "zwembad.txt", old, WordEncoder())
    assert [path.name for path in old.rglob("*.json*")] == []
    assert Index.open(old, WordEncoder()).search("zwembad")[0].id == "zwembad#p1"


def set_fact(folder, **changed):
    path = folder / "index.sqlite"
    facts = Store.open_to_read(path).facts() | changed
    with sqlite3.connect(path) as database:
        for name, value in (facts | {"check": facts_check(facts)}).items():
            row = (json.dumps(value), name)
            database.execute("UPDATE facts SET value = ? WHERE name = ?", row)


@pytest.mark.parametrize("version", [0, 99, "2"])
def test_an_index_of_another_format_is_named_as_such(folder, version):
    set_fact(folder, format=version)
    assert refused(folder) == "old_index"


def test_an_index_with_texts_prepared_otherwise_is_refused_and_brought_up_to_date(folder):
    set_fact(folder, preparation="0123456789abcdef")
    assert refused(folder) == "old_index"
    assert repair(folder, WordEncoder()).lost == []
    assert is_as_built(folder)


def test_an_index_of_format_4_is_refused_and_brought_up_to_date(folder):
    (generation,) = (folder / "generations").iterdir()
    for path in generation.iterdir():
        path.rename(generation / f"old-{path.name}")
    set_fact(folder, format=4)
    assert refused(folder) == "old_index"
    encoder = WordEncoder()
    assert repair(folder, encoder).lost == []
    assert len(encoder.encoded) == 8  # what tells the floor; no text of the index
    assert is_as_built(folder)
    assert list(folder.rglob("old-*")) == []


def test_an_index_of_format_4_made_anew_keeps_its_vectors(folder):
    set_fact(folder, format=4)
    encoder = WordEncoder()
    Index.build(folder.parent / "zwembad.txt", folder, encoder)
    assert len(encoder.encoded) == 8  # what tells the floor; no text of the index
    assert is_as_built(folder)


def test_no_index_is_said_so(tmp_path):
    assert refused(tmp_path) == "no_index"
    assert refused(tmp_path / "nowhere") == "no_index"


def test_a_damaged_index_is_replaced_by_a_new_one(folder):
    file_of(folder, "segment-1.arrays").write_bytes(b"")
    built = Index.build(folder.parent / "zwembad.txt", folder, WordEncoder())
    assert [document.id for document in built.documents()] == ["zwembad"]
    assert Index.open(folder, WordEncoder()).search("zwembad")[0].id == "zwembad#p1"


def test_nothing_is_added_to_a_damaged_index(folder):
    index = Index.open(folder, WordEncoder())
    path = file_of(folder, "segment-1.arrays")
    path.rename(folder / ".aside")
    path.write_bytes(b"")
    with pytest.raises(AlineaError) as caught:
        index.add(folder.parent / "zwembad.txt")
    assert caught.value.code == "broken_index"
    assert index.search("zwembad")[0].id == "zwembad#p1"  # what was opened goes on


def test_a_folder_of_other_things_is_left_alone(folder):
    work = folder.parent / "work"
    (work / "generations").mkdir(parents=True)
    (work / "generations" / "photo.raw").write_text("mine")
    (work / "notes.md").write_text("mine")
    with pytest.raises(AlineaError) as caught:
        Index.build(folder.parent / "zwembad.txt", work, WordEncoder())
    assert caught.value.code == "not_an_index"
    assert sorted(path.name for path in work.rglob("*")) == [
        "generations",
        "notes.md",
        "photo.raw",
    ]


def test_a_file_in_the_place_of_the_index_is_said_so(folder):
    with pytest.raises(AlineaError) as caught:
        Index.build(folder.parent / "zwembad.txt", folder / "index.sqlite", WordEncoder())
    assert caught.value.code == "index_not_written"
