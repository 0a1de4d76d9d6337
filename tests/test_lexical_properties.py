"""BM25 for any texts: rank_bm25's own figures, whichever way they are computed."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from qa.retrieval.layout import Layout
from qa.retrieval.lexical import Lexical, Part, best_rows
from qa.retrieval.postings import count_terms, postings_of

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


def part_of(texts, gone):
    """The texts as a part of more, of which some are gone."""
    postings = postings_of(count_terms(texts))
    numbers = postings.counts.vocabulary
    fewer = Counter(numbers[term] for place in gone for term in set(texts[place]))
    lost = np.array(sorted(fewer), np.int32), np.array([fewer[n] for n in sorted(fewer)], np.int32)
    return Part(postings, sum(len(t) for n, t in enumerate(texts) if n not in gone), lost)


@given(
    st.lists(st.lists(st.lists(WORDS, max_size=9), max_size=5), min_size=1, max_size=3), st.data()
)
def test_texts_in_parts_score_as_they_do_together(parts, data):
    every = [(part, place) for part, texts in enumerate(parts) for place in range(len(texts))]
    gone = data.draw(st.sets(st.sampled_from(every))) if every else set()
    there = data.draw(st.permutations([place for place in every if place not in gone]))
    runs = np.array(there, dtype=np.int64).reshape(-1, 2)
    layout = Layout(np.ones(len(there), np.int64), *runs.T, [len(texts) for texts in parts])
    lost = [{place for of, place in gone if of == part} for part in range(len(parts))]
    apart = Lexical([part_of(*of) for of in zip(parts, lost, strict=True)], layout)
    together = Lexical.of([parts[part][place] for part, place in there])
    asked = [*data.draw(QUESTION), (("opvang",), ("plan", "vol")), (("onbekend",), ("x",))]
    assert apart.scores(asked).tolist() == together.scores(asked).tolist()
    assert apart.ceiling(asked) == together.ceiling(asked)
    rows = np.arange(len(there))[::2]
    assert apart.scores_of(rows, asked).tolist() == together.scores(asked)[rows].tolist()


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0]), max_size=30), st.integers(1, 12))
def test_the_best_rows_are_the_first_of_the_highest_above_zero(scores, k):
    expected = sorted(range(len(scores)), key=lambda row: (-scores[row], row))[:k]
    expected = sorted(row for row in expected if scores[row] > 0)
    assert best_rows(np.array(scores), k).tolist() == expected
