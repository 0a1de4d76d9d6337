"""Follow-ups that ask how many there are of another kind, or of another period."""

import pytest

from qa.followup import understand

COUNT = "Hoeveel slachtoffers werden in 2017 geregistreerd?"


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        (COUNT, "En hoeveel vrouwen?", "Hoeveel vrouwen werden in 2017 geregistreerd?"),
        (
            "Hoeveel vrouwen waren slachtoffer in 2017?",
            "En hoeveel mannen?",
            "Hoeveel mannen waren slachtoffer in 2017?",
        ),
        (
            "Hoeveel minderjarige slachtoffers waren er in 2019?",
            "En hoeveel minderjarige verdachten?",
            "Hoeveel minderjarige verdachten waren er in 2019?",
        ),
        (
            "In hoeveel gemeenten is opvang?",
            "En in hoeveel provincies?",
            "In hoeveel provincies is opvang?",
        ),
        (COUNT, "En hoeveel in 2018?", "Hoeveel slachtoffers werden in 2018 geregistreerd?"),
        (COUNT, "En hoeveel eind 2018?", "Hoeveel slachtoffers werden eind 2018 geregistreerd?"),
        (COUNT, "En hoeveel vrouwen in 2018?", "Hoeveel vrouwen werden in 2018 geregistreerd?"),
        (
            "How many victims were reported in 2019?",
            "How many women?",
            "How many women were reported in 2019?",
        ),
        (
            "How many victims were reported in 2019?",
            "And how many suspects?",
            "How many suspects were reported in 2019?",
        ),
        (
            "How many victims were reported in 2019?",
            "And how many in 2018?",
            "How many victims were reported in 2018?",
        ),
        (
            "How much money was spent in 2019?",
            "And how much in 2018?",
            "How much money was spent in 2018?",
        ),
        # where it is not clear what the new noun stands for, both questions are kept
        (
            "Hoeveel slachtoffers zijn man?",
            "En hoeveel vrouwen?",
            "Hoeveel slachtoffers zijn man? Hoeveel vrouwen?",
        ),
        (
            "Hoeveel procent van de slachtoffers is man?",
            "En hoeveel vrouwen?",
            "Hoeveel procent van de slachtoffers is man? Hoeveel vrouwen?",
        ),
        (
            "Hoeveel geregistreerde slachtoffers waren er in 2019?",
            "En hoeveel verdachten?",
            "Hoeveel geregistreerde slachtoffers waren er in 2019? Hoeveel verdachten?",
        ),
        (
            "How many young victims were reported?",
            "And how many suspects?",
            "How many young victims were reported? How many suspects?",
        ),
        (
            "Hoeveel werden er gemeld in 2019?",
            "En hoeveel vrouwen?",
            "Hoeveel werden er gemeld in 2019? Hoeveel vrouwen?",
        ),
    ],
)
def test_another_kind_is_asked_for(previous: str, question: str, understood: str) -> None:
    assert understand(question, previous) == understood


@pytest.mark.parametrize(
    ("period", "asked"),
    [
        ("in 2017", "van 2010 tot 2015"),
        ("in 2017", "vanaf 2018 tot 2020"),
        ("in 2017", "van 2015 tot en met 2018"),
        ("in 2017", "tot en met 2018"),
        ("in 2017", "t/m 2018"),
        ("in 2017", "in 2015 of 2016"),
        ("in 2017", "tussen 2010 en 2015"),
        ("in 2017", "in de periode 2015-2018"),
        ("in 2017", "in de periode van 2015 tot en met 2018"),
        ("in 2017", "in de periode tussen 2015 en 2018"),
        ("in 2017", "in de eerste helft van 2018"),
        ("in 2017", "in het eerste kwartaal van 2018"),
        ("in 2017", "in de zomer van 2018"),
        ("in 2017", "aan het eind van 2018"),
        ("in 2017", "eind 2018"),
        ("in 2017", "begin 2018"),
        ("in 2017", "van begin 2018 tot eind 2019"),
        ("tussen 1 januari 2019 en 31 december 2019", "tussen 1 januari 2020 en 31 december 2020"),
        ("van 2010 tot en met 2015", "van 2016 tot en met 2020"),
        ("eind 2018", "in 2017"),
        ("in de periode 2015-2018", "in 2017"),
        ("in de eerste helft van 2018", "in 2017"),
        ("aan het begin van 2018", "eind 2017"),
    ],
)
def test_a_period_takes_the_place_of_a_period(period: str, asked: str) -> None:
    previous = f"Hoeveel slachtoffers waren er {period}?"
    assert understand(f"En {asked}?", previous) == f"Hoeveel slachtoffers waren er {asked}?"


@pytest.mark.parametrize(
    "asked",
    [
        "from 2010 to 2015",
        "from 2010 until 2015",
        "up to 2018",
        "in the period 2015-2018",
        "in the period from 2015 to 2018",
        "in the first half of 2018",
        "in the first quarter of 2018",
        "by the end of 2018",
        "in early 2018",
        "in mid-2018",
    ],
)
def test_an_english_period_does_so_too(asked: str) -> None:
    previous = "How many victims were there in 2017?"
    assert understand(f"And {asked}?", previous) == f"How many victims were there {asked}?"


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        (COUNT, "En in mei?", "Hoeveel slachtoffers werden in mei 2017 geregistreerd?"),
        (
            "How many victims were there in 2017?",
            "And early 2018?",
            "How many victims were there in early 2018?",
        ),
        (
            "Hoeveel slachtoffers waren er eind 2018?",
            "En 2019?",
            "Hoeveel slachtoffers waren er eind 2019?",
        ),
    ],
)
def test_a_part_of_a_date_is_made_whole(previous: str, question: str, understood: str) -> None:
    assert understand(question, previous) == understood
