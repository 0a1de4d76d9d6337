"""A server of candidates: filled, emptied, away, killed, shared; and values in its filters."""

import json
import shutil
import time
from pathlib import Path

import numpy as np
import pytest
from encoders import Numberless, WordEncoder
from index_states import ids, opened
from milvus_servers import CORE, free_port, start_server

from qa import AlineaError, Index
from qa.cli import run
from qa.retrieval.candidates import Held, Unit, Where

WORDLESS = "Hoe is dat met hun?"  # stop words alone: nothing to find by keyword
NOWHERE = "http://127.0.0.1:1"


@pytest.fixture
def folder(sources, tmp_path):
    """A copy of the sources, for tests that change them."""
    return Path(shutil.copytree(sources, tmp_path / "in"))


@pytest.mark.parametrize("kind", ["FLAT", "HNSW", "IVF_FLAT"])
def test_a_server_changes_no_score_whatever_its_index(sources, server, kind, tmp_path):
    if CORE and kind == "HNSW":
        pytest.skip("the core of milvus-lite 2.5.1 makes FLAT, IVF_FLAT and AUTOINDEX alone")
    there = Index.build(
        sources, tmp_path / "index", WordEncoder(), engine=server.replace("FLAT", kind)
    )
    here = Index.open(tmp_path / "index", WordEncoder(), engine="")
    for question in ("Wat behandelt zaak 42?", "Regel 17 behandelt zaak 217.", WORDLESS):
        best = [(hit.id, hit.rank_score) for hit in here.search(question, 2)]
        assert [(hit.id, hit.rank_score) for hit in there.search(question, 2)] == best


def test_what_was_changed_without_the_server_is_made_up_for(folder, tmp_path, server):
    path = tmp_path / "index"
    Index.build(folder, path, Numberless(), engine=server)
    (folder / "nieuw.txt").write_text("De kwartelkoning broedt bij zaak 12345.", "utf-8")
    alone = opened(path, "")
    alone.add(folder / "nieuw.txt")
    alone.remove("regels-0")
    again = opened(path, server)
    assert ids(again, "Waar broedt de kwartelkoning?") == ["nieuw#p1"]
    assert "regels-0#p8" not in ids(again, "Wat behandelt zaak 7?", 1000)


def test_a_server_that_lost_all_is_filled_again(kept, server, tmp_path):
    from pymilvus import MilvusClient

    path = shutil.copytree(kept, tmp_path / "index")
    (path / ".engine").unlink(missing_ok=True)
    assert ids(opened(path, server), "Wat behandelt zaak 7?") == ["regels-0#p8"]
    client = MilvusClient(server.partition("?")[0])
    own = f"alinea_{(path / '.engine').read_text()}_"
    for name in client.list_collections():
        if name.startswith(own):
            client.drop_collection(name)
    assert ids(opened(path, server), "Wat behandelt zaak 7?") == ["regels-0#p8"]


def test_a_change_while_the_server_is_away_is_kept_and_told(folder, tmp_path):
    path = tmp_path / "index"
    Index.build(folder, path, Numberless(), engine="")
    with pytest.raises(AlineaError, match="see whether it runs") as told:
        opened(path, NOWHERE).remove("wordless")
    assert told.value.code == "engine_failed"
    assert "wordless" not in [document.id for document in opened(path, "").documents()]


def test_an_open_index_survives_that_the_server_is_killed_and_started_again(kept, server, tmp_path):
    path = shutil.copytree(kept, tmp_path / "index")
    port = free_port()
    (tmp_path / "milvus").mkdir()
    process = start_server(tmp_path / "milvus", port)
    try:
        index = opened(path, f"http://127.0.0.1:{port}?index=FLAT")
        assert ids(index, "Wat behandelt zaak 7?") == ["regels-0#p8"]
        process.kill()
        process.wait()
        with pytest.raises(AlineaError, match="see whether it runs"):
            index.search("Wat behandelt zaak 7?")
        process = start_server(tmp_path / "milvus", port)
        found = None
        for _ in range(100):  # the connection is tried again in steps of a second or so
            try:
                found = ids(index, "Wat behandelt zaak 7?")
                break
            except AlineaError:
                time.sleep(0.3)
        assert found == ["regels-0#p8"]
    finally:
        process.kill()
        process.wait()


def test_two_indexes_on_one_server_know_nothing_of_each_other(tmp_path, server):
    found = []
    for name in ("een", "twee"):
        (tmp_path / f"{name}.txt").write_text(f"Dit is vogel {name}.", "utf-8")
        index = Index.build(
            tmp_path / f"{name}.txt", tmp_path / f"{name}-index", Numberless(), engine=server
        )
        found.append(index)
    assert [ids(index, "Welke vogel is dit?", 5) for index in found] == [["een#p1"], ["twee#p1"]]


@pytest.fixture
def collection(server, request):
    from qa.milvus import Milvus

    made = Milvus(server).collection(f"test_{abs(hash(request.node.name))}", 2)
    yield made
    made.close()


def unit(number, terms="vogel", vector=(1.0, 0.0)):
    return Unit(number, terms, np.array(vector, dtype=np.float32))


def test_values_in_a_filter_stay_values(collection):
    names = ['a"b', "a\\", 'x" or document != "', "een\ntwee", "{id}", "é' %"]
    if CORE:  # it cannot be asked for a control character; no document's id has one
        names[3] = "een twee"
    for number, name in enumerate(names):
        collection.upsert(Held(number, name, "2020-01-0" + str(number + 1), "s"), [unit(number)])
    for number, name in enumerate(names):
        assert collection.nearest(np.array([1, 0], np.float32), 9, Where((name,))) == [number]
        assert collection.matching(["vogel"], 9, Where((name,))) == [number]
    assert collection.count(Where(since='2020-01-01" or date != "')) == 5
    assert collection.count(Where(since="2020-01-02", until="2020-01-04")) == 3


def test_a_version_cut_off_on_its_way_is_known_as_such(collection):
    whole = Held(5, "doc", "", "stamp")
    with pytest.raises(AlineaError, match="engine"):
        collection.upsert(whole, [unit(50), unit(51, vector=(1.0, 0.0, 0.0))])
    assert collection.held() == {5: ""}
    collection.upsert(whole, [unit(50), unit(51)])
    assert (collection.held(), collection.count()) == ({5: "stamp"}, 2)
    collection.delete([5])
    assert (collection.held(), collection.count()) == ({}, 0)


@pytest.mark.parametrize(
    "address",
    ["localhost:19530", "ftp://host", "http://host?index=TREE", "http://host?indx=FLAT", "http://"],
)
def test_an_address_that_is_none_is_told(kept, address):
    with pytest.raises(AlineaError, match="http://localhost:19530") as told:
        opened(kept, address).search("zaak")
    assert told.value.usage


def test_the_engine_may_be_named_in_the_settings(letter_index_path, tmp_path, monkeypatch, capsys):
    (tmp_path / "alinea.toml").write_text(f"engine = {json.dumps(NOWHERE)}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALINEA_ENGINE", "")
    command = ["search", "wie", "--index", str(letter_index_path)]
    assert run(command) == 0  # a variable wins over the file
    monkeypatch.delenv("ALINEA_ENGINE")
    assert run(command) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"qa: The engine at {NOWHERE} failed")
    assert told.count("\n") == 1
