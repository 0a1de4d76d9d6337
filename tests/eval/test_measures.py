"""Measures on cases small enough to be worked out by hand."""

from dataclasses import replace

import numpy as np
import pytest

from qa.evaluate.measures import (
    auc,
    judge,
    ranking_measures,
    refused_at,
    token_f1,
)
from qa.evaluate.questions import EvalQuestion, Gold
from qa.result import Answer, Citation, Result, Timing

GOLD = Gold("d#p1", "tachtig mensen", (30, 44))
TEXT = "De opvang opent. Er is plaats voor tachtig mensen."
QUESTION = EvalQuestion("q1", "Hoeveel?", "nl", "number", True, (GOLD,), "d#p1", 0)


def result(unit="d#p1", span=(17, 50), words=None, confidence=0.7):
    citation = Citation(
        "d", None, "paragraph", unit, (), 1, 1, None, None, None, (span,), None, None, TEXT, ()
    )
    text = TEXT[slice(*span)]
    answer = Answer(f"{unit}.s2", text, span, (span,), None, None, words, 1.0, confidence, citation)
    return Result("Hoeveel?", True, confidence, (answer,), (), Timing(0, 0, 0))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([0.9, 0.8], [0.1, 0.2], 1.0),
        ([0.1], [0.9], 0.0),
        ([0.5], [0.5], 0.5),
        ([0.9, 0.4], [0.5, 0.4], 0.625),
    ],
)
def test_auc(left, right, expected):
    assert auc(np.array(left), np.array(right)) == expected


def test_auc_of_nothing_is_unknown():
    assert np.isnan(auc(np.array([]), np.array([0.5])))
    assert np.isnan(refused_at(np.array([0.5]), np.array([]), 0.1))


@pytest.mark.parametrize(("share", "expected"), [(0.0, 0.25), (0.2, 0.5), (0.4, 0.75), (0.8, 1.0)])
def test_refused_at_a_share_of_false_refusals(share, expected):
    answerable = np.array([0.3, 0.5, 0.7, 0.9, 0.95])
    unanswerable = np.array([0.2, 0.4, 0.6, 0.9])
    assert refused_at(answerable, unanswerable, share) == expected


@pytest.mark.parametrize(
    ("found", "gold", "expected"),
    [
        ("14 145", "14 145", 1.0),
        ("Bijna 14 145.", "14 145", 0.8),
        ("de opvang", "Opvang", 2 / 3),
        ("de de", "de", 2 / 3),
        ("niets", "iets", 0.0),
        ("", "iets", 0.0),
    ],
)
def test_token_f1(found, gold, expected):
    assert token_f1(found, gold) == pytest.approx(expected)


def test_an_answer_that_holds_the_gold_is_right():
    outcome = judge(QUESTION, result(words=(18, 32)), threshold=0.5)
    assert (outcome.citation_right, outcome.contains_gold, outcome.sentence_right) == (True,) * 3
    assert (outcome.answered, outcome.words, outcome.first) == (True, 6, "d#p1.s2")
    assert outcome.span_f1 == 1.0


def test_the_right_paragraph_with_another_sentence_is_half_right():
    outcome = judge(QUESTION, result(span=(0, 16)), threshold=0.8)
    assert (outcome.citation_right, outcome.contains_gold, outcome.sentence_right) == (
        True,
        False,
        False,
    )
    assert (outcome.answered, outcome.span_f1) == (False, 0.0)


def test_a_part_of_the_gold_is_not_all_of_it():
    outcome = judge(QUESTION, result(span=(17, 40)), threshold=0.5)
    assert (outcome.contains_gold, outcome.sentence_right) == (False, True)


def test_the_same_words_in_another_paragraph_are_wrong():
    outcome = judge(QUESTION, result(unit="d#p2", words=(18, 32)), threshold=0.5)
    assert (outcome.citation_right, outcome.contains_gold, outcome.span_f1) == (False, False, 0.0)


def test_no_candidate_at_all_is_no_answer():
    nothing = Result("Hoeveel?", False, 0.0, (), (), Timing(0, 0, 0))
    outcome = judge(QUESTION, nothing, threshold=0.0)
    assert (outcome.answered, outcome.citation_right, outcome.first) == (False, False, "")


def test_ranking_measures_are_the_standard_ones():
    second = replace(QUESTION, id="q2")
    measured = ranking_measures([QUESTION, second], [["d#p1", "d#p2"], ["d#p3", "d#p2", "d#p1"]])
    assert measured["q1"]["Success@1"] == 1.0
    assert (measured["q2"]["Success@1"], measured["q2"]["Success@3"]) == (0.0, 1.0)
    assert measured["q2"]["RR@10"] == pytest.approx(1 / 3)
    assert measured["q2"]["nDCG@10"] == pytest.approx(0.5)
