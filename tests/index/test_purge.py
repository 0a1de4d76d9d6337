"""What is removed from an index, and how nothing of it is left."""

import shutil

import pytest
from encoders import WordEncoder
from index_states import found

from qa import AlineaError, Index
from qa.cli import run

LINES = [f"Besluit {n} noemt de wet van week {n}." for n in range(150)]
SECRET = "Kwartelkoning"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "besluiten.txt").write_text("\n\n".join(LINES), "utf-8")
    return tmp_path


def written(folder, word):
    """Files that hold a word, in whatever case."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name for path in files if word.lower().encode() in path.read_bytes().lower()}


def holding(folder, data):
    """Files that hold these bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name for path in files if data in path.read_bytes()}


def test_of_a_large_index_nothing_purged_is_left_in_any_segment(large, tmp_path):
    shutil.copytree(large / "index", tmp_path / "index")
    index = Index.open(tmp_path / "index", WordEncoder())
    (tmp_path / "geheim.txt").write_text(f"{SECRET} broedt in het {SECRET}nest.", "utf-8")
    index.add(tmp_path / "geheim.txt")
    (tmp_path / "los.txt").write_text("Dit blijft.", "utf-8")
    index.add(tmp_path / "los.txt")
    vector = WordEncoder().encode_document([f"{SECRET} broedt in het {SECRET}nest."])[0]
    assert written(tmp_path / "index", SECRET)
    assert holding(tmp_path / "index", vector.astype("<f2").tobytes())
    index.remove("geheim")
    assert "geheim" not in {hit.citation.document for hit in index.search(SECRET, k=500)}
    index.remove("regels-07", purge=True)
    assert written(tmp_path / "index", SECRET) == set()
    assert holding(tmp_path / "index", vector.astype("<f2").tobytes()) == set()
    assert index.search("Dit blijft.")[0].id == "los#p1"


def test_what_was_removed_before_is_purged_when_asked_for_again(large, tmp_path):
    text = f"{SECRET} broedt in het {SECRET}nest."
    (tmp_path / "geheim.txt").write_text(text, "utf-8")
    files = [*sorted(large.glob("*.txt")), tmp_path / "geheim.txt"]
    index = Index.build(files, tmp_path / "index", WordEncoder())
    vector = WordEncoder().encode_document([text])[0].astype("<f2").tobytes()
    index.remove("geheim")
    assert written(tmp_path / "index", SECRET)
    assert holding(tmp_path / "index", vector)
    with pytest.raises(AlineaError) as caught:
        index.remove("geheim", purge=True)
    assert caught.value.code == "no_such_document"
    assert written(tmp_path / "index", SECRET) == set()
    assert holding(tmp_path / "index", vector) == set()
    assert index.search("zaak 712")[0].id == "regels-07#p13"


def test_what_is_purged_is_in_no_file_any_more(folder):
    (folder / "geheim.txt").write_text(f"{SECRET} broedt in het {SECRET}nest.", "utf-8")
    index = Index.build([folder / "in", folder / "geheim.txt"], folder / "index", WordEncoder())
    assert written(folder / "index", SECRET)
    index.remove("geheim", purge=True)
    assert written(folder / "index", SECRET) == set()
    assert "geheim" not in {hit.citation.document for hit in index.search(SECRET, k=500)}
    assert index.search("besluit 7 van week 7")[0].id == "besluiten#p8"


def test_what_is_purged_while_another_reads_is_told_and_done_later(folder):
    (folder / "geheim.txt").write_text(f"{SECRET} broedt hier.", "utf-8")
    index = Index.build([folder / "in", folder / "geheim.txt"], folder / "index", WordEncoder())
    reader = Index.open(folder / "index", WordEncoder(), pinned=True)
    with pytest.raises(AlineaError) as caught:
        index.remove("geheim", purge=True)
    assert caught.value.code == "index_in_use"
    assert index.search(SECRET, documents=None)[0].id != "geheim#p1"
    assert reader.search(SECRET)[0].id == "geheim#p1"  # it sees what it opened
    del reader
    index.remove(purge=True)
    assert written(folder / "index", SECRET) == set()


def test_a_pinned_reader_keeps_what_it_opened_through_twenty_generations(folder):
    writer = Index.build(folder / "in", folder / "index", WordEncoder())
    reader = Index.open(folder / "index", WordEncoder(), pinned=True)
    before = found(reader, "besluit 7 van week 7")
    seen = {writer.generation}
    for n in range(20):
        (folder / "los.txt").write_text(f"Besluit 7 is van week 7, en van jaar {n}.", "utf-8")
        writer.add(folder / "los.txt")
        seen.add(writer.generation)
        if n % 10 == 0:
            assert found(reader, "besluit 7 van week 7") == before
            assert reader.document("besluiten").paragraphs[7].text == LINES[7]
    assert len(seen) == 21
    assert "los#p1" in {hit[0] for hit in found(writer, "besluit 7 van week 7")}
    assert len(list((folder / "index" / "generations").iterdir())) == 1


def test_what_another_program_holds_open_is_told_on_the_command_line(folder, capsys):
    (folder / "geheim.txt").write_text(f"{SECRET} broedt hier.", "utf-8")
    path = folder / "index"
    Index.build([folder / "geheim.txt", _short(folder)], path)
    reader = Index.open(path, pinned=True)
    assert run(["remove", "--purge", "geheim", "--index", str(path)]) == 1
    assert capsys.readouterr().err == (
        f"qa: What was removed can no longer be found, but {path} is held open by another "
        "program: close that, and run `qa remove --purge` once more.\n"
    )
    assert [row.id for row in reader.documents()] == ["geheim", "kort"]
    del reader
    assert run(["remove", "--purge", "geheim", "--index", str(path)]) == 1  # it is gone already
    assert written(path, SECRET) == set()


def _short(folder):
    (folder / "kort.txt").write_text("Het zwembad sluit in juni.", "utf-8")
    return folder / "kort.txt"
