"""Words by which a question takes up the one before it, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FollowUpWords:
    """What understanding a follow-up in one language needs to know; all in lower case.

    Question words and prepositions of several words count as one.

    openers: what "En in 2015?" begins with; openers_of_place: the same, where a preposition
    or a date must come after it; weak_openers: so too, but they begin whole sentences as well;
    closers: what may end it ("En in 2015 dan?"); links are openers that say nothing themselves;
    as_to: put before what a follow-up adds.

    question_words; of these `adverbial` ask for an adverbial and so may take each other's
    place, `leading` may have a noun or an adjective after them without a verb ("Welke
    landen?"): `measures` take each other's place there ("Hoe breed"). `of_kind` ask which or how
    many of a kind, which `units` are not; `sexes` are kinds and are said of others ("Hoeveel
    slachtoffers zijn man?"); fillers: what may follow one that stands alone ("Waarom niet?");
    after `passives` the `neuter` pronoun with one word more is no article ("Wanneer werd het
    uitgebracht?").

    noun_prepositions tie a phrase to the noun before it, `describing` ones may do so;
    stacking_prepositions may stand before a name and before a noun at once ("in Roemenië in de
    landbouw"); modifier_endings are those of adjectives that verbs do not have, and
    loose_endings those that nouns have as well.

    titles: of what a name with a year or number may be ("Vreemdelingenwet 2000"); open_titles
    begin names that go on in small letters, title_links too ("Wet op de …"); persons stand
    before the name of one ("minister Slob"). Parts of a year that are `bare_parts` stand without
    a preposition ("eind 2018"). `ordinals` count too, beside those of a number. `shares` are what
    a part is called ("percentage van"), and a verb of theirs ends in one of verb_endings.
    """

    openers: frozenset[str]
    openers_of_place: frozenset[str]
    weak_openers: frozenset[str]
    closers: frozenset[str]
    links: frozenset[str]
    as_to: str
    question_words: frozenset[str]
    adverbial: frozenset[str]
    leading: frozenset[str]
    measures: frozenset[str]
    of_kind: frozenset[str]
    units: frozenset[str]
    sexes: frozenset[str]
    fillers: frozenset[str]
    auxiliaries: frozenset[str]
    passives: frozenset[str]
    neuter: str
    prepositions: frozenset[str]
    noun_prepositions: frozenset[str]
    describing: frozenset[str]
    stacking_prepositions: frozenset[str]
    determiners: frozenset[str]
    conjunctions: frozenset[str]
    modifier_endings: tuple[str, ...]
    loose_endings: tuple[str, ...]
    titles: tuple[str, ...]
    open_titles: frozenset[str]
    title_links: frozenset[str]
    persons: frozenset[str]
    bare_parts: frozenset[str]
    ordinals: frozenset[str]
    shares: frozenset[str]
    verb_endings: tuple[str, ...]


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
            "ok en",
            "oké en",
            "wat betreft",
        }
    ),
    openers_of_place=frozenset(
        {
            "en dat",
            "en die",
            "en hoe is dat",
            "en hoe zit dat",
            "en hoe zit het",
            "hoe is dat",
            "hoe zit dat",
            "hoe zit het",
            "ook",
        }
    ),
    weak_openers=frozenset({"dus"}),
    closers=frozenset({"dan"}),
    links=frozenset({"en", "maar", "ok en", "oké en"}),
    as_to="wat betreft",
    question_words=frozenset(
        """
    hoe hoelang hoeveel hoeveelste hoezo waar waaraan waarbij waardoor waarheen waarin waarmee
    waarom waaronder waarop waarover waartegen waartoe waaruit waarvan waarvoor wanneer wat welk
    welke wie wiens
    """.split()
    ),
    adverbial=frozenset("hoe hoelang waar waardoor waarmee waarom waarvoor wanneer".split()),
    leading=frozenset("hoe hoeveel welk welke".split()),
    measures=frozenset("breed diep dik groot hoog lang oud wijd zwaar".split()),
    of_kind=frozenset("hoeveel welk welke".split()),
    units=frozenset("euro keer maal percent procent".split()),
    sexes=frozenset("jongen jongens man mannen meisje meisjes vrouw vrouwen".split()),
    fillers=frozenset("al dan eigenlijk niet precies veel weinig wel zo".split()),
    auxiliaries=frozenset(
        """
    ben bent deden deed doen doet had hadden hebben heb hebt heeft is kan kon konden kunnen
    moest moesten moet moeten mocht mochten mag mogen waren was werd werden word worden wordt
    wil wilde wilden willen zal zijn zou zouden zullen
    """.split()
    ),
    passives=frozenset("werd wordt".split()),
    neuter="het",
    prepositions=frozenset(
        """
    aan achter bij binnen boven buiten door in langs met na naar naast om onder op over per
    rond sinds t/m te tegen tijdens tot tussen uit van vanaf vanuit vanwege via volgens voor
    wegens zonder
    """.split()
    )
    | {"tot en met"},
    noun_prepositions=frozenset({"van"}),
    describing=frozenset("boven met onder tot tussen vanaf zonder".split()),
    stacking_prepositions=frozenset({"in", "van"}),
    determiners=frozenset("alle de een elk elke het hun ieder iedere ons onze".split()),
    conjunctions=frozenset("en of".split()),
    modifier_endings=("ale", "are", "ele", "ende", "ere", "ge", "ieve", "ijke", "sche", "se"),
    loose_endings=("e",),
    titles=("besluit", "circulaire", "regeling", "richtlijn", "verdrag", "verordening", "wet"),
    open_titles=frozenset("besluit regeling rijkswet wet".split()),
    title_links=frozenset("op tot van".split()),
    persons=frozenset(
        """
    burgemeester commissaris heer kamerlid lid meneer mevrouw minister minister-president mw
    premier president staatssecretaris voorzitter wethouder
    """.split()
    ),
    bare_parts=frozenset("begin eind einde half halverwege medio".split()),
    ordinals=frozenset({"laatste"}),
    shares=frozenset("aandeel aantal deel gedeelte percentage procent".split()),
    verb_endings=("t",),
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
            "ok and",
            "okay and",
            "what about",
        }
    ),
    openers_of_place=frozenset(
        {"and how is that", "and that", "and those", "how is it", "how is that"}
    ),
    weak_openers=frozenset({"so"}),
    closers=frozenset({"then"}),
    links=frozenset({"and", "but", "ok and", "okay and"}),
    as_to="as to",
    question_words=frozenset("how what when where which who whom whose why".split())
    | {"how many", "how much"},
    adverbial=frozenset("how when where why".split()),
    leading=frozenset({"how", "how many", "how much", "which"}),
    measures=frozenset("big deep heavy high large long old tall thick wide".split()),
    of_kind=frozenset({"how many", "how much", "which"}),
    units=frozenset("euros percent times".split()),
    sexes=frozenset("boys female females girls male males men women".split()),
    fillers=frozenset("exactly not so then".split()),
    auxiliaries=frozenset(
        """
    are can could did do does had has have is may might must should was were will would
    """.split()
    ),
    passives=frozenset("is was".split()),
    neuter="it",
    prepositions=frozenset(
        """
    about above according after against among around at before behind below beside between by
    during for from in inside into of on outside over per since through to under until via
    with within without
    """.split()
    )
    | {"up to"},
    noun_prepositions=frozenset({"of"}),
    describing=frozenset("above between over under with without".split()),
    stacking_prepositions=frozenset({"in", "of"}),
    determiners=frozenset("a all an each every our the their".split()),
    conjunctions=frozenset("and or".split()),
    modifier_endings=("al", "ese", "ful", "ian", "ic", "ish", "ive", "less", "male", "ous"),
    loose_endings=("ed", "ing"),
    titles=("act", "convention", "directive", "regulation"),
    open_titles=frozenset(),
    title_links=frozenset(),
    persons=frozenset(
        """
    chairman commissioner dr judge lady lord mayor minister mr mrs ms president secretary senator
    sir
    """.split()
    ),
    bare_parts=frozenset(),
    ordinals=frozenset({"last"}),
    shares=frozenset("number part percent percentage portion proportion share".split()),
    verb_endings=(),
)

FOLLOW_UPS = {"nl": DUTCH, "en": ENGLISH}

# Small words of Dutch surnames, and those of them that are hardly words otherwise.
SURNAME_PARTICLES = frozenset("de den der te ten ter van".split())
SURNAME_PARTICLES_ONLY = frozenset("den der ter".split())
