"""Building an index and changing it: ids, what is encoded anew, what is left of what was."""

import numpy as np
import pytest
from encoders import WordEncoder

from qa import AlineaError, Index

FIRST = "Opvang\n\nDe gemeente opent een opvang. Er is plaats voor tachtig mensen.\n"
SECOND = "Zwembad\n\nHet zwembad sluit in juni.\n\nHet gaat in mei weer open.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "opvang.txt").write_text(FIRST, "utf-8")
    (tmp_path / "in" / "zwembad.txt").write_text(SECOND, "utf-8")
    return tmp_path


def ids(index):
    return [document.id for document in index.documents()]


def found(index, question="Wanneer sluit het zwembad?"):
    return [(hit.id, hit.rank_score, hit.scores) for hit in index.search(question)]


def test_a_built_index_opens_as_it_was(folder):
    encoder = WordEncoder()
    built = Index.build(folder / "in", folder / "index", encoder)
    opened = Index.open(folder / "index", encoder)
    assert ids(built) == ids(opened) == ["opvang", "zwembad"]
    assert found(built) == found(opened)
    assert opened.document("zwembad") == built.document("zwembad")
    summary = opened.documents()[1]
    assert (summary.paragraph_count, summary.section_count, summary.footnote_count) == (2, 1, 0)
    assert (summary.source, summary.page_count, summary.language) == ("zwembad.txt", None, "nl")


def test_two_builds_of_the_same_files_give_equal_results(folder):
    one = Index.build(folder / "in", folder / "one", WordEncoder())
    two = Index.build(folder / "in", folder / "two", WordEncoder())
    for question in ("Wanneer sluit het zwembad?", "mensen", "Is er iets?"):
        assert found(one, question) == found(two, question)


def test_a_file_is_added_and_taken_out(folder):
    index = Index.build(folder / "in" / "opvang.txt", folder / "index", WordEncoder())
    assert index.add(folder / "in" / "zwembad.txt") == ["zwembad"]
    assert found(index)[0][0] == "zwembad#p1"
    index.remove("zwembad")
    assert ids(index) == ids(Index.open(folder / "index", WordEncoder())) == ["opvang"]
    assert {unit.split("#")[0] for unit, *_ in found(index)} == {"opvang"}


def test_the_same_path_replaces_and_another_of_that_name_gets_a_number(folder):
    index = Index.build(folder / "in", folder / "index", WordEncoder())
    (folder / "in" / "opvang.txt").write_text("Opvang\n\nDe opvang is gesloten.\n", "utf-8")
    (folder / "other").mkdir()
    (folder / "other" / "Opvang.txt").write_text(FIRST, "utf-8")
    added = index.add(folder / "in" / "opvang.txt", folder / "other" / "Opvang.txt")
    assert added == ["opvang", "opvang-2"]
    assert ids(index) == ["opvang", "opvang-2", "zwembad"]
    assert index.document("opvang").paragraphs[0].text == "De opvang is gesloten."
    assert index.document("opvang-2").paragraphs[0].id == "opvang-2#p1"


def test_what_was_encoded_is_not_encoded_again(folder):
    encoder = WordEncoder()
    index = Index.build(folder / "in", folder / "index", encoder)
    encoder.encoded.clear()
    (folder / "in" / "zwembad.txt").write_text(SECOND.replace("mei", "juli"), "utf-8")
    index.add(folder / "in")
    assert sorted(encoder.encoded) == [
        "Het gaat in juli weer open.",
        "Zwembad\nHet gaat in juli weer open.",
        "Zwembad\nHet zwembad sluit in juni.\n\nHet gaat in juli weer open.",
    ]
    encoder.encoded.clear()
    index.remove("opvang")
    assert encoder.encoded == []
    Index.build(folder / "in" / "zwembad.txt", folder / "index", encoder)
    assert [text for text in encoder.encoded if "zwembad" in text.lower()] == []


