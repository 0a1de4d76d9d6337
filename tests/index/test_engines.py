"""What an index promises, whoever finds its candidates: this machine, or a Milvus server.

The server is milvus-lite, started here and spoken to over TCP; with `make milvus-core` its core
in C++, which is Milvus' own."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from encoders import Numberless
from index_states import ids, opened

from qa import Index
from qa.retrieval.candidates import Unit

WORDLESS = "Hoe is dat met hun?"  # stop words alone: nothing to find by keyword


@pytest.fixture(params=["local", "milvus"])
def engine(request):
    """What is given as the engine."""
    if request.param == "local":
        return ""
    return request.getfixturevalue("server")


@pytest.fixture
def folder(sources, tmp_path):
    """A copy of the sources, for tests that change them."""
    return Path(shutil.copytree(sources, tmp_path / "in"))


def test_each_paragraph_is_found_by_its_number(kept, engine):
    index = opened(kept, engine)
    for number in range(5, 300, 27):
        place = f"regels-{number // 100}#p{number % 100 + 1}"
        assert ids(index, f"Wat behandelt zaak {number}?") == [place]


def test_a_question_without_keywords_is_answered_by_vectors(kept, engine):
    assert ids(opened(kept, engine), WORDLESS) == ["wordless#p1"]


def test_nothing_is_found_twice(kept, engine):
    found = ids(opened(kept, engine), "Welke regel behandelt zaak 299?", 1000)
    assert len(found) == len(set(found)) >= 200


def test_a_search_of_named_documents_gives_these_alone(kept, engine):
    index = opened(kept, engine)
    named = ["besluit-één_2019", "wordless"]
    found = ids(index, "Welk besluit noemt de gemeente?", 50, documents=named)
    assert found == ["besluit-één_2019#p1", "wordless#p1"]


def test_a_search_of_a_period_gives_its_documents_alone(kept, engine):
    index = opened(kept, engine)
    question = "Welk besluit noemt de gemeente?"
    later = {"besluit-één_2019#p1", "besluit-één_2020#p1"}
    assert set(ids(index, question, 50, since="2019-01-01")) == later
    assert ids(index, question, 50, until="2018-03-03") == ["besluit-één_2018#p1"]
    assert ids(index, question, 50, since="2018-03-04", until="2019-03-02") == []
    two = ["besluit-één_2018", "besluit-één_2020", "regels-0"]
    assert ids(index, question, 50, documents=two, since="2019-01-01") == ["besluit-één_2020#p1"]


def test_what_is_added_is_found_at_once_and_by_others_too(folder, tmp_path, engine):
    index = Index.build(folder, tmp_path / "index", Numberless(), engine=engine)
    (folder / "nieuw.txt").write_text("De kwartelkoning broedt bij zaak 12345.", "utf-8")
    index.add(folder / "nieuw.txt")
    assert ids(index, "Waar broedt de kwartelkoning?") == ["nieuw#p1"]
    assert ids(opened(tmp_path / "index", engine), "zaak 12345") == ["nieuw#p1"]


def test_a_shorter_version_leaves_nothing_of_the_longer_one(folder, tmp_path, engine):
    index = Index.build(folder, tmp_path / "index", Numberless(), engine=engine)
    (folder / "regels-2.txt").write_text("Regel 1 behandelt de wulp.", "utf-8")
    index.add(folder / "regels-2.txt")
    found = ids(index, "Welke regel behandelt zaak 250?", 1000, documents=["regels-2"])
    assert found == ["regels-2#p1"]
    assert index.search("Welke regel behandelt zaak 250?")[0].citation.document != "regels-2"


def test_what_is_removed_is_found_no_more(folder, tmp_path, engine):
    index = Index.build(folder, tmp_path / "index", Numberless(), engine=engine)
    index.remove("wordless")
    assert "wordless#p1" not in ids(index, WORDLESS, 1000)
    assert "wordless#p1" not in ids(opened(tmp_path / "index", engine), WORDLESS, 1000)


def test_an_index_made_anew_is_searched_as_it_is_then(folder, tmp_path, engine):
    Index.build(folder, tmp_path / "index", Numberless(), engine=engine)
    index = Index.build(folder / "regels-1.txt", tmp_path / "index", Numberless(), engine=engine)
    assert len(ids(index, "Wat behandelt zaak 7?", 1000)) == 100
    other = Numberless("another")
    index = Index.build(folder / "regels-1.txt", tmp_path / "index", other, engine=engine)
    assert ids(index, "Wat behandelt zaak 144?") == ["regels-1#p45"]


def test_sections_are_found(tmp_path, engine):
    text = "# Vogels\n\nDe wulp broedt hier.\n\n# Vissen\n\nDe snoek zwemt daar.\n"
    (tmp_path / "dieren.md").write_text(text, "utf-8")
    index = Index.build(tmp_path / "dieren.md", tmp_path / "index", Numberless(), engine=engine)
    assert ids(index, "Waar zwemt de snoek?", unit="section") == ["dieren#sec2"]


def test_an_answer_cites_the_same_place(kept, engine):
    result = opened(kept, engine).ask("Wat behandelt zaak 277?", min_confidence=0, reader=False)
    assert result.answers[0].text == "Regel 77 behandelt zaak 277."
    assert result.answers[0].citation.id == "regels-2#p78"


# What a server adds to that.


def unit(number, terms="vogel", vector=(1.0, 0.0)):
    return Unit(number, terms, np.array(vector, dtype=np.float32))
