"""An index that grows and shrinks: what is encoded, what is kept, what is left of what is gone."""

import random
import shutil
from dataclasses import replace

import pytest
from encoders import WordEncoder
from index_states import found

from qa import AlineaError, Index
from qa.doctor.health import examine_index
from qa.index.repair import repair
from qa.load.many import load_file
from qa.load.plain import LOADER

LINES = [f"Besluit {n} noemt de wet van week {n}." for n in range(150)]


class Halting(WordEncoder):
    """Stops in the middle, as when the machine is switched off."""

    def encode_document(self, texts):
        if len(self.encoded) >= 100:
            raise KeyboardInterrupt
        return super().encode_document(texts)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "besluiten.txt").write_text("\n\n".join(LINES), "utf-8")
    return tmp_path


def name_of(folder, pattern):
    return [path.name for path in folder.rglob(pattern)]


def test_a_file_that_moves_is_not_encoded_again(folder):
    encoder = WordEncoder()
    index = Index.build(folder / "in", folder / "index", encoder)
    encoder.encoded.clear()
    (folder / "in" / "besluiten.txt").rename(folder / "verhuisd.txt")
    index.remove("besluiten")
    assert index.add(folder / "verhuisd.txt") == ["verhuisd"]
    assert encoder.encoded == []
    assert index.search("besluit 7 van week 7")[0].id == "verhuisd#p8"


def test_the_same_paragraph_in_two_documents_is_encoded_once_and_cited_for_both(folder):
    encoder = WordEncoder()
    index = Index.build(folder / "in", folder / "index", encoder)
    encoder.encoded.clear()
    (folder / "kopie.txt").write_text(f"{LINES[7]}\n\nDit is nieuw.", "utf-8")
    index.add(folder / "kopie.txt")
    section = f"{LINES[7]}\n\nDit is nieuw."
    assert encoder.encoded == ["Dit is nieuw.", section]
    hit = index.search("besluit 7 van week 7")[0]
    assert (hit.id, [also.id for also in hit.citation.also_in]) == ("besluiten#p8", ["kopie#p1"])


def test_encoding_goes_on_where_it_was_interrupted(folder):
    with pytest.raises(KeyboardInterrupt):
        Index.build(folder / "in", folder / "index", Halting())
    encoder, other = WordEncoder(), WordEncoder()
    index = Index.build(folder / "in", folder / "index", encoder)
    fresh = Index.build(folder / "in", folder / "fresh", other)
    assert len(encoder.encoded) == len(other.encoded) - 128  # two batches were kept
    assert found(index, "besluit 7 van week 7") == found(fresh, "besluit 7 van week 7")


def test_nothing_is_written_where_nothing_has_changed(folder):
    index = Index.build(folder / "in", folder / "index", WordEncoder())
    before = index.generation
    assert index.add(folder / "in") == ["besluiten"]
    assert index.generation == before


def by_an_earlier_loader(files):
    for wanted in files:
        found = load_file(wanted)
        yield replace(found, document=replace(found.document, loader="text/1"))


def test_what_an_earlier_loader_read_is_read_again(folder):
    index = Index.build(folder / "in", folder / "index", WordEncoder(), loader=by_an_earlier_loader)
    (told,) = [f.problem for f in examine_index(folder / "index") if f.problem]
    file = folder / "in" / "besluiten.txt"
    assert told == (
        "besluiten.txt was read by an earlier loader, text/1: "
        f"run `qa add '{file}'` to read it as files are read now."
    )
    index.add(file)
    assert [document.loader for document in index.documents()] == [LOADER]
    assert [f.problem for f in examine_index(folder / "index") if f.problem] == []


def test_a_large_index_answers_as_one_that_is_built_at_once(large, tmp_path):
    shutil.copytree(large / "index", tmp_path / "index")
    index = Index.open(tmp_path / "index", WordEncoder())
    (tmp_path / "midden.txt").write_text("De wolf gaat over dag 9.\n\nRegel en wolf.", "utf-8")
    index.add(tmp_path / "midden.txt")
    index.remove("regels-03")
    files = [path for path in sorted(large.glob("*.txt")) if path.stem != "regels-03"]
    fresh = Index.build([*files, tmp_path / "midden.txt"], tmp_path / "fresh", WordEncoder())
    for question in ("Welke wolf gaat over dag 9?", "Over welke zaak gaat regel 5-7?", "zaak 1000"):
        assert found(index, question) == found(fresh, question)
    assert found(index, "wolf")[0][0] == "midden#p1"
    assert "regels-03" not in {unit.split("#")[0] for unit, *_ in found(index, "regel 3-7")}


def test_changes_in_any_order_leave_what_is_built_at_once(large, tmp_path):
    """Documents added, changed and taken out, in segments that come, merge and go."""
    shutil.copytree(large / "index", tmp_path / "index")
    index = Index.open(tmp_path / "index", WordEncoder())
    there = {path.stem: path for path in sorted(large.glob("*.txt"))}
    source = random.Random(5)
    segments = set()
    for step in range(1, 31):
        if step % 5:
            names = source.sample([f"los-{n:02d}" for n in range(12)], source.randint(1, 2))
            for name in names:
                there[name] = tmp_path / f"{name}.txt"
                lines = [
                    f"Regel {step}-{n} gaat over zaak {source.randrange(3000)} en dag {n}."
                    for n in range(source.randint(1, 6))
                ]
                there[name].write_text("\n\n".join(lines), "utf-8")
            index.add(*(there[name] for name in names))
        else:  # one of many paragraphs, that lies in the first segment, or small ones
            gone = {10: ["regels-03"]}.get(step) or source.sample(
                sorted(name for name in there if name.startswith("los")), 2
            )
            index.remove(*gone)
            there = {name: path for name, path in there.items() if name not in gone}
        segments.add(tuple(sorted(name_of(tmp_path / "index", "segment-*"))))
        if step in (9, 19, 30):
            fresh = Index.build(list(there.values()), tmp_path / f"fresh-{step}", WordEncoder())
            for question in ("Welke regel gaat over dag 3?", "Regel 7-2", "zaak 1000 of 2000"):
                assert found(index, question) == found(fresh, question)
                sections = index.search(question, 50, unit="section")
                assert sections == fresh.search(question, 50, unit="section")
                some = sorted(there)[3:25]
                assert index.search(question, 50, some) == fresh.search(question, 50, some)
    assert {len(names) for names in segments} >= {2, 3}
    assert len(segments) > 10


def test_a_segment_that_is_damaged_is_named_and_made_again(large, tmp_path):
    shutil.copytree(large / "index", tmp_path / "index")
    (tmp_path / "los.txt").write_text("Regel en wolf.", "utf-8")
    index = Index.open(tmp_path / "index", WordEncoder())
    index.add(tmp_path / "los.txt")
    before = found(index, "wolf")
    (path,) = (tmp_path / "index").rglob("segment-2.arrays")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x40
    path.write_bytes(data)
    with pytest.raises(AlineaError) as caught:
        Index.open(tmp_path / "index", WordEncoder())
    assert "is damaged (segment-2.arrays): run `qa doctor --repair`" in caught.value.message
    assert repair(tmp_path / "index", WordEncoder()).lost == []
    assert found(Index.open(tmp_path / "index", WordEncoder()), "wolf") == before