def test_rows_that_are_kept_are_those_of_a_fresh_build(folder):
    index = Index.build(folder / "in", folder / "index", WordEncoder())
    index.add(folder / "in" / "opvang.txt")
    index.remove("opvang")
    fresh = Index.build(folder / "in" / "zwembad.txt", folder / "fresh", WordEncoder())
    assert found(index) == found(fresh)


def test_a_changed_sidecar_is_seen(folder):
    index = Index.build(folder / "in", folder / "index", WordEncoder())
    (folder / "in" / "opvang.toml").write_text('title = "Over opvang"\n', "utf-8")
    index.add(folder / "in")
    assert [document.title for document in index.documents()] == ["Over opvang", None]


def test_without_its_last_document_an_index_is_empty_and_still_works(folder):
    index = Index.build(folder / "in", folder / "index", WordEncoder())
    index.remove("opvang", "zwembad")
    opened = Index.open(folder / "index", WordEncoder())
    assert opened.documents() == []
    assert opened.search("zwembad") == []
    assert opened.search("zwembad", unit="section") == []
    result = opened.ask("Wanneer sluit het zwembad?", min_confidence=0)
    assert (result.answered, result.confidence, result.passages) == (False, 0.0, ())
    opened.add(folder / "in" / "zwembad.txt")
    assert ids(opened) == ["zwembad"]


@pytest.mark.parametrize("text", ["Het zwembad sluit.", "Het zwembad sluit.\n\nDe opvang opent."])
def test_one_paragraph_and_two_are_a_corpus(tmp_path, text):
    (tmp_path / "kort.txt").write_text(text, "utf-8")
    index = Index.build(tmp_path / "kort.txt", tmp_path / "index", WordEncoder())
    assert found(index, "zwembad sluit")[0][0] == "kort#p1"
    assert found(index, "zwembad sluit")[0][2].bm25 > 0
    assert index.ask("Sluit het zwembad?", min_confidence=0).answers[0].text == (
        "Het zwembad sluit."
    )


def test_progress_counts_files_and_texts(folder):
    seen = []
    Index.build(folder / "in", folder / "index", WordEncoder(), lambda *step: seen.append(step))
    assert seen[:3] == [("load", 0, 2), ("load", 1, 2), ("load", 2, 2)]
    assert seen[3:] == [("encode", 0, 8), ("encode", 8, 8)]


def test_what_is_not_in_the_index_is_said_so(folder):
    index = Index.build(folder / "in", folder / "index", WordEncoder())
    for act in (index.document, index.remove):
        with pytest.raises(AlineaError) as caught:
            act("weg")
        assert caught.value.code == "no_such_document"
    assert ids(index) == ["opvang", "zwembad"]


def test_another_encoder_is_refused(folder):
    Index.build(folder / "in", folder / "index", WordEncoder())
    with pytest.raises(AlineaError) as caught:
        Index.open(folder / "index", WordEncoder(seed="other"))
    assert caught.value.code == "other_encoder"
    assert "with another version of words: make it anew" in caught.value.message
    with pytest.raises(AlineaError) as caught:
        Index.open(folder / "index", "bundled")
    assert caught.value.code == "other_encoder"
    assert "with words, not with this multilingual-e5-small: name" in caught.value.message


def test_a_paragraph_of_too_many_sentences_is_left_out_and_named(folder):
    (folder / "in" / "vol.txt").write_text("Het is af. " * 66_000, "utf-8")
    told = []
    index = Index.build(
        folder / "in",
        folder / "index",
        WordEncoder(),
        failed=lambda file, error: told.append((file.name, error.message)),
    )
    assert "vol" not in [document.id for document in index.documents()]
    assert told == [
        (
            "vol.txt",
            "vol.txt has a paragraph of more than 65535 sentences: divide it by empty lines.",
        )
    ]


def test_an_object_that_is_no_encoder_is_refused(folder):
    with pytest.raises(AlineaError) as caught:
        Index.build(folder / "in", folder / "index", np.zeros(3))
    assert (caught.value.code, caught.value.usage) == ("bad_encoder", True)
    assert not (folder / "index").exists()
