"""Names of months, and how a text says what it will call a thing, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Naming:
    """What begins a name given in brackets ("hierna"), and what may follow ("genoemd").

    After `members` brackets hold a party: "het lid Jansen (ABC)". Like `articles`, words that are
    `linking` stand in small letters within a name: "Vereniging van Eigenaren".
    """

    leads: frozenset[str]
    follow: frozenset[str]
    articles: frozenset[str]
    members: frozenset[str]
    linking: frozenset[str]


DUTCH_MONTHS = (
    "januari jan",
    "februari feb febr",
    "maart mrt",
    "april apr",
    "mei",
    "juni jun",
    "juli jul",
    "augustus aug",
    "september sept sep",
    "oktober okt",
    "november nov",
    "december dec",
)
ENGLISH_MONTHS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
ENGLISH_MONTHS_ALSO_WORDS = frozenset({"march", "may"})
DUTCH_NAMING = Naming(
    leads=frozenset("afgekort hierna voortaan verder".split()),
    follow=frozenset("aan aangeduid als genoemd genaamd noemen ook te tot wel".split()),
    articles=frozenset("de het een".split()),
    members=frozenset("afgevaardigde kamerleden kamerlid leden lid motie moties".split()),
    linking=frozenset("en in of tegen van voor".split()),
)
ENGLISH_NAMING = Naming(
    leads=frozenset("abbreviated hereafter hereinafter henceforth".split()),
    follow=frozenset("also as called named referred to".split()),
    articles=frozenset("the a an".split()),
    members=frozenset("member members motion mp mps".split()),
    linking=frozenset("against and for in of".split()),
)
