"""Words by which a question takes up the one before it, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FollowUpWords:
    """What understanding a follow-up in one language needs to know; all in lower case.

    openers: what "En in 2015?" begins with; openers_of_place: the same, where a preposition
    must come after it; as_to: put before what a follow-up adds.

    question_words; of these `adverbial` ask for an adverbial and so may take each other's
    place, `leading` may have a noun or an adjective after them without a verb ("Welke
    landen?"), `of_kind` ask which of a kind; fillers: what may follow one that stands alone
    ("Waarom niet?"); after `passives` the `neuter` pronoun with one word more is no article
    ("Wanneer werd het uitgebracht?").

    pronouns and demonstratives stand for what was spoken of; pointers rather point at the
    document, or at who is asking. noun_prepositions tie a phrase to the noun before it;
    modifier_endings are those of adjectives that verbs do not have.
    """

    openers: frozenset[str]
    openers_of_place: frozenset[str]
    as_to: str
    question_words: frozenset[str]
    adverbial: frozenset[str]
    leading: frozenset[str]
    of_kind: frozenset[str]
    fillers: frozenset[str]
    auxiliaries: frozenset[str]
    passives: frozenset[str]
    pronouns: frozenset[str]
    demonstratives: frozenset[str]
    neuter: str
    pointers: frozenset[str]
    prepositions: frozenset[str]
    noun_prepositions: frozenset[str]
    determiners: frozenset[str]
    conjunctions: frozenset[str]
    modifier_endings: tuple[str, ...]


DUTCH = FollowUpWords(
    openers=frozenset(
        {
            "en",
            "en dan",
            "en hoe zit dat met",
            "en hoe zit het met",
            "en ook",
            "en wat betreft",
            "hoe zit dat dan met",
            "hoe zit dat met",
            "hoe zit het dan met",
            "hoe zit het met",
            "maar",
            "wat betreft",
        }
    ),
    openers_of_place=frozenset(
        {"en hoe is dat", "en hoe zit dat", "hoe is dat", "hoe zit dat", "hoe zit het"}
    ),
    as_to="wat betreft",
    question_words=frozenset(
        """
    hoe hoelang hoeveel hoeveelste hoezo waar waaraan waarbij waardoor waarheen waarin waarmee
    waarom waarop waarover waartoe waaruit waarvan waarvoor wanneer wat welk welke wie wiens
    """.split()
    ),
    adverbial=frozenset("hoe hoelang waar waardoor waarmee waarom waarvoor wanneer".split()),
    leading=frozenset("hoe hoeveel welk welke".split()),
    of_kind=frozenset("welk welke".split()),
    fillers=frozenset("dan eigenlijk niet precies wel".split()),
    auxiliaries=frozenset(
        """
    ben bent deden deed doen doet had hadden hebben heb hebt heeft is kan kon konden kunnen
    moest moesten moet moeten mocht mochten mag mogen waren was werd werden word worden wordt
    wil wilde wilden willen zal zijn zou zouden zullen
    """.split()
    ),
    passives=frozenset("werd wordt".split()),
    pronouns=frozenset(
        """
    hij hem zij ze hen daaraan daarbij daardoor daarin daarmee daarna daarop daarover daartoe
    daarvan daarvoor eraan erbij erin ermee erover ervan
    """.split()
    ),
    demonstratives=frozenset("dat die".split()),
    neuter="het",
    pointers=frozenset(
        """
    deze dit hier hierbij hierin hiermee hierop hiervan ik je jij jou jullie me mij u we wij
    """.split()
    ),
    prepositions=frozenset(
        """
    aan achter bij binnen boven buiten door in langs met na naar naast om onder op over per
    rond sinds te tegen tijdens tot tussen uit van vanaf vanuit vanwege via volgens voor
    wegens zonder
    """.split()
    ),
    noun_prepositions=frozenset({"van"}),
    determiners=frozenset("alle de een elk elke het hun ieder iedere ons onze".split()),
    conjunctions=frozenset("en of".split()),
    modifier_endings=("ale", "are", "ele", "ende", "ere", "ge", "ieve", "ijke", "se"),
)

ENGLISH = FollowUpWords(
    openers=frozenset(
        {
            "also",
            "and",
            "and also",
            "and as to",
            "and how about",
            "and then",
            "and what about",
            "as to",
            "but",
            "but what about",
            "how about",
            "what about",
        }
    ),
    openers_of_place=frozenset({"and how is that", "how is it", "how is that"}),
    as_to="as to",
    question_words=frozenset("how what when where which who whom whose why".split()),
    adverbial=frozenset("how when where why".split()),
    leading=frozenset("how which".split()),
    of_kind=frozenset({"which"}),
    fillers=frozenset("exactly not so then".split()),
    auxiliaries=frozenset(
        """
    are can could did do does had has have is may might must should was were will would
    """.split()
    ),
    passives=frozenset("is was".split()),
    pronouns=frozenset("he him she them they theirs thereof".split()),
    demonstratives=frozenset("that those".split()),
    neuter="it",
    pointers=frozenset("here i me my these this us we you your".split()),
    prepositions=frozenset(
        """
    about above according after against among around at before behind below beside between by
    during for from in inside into of on outside over per since through to under until via
    with within without
    """.split()
    ),
    noun_prepositions=frozenset({"of"}),
    determiners=frozenset("a all an each every our the their".split()),
    conjunctions=frozenset("and or".split()),
    modifier_endings=("al", "ese", "ful", "ian", "ic", "ish", "ive", "less", "male", "ous"),
)

FOLLOW_UPS = {"nl": DUTCH, "en": ENGLISH}
