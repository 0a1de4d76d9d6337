"""Questions that take up the one before them, and those that stand alone."""

import pytest

from qa import Index
from qa.followup import understand

COUNT = "Hoeveel slachtoffers werden in 2017 geregistreerd?"
LABOUR = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
RISE = "In welke landen nam criminele uitbuiting toe?"
ROMANIA = "Hoeveel slachtoffers zijn er in Roemenië?"


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        # a date for a date
        (COUNT, "En in 2015?", "Hoeveel slachtoffers werden in 2015 geregistreerd?"),
        (COUNT, "en 2015", "Hoeveel slachtoffers werden in 2015 geregistreerd?"),
        (COUNT, "In 2015?", "Hoeveel slachtoffers werden in 2015 geregistreerd?"),
        (COUNT, "Ook in 2015?", "Hoeveel slachtoffers werden in 2015 geregistreerd?"),
        (COUNT, "Hoeveel waren er in 2018?", "Hoeveel slachtoffers werden in 2018 geregistreerd?"),
        (
            "Hoeveel slachtoffers werden in 2017 en 2018 geregistreerd?",
            "En in 2015 en 2016?",
            "Hoeveel slachtoffers werden in 2015 en 2016 geregistreerd?",
        ),
        (
            "Hoeveel slachtoffers waren er tussen 2015 en 2018?",
            "En in 2020?",
            "Hoeveel slachtoffers waren er in 2020?",
        ),
        (
            "Wat gebeurde er op 18 november 2020?",
            "En op 16 oktober?",
            "Wat gebeurde er op 16 oktober 2020?",
        ),
        (
            "Hoeveel slachtoffers zijn er?",
            "En in 2018?",
            "Hoeveel slachtoffers zijn er in 2018?",
        ),
        (
            "How many victims were registered in 2017?",
            "And in 2015?",
            "How many victims were registered in 2015?",
        ),
        (COUNT, "And in 2015?", "Hoeveel slachtoffers werden in 2015 geregistreerd?"),
        # a number for a number
        (
            "Wat bepaalt artikel 20 van Richtlijn 2011/36/EU?",
            "En artikel 18?",
            "Wat bepaalt artikel 18 van Richtlijn 2011/36/EU?",
        ),
        ("Wat staat er in voetnoot 3?", "En in voetnoot 5?", "Wat staat er in voetnoot 5?"),
        # a name for a name
        (ROMANIA, "En in Bulgarije?", "Hoeveel slachtoffers zijn er in Bulgarije?"),
        (ROMANIA, "Hoe zit het met Bulgarije?", "Hoeveel slachtoffers zijn er in Bulgarije?"),
        (ROMANIA, "Hoe zit dat in Bulgarije?", "Hoeveel slachtoffers zijn er in Bulgarije?"),
        (
            "Wat zegt de EC over mensenhandel?",
            "En Nederland?",
            "Wat zegt Nederland over mensenhandel?",
        ),
        ("Who is A. Broekers-Knol?", "And Jansen?", "Who is Jansen?"),
        # a noun for the same noun, and for a compound of it
        (RISE, "En arbeidsuitbuiting?", "In welke landen nam arbeidsuitbuiting toe?"),
        (
            LABOUR,
            "En van seksuele uitbuiting?",
            "Welk percentage van de slachtoffers van seksuele uitbuiting is man?",
        ),
        (
            "How many victims of sexual exploitation were there?",
            "What about labour exploitation?",
            "How many victims of labour exploitation were there?",
        ),
        # a phrase for one with the same preposition
        (
            "Wat zegt de brief over vrouwen?",
            "En over kinderen?",
            "Wat zegt de brief over kinderen?",
        ),
        (
            "What does the letter say about women?",
            "And about children?",
            "What does the letter say about children?",
        ),
        # no place for it: added at the end, in place of what was added before
        (
            "Hoeveel slachtoffers zijn minderjarig?",
            "En vrouwen?",
            "Hoeveel slachtoffers zijn minderjarig, wat betreft vrouwen?",
        ),
        (
            "Hoeveel slachtoffers zijn man, wat betreft vrouwen?",
            "En meisjes?",
            "Hoeveel slachtoffers zijn man, wat betreft meisjes?",
        ),
        ("Is it attached?", "And the summary?", "Is it attached, as to the summary?"),
        (
            "Wat zegt Europol over Roemenië?",
            "En Bulgarije?",
            "Wat zegt Europol over Bulgarije?",
        ),
        (
            COUNT,
            "En in Nederland in 2018?",
            "Hoeveel slachtoffers werden in 2018 geregistreerd in Nederland?",
        ),
        # one of several that are counted
        (
            "Wat bepaalt het tweede lid van artikel 5?",
            "En het dertiende lid?",
            "Wat bepaalt het dertiende lid van artikel 5?",
        ),
        (
            "What does the third paragraph of article 5 say?",
            "And the twentieth?",
            "What does the twentieth paragraph of article 5 say?",
        ),
        ("Wat bepaalt het dertiende lid?", "En het laatste?", "Wat bepaalt het laatste lid?"),
        # a question word alone
        (RISE, "Waarom?", "In welke landen nam criminele uitbuiting toe? Waarom?"),
        ("Wie tekende de brief? Waarom?", "Wanneer?", "Wie tekende de brief? Wanneer?"),
        (
            "Is het aantal slachtoffers gestegen?",
            "Waarom?",
            "Waarom is het aantal slachtoffers gestegen?",
        ),
        (
            "Wanneer werd het verslag uitgebracht?",
            "Door wie?",
            "Door wie werd het verslag uitgebracht?",
        ),
        (RISE, "En in welke sectoren?", "In welke sectoren nam criminele uitbuiting toe?"),
        ("What is the ELA?", "Why?", "What is the ELA? Why?"),
        # a pronoun for what was spoken of
        (
            COUNT,
            "Hoeveel zijn dat er?",
            "Hoeveel slachtoffers werden in 2017 geregistreerd? Hoeveel zijn dat er?",
        ),
        (
            "Hoeveel slachtoffers werden in 2017 geregistreerd? Hoeveel zijn dat er?",
            "Hoe groot is die groep?",
            "Hoeveel slachtoffers werden in 2017 geregistreerd? Hoe groot is die groep?",
        ),
        (
            "Over welke brief gaat het?",
            "Wie tekende die?",
            "Over welke brief gaat het? Wie tekende die?",
        ),
        (RISE, "Wanneer gebeurde dat?", f"{RISE} Wanneer gebeurde dat?"),
        (RISE, "Geldt dat ook voor Nederland?", f"{RISE} Geldt dat ook voor Nederland?"),
        (
            "What is the ELA?",
            "When was it founded?",
            "What is the ELA? When was it founded?",
        ),
    ],
)
def test_a_follow_up_is_made_whole(previous: str, question: str, understood: str) -> None:
    assert understand(question, previous) == understood


