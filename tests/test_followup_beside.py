"""Follow-ups that are put beside the question before them, or change one word of it."""

import pytest

from qa.followup import understand

SIGNED = "Wie ondertekende de brief?"
MOTION = "Wat staat er in de motie over purschuim?"
AOW = "Wat wil de PVV met de AOW?"
AGE = "Welke partijen willen de AOW-leeftijd verlagen?"
FINE = "Hoe hoog is de boete?"
PEOPLE = "Hoeveel inwoners had Meerdam in 2020?"
SHIP = "Hoeveel containers verloor de Nordvik Trader?"
BORN = "Hoeveel kinderen zijn er die in 2022 zijn geboren?"
TREATY = "Which countries signed the treaty?"


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        # a question word alone
        (SIGNED, "En wanneer?", "Wie ondertekende de brief? Wanneer?"),
        (SIGNED, "Aan wie?", "Wie ondertekende de brief? Aan wie?"),
        (SIGNED, "Van welke partij?", "Wie ondertekende de brief? Van welke partij?"),
        (SIGNED, "Welke niet?", "Wie ondertekende de brief? Welke niet?"),
        (SHIP, "Wanneer?", "Hoeveel containers verloor de Nordvik Trader? Wanneer?"),
        (SHIP, "Hoe diep?", "Hoeveel containers verloor de Nordvik Trader? Hoe diep?"),
        (AGE, "Waarom de FNV niet?", f"{AGE} Waarom de FNV niet?"),
        (TREATY, "Why not Germany?", "Which countries signed the treaty? Why not Germany?"),
        # what asks further
        (MOTION, "En verder?", f"{MOTION} En verder?"),
        (MOTION, "En gemiddeld?", f"{MOTION} En gemiddeld?"),
        (MOTION, "En terug?", f"{MOTION} En terug?"),
        (PEOPLE, "En nu?", "Hoeveel inwoners had Meerdam in 2020? En nu?"),
        (AOW, "En op dit moment?", "Wat wil de PVV met de AOW? En op dit moment?"),
        (AOW, "En de andere partijen?", "Wat wil de PVV met de AOW? En de andere partijen?"),
        (TREATY, "And the other countries?", f"{TREATY} And the other countries?"),
        (MOTION, "Nog meer?", f"{MOTION} Nog meer?"),
        (MOTION, "Noem er drie.", f"{MOTION} Noem er drie."),
        # a condition, and a verb or a place that has none in the question before
        (FINE, "En als je te laat bent?", "Hoe hoog is de boete? En als je te laat bent?"),
        (FINE, "En wanneer je te laat bent?", f"{FINE} En wanneer je te laat bent?"),
        (AGE, "En afgeschaft?", f"{AGE} En afgeschaft?"),
        (BORN, "En in Amsterdam?", f"{BORN} En in Amsterdam?"),
        (AOW, "En wat wil de SP daarmee?", "Wat wil de PVV met de AOW? Wat wil de SP daarmee?"),
    ],
)
def test_two_questions_stand_side_by_side(previous: str, question: str, understood: str) -> None:
    assert understand(question, previous) == understood


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        ("Hoe breed is de brug?", "En hoe lang?", "Hoe lang is de brug?"),
        ("How long is the bridge?", "And how wide?", "How wide is the bridge?"),
        (AGE, "En verhogen?", "Welke partijen willen de AOW-leeftijd verhogen?"),
        ("Wie was aanwezig?", "En afwezig?", "Wie was afwezig?"),
        ("Welke partijen stemden voor?", "En tegen?", "Welke partijen stemden tegen?"),
        ("Waar staat RES voor?", "En vvgb?", "Waar staat vvgb voor?"),
        ("Waar staat RES voor?", "En de SCP?", "Waar staat SCP voor?"),
        (PEOPLE, "En twee jaar later?", "Hoeveel inwoners had Meerdam in 2022?"),
        (PEOPLE, "En 3 jaar daarvoor?", "Hoeveel inwoners had Meerdam in 2017?"),
        (PEOPLE, "En in heel 2024?", "Hoeveel inwoners had Meerdam in 2024?"),
        (
            "How many people lived in Leeds in 2020?",
            "And two years earlier?",
            "How many people lived in Leeds in 2018?",
        ),
        (
            "How many people live in Leeds?",
            "And two years earlier?",
            "How many people live in Leeds? And two years earlier?",
        ),
    ],
)
def test_one_word_takes_the_place_of_another(previous: str, question: str, understood: str) -> None:
    assert understand(question, previous) == understood


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        (
            "Wat vindt mevrouw Agema van het pgb? Waarom?",
            "En de minister?",
            "Wat vindt de minister van het pgb? Waarom?",
        ),
        ("Wie tekende de brief? Waarom?", "En wanneer?", "Wie tekende de brief? Wanneer?"),
        (
            "Wie is Bram Visser? Wat is zijn functie?",
            "Wat is zijn telefoonnummer?",
            "Wie is Bram Visser? Wat is zijn telefoonnummer?",
        ),
    ],
)
def test_after_two_questions_the_first_is_taken_up(
    previous: str, question: str, understood: str
) -> None:
    assert understand(question, previous) == understood


@pytest.mark.parametrize(
    "question", ["En zijn partij?", "En 's zomers?", "En veilig?", "En plantte?", "En netto?"]
)
def test_what_has_no_place_asks_beside_it(question: str) -> None:
    assert understand(question, AOW) == f"{AOW} {question}"
