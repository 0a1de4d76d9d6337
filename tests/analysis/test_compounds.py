"""Compounds are split where the texts show their parts, and found either way."""

from encoders import WordEncoder

from qa import Index
from qa.analysis import Analyser, Parts

TEXTS = [
    "De arbeidsuitbuiting neemt toe.",
    "De uitbuiting van arbeid is strafbaar.",
    "Het kind en de kinderen spelen bij de havenkantine.",
]


def learned(**parts):
    return Analyser(((0, text, "nl") for text in TEXTS), Parts(**parts))


def test_a_compound_is_indexed_whole_and_in_parts():
    assert learned().document_terms("arbeidsuitbuiting", "nl") == [
        *["arbeidsuitbuit", "arbeid", "uitbuit"]
    ]


def test_a_word_whose_parts_no_text_has_stays_whole():
    assert learned().document_terms("havenkantine", "nl") == ["havenkantine"]
    assert learned().document_terms("kinderen", "nl") == ["kinder"]


def test_a_question_finds_the_parts_of_a_compound_that_no_text_has():
    forms = learned().question_forms("kinderarbeid", "nl", "nl")
    assert forms == [(("kinderarbeid",), ("kinder", "arbeid"))]


def test_a_question_finds_the_compounds_of_a_word_that_is_only_ever_part_of_one():
    analyser = Analyser([(0, "De bruginspectie wacht. Een inspectie spreekt.", "nl")])
    assert analyser.question_forms("brug", "nl", "nl") == [(("brug",), ("bruginspectie",))]


def test_english_words_are_not_split():
    analyser = Analyser([(0, "the work and the shop and the workshop", "en")])
    assert analyser.document_terms("workshop", "en") == ["workshop"]


def test_they_can_be_switched_off():
    off = learned(compounds=False)
    assert off.document_terms("arbeidsuitbuiting", "nl") == ["arbeidsuitbuit"]
    assert off.question_forms("kinderarbeid", "nl", "nl") == [(("kinderarbeid",),)]


def test_both_ways_in_a_search(tmp_path):
    paragraphs = [*TEXTS, "De raad vergadert over de begroting van de gemeente."]
    (tmp_path / "a.txt").write_text("\n\n".join(paragraphs), "utf-8")
    index = Index.build(tmp_path / "a.txt", tmp_path / "index", WordEncoder())
    apart = {hit.id: hit.scores.bm25 for hit in index.search("uitbuiting van arbeid")}
    assert apart["a#p1"] > 0 and apart["a#p2"] > 0 and apart["a#p4"] == 0
    together = {hit.id: hit.scores.bm25 for hit in index.search("arbeidsuitbuiting")}
    assert together["a#p1"] > 0 and together["a#p2"] > 0 and together["a#p4"] == 0
