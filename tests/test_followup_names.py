"""Follow-ups with the name of a law or an organisation, and how far such a name goes."""

import pytest

from qa.followup import understand

ROMANIA = "Hoeveel slachtoffers zijn er in Roemenië?"
IND = "Hoeveel mensen werken er bij de IND?"
CARE_ACT = "Wanneer wordt de Wet langdurige zorg geëvalueerd?"
MINISTER = "Wat zegt minister Van Engelshoven over lesgeld?"
FIREWORKS = "Wat vindt Jansen van vuurwerk?"
ALIENS_ACT = "Wat zegt artikel 3 van de Vreemdelingenwet 2000?"


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        # it cannot be told where the name of the law ends
        (
            CARE_ACT,
            "En de Jeugdwet?",
            "Wanneer wordt de Wet langdurige zorg geëvalueerd, wat betreft de Jeugdwet?",
        ),
        (
            "Wanneer wordt de Wet kwaliteit, klachten en geschillen zorg geëvalueerd?",
            "En de Jeugdwet?",
            (
                "Wanneer wordt de Wet kwaliteit, klachten en geschillen zorg geëvalueerd, "
                "wat betreft de Jeugdwet?"
            ),
        ),
        (
            "Wat regelt de Wet op de rechterlijke organisatie?",
            "En de Jeugdwet?",
            "Wat regelt de Wet op de rechterlijke organisatie, wat betreft de Jeugdwet?",
        ),
        # and here it can
        (
            "Wat zegt artikel 3 van de Wet arbeid vreemdelingen?",
            "En van de Jeugdwet?",
            "Wat zegt artikel 3 van de Jeugdwet?",
        ),
        (
            "Wat zegt artikel 3 van de Algemene wet bestuursrecht?",
            "En van de Participatiewet?",
            "Wat zegt artikel 3 van de Participatiewet?",
        ),
        ("Wat regelt de Wet Bibob?", "En de Jeugdwet?", "Wat regelt de Jeugdwet?"),
        (
            "Wat zegt de Wet over kinderen?",
            "En de Grondwet?",
            "Wat zegt de Grondwet over kinderen?",
        ),
        ("Wanneer wordt de Jeugdwet geëvalueerd?", "En de Wet langdurige zorg?", CARE_ACT),
        # a year or number of the name
        (ALIENS_ACT, "En van de Participatiewet?", "Wat zegt artikel 3 van de Participatiewet?"),
        (
            "Wat zegt artikel 3 van de Participatiewet?",
            "En van de Vreemdelingenwet 2000?",
            ALIENS_ACT,
        ),
        (ALIENS_ACT, "En in 2015?", "Wat zegt artikel 3 van de Vreemdelingenwet 2000 in 2015?"),
        (
            "Wat zegt de Vreemdelingenwet 2000 in 2015 over asiel?",
            "En in 2016?",
            "Wat zegt de Vreemdelingenwet 2000 in 2016 over asiel?",
        ),
        (
            "Wat bepaalt artikel 20 van Richtlijn 2011/36/EU?",
            "En van de Jeugdwet?",
            "Wat bepaalt artikel 20 van de Jeugdwet?",
        ),
        (
            "What does section 3 of the Modern Slavery Act 2015 say?",
            "And in 2019?",
            "What does section 3 of the Modern Slavery Act 2015 say in 2019?",
        ),
        # a name and a noun after the same preposition
        (IND, "En bij de politie?", "Hoeveel mensen werken er bij de politie?"),
        (IND, "En bij de gemeente Utrecht?", "Hoeveel mensen werken er bij de gemeente Utrecht?"),
        (
            IND,
            "En bij het ministerie van Justitie?",
            "Hoeveel mensen werken er bij het ministerie van Justitie?",
        ),
        ("Hoeveel mensen werken er bij de politie?", "En bij de IND?", IND),
        (
            "How many people work at the IND?",
            "And at the police?",
            "How many people work at the police?",
        ),
        (
            "Hoeveel mensen werken bij de IND in Utrecht?",
            "En bij de politie?",
            "Hoeveel mensen werken bij de politie in Utrecht?",
        ),
        (
            "Hoeveel asielzoekers zijn er in de gemeente Utrecht?",
            "En in Rotterdam?",
            "Hoeveel asielzoekers zijn er in Rotterdam?",
        ),
        # which may also stand side by side
        (ROMANIA, "En in de landbouw?", "Hoeveel slachtoffers zijn er in Roemenië in de landbouw?"),
        (
            "Hoeveel procent van de slachtoffers is man?",
            "En van Bulgarije?",
            "Hoeveel procent van de slachtoffers is man, wat betreft Bulgarije?",
        ),
    ],
)
def test_a_name_goes_as_far_as_it_is_certain(previous: str, question: str, understood: str) -> None:
    assert understand(question, previous) == understood


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        (MINISTER, "En Slob?", "Wat zegt Slob over lesgeld?"),
        (MINISTER, "En De Jonge?", "Wat zegt De Jonge over lesgeld?"),
        (MINISTER, "En Van 't Hof?", "Wat zegt Van 't Hof over lesgeld?"),
        ("Wat vindt Jan van Dijk van vuurwerk?", "En Jansen?", FIREWORKS),
        ("Wat vindt Piet van der Hoek van vuurwerk?", "En Jansen?", FIREWORKS),
        ("Wat vindt J. van Dijk van vuurwerk?", "En Jansen?", FIREWORKS),
        ("Wat vindt Jan van vuurwerk?", "En Jansen?", FIREWORKS),
        (FIREWORKS, "En Van Ark?", "Wat vindt Van Ark van vuurwerk?"),
        (FIREWORKS, "En van der Hoek?", "Wat vindt van der Hoek van vuurwerk?"),
        ("Wat zegt Van der Hoek over geld?", "En De Vries?", "Wat zegt De Vries over geld?"),
        ("What does Jan van der Berg say?", "And De Vries?", "What does De Vries say?"),
        # "van" may be of the name or of the verb
        (
            "Wat zegt Jan van Dijk over vuurwerk?",
            "En Jansen?",
            "Wat zegt Jan van Dijk over vuurwerk, wat betreft Jansen?",
        ),
        (
            "Wat vindt Jansen van Rutte?",
            "En Bruins?",
            "Wat vindt Jansen van Rutte, wat betreft Bruins?",
        ),
        ("Wat vindt Jansen van Rutte?", "En van Bruins?", "Wat vindt Jansen van Bruins?"),
        # the name may have begun before
        (
            "Van der Hoek zei wat over vuurwerk?",
            "En De Vries?",
            "Van der Hoek zei wat over vuurwerk, wat betreft De Vries?",
        ),
        (
            "Wat zegt mevrouw ten Broeke over geld?",
            "En Slob?",
            "Wat zegt mevrouw ten Broeke over geld, wat betreft Slob?",
        ),
        # and these are no surnames
        (
            "How many of the ten EU countries agreed in 2017?",
            "And in 2018?",
            "How many of the ten EU countries agreed in 2018?",
        ),
        ("How many came in Jan 2018?", "And in Feb 2019?", "How many came in Feb 2019?"),
    ],
)
def test_a_surname_is_whole(previous: str, question: str, understood: str) -> None:
    assert understand(question, previous) == understood


