"""Words by which a question speaks of what was spoken of before it, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeaningWords:
    """What telling such a question needs to know of one language; all in lower case.

    `pronouns` and `demonstratives` stand for what was spoken of, the latter after any verb where
    one of `particles` follows ("Geldt dat ook"), and after the verbs that something `matters` by
    ("Wat betekent dat voor …"). What those that are `announcing` stand for may come after them,
    opened by one of `clause_words` ("Wie zorgt ervoor dat …"); in `idioms`, a verb and such a
    word, they stand for nothing; one of `relatives` tells what the word before it stands for.

    `near` ones rather point at the document itself, and `elsewhere` ones too; `speakers` are who
    asks and who is asked. `possessives` stand before a noun, and those of them that are
    `possessive_verbs` are verbs as well. `places` stand for a place, and `last_places` only at
    the end. `existential` words stand for a thing where one of `strays` ends the question ("Wie
    heeft er recht op?"), or comes before an `infinitive` there; one of
    `infinitive_marks` may stand before that. After one of `comparing` a pronoun is of the
    question itself ("anders dan daarvoor").

    `states` are what something may be, and no nouns; what ends in one of `state_endings` is an
    adjective or a verb. One of `beneficiary` may come after them
    ("verplicht voor huurders"). `participle` is a pattern, and `no_participles` look like one.
    `more` begins a question for more of the same, and `commands` do so before an existential
    word.
    """

    pronouns: frozenset[str]
    demonstratives: frozenset[str]
    particles: frozenset[str]
    matters: frozenset[str]
    announcing: frozenset[str]
    clause_words: frozenset[str]
    idioms: frozenset[tuple[str, str]]
    relatives: frozenset[str]
    near: frozenset[str]
    elsewhere: frozenset[str]
    speakers: frozenset[str]
    possessives: frozenset[str]
    possessive_verbs: frozenset[str]
    places: frozenset[str]
    last_places: frozenset[str]
    existential: frozenset[str]
    strays: frozenset[str]
    infinitive: tuple[str, ...]
    infinitive_marks: frozenset[str]
    comparing: frozenset[str]
    states: frozenset[str]
    state_endings: tuple[str, ...]
    beneficiary: frozenset[str]
    participle: str
    no_participles: frozenset[str]
    more: tuple[str, ...]
    commands: frozenset[str]


_ER_WORDS = frozenset(
    """
    eraan erbij erin ermee ernaar erom erop erover ertegen ertoe eruit ervan ervoor
    """.split()
)

DUTCH = LeaningWords(
    pronouns=frozenset(
        """
    hij hem zij ze hen daaraan daarbij daardoor daarin daarmee daarna daarnaar daaronder daarop
    daarover daartegen daartoe daaruit daarvan daarvoor
    """.split()
    )
    | _ER_WORDS,
    demonstratives=frozenset("dat die".split()),
    particles=frozenset("al alleen altijd nog ook vaak".split()),
    matters=frozenset(
        "betekende betekent doet duurde duurt gebeurt geldt gold kost kostte verandert".split()
    ),
    announcing=_ER_WORDS,
    clause_words=frozenset("dat of om te".split()),
    idioms=frozenset(
        (verb, word)
        for verbs, word in (
            ("zag zagen zie zien ziet", "eruit"),
            ("sta staan staat stond stonden", "ervoor"),
            ("toe", "eraan"),
        )
        for verb in verbs.split()
    ),
    relatives=frozenset("dat die".split()),
    near=frozenset("deze dit".split()),
    elsewhere=frozenset("hier hierbij hierin hiermee hierop hiervan".split()),
    speakers=frozenset("ik je jij jou jullie me mij u we wij".split()),
    possessives=frozenset("haar hun zijn".split()),
    possessive_verbs=frozenset({"zijn"}),
    places=frozenset({"daar"}),
    last_places=frozenset(),
    existential=frozenset({"er"}),
    strays=frozenset("mee op over tegen van voor".split()),
    infinitive=("en",),
    infinitive_marks=frozenset({"te"}),
    comparing=frozenset({"dan"}),
    states=frozenset(
        """
    aangenomen bekend dicht duur gelukt geldig goedkoop gratis klaar live mogelijk nodig open
    openbaar rond strafbaar toegestaan verboden verplicht verworpen voorbij vrijwillig
    """.split()
    ),
    state_endings=("baar", "dde", "ig", "lijk", "loos", "tte", "zaam"),
    beneficiary=frozenset({"voor"}),
    participle=r"(?:aan|af|bij|door|in|mee|na|om|onder|op|over|toe|uit|voor|weg)?"
    r"(?:ge|be|ver|ont|her|er|onder|over)\w{2,}(?:d|t|en)",
    no_participles=frozenset(
        """
    bedrag beeld beleid bericht beroep besluit bestuur bevel bewind geld gebied gebit gebouw
    geheugen geluid gerecht geslacht getuigenis gevecht geweld gewest gewicht gezicht verband
    verbod verdriet verhaal verlies verschil verslag verstand verzet
    """.split()
    ),
    more=("nog meer", "nog iets", "nog anderen", "welke nog meer", "wie nog meer"),
    commands=frozenset("geef noem som toon".split()),
)

ENGLISH = LeaningWords(
    pronouns=frozenset("he him she them they theirs thereof".split()),
    demonstratives=frozenset("that those".split()),
    particles=frozenset("already also always often only still too".split()),
    matters=frozenset({"apply"}),
    announcing=frozenset({"it"}),
    clause_words=frozenset("that to".split()),
    idioms=frozenset(),
    relatives=frozenset("that who".split()),
    near=frozenset("these this".split()),
    elsewhere=frozenset({"here"}),
    speakers=frozenset("i me my us we you your".split()),
    possessives=frozenset("her his its their".split()),
    possessive_verbs=frozenset(),
    places=frozenset(),
    last_places=frozenset({"there"}),
    existential=frozenset(),
    strays=frozenset(),
    infinitive=(),
    infinitive_marks=frozenset({"to"}),
    comparing=frozenset({"than"}),
    states=frozenset(
        "allowed compulsory free legal mandatory necessary obligatory over possible ready".split()
    ),
    state_endings=("able", "ful", "ible", "less"),
    beneficiary=frozenset({"for"}),
    participle=r"\w{2,}ed",
    no_participles=frozenset(),
    more=("any more", "any others", "anything else", "what else", "who else"),
    commands=frozenset(),
)

LEANING = {"nl": DUTCH, "en": ENGLISH}
