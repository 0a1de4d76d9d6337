"""Ministers' answers: measures on rankings written by hand, and a small pool for real."""

import numpy as np
import pytest
from encoders import WordEncoder
from small_data import POOL, write_small_data

from qa.evaluate.baselines import convex_combination
from qa.evaluate.ministers import (
    ALL,
    HEADLINE,
    Asked,
    evaluate_ministers,
    pool_rows,
    silence_rows,
)
from qa.evaluate.pool import (
    PoolQuestion,
    PoolScores,
    choose_weight,
    hits,
    pool_questions,
    silent_questions,
)
from qa.evaluate.splits import Part


def question(name, relevant, *, answerable=True, headline=True):
    return PoolQuestion(name, f"{name}?", frozenset(relevant), answerable, headline)


QUESTIONS = [question("a", ["p1"]), question("b", ["p2", "p3"], headline=False)]


def test_hits_within_a_depth():
    found = [["p9", "p1"], ["p3", "p9"]]
    assert hits(found, QUESTIONS, 1).tolist() == [0.0, 1.0]
    assert hits(found, QUESTIONS, 10).tolist() == [1.0, 1.0]


def test_convex_combination_brings_each_row_to_one_scale():
    dense = np.array([[0.8, 0.9, 0.7]])
    keywords = np.array([[0.0, 5.0, 20.0]])
    assert convex_combination(dense, keywords, 0.5).tolist() == [
        [pytest.approx(0.25), pytest.approx(0.625), pytest.approx(0.5)]
    ]
    same = convex_combination(np.array([[0.4, 0.4]]), np.array([[0.0, 0.0]]), 0.7)
    assert same.tolist() == [[0.0, 0.0]]


def test_the_weight_is_the_one_that_finds_most_at_once():
    dense = np.array([[0.9, 0.8, 0.7], [0.9, 0.8, 0.7]], dtype=np.float32)
    dutch = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    asked = [question("a", ["p2"]), question("b", ["p3"])]
    # p2 passes p1 below 2/3, p3 passes p1 below 1/2: of those the nearest to 0.7 is 0.45
    scores = PoolScores(dense, dense, dutch, dutch)
    assert choose_weight(scores, dense, ["p1", "p2", "p3"], asked) == 0.45
    first = PoolScores(dense[:1], dense[:1], dutch[:1], dutch[:1])
    assert choose_weight(first, dense[:1], ["p1", "p2", "p3"], asked[:1]) == 0.65


def test_the_headline_stands_before_all_and_ours_before_the_others():
    found = {"ours": [["p1"], ["p3"]], "other": [["p9", "p1"], ["p2"]]}
    rows = pool_rows(found, QUESTIONS)
    assert [(row.questions, row.count, row.system) for row in rows] == [
        (HEADLINE, 1, "ours"),
        (HEADLINE, 1, "other"),
        (ALL, 2, "ours"),
        (ALL, 2, "other"),
    ]
    ours, other = rows[2:]
    assert (ours.first.value, ours.difference, ours.p) == (1.0, None, None)
    assert (other.first.value, other.in_ten.value) == (0.5, 1.0)
    assert (other.difference.value, other.p) == (0.5, 1.0)


def test_silence_is_told_beside_the_best_cosine():
    asked = Asked(
        questions=[
            question("a", ["p1"]),
            question("b", ["p2"], headline=False),
            question("a", ["p1"], answerable=False),
            question("b", ["p2"], answerable=False, headline=False),
        ],
        confidence=np.array([0.9, 0.4, 0.5, 0.1]),
        right=np.array([True, False, False, False]),
        cosine=np.array([0.9, 0.8, 0.9, 0.8]),
    )
    headline, everything = silence_rows("ours", asked)
    assert (headline.questions, headline.answerable, headline.unanswerable) == (HEADLINE, 1, 1)
    assert (headline.auc.value, headline.cosine.value) == (1.0, 0.5)
    assert (everything.auc.value, everything.cosine.value) == (0.75, 0.5)
    assert everything.calibration.questions == 4
    assert everything.calibration.brier.value == pytest.approx((0.01 + 0.16 + 0.25 + 0.01) / 4)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return write_small_data(tmp_path_factory.mktemp("data"))


def test_questions_without_an_answer_are_those_left_out_too(data):
    assert [(q.id, q.answerable) for q in pool_questions(data, Part.TEST)] == [
        ("q1", True),
        ("q3", True),
    ]
    silent = silent_questions(data, Part.TEST)
    assert [(q.id, set(q.relevant), q.answerable) for q in silent] == [
        ("u1", {"kv-11"}, False),
        ("q1-left-out", {"kv-1"}, False),
        ("q3-left-out", {"kv-3"}, False),
    ]


def test_a_small_pool_is_searched_and_asked(data, tmp_path):
    stages = []
    encoder = WordEncoder()
    found = evaluate_ministers(
        data, Part.TEST, tmp_path, encoder, lambda stage, done, total: stages.append(stage)
    )
    assert found.passages == len(POOL)
    systems = [row.system for row in found.rows if row.questions == ALL]
    assert systems[0] == "Alinea"
    assert systems[-7:] == [
        "convex combination",
        "reciprocal ranks",
        "embeddings",
        "BM25, Dutch analysis",
        "BM25 on spaces",
        "convex combination, questions trained",
        "embeddings, questions trained",
    ]
    first = {row.system: row.first.value for row in found.rows if row.questions == ALL}
    assert first["BM25, Dutch analysis"] == first["convex combination"] == 1.0
    counts = [(row.questions, row.answerable, row.unanswerable) for row in found.silence]
    assert counts[:2] == [(HEADLINE, 1, 2), (ALL, 2, 3)]
    assert {"Alinea: search", "Alinea: ask"} <= set(stages)
    known = len(encoder.encoded)
    evaluate_ministers(data, Part.DEVELOP, tmp_path, encoder)
    again = set(encoder.encoded[known:])
    assert not again & set(POOL.values())  # the pool is encoded once
