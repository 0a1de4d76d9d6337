"""What letters print above their text: labels, salutations, places, who is written to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Words of one language, in lower case.

    date, subject, reference, recipient, sender: labels before a letter's own; other: labels of
    what is no metadata, after which another value begins. salutations begin the letter itself.
    to: the word before who is written to, who is one of `addressees`, after one of `articles`.
    versions: words that date an edition ("versie 2, 3 maart 2021").
    """

    date: tuple[str, ...]
    subject: tuple[str, ...]
    reference: tuple[str, ...]
    recipient: tuple[str, ...]
    sender: tuple[str, ...]
    other: tuple[str, ...]
    salutations: tuple[str, ...]
    to: str
    articles: tuple[str, ...]
    addressees: tuple[str, ...]
    versions: tuple[str, ...]
    weekdays: tuple[str, ...]


DUTCH = Letterhead(
    date=("datum", "dagtekening"),
    subject=("betreft", "onderwerp"),
    reference=("ons kenmerk", "onze referentie", "kenmerk", "referentie", "briefnummer"),
    recipient=("aan",),
    sender=("van", "afzender"),
    other=(
        "behandeld door",
        "bezoekadres",
        "bijlage",
        "bijlagen",
        "bijlage(n)",
        "contactpersoon",
        "datum ontvangst",
        "e-mail",
        "pagina",
        "postadres",
        "telefoon",
        "uw brief",
        "uw brief van",
        "uw kenmerk",
        "uw referentie",
    ),
    salutations=("geachte", "beste", "excellentie", "mijne heren", "hooggeachte"),
    to="aan",
    articles=("de", "het"),
    addressees=(
        "burgemeester",
        "college",
        "colleges",
        "directeur",
        "fractievoorzitters",
        "gemeenteraad",
        "griffier",
        "heer",
        "leden",
        "minister",
        "minister-president",
        "ministers",
        "president",
        "raad",
        "staatssecretaris",
        "voorzitter",
        "voorzitters",
    ),
    versions=("versie",),
    weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
)
ENGLISH = Letterhead(
    date=("date",),
    subject=("subject", "re"),
    reference=("our reference", "our ref", "our ref.", "reference"),
    recipient=("to",),
    sender=("from",),
    other=(
        "enclosure",
        "enclosures",
        "page",
        "telephone",
        "your ref",
        "your ref.",
        "your reference",
    ),
    salutations=("dear", "excellency"),
    to="to",
    articles=("the",),
    addressees=(
        "chair",
        "chairman",
        "members",
        "minister",
        "president",
        "secretary",
        "speaker",
        "state secretary",
    ),
    versions=("version",),
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
LETTERHEADS = (DUTCH, ENGLISH)
# What is printed large on the first page of a series, and is no document's title.
MASTHEADS = (
    "eerste kamer der staten-generaal",
    "handelingen",
    "publicatieblad",
    "staatsblad",
    "staatscourant",
    "tractatenblad",
    "tweede kamer der staten-generaal",
)
# Words that end a letter, above who signs it.
GREETINGS = ("hoogachtend", "met vriendelijke groet", "yours")
# Functions of those who sign, and the words that may stand before them.
FUNCTIONS = (
    "adviseur",
    "bestuurder",
    "burgemeester",
    "chair",
    "commissaris",
    "coördinator",
    "dijkgraaf",
    "directeur",
    "director",
    "gedeputeerde",
    "griffier",
    "head of",
    "hoofd van",
    "hoofd afdeling",
    "inspecteur",
    "manager",
    "mayor",
    "minister",
    "president",
    "secretaris",
    "secretary",
    "staatssecretaris",
    "teamleider",
    "voorzitter",
    "wethouder",
)
RANKS = (
    "acting",
    "adjunct",
    "algemeen",
    "deputy",
    "executive",
    "general",
    "managing",
    "plaatsvervangend",
    "senior",
    "state",
    "vice",
    "waarnemend",
)
# What may stand before a function, on the same line.
BEFORE_FUNCTIONS = ("de", "het", "the", "namens", "for", "mede namens")
# Before a name, and within one, before the surname.
PERSON_TITLES = ("mr", "dr", "drs", "prof", "ir", "ing", "mw", "dhr")
NAME_PARTICLES = tuple("van de der den het ter ten te el von 't ’t in".split())
# What a postal address has, as regular expressions.
POST_BOXES = (r"postbus \d", r"p\.?o\.? box")
