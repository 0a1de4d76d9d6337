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
        (
            "How many were women?",
            "More than ninety percent were women.",
            "More than ninety percent",
        ),
        ("How many countries took part?", "Eleven countries took part.", "Eleven"),
        ("How many came?", "Two hundred and twenty-five came.", "Two hundred and twenty-five"),
        ("How much did it cost?", "It cost 5 million euros in all.", "5 million euros"),
        ("How much is it?", "It is half a million euros.", "half a million euros"),
        ("How many people live there?", "There are 1,234,567 people.", "1,234,567"),
        ("How many are women?", "One in four is a woman.", "One in four"),
        ("How many were women?", "A third of them were women.", "A third"),
        ("Hoeveel kost het?", "Het kost 12.500,50 euro.", "12.500,50 euro"),
        ("Hoeveel kost het?", "Ten slotte kost het € 5 miljoen.", "€ 5 miljoen"),
        ("Hoeveel is het?", "Het is anderhalf miljoen.", "anderhalf miljoen"),
        ("Hoe vaak is er gebeld?", "Er is één keer gebeld.", "één"),
        ("Hoeveel is vrouw?", "Een op de vier is vrouw.", "Een op de vier"),
        ("Hoeveel procent is vrouw?", "Bijna tachtig procent.", "Bijna tachtig procent"),
        ("How many are women?", "Bijna vijfenzeventig procent.", "Bijna vijfenzeventig procent"),
        ("When was it published?", "It came out on November 18, 2020.", "November 18, 2020"),
        ("When was it published?", "It came out on 2020-11-18.", "2020-11-18"),
        ("Wanneer komt de brief?", "De brief komt in maart.", "maart"),
        ("Wanneer komt de brief?", "Komend voorjaar wordt hij verwacht.", "Komend voorjaar"),
        ("Sinds wanneer geldt het?", "Het geldt sinds 2018.", "2018"),
        ("En wanneer begon het?", "Het begon begin 2018 al.", "begin 2018"),
        ("Wie tekende? Wanneer was dat?", "Het waren er 15 op 3 mei 2020.", "3 mei 2020"),
        ("Wanneer kwam Jan?", "Jan kwam in 2019.", "2019"),
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
        ("Hoeveel?", "Ten slotte is dat een goed plan voor de regio."),
        ("How many?", "They came from a third country."),
        ("Wat gebeurt er wanneer iemand 3 maanden ziek is?", "Sinds 2018 wordt er betaald."),
        ("What happens when someone is ill?", "Since 2018 there is a plan."),
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


def test_of_very_many_numbers_none_is_marked_where_all_are_as_near():
    text = " ".join(f"van {number} slachtoffers in het land" for number in range(2000))
    assert find_span("Hoeveel slachtoffers in het land?", text) is None


@pytest.mark.parametrize(
    ("question", "text", "mark"),
    [
        (
            "Hoe hoog was het verzuim in 2021?",
            "Het verzuim over 2022 bedroeg 6,8%, tegen 5,4% in 2021.",
            "5,4%",
        ),
        (
            "Wat betaalde een huishouden in 2023?",
            "Een huishouden betaalt in 2024 € 912 per jaar, tegen € 878 in 2023.",
            "€ 878",
        ),
        (
            "Hoe hoog zijn de kosten in 2020?",
            "De kosten zijn in 2019 € 4 miljoen, in 2020 € 5 miljoen en in 2021 € 6,5 miljoen.",
            "€ 5 miljoen",
        ),
        (
            "Hoe hoog zijn de kosten in 2020?",
            "De kosten zijn € 4 miljoen in 2019, € 5 miljoen in 2020 en € 6 miljoen in 2021.",
            "€ 5 miljoen",
        ),
        (
            "How many households received help in 2020?",
            "In 2021, 12,400 households received help, compared with 9,800 in 2020.",
            "9,800",
        ),
    ],
)
def test_of_numbers_of_several_years_that_of_the_year_asked_about_is_found(question, text, mark):
    span = find_span(question, text)
    assert span and text[slice(*span)] == mark
