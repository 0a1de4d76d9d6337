"""Follow-ups that put another group, period, person or part in place of the one before."""

import pytest

from qa.followup import understand

WOLF = "Welk percentage van de boeren steunt de komst van de wolf?"
PRICE = "Welk percentage van de vrouwen vindt de prijs te hoog?"
REVENUE = "Wat was de omzet in 2024?"
VICTIMS = "Hoeveel slachtoffers waren er in 2023?"
NITROGEN = "Wat vindt minister Adema van de stikstofplannen?"


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        (
            WOLF,
            "En van de vrouwen?",
            "Welk percentage van de vrouwen steunt de komst van de wolf?",
        ),
        (
            "Welk deel van de jonge boeren stemt voor het plan van de minister?",
            "En van de vissers?",
            "Welk deel van de vissers stemt voor het plan van de minister?",
        ),
        (
            "What percentage of farmers support the plan?",
            "And of fishermen?",
            "What percentage of fishermen support the plan?",
        ),
        # which of two nouns is meant is not known
        (
            "Welk percentage van de slachtoffers van uitbuiting is man?",
            "En van de verdachten?",
            "Welk percentage van de slachtoffers van uitbuiting is man, wat betreft de verdachten?",
        ),
        (PRICE, "En van de mannen?", "Welk percentage van de mannen vindt de prijs te hoog?"),
        ("What percentage of men smoke?", "And women?", "What percentage of women smoke?"),
        ("Wat is het percentage mannen?", "En vrouwen?", "Wat is het percentage vrouwen?"),
        ("Hoeveel slachtoffers zijn man?", "En vrouwen?", "Hoeveel slachtoffers zijn vrouwen?"),
        (
            "Hoeveel woningen zijn er gebouwd?",
            "En huurwoningen?",
            "Hoeveel huurwoningen zijn er gebouwd?",
        ),
    ],
)
def test_another_group_is_asked_for(previous: str, question: str, understood: str) -> None:
    assert understand(question, previous) == understood


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        ("Wat was de omzet in Q4 2024?", "En in Q3 2024?", "Wat was de omzet in Q3 2024?"),
        ("Wat was de omzet in Q4 2024?", "En in 2023?", "Wat was de omzet in 2023?"),
        (REVENUE, "En in Q1 2025?", "Wat was de omzet in Q1 2025?"),
        (
            REVENUE,
            "En in het vierde kwartaal?",
            "Wat was de omzet in het vierde kwartaal van 2024?",
        ),
        (
            "What was the revenue in 2024?",
            "And in the fourth quarter?",
            "What was the revenue in the fourth quarter of 2024?",
        ),
        (VICTIMS, "En vorig jaar?", "Hoeveel slachtoffers waren er vorig jaar?"),
        (VICTIMS, "Vorig jaar?", "Hoeveel slachtoffers waren er vorig jaar?"),
        (VICTIMS, "En dit jaar?", "Hoeveel slachtoffers waren er dit jaar?"),
        (VICTIMS, "En het afgelopen jaar?", "Hoeveel slachtoffers waren er het afgelopen jaar?"),
        ("Hoeveel slachtoffers waren er vorig jaar?", "En in 2023?", VICTIMS),
        (
            "How many victims were there in 2023?",
            "And last year?",
            "How many victims were there last year?",
        ),
        # a year counted from the one before
        (VICTIMS, "En het jaar daarvoor?", "Hoeveel slachtoffers waren er in 2022?"),
        (VICTIMS, "En in het jaar daarop?", "Hoeveel slachtoffers waren er in 2024?"),
        (
            "Hoeveel slachtoffers waren er in mei 2023?",
            "En een jaar eerder?",
            "Hoeveel slachtoffers waren er in mei 2022?",
        ),
        (
            "How many homes were built in 2022?",
            "And the year before?",
            "How many homes were built in 2021?",
        ),
        (
            "Hoeveel slachtoffers waren er van 2018 tot 2020?",
            "En het jaar daarna?",
            "Hoeveel slachtoffers waren er van 2018 tot 2020, wat betreft het jaar daarna?",
        ),
    ],
)
def test_another_period_is_asked_for(previous: str, question: str, understood: str) -> None:
    assert understand(question, previous) == understood


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        (
            "Is de motie-Wassenberg aangenomen?",
            "En de motie-Kröger?",
            "Is de motie-Kröger aangenomen?",
        ),
        (
            "Is de motie-Wassenberg aangenomen?",
            "En die van Kröger?",
            "Is de motie-Kröger aangenomen?",
        ),
        (
            "Is het amendement-Bromet verworpen?",
            "En het amendement-Van Dijk?",
            "Is het amendement-Van Dijk verworpen?",
        ),
        (
            "Is het amendement-Van der Plas verworpen?",
            "En de motie-Bromet?",
            "Is de motie-Bromet verworpen?",
        ),
        (
            "Is de motie Wassenberg aangenomen?",
            "En de motie Kröger?",
            "Is de motie Kröger aangenomen?",
        ),
        (
            "Wat kost anti-Europese reclame?",
            "En Nederland?",
            "Wat kost anti-Europese reclame, wat betreft Nederland?",
        ),
        (NITROGEN, "En minister Kaag?", "Wat vindt minister Kaag van de stikstofplannen?"),
        (
            NITROGEN,
            "En staatssecretaris Van Ark?",
            "Wat vindt staatssecretaris Van Ark van de stikstofplannen?",
        ),
        # an ordinal before the same noun, or the only one
        (
            "Wat staat er in artikel 3, tweede lid?",
            "En het derde lid?",
            "Wat staat er in artikel 3, derde lid?",
        ),
        (
            "Wat staat er in artikel 3, tweede lid?",
            "En in het 3e lid?",
            "Wat staat er in artikel 3, 3e lid?",
        ),
        (
            "What does article 3, second paragraph, say?",
            "And the third paragraph?",
            "What does article 3, third paragraph, say?",
        ),
        ("Wat zegt het tweede lid?", "En het derde?", "Wat zegt het derde lid?"),
        # the only noun with an article
        (REVENUE, "En de winst?", "Wat was de winst in 2024?"),
        (
            "Hoeveel kost een paspoort?",
            "En een identiteitskaart?",
            "Hoeveel kost een identiteitskaart?",
        ),
        ("Is de motie aangenomen?", "En het amendement?", "Is het amendement aangenomen?"),
        (
            "Heeft de gemeente genoeg geld?",
            "En de provincie?",
            "Heeft de provincie genoeg geld?",
        ),
        (
            "Wat zegt de brief over vrouwen?",
            "En de kinderen?",
            "Wat zegt de brief over vrouwen, wat betreft de kinderen?",
        ),
        ("Waarom is het duur?", "En de winst?", "Waarom is het duur, wat betreft de winst?"),
    ],
)
def test_another_thing_or_person_is_asked_for(
    previous: str, question: str, understood: str
) -> None:
    assert understand(question, previous) == understood


def test_why_so_few_takes_up_the_question_before() -> None:
    understood = "Hoeveel slachtoffers waren er in 2023? Waarom zo weinig?"
    assert understand("Waarom zo weinig?", VICTIMS) == understood