@pytest.mark.parametrize(
    "question",
    [
        "Wie is A. Broekers-Knol?",
        "En wie is A. Broekers-Knol?",
        "Hoeveel slachtoffers waren er in 2018?",
        "En steeg het aantal slachtoffers in 2018?",
        "Hoe zit het met de bescherming van slachtoffers?",
        "Is het waar dat slachtoffers geweld ervaren?",
        "Zegt de EC dat zij meewerkt?",
        "Klopt het dat de EC dat zegt?",
        "Wat staat er in deze brief?",
        "Wie schreef dit?",
        "Waar gaat het over?",
        "What is it about?",
        "Who are you?",
        "What does the ELA do?",
        "And what does the ELA do?",
        "De brief is lang. Wie schreef die?",
        "gedwongen bedelarij",
        "In 2018 gestegen?",
        "Ja",
        "?",
    ],
)
def test_a_question_that_stands_alone_is_left_alone(question: str) -> None:
    assert understand(question, COUNT) is None


@pytest.mark.parametrize("previous", [None, "", " ", "?!"])
def test_without_a_previous_question_every_question_stands_alone(previous: str | None) -> None:
    assert understand("En in 2015?", previous) is None


@pytest.mark.parametrize(
    ("previous", "question"),
    [("Hoe: ?", "Waarom?"), ("Wat: ...", "Hoe?"), ("Hoeveel: ?", "En hoeveel vrouwen in 2015?")],
)
def test_after_a_question_word_and_nothing_more_there_is_nothing_to_take_up(
    previous: str, question: str
) -> None:
    assert understand(question, previous) is None


def test_follow_ups_go_on_from_what_was_understood() -> None:
    asked, understood = ["En in 2018?", "En in Nederland?", "Waarom?", "Wanneer?"], [COUNT]
    for question in asked:
        understood.append(understand(question, understood[-1]) or "")
    assert understood[1:] == [
        "Hoeveel slachtoffers werden in 2018 geregistreerd?",
        "Hoeveel slachtoffers werden in 2018 geregistreerd in Nederland?",
        "Hoeveel slachtoffers werden in 2018 geregistreerd in Nederland? Waarom?",
        "Hoeveel slachtoffers werden in 2018 geregistreerd in Nederland? Wanneer?",
    ]


def test_the_index_answers_what_was_understood(letter_index: Index) -> None:
    result = letter_index.ask("En in 2018?", previous=COUNT)
    full = letter_index.ask("Hoeveel slachtoffers werden in 2018 geregistreerd?")
    assert result.question == "En in 2018?"
    assert result.understood == full.question
    assert (result.answers, result.passages) == (full.answers, full.passages)
    assert (result.answered, result.confidence) == (full.answered, full.confidence)
    assert "14 145 in 2017 en 2018" in result.passages[0].text
    assert full.understood is None


def test_a_question_that_would_become_too_long_stands_alone(letter_index: Index) -> None:
    long = "Hoeveel slachtoffers " + "uit alle landen " * 123 + "werden geregistreerd?"
    assert len(long) < 2015
    assert letter_index.ask("En in de landbouw en de bouw?", previous=long).understood is None