@pytest.mark.parametrize(
    ("previous", "follow_up", "understood"),
    [
        ("Wie heeft Llama 2 getraind?", "En Falcon?", "Wie heeft Falcon getraind?"),
        ("Wat kost Terminal 3?", "En Rotterdam?", "Wat kost Rotterdam?"),
        ("Wat kostte Horizon 2020?", "En Horizon Europe?", "Wat kostte Horizon Europe?"),
        ("Waarom betaalt Shell 3 miljoen?", "En BP?", "Waarom betaalt BP 3 miljoen?"),
        ("Wat kan ik doen met € 100?", "En met € 500?", "Wat kan ik doen met € 500?"),
        ("Wat ging goed met prompt #4?", "En met prompt #5?", "Wat ging goed met prompt #5?"),
        ("Hoeveel 25- tot 34-jarigen verhuisden?", "En 35- tot 44-jarigen?",
         "Hoeveel 25- tot 34-jarigen verhuisden, wat betreft 35- tot 44-jarigen?"),
        ("Wat is de taak van de gemeente?", "En die van de politie?",
         "Wat is de taak van de politie?"),
        ("What is the position of France?", "And that of Germany?",
         "What is the position of Germany?"),
    ],
)  # fmt: skip
def test_numbers_of_names_and_signs_of_amounts_go_with_them(
    previous: str, follow_up: str, understood: str
) -> None:
    assert understand(follow_up, previous) == understood
