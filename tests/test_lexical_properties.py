"""BM25 for any texts: rank_bm25's own figures, whichever way they are computed."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from qa.lexical import Lexical, best_rows

WORDS = st.sampled_from("opvang vol gemeente plan rapport de het mensenhandel x".split())
TEXTS = st.lists(st.lists(WORDS, max_size=30), min_size=1, max_size=12).filter(any)
QUESTION = st.lists(st.one_of(WORDS, st.just("onbekend")), max_size=8)


def reference(texts):
    """rank_bm25 with the inverse document frequency that is ours on purpose."""
    model = BM25Okapi(texts)
    for term in model.idf:
        having = sum(term in text for text in texts)
        model.idf[term] = math.log(1 + (len(texts) - having + 0.5) / (having + 0.5))
    return model


@given(TEXTS, QUESTION)
def test_scores_are_those_of_rank_bm25(texts, question):
    expected = reference(texts).get_scores(question)
    assert Lexical.of(texts).scores(question) == pytest.approx(expected, abs=1e-5)


@given(TEXTS, QUESTION, st.data())
def test_some_texts_score_as_they_do_among_all(texts, question, data):
    rows = data.draw(st.lists(st.integers(0, len(texts) - 1)))
    forms = [*question, (("opvang",), ("plan", "vol")), (("onbekend",), ("x",))]
    lexical = Lexical.of(texts)
    found = lexical.scores_of(np.array(rows, dtype=np.int64), forms)
    assert found.tolist() == lexical.scores(forms)[rows].tolist()


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0]), max_size=30), st.integers(1, 12))
def test_the_best_rows_are_the_first_of_the_highest_above_zero(scores, k):
    expected = sorted(range(len(scores)), key=lambda row: (-scores[row], row))[:k]
    expected = sorted(row for row in expected if scores[row] > 0)
    assert best_rows(np.array(scores), k).tolist() == expected
