"""Distinct answers: which quotes say the same as another."""

from dataclasses import replace

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


def whole(number, text):
    passage = replace(make_passages([parse(text)])[0], document=number, text=text)
    return passage, Quote(passage.id, (0, len(text)), None)


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De opvang in de stad gaat dicht.", "De opvang in de stad gaat dicht, zei niemand."),
        ("De opvang gaat morgen dicht.", "De opvang gaat morgen dicht tenzij er geld komt."),
        ("The centre will close.", "None of us says the centre will close."),
        ("Het saldo is 5 miljoen euro.", "Het saldo is -5 miljoen euro."),
        ("Het saldo is € 5 miljoen.", "Het saldo is −€ 5 miljoen."),
        ("5 miljoen euro kost het.", "Naar schatting –5 miljoen euro kost het."),
        ("Het tarief bedraagt nu 3.", "Het tarief bedraagt nu 3,5 procent."),
    ],
)
def test_what_denies_it_or_gives_another_number_is_another_answer(one, other):
    quotes = [whole(number, text) for number, text in enumerate((one, other))]
    assert not repeats(*quotes[0], quotes[1:])
    assert not repeats(*quotes[1], quotes[:1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De opvang gaat niet dicht.", "De minister zegt: de opvang gaat niet dicht."),
        ("De jaren 2019-2020 waren goed.", "De jaren 2019–2020 waren goed."),
        ("Het saldo is -3,5 miljoen.", "Het saldo is −3,5 miljoen."),
    ],
)
def test_the_same_denial_or_number_is_one_answer(one, other):
    assert repeats(*whole(0, one), [whole(1, other)])


def test_a_footnote_is_another_answer_than_a_sentence_that_does_not_refer_to_it():
    note = said(5, "Kamerstuk 28 638, nr. 185.")
    assert not repeats(*note, [said(0, "Er is geen geld voor een nieuw gebouw.")])


def test_a_short_answer_is_not_taken_for_a_part_of_a_longer_one():
    assert not repeats(*said(3, "Nee."), [said(2, "Nee. De opvang in de stad blijft open.")])


def test_nothing_repeats_where_nothing_was_said():
    assert not repeats(*FIRST, [])
