"""An index that is damaged, old, or not one at all is named so, and never half read."""

import json

import pytest
from encoders import WordEncoder

from qa import AlineaError, Index

TEXT = "Zwembad\n\nHet zwembad sluit in juni.\n\nHet gaat in mei weer open.\n"
FILES = ["manifest.json", "documents.jsonl", "passages.npy", "sentences.npy", "sections.npy"]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "zwembad.txt").write_text(TEXT, "utf-8")
    Index.build(tmp_path / "zwembad.txt", tmp_path / "index", WordEncoder())
    return tmp_path / "index"


def file_of(folder, name):
    found = list(folder.rglob(name))
    assert len(found) == 1
    return found[0]


def refused(folder):
    with pytest.raises(AlineaError) as caught:
        Index.open(folder, WordEncoder())
    assert "\n" not in caught.value.message
    assert "qa index SOURCE" in caught.value.message
    return caught.value.code


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_a_file_that_is_cut_off_is_noticed(folder, name, share):
    path = file_of(folder, name)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert refused(folder) == "broken_index"


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_byte_that_is_changed_is_noticed(folder, name, share):
    path = file_of(folder, name)
    data = bytearray(path.read_bytes())
    rest = range(int(len(data) * share), len(data))
    at = next((i for i in rest if chr(data[i]).isalnum()), rest[0])
    data[at] ^= 1
    path.write_bytes(bytes(data))
    assert refused(folder) == "broken_index"


@pytest.mark.parametrize("name", FILES[1:])
def test_a_file_that_is_gone_is_noticed(folder, name):
    file_of(folder, name).unlink()
    assert refused(folder) == "broken_index"


def test_a_manifest_of_other_make_is_damage(folder):
    for other in ("[]", "3", "{}", '{"format": null}', "\x00"):
        file_of(folder, "manifest.json").write_text(other, "utf-8")
        assert refused(folder) in ("broken_index", "old_index")


@pytest.mark.parametrize("version", [0, 1, 99, "2"])
def test_an_index_of_another_format_is_named_as_such(folder, version):
    path = file_of(folder, "manifest.json")
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"format": version}))
    assert refused(folder) == "old_index"


def test_no_index_is_said_so(tmp_path):
    assert refused(tmp_path) == "no_index"
    assert refused(tmp_path / "nowhere") == "no_index"


def test_a_damaged_index_is_replaced_by_a_new_one(folder):
    file_of(folder, "sentences.npy").write_bytes(b"")
    built = Index.build(folder.parent / "zwembad.txt", folder, WordEncoder())
    assert [document.id for document in built.documents()] == ["zwembad"]
    assert Index.open(folder, WordEncoder()).search("zwembad")[0].id == "zwembad#p1"


def test_nothing_is_added_to_a_damaged_index(folder):
    index = Index.open(folder, WordEncoder())
    file_of(folder, "passages.npy").write_bytes(b"")
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
        Index.build(folder.parent / "zwembad.txt", folder / "manifest.json", WordEncoder())
    assert caught.value.code == "index_not_written"
