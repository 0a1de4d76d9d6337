"""Follow-ups that ask the same of another person, party, body or place."""

import pytest

from qa.followup import understand

AOW = "Wat wil de PVV met de AOW?"
AGEMA = "Wat vindt mevrouw Agema van het pgb?"
KOPS = "Heeft de heer Kops een motie ingediend?"
SMITH = "What did Mr Smith say about Brexit?"
FINANCE = "Wat vindt de minister van Financiën van het pgb?"
STANCE = "Wat is het standpunt van de PVV over Europa?"
AGREES = "Is de minister het eens met de conclusie?"
PEOPLE = "Hoeveel inwoners had Meerdam in 2020?"
BENEFITS = "Hoeveel mensen met een uitkering wonen in Utrecht?"
PATIENTS = "Krijgen patiënten onder de 30 voorrang?"


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        # the subject, though what is asked about has a capital too
        (AOW, "En de SP?", "Wat wil de SP met de AOW?"),
        (AOW, "En D66?", "Wat wil D66 met de AOW?"),
        (AOW, "En GroenLinks?", "Wat wil GroenLinks met de AOW?"),
        (AOW, "En mevrouw Van Eijs?", "Wat wil mevrouw Van Eijs met de AOW?"),
        (AOW, "En het kabinet?", "Wat wil het kabinet met de AOW?"),
        (AOW, "En wat wil de SP?", "Wat wil de SP met de AOW?"),
        ("Wat wil de PVV met Europa?", "En de SP?", "Wat wil de SP met Europa?"),
        ("Wat wil D66 met Oekraïne?", "En Volt?", "Wat wil Volt met Oekraïne?"),
        (
            "Wat wil de PVV met de Omgevingswet?",
            "En de SP?",
            "Wat wil de SP met de Omgevingswet?",
        ),
        ("Wat vindt Wilders van Europa?", "En de PVV?", "Wat vindt de PVV van Europa?"),
        (SMITH, "And Jones?", "What did Jones say about Brexit?"),
        (SMITH, "And the minister?", "What did the minister say about Brexit?"),
        (STANCE, "En de SP?", "Wat is het standpunt van de SP over Europa?"),
        # what is asked about, where that is of the same sort
        (AOW, "En de WW?", "Wat wil de PVV met de WW?"),
        ("Wat wil de PVV met Europa?", "En Oekraïne?", "Wat wil de PVV met Oekraïne?"),
        (
            "Wat vindt de VNG van de Omgevingswet?",
            "En de Jeugdwet?",
            "Wat vindt de VNG van de Jeugdwet?",
        ),
        (STANCE, "En Oekraïne?", "Wat is het standpunt van de PVV over Oekraïne?"),
        # a title goes with its name
        (AGEMA, "En het CDA?", "Wat vindt het CDA van het pgb?"),
        (AGEMA, "En Wilders?", "Wat vindt Wilders van het pgb?"),
        (AGEMA, "En de heer Kops?", "Wat vindt de heer Kops van het pgb?"),
        (KOPS, "En de VVD?", "Heeft de VVD een motie ingediend?"),
        (KOPS, "En mevrouw Agema?", "Heeft mevrouw Agema een motie ingediend?"),
        ("Wat zegt minister Kaag over lesgeld?", "En het CDA?", "Wat zegt het CDA over lesgeld?"),
        # a body or an office
        (AGEMA, "En de minister?", "Wat vindt de minister van het pgb?"),
        (AGEMA, "En de minister van Justitie?", "Wat vindt de minister van Justitie van het pgb?"),
        ("Wat wil Wilders met de islam?", "En het kabinet?", "Wat wil het kabinet met de islam?"),
        (AGREES, "En de staatssecretaris?", "Is de staatssecretaris het eens met de conclusie?"),
        (AGREES, "En de SP?", "Is de SP het eens met de conclusie?"),
        (
            FINANCE,
            "En de minister van Justitie?",
            "Wat vindt de minister van Justitie van het pgb?",
        ),
        (
            FINANCE,
            "En de staatssecretaris?",
            "Wat vindt de staatssecretaris van Financiën van het pgb?",
        ),
        (FINANCE, "En het kabinet?", "Wat vindt het kabinet van het pgb?"),
        (FINANCE, "En de SP?", "Wat vindt de SP van het pgb?"),
        (
            "What does the minister think of nuclear energy?",
            "And what does the EU think?",
            "What does the EU think of nuclear energy?",
        ),
    ],
)
def test_the_same_is_asked_of_another(previous: str, question: str, understood: str) -> None:
    assert understand(question, previous) == understood


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        ("Krijgen patiënten voorrang?", "En kinderen?", "Krijgen kinderen voorrang?"),
        (PATIENTS, "En kinderen onder de 18?", "Krijgen kinderen onder de 18 voorrang?"),
        (PATIENTS, "En kinderen?", "Krijgen patiënten onder de 30 voorrang? En kinderen?"),
        (BENEFITS, "En mensen zonder werk?", "Hoeveel mensen zonder werk wonen in Utrecht?"),
        (
            "Wat wil D66 met de AOW?",
            "En mensen met zware beroepen?",
            "Wat wil D66 met de AOW, wat betreft mensen met zware beroepen?",
        ),
        (
            "How many people live in Leeds?",
            "And people without work?",
            "How many people without work live in Leeds?",
        ),
        (
            "Wanneer sluit de bibliotheek in Meerdam-Zuid?",
            "En het zwembad?",
            "Wanneer sluit het zwembad in Meerdam-Zuid?",
        ),
        (
            "When does the library in Leeds close?",
            "And the swimming pool?",
            "When does the swimming pool in Leeds close?",
        ),
        # not certain to be what is asked about
        (
            "Wanneer begint de discussie over de begroting?",
            "En het pgb?",
            "Wanneer begint de discussie over de begroting, wat betreft het pgb?",
        ),
        (
            "Willen de partijen de wet wijzigen?",
            "En het kabinet?",
            "Willen de partijen de wet wijzigen, wat betreft het kabinet?",
        ),
        (PEOPLE, "En Amersfoort?", "Hoeveel inwoners had Amersfoort in 2020?"),
        (PEOPLE, "En in Amersfoort?", "Hoeveel inwoners had Amersfoort in 2020?"),
        (
            "Hoeveel zetels heeft D66?",
            "En in Amersfoort?",
            "Hoeveel zetels heeft D66 in Amersfoort?",
        ),
        (
            "Hoeveel woningen zijn er in het Centrum?",
            "En in het buitengebied?",
            "Hoeveel woningen zijn er in het buitengebied?",
        ),
        (
            "Wat wil het ministerie van Financiën met de belasting?",
            "En het ministerie van Defensie?",
            "Wat wil het ministerie van Defensie met de belasting?",
        ),
        (
            "? Hoeveel euro kreeg Meerdam?",
            "Welke gemeente?",
            "Hoeveel euro kreeg Meerdam? Welke gemeente?",
        ),
        (
            "Is de motie-Kröger aangenomen?",
            "En de motie op stuk nr. 142?",
            "Is de motie op stuk nr. 142 aangenomen?",
        ),
    ],
)
def test_a_noun_goes_with_what_belongs_to_it(previous: str, question: str, understood: str) -> None:
    assert understand(question, previous) == understood
