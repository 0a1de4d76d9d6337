"""Follow-ups with another preposition, or with a number and a noun."""

import pytest

from qa.followup import understand

SERVICE = "Wat krijgt een werknemer na 10 jaar dienst?"
YOUNG = "Wat mogen jongeren onder de 18 jaar?"


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        (
            "Hoeveel bijstand krijgt een ouder met kinderen?",
            "En zonder kinderen?",
            "Hoeveel bijstand krijgt een ouder zonder kinderen?",
        ),
        (
            "Welke partijen stemden voor het voorstel?",
            "En tegen het voorstel?",
            "Welke partijen stemden tegen het voorstel?",
        ),
        (
            "Mag ik vuurwerk verkopen met een vergunning?",
            "En zonder vergunning?",
            "Mag ik vuurwerk verkopen zonder vergunning?",
        ),
        (
            "Which parties voted for the motion?",
            "And against the motion?",
            "Which parties voted against the motion?",
        ),
        ("How many victims were over 30?", "And under 18?", "How many victims were under 18?"),
        (
            "Hoeveel jongeren waren onder de 18?",
            "En boven de 30?",
            "Hoeveel jongeren waren boven de 30?",
        ),
        (
            "Wat gebeurt er met de 10 slachtoffers?",
            "En zonder minderjarige slachtoffers?",
            "Wat gebeurt er zonder minderjarige slachtoffers?",
        ),
    ],
)
def test_a_preposition_takes_the_place_of_another(
    previous: str, question: str, understood: str
) -> None:
    assert understand(question, previous) == understood


@pytest.mark.parametrize(
    ("previous", "question"),
    [
        ("Mag een kinderopvang sluiten?", "En zonder kinderopvang?"),
        ("Wat zegt artikel 3 van de wet?", "En zonder artikel 5?"),
        ("Voor welke landen geldt het verdrag?", "En in arme landen?"),
    ],
)
def test_one_that_has_no_place_leaves_the_question_as_it_is(previous: str, question: str) -> None:
    assert understand(question, previous) is None


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        (SERVICE, "En na 5 jaar?", "Wat krijgt een werknemer na 5 jaar dienst?"),
        (SERVICE, "En na een jaar?", "Wat krijgt een werknemer na een jaar dienst?"),
        (SERVICE, "En 5 jaar?", "Wat krijgt een werknemer na 5 jaar dienst?"),
        (YOUNG, "En onder de 16 jaar?", "Wat mogen jongeren onder de 16 jaar?"),
        (YOUNG, "En boven 21 jaar?", "Wat mogen jongeren boven 21 jaar?"),
        (YOUNG, "En 16 jaar?", "Wat mogen jongeren onder de 16 jaar?"),
        (YOUNG, "En de 16 jaar?", "Wat mogen jongeren onder de 16 jaar?"),
        ("Wat gebeurt er na een jaar?", "En na twee jaar?", "Wat gebeurt er na twee jaar?"),
        ("What happens after a year?", "And after two years?", "What happens after two years?"),
        ("Wat gebeurt er binnen 4 weken?", "En binnen 6 weken?", "Wat gebeurt er binnen 6 weken?"),
        ("Wat gebeurt er binnen vier weken?", "En na zes weken?", "Wat gebeurt er na zes weken?"),
        ("Wat gebeurt er na 10 weken?", "En na 6 maanden?", "Wat gebeurt er na 6 maanden?"),
        ("Wat krijg je bij twee kinderen?", "En bij drie?", "Wat krijg je bij drie kinderen?"),
        ("Hoeveel jaar krijgt hij?", "En na 5 jaar?", "Hoeveel jaar krijgt hij na 5 jaar?"),
    ],
)
def test_an_amount_takes_the_place_of_an_amount(
    previous: str, question: str, understood: str
) -> None:
    assert understand(question, previous) == understood


@pytest.mark.parametrize(
    ("previous", "question"),
    [
        ("Wat gebeurt er na 4 tot 6 weken?", "En na 8 weken?"),
        ("Wat duurt tussen 4 en 6 weken?", "En 8 weken?"),
        ("Wat mag tussen 18 en 25 jaar?", "En tussen 25 en 30 jaar?"),
        ("Wat gebeurt er na meer dan 10 jaar?", "En na 5 jaar?"),
        ("Wat gebeurt er na 10 volle jaren?", "En na 5 volle jaren?"),
    ],
)
def test_an_amount_that_is_part_of_more_is_left_alone(previous: str, question: str) -> None:
    assert understand(question, previous) is None


def test_the_place_of_a_date_is_none_of_a_place() -> None:
    previous = "hoeveel slachtoffers waren er in nederland in 2017"
    understood = "Hoeveel slachtoffers waren er in duitsland in 2017?"
    assert understand("en in duitsland", previous) == understood
