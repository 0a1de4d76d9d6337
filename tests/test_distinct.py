"""Distinct answers: which quotes say the same as another."""

import pytest
from letters import parse

from qa.distinct import repeats
from qa.passages import make_passages
from qa.read import Quote

LETTER = (
    "De opvang in de stad gaat dicht.1 Er is geen geld voor een nieuw gebouw.\n\n"
    "De minister schrijft: «De opvang in de stad gaat dicht.»\n\n"
    "Nee. De opvang in de stad blijft open.\n\n"
    "Nee.\n\n"
    "Het geld voor de school komt later.\n\n"
    "1 Kamerstuk 28 638, nr. 185.\n"
)


def said(row, words):
    passage = make_passages([parse(LETTER)])[row]
    start = passage.text.index(words)
    return passage, Quote(passage.id, (start, start + len(words)), None)


FIRST = said(0, "De opvang in de stad gaat dicht.")


@pytest.mark.parametrize(
    "other",
    [
        said(0, "Er is geen geld voor een nieuw gebouw."),
        said(1, "«De opvang in de stad gaat dicht.»"),
        said(1, "De minister schrijft: «De opvang in de stad gaat dicht.»"),
        said(5, "Kamerstuk 28 638, nr. 185."),
    ],
    ids=["same paragraph", "same words", "contains it", "its footnote"],
)
def test_what_says_the_same_is_one_answer_whichever_comes_first(other):
    assert repeats(*other, [FIRST])
    assert repeats(*FIRST, [other])


@pytest.mark.parametrize(
    "other",
    [
        said(2, "De opvang in de stad blijft open."),
        said(3, "Nee."),
        said(4, "Het geld voor de school komt later."),
    ],
    ids=["other words", "a word", "another matter"],
)
def test_what_says_something_else_is_another_answer(other):
    assert not repeats(*other, [FIRST])


def test_a_footnote_is_another_answer_than_a_sentence_that_does_not_refer_to_it():
    note = said(5, "Kamerstuk 28 638, nr. 185.")
    assert not repeats(*note, [said(0, "Er is geen geld voor een nieuw gebouw.")])


def test_a_short_answer_is_not_taken_for_a_part_of_a_longer_one():
    assert not repeats(*said(3, "Nee."), [said(2, "Nee. De opvang in de stad blijft open.")])


def test_nothing_repeats_where_nothing_was_said():
    assert not repeats(*FIRST, [])
