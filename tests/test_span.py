"""The words marked within a quote: numbers and dates."""

import pytest

from qa.span import find_span


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        (
            "Hoeveel slachtoffers waren er in 2017 en 2018?",
            "Het waren er 14 145 in 2017 en 2018.",
            "14 145",
        ),
        ("Welk percentage is man?", "Het raakt voor een meerderheid mannen (68%).", "68%"),
        (
            "Hoeveel procent is vrouw?",
            "Bijna vijfenzeventig procent zijn meisjes en vrouwen.",
            "Bijna vijfenzeventig procent",
        ),
        ("Hoeveel zijn minderjarig?", "Het gaat in een kwart om minderjarigen.", "een kwart"),
        ("How many were women?", "More than ninety percent were women.", "ninety percent"),
        ("Wat kost het? Hoeveel?", "Het kost 3,5 miljoen in 2020.", "3,5 miljoen"),
        ("Wanneer komt de brief?", "De brief komt op 18 november jl. aan.", "18 november jl."),
        ("When was it published?", "It was published in March 2020.", "March 2020"),
        ("Wanneer begon het?", "Het begon in 2015–2019.", "2015–2019"),
    ],
)
def test_the_words_that_answer_are_marked(question, text, words):
    span = find_span(question, text)
    assert span is not None
    assert text[slice(*span)] == words


def test_of_several_numbers_the_one_among_the_words_of_the_question_is_marked():
    text = (
        "Het aantal is 20 voor de mannen in de bouw en in de horeca en in de landbouw, "
        "en het is 30 voor de vrouwen in de zorg."
    )
    for who, number in (("mannen in de bouw", "20"), ("vrouwen in de zorg", "30")):
        span = find_span(f"Hoeveel {who}?", text)
        assert text[slice(*span)] == number


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Wie betaalt?", "Het Rijk betaalt 20 euro."),
        ("Hoeveel mensen?", "Er zijn mensen in 2018."),
        ("Wanneer?", "Er is nog geen plan."),
    ],
)
def test_nothing_is_marked_where_nothing_of_the_kind_stands(question, text):
    assert find_span(question, text) is None


def test_the_number_beside_the_years_asked_for_is_marked():
    text = "gestegen is, van 13461 in 2015 en 2016 naar 14 145 in 2017 en 2018."
    for years, number in (("2017 en 2018", "14 145"), ("2015 en 2016", "13461")):
        start, end = find_span(f"Hoeveel slachtoffers waren er in {years}?", text)
        assert text[start:end] == number


def test_no_number_is_marked_where_two_are_as_near():
    assert find_span("Hoeveel kinderen?", "Er waren 12 of 15 mensen.") is None


def test_a_number_in_a_name_is_no_answer():
    assert find_span("Hoeveel mensen?", "Sinds COVID-19 geldt 2011/36/EU voor mensen.") is None


def test_a_grouped_number_does_not_take_the_year_after_it():
    text = "de cijfers als volgt: 20 532 in 2015 en 2016, en 26 268 2017 en 2018."
    start, end = find_span("Hoeveel slachtoffers waren er in 2017 en 2018?", text)
    assert text[start:end] == "26 268"
