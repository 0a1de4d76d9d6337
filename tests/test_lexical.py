"""Keyword scores: those of rank-bm25, but for an inverse frequency that never vanishes."""

import math

import numpy as np
import pytest
from rank_bm25 import BM25Okapi

from qa.retrieval.lexical import Lexical

TEXTS = [
    "opvang vol gemeente".split(),
    "gemeente opvang opvang plan".split(),
    "rapport mensenhandel".split(),
    "mensenhandel slachtoffer aantal slachtoffer".split(),
]


def test_scores_are_those_of_rank_bm25_with_the_idf_replaced():
    expected = BM25Okapi(TEXTS)
    expected.idf = {
        "opvang": math.log(1 + 2.5 / 2.5),
        "vol": math.log(1 + 3.5 / 1.5),
        "gemeente": math.log(1 + 2.5 / 2.5),
        "plan": math.log(1 + 3.5 / 1.5),
        "rapport": math.log(1 + 3.5 / 1.5),
        "mensenhandel": math.log(1 + 2.5 / 2.5),
        "slachtoffer": math.log(1 + 3.5 / 1.5),
        "aantal": math.log(1 + 3.5 / 1.5),
    }
    for query in (["opvang"], ["mensenhandel", "slachtoffer"], ["plan", "onbekend"]):
        assert Lexical.of(TEXTS).scores(query) == pytest.approx(expected.get_scores(query))


def test_a_term_in_half_of_the_texts_counts():
    assert BM25Okapi(TEXTS).get_scores(["opvang"]).max() == 0.0  # what is mended here
    scores = Lexical.of(TEXTS).scores(["opvang"])
    assert (scores > 0).tolist() == [True, True, False, False]


def test_one_text_and_two_texts_give_scores_above_zero():
    assert Lexical.of([["opvang", "vol"]]).scores(["opvang"])[0] > 0
    assert (Lexical.of([["opvang"], ["opvang"]]).scores(["opvang"]) > 0).all()


@pytest.mark.parametrize("texts", [[], [[]], [[], []]])
def test_no_text_and_empty_texts_score_nothing(texts):
    lexical = Lexical.of(texts)
    assert lexical.scores(["opvang"]).tolist() == [0.0] * len(texts)
    assert lexical.ceiling(["opvang"]) == 0.0


def test_an_unknown_term_and_no_term_score_nothing():
    assert Lexical.of(TEXTS).scores(["onbekend"]).tolist() == [0.0] * 4
    assert Lexical.of(TEXTS).scores([]).tolist() == [0.0] * 4


def test_no_text_scores_above_the_ceiling():
    lexical = Lexical.of([*TEXTS, ["opvang"] * 500])
    for query in (["opvang"], ["opvang", "gemeente", "plan"], ["slachtoffer"]):
        assert np.all(lexical.scores(query) <= lexical.ceiling(query))


def test_the_ceiling_counts_unknown_terms_in_full():
    known = Lexical.of(TEXTS).ceiling(["opvang"])
    assert Lexical.of(TEXTS).ceiling(["opvang", "onbekend"]) == pytest.approx(
        known + math.log(1 + 4.5 / 0.5) * 2.5
    )


def test_a_thing_asked_for_in_two_forms_weighs_as_much_as_in_one():
    lexical = Lexical.of(TEXTS)
    forms = (("opvang",), ("gemeente", "plan"))
    assert lexical.ceiling([forms]) == lexical.ceiling(["opvang"])
    scores = lexical.scores([forms])
    assert (scores > 0).tolist() == [True, True, False, False]
    assert np.all(scores >= lexical.scores(["opvang"]))
    assert np.all(scores <= lexical.ceiling([forms]))


def test_a_form_that_no_text_has_takes_the_weight_of_one_that_texts_have():
    lexical = Lexical.of(TEXTS)
    forms = (("opvangplan",), ("opvang", "plan"))
    assert lexical.ceiling([forms]) == pytest.approx(lexical.ceiling(["opvang", "plan"]))
    assert lexical.scores([forms]) == pytest.approx(lexical.scores(["opvang", "plan"]))
