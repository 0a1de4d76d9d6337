"""From text to terms: folding, numbers, stop words and stems, the same on both sides."""

import pytest

from qa.analysis import analyse, content_terms, fold, split_on_spaces


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Één ﬁnale", "een finale"),
        ("14 145 slachtoffers", "14145 slachtoffers"),
        ("14.145", "14145"),
        ("14\u00a0145", "14145"),
        ("1.234.567", "1234567"),
        ("14145", "14145"),
        ("2017 en 2018", "2017 en 2018"),
        ("nr. 12.5", "nr. 12.5"),
        ("STRAẞE", "strasse"),
    ],
)
def test_folding(text, folded):
    assert fold(text) == folded


def test_a_term_is_a_word_or_a_number_without_what_stands_around_it():
    assert analyse("«COVID-19», (BOTOC).9Zo", "nl") == ["covid", "19", "botoc", "9"]


def test_forms_of_a_word_meet_in_their_stem():
    assert analyse("slachtoffer slachtoffers", "nl") == ["slachtoffer", "slachtoffer"]
    assert analyse("victim victims", "en") == ["victim", "victim"]


def test_stop_words_are_left_out():
    assert analyse("Wat is de naam van het rapport?", "nl") == ["naam", "rapport"]


def test_an_unknown_language_is_read_as_dutch():
    assert analyse("de slachtoffers", "fr") == ["slachtoffer"]


def test_numbers_are_found_however_they_are_grouped():
    assert analyse("14 145", "nl") == analyse("14.145", "nl") == analyse("14145", "en")


def test_an_english_question_loses_its_own_stop_words_before_it_meets_dutch_text():
    assert content_terms("What is the role of Europol?", "nl", "en") == ["role", "europol"]


def test_nothing_comes_of_nothing():
    assert analyse("", "nl") == []
    assert analyse("?!\ud800\x00", "nl") == []
    assert content_terms("de het een", "nl", "nl") == []


def test_the_baseline_splits_on_spaces_alone():
    assert split_on_spaces("De EC, de  EU.") == ["de", "ec,", "de", "eu."]
