"""Questions that speak of what was spoken of by a pronoun, and those that only seem to."""

import pytest

from qa.followup import understand

MOTION = "Wat staat er in de motie over purschuim?"
VISSER = "Wie is Bram Visser?"
BENEFIT = "Wat is huurtoeslag?"
ENGLISH = "What does the council want with the old library?"


@pytest.mark.parametrize(
    ("previous", "question"),
    [
        (VISSER, "Wat is zijn telefoonnummer?"),
        (VISSER, "Wat is haar functie?"),
        (VISSER, "Wat kost zijn huis?"),
        (BENEFIT, "Wie heeft er recht op?"),
        (BENEFIT, "Kan ik er bezwaar tegen maken?"),
        (BENEFIT, "Wie komt ervoor in aanmerking?"),
        (BENEFIT, "Moet ik dat terugbetalen?"),
        (BENEFIT, "Wanneer gaat het live?"),
        (MOTION, "Wie stemde ertegen?"),
        (MOTION, "Wie is daartegen?"),
        (MOTION, "Wat valt daaronder?"),
        (MOTION, "Wie is het daarmee eens?"),
        (MOTION, "Wat was de reactie van de minister daarop?"),
        (MOTION, "Is daar geld voor?"),
        (MOTION, "Wat zegt de Gezondheidsraad daar over?"),
        (MOTION, "Geldt dat ook voor huurders?"),
        (MOTION, "Geldt dit ook voor huurders?"),
        (MOTION, "Wat betekent dat voor de bewoners?"),
        (MOTION, "Is dat meer of minder dan in 2018?"),
        (MOTION, "Wie heeft deze motie ingediend?"),
        (MOTION, "Is deze aangenomen?"),
        (MOTION, "Wat betekent dit?"),
        (MOTION, "Is het verplicht?"),
        (MOTION, "Is het verplicht voor huurders?"),
        (MOTION, "Wie heeft het ondertekend?"),
        (MOTION, "Wanneer treedt die in werking?"),
        (MOTION, "How much will it cost?"),
        (ENGLISH, "What is its address?"),
        (ENGLISH, "What is their budget?"),
        (ENGLISH, "Who voted against it?"),
        (ENGLISH, "Is it in force?"),
        (ENGLISH, "Does it apply to tenants?"),
        (ENGLISH, "How many people work there?"),
        (ENGLISH, "What else?"),
    ],
)
def test_it_is_put_beside_the_question_before_it(previous: str, question: str) -> None:
    assert understand(question, previous) == f"{previous} {question}"


@pytest.mark.parametrize(
    "question",
    [
        "Wat zijn regels voor huisdieren?",
        "Waar zijn kinderen veilig?",
        "Hoe oud zijn kinderen in groep 3?",
        "Wie zijn slachtoffers van mensenhandel?",
        "Hoeveel auto's zijn elektrisch?",
        "Krijgen ouderen hun pensioen op tijd?",
        "Wat wil Wilders met zijn partij?",
        "Moet een huurder zijn huis schilderen?",
        "Is het gemeentehuis open op zaterdag?",
        "Is het zwembad open?",
        "Is het verplicht om een helm te dragen?",
        "Is het verplicht een helm te dragen?",
        "Wie heeft het beleid vastgesteld?",
        "Wie heeft het geld?",
        "Wie zorgt ervoor dat scholen open blijven?",
        "Krijgen zij die werkloos zijn een uitkering?",
        "Hoe ziet het nieuwe stadhuis eruit?",
        "Hoe staat de economie ervoor?",
        "Waar komt het water vandaan?",
        "Zijn er regels voor drones?",
        "Hoeveel doden vielen er?",
        "Wat moet ik doen bij brand?",
        "Wie ben ik?",
        "Wat staat er in dit document?",
        "Wie heeft dit ondertekend?",
        "Waarom stemde de FNV niet in met het akkoord?",
        "Als ik verhuis, moet ik dat melden bij de gemeente?",
        "En wie is de burgemeester van Meerdam?",
        "En hoe vraag ik een vergunning aan?",
        "Noem drie gemeenten met een zwembad.",
        "Is it true that the library closes in May?",
        "Is it mandatory to wear a helmet?",
        "How much does it cost to park in Leeds?",
        "Do tenants have to pay their rent in advance?",
        "Does the mayor support her party?",
        "Is there a pool in Leeds?",
        "What is the budget of the council and its members?",
    ],
)
@pytest.mark.parametrize("previous", [MOTION, VISSER, ENGLISH])
def test_a_question_that_says_enough_is_left_alone(previous: str, question: str) -> None:
    assert understand(question, previous) is None
