"""Search over a real index: what is found, in which documents, in what order."""

import numpy as np
import pytest
from encoders import WordEncoder

from qa import AlineaError, Index

SHARED = "De gemeente Utrecht opent in mei een opvang voor tachtig mensen."
A = f"Opvang\n\n{SHARED}\n\nHet zwembad sluit in juni voor een verbouwing van de kleedkamers.\n"
B = f"Besluiten\n\nDe raad vergadert elke dinsdag over de begroting.\n\n{SHARED}\n"


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    (folder / "a.txt").write_text(A, "utf-8")
    (folder / "b.txt").write_text(B, "utf-8")
    return Index.build([folder / "a.txt", folder / "b.txt"], folder / "index")


def ids(hits):
    return [hit.id for hit in hits]


def test_the_right_paragraph_comes_first(letter_index):
    question = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
    hits = letter_index.search(question)
    assert len(hits) == 10
    assert hits[0].id == "kamerbrief-mensenhandel#p20"
    assert hits[0].best_sentence.text == (
        "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."
    )
    assert (hits[0].citation.paragraph, hits[0].citation.pages) == (20, (4,))


def test_a_footnote_is_reached_by_what_it_is_said_of(letter_index):
    question = "In welk Kamerstuk staat de voortgangsbrief Samen tegen mensenhandel?"
    found = letter_index.search(question, k=3)
    assert "kamerbrief-mensenhandel#fn2" in ids(found)
    note = next(hit for hit in found if hit.kind == "footnote")
    assert (note.citation.paragraph, note.citation.pages) == (4, (2,))


def test_the_signature_is_found_by_who_signed(letter_index):
    hit = letter_index.search("Wie heeft de brief ondertekend?", k=1)[0]
    assert hit.id == "kamerbrief-mensenhandel#p9"
    assert hit.text == "De Staatssecretaris van Justitie en Veiligheid, A. Broekers-Knol"


def test_an_english_question_reaches_the_dutch_text(letter_index):
    hit = letter_index.search("Which five nationalities do most victims have?", k=1)[0]
    assert hit.id == "kamerbrief-mensenhandel#p18"


def test_a_section_is_found_whole(letter_index):
    hit = letter_index.search("cijfers over geregistreerde slachtoffers", unit="section")[0]
    assert (hit.kind, hit.id, hit.best_sentence) == (
        "section",
        "kamerbrief-mensenhandel#sec5",
        None,
    )
    assert hit.text.startswith("Op basis van statistische informatie")
    assert hit.citation.section == ("Statistische gegevens",)
    assert hit.citation.pages == (3, 4, 5)
    assert [note.marker for note in hit.citation.footnotes] == ["6", "7", "8", "9"]


def test_more_than_there_is_gives_what_there_is(letter_index):
    assert len(letter_index.search("brief", k=1000, unit="section")) == 6
    assert len(letter_index.search("brief", k=1000)) == 37


def test_the_same_paragraph_in_two_files_is_shown_once_and_named_twice(two):
    hits = two.search("Waar opent de gemeente een opvang?")
    assert ids(hits).count("a#p1") == 1
    assert "b#p2" not in ids(hits)
    assert [(also.document, also.id, also.lines) for also in hits[0].citation.also_in] == [
        ("b", "b#p2", (5, 5))
    ]


def test_only_the_documents_asked_for_are_searched(two):
    assert {hit.citation.document for hit in two.search("opvang", documents=["b"])} == {"b"}
    assert ids(two.search("Waar opent de gemeente een opvang?", documents=["b"]))[0] == "b#p2"
    assert {h.id for h in two.search("opvang", documents=["a", "b"])} == {"a#p1", "a#p2", "b#p1"}
    assert two.search("opvang", documents=[]) == []
    assert ids(two.search("opvang", documents=["b"], unit="section")) == ["b#sec1"]


def test_a_document_that_is_not_there_is_said_so(two):
    with pytest.raises(AlineaError) as caught:
        two.search("opvang", documents=["c"])
    assert caught.value.code == "no_such_document"


def test_equal_scores_go_by_document_and_paragraph(tmp_path):
    rows = ["Wind en zon en regen.", "Zon en regen en wind en regen.", "Zon en wind en regen."]
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text("\n\n".join(rows), "utf-8")
    index = Index.build(tmp_path, tmp_path / "index", WordEncoder())
    first, second = (hit for hit in index.search("Is er zon of wind?") if hit.id != "a#p2")
    assert (first.id, second.id) == ("a#p1", "a#p3")
    assert first.rank_score == second.rank_score
    assert [(also.document, also.id) for also in first.citation.also_in] == [("b", "b#p1")]


def test_a_question_of_stop_words_alone_still_finds(letter_index):
    hits = letter_index.search("wat is dat?")
    assert len(hits) == 10
    assert {hit.scores.bm25 for hit in hits} == {0.0}


def test_scores_are_those_of_the_rows(two):
    question = "Wanneer sluit het zwembad?"
    hit = two.search(question, k=1)[0]
    assert hit.id == "a#p2"
    query = two.encoder.encode_query([question])[0]
    passage = two.encoder.encode_document([f"Opvang\n{hit.text}"])[0]
    sentence = two.encoder.encode_document([hit.best_sentence.text])[0]
    assert hit.scores.dense == pytest.approx(float(np.dot(query, passage)), abs=2e-4)
    assert hit.scores.sentence == pytest.approx(float(np.dot(query, sentence)), abs=2e-4)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"question": "  \n "}, "blank_question"),
        ({"question": "?!…"}, "blank_question"),
        ({"question": "a" * 2001}, "long_question"),
        ({"question": "opvang", "k": 0}, "bad_k"),
        ({"question": "opvang", "unit": "page"}, "bad_unit"),
    ],
)
def test_a_wrong_search_is_refused(two, arguments, code):
    with pytest.raises(AlineaError) as caught:
        two.search(**arguments)
    assert (caught.value.code, caught.value.usage) == (code, True)
