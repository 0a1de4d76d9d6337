"""How acts and documents of the European Union are cited.

An act of a known type has its CELEX number as identifier ("32011L0036"); of "2011/36/EU" alone
it cannot be told whether it is a directive or a decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.analysis.identifiers import EU_BODIES
from qa.lang import as_listed
from qa.references.forms import Cited, Form, ReferenceKind

_TYPES = {
    "kaderbesluit": "F",
    "framework decision": "F",
    "richtlijn": "L",
    "directive": "L",
    "verordening": "R",
    "regulation": "R",
    "besluit": "D",
    "beschikking": "D",
    "decision": "D",
}
_TYPE = rf"(?P<type>{'|'.join(_TYPES)})"
_NR = r"(?:(?P<nr>nr\.?|no\.?)\s*)?"
_END = r"(?![\w/]|[.,-]\d)"
_ACT = re.compile(
    rf"(?<![\w/])(?:{_TYPE}(?:en|s)?\s+{_NR})?(?P<year>(?:19|20)?\d\d)/(?P<number>\d{{1,4}})"
    rf"/(?P<body>{EU_BODIES}){_END}",
    re.I,
)
_NAMED_ACT = re.compile(
    rf"\b(?:uitvoerings)?{_TYPE}\s+\((?:{EU_BODIES})(?:,\s?Euratom)?\)\s+{_NR}"
    rf"(?P<one>\d{{1,4}})/(?P<two>\d{{1,4}}){_END}",
    re.I,
)
_CELEX = re.compile(
    r"(?:\bCELEX\s*(?:nr\.?|number)?\s*:?\s*(?P<led>[1-9]\d{4}[A-Z]{1,2}\d{4})"
    r"|(?<![\w-])(?P<bare>3(?:19|20)\d\d[LRDF]\d{4}))(?!\w)"
)
_OF_DAY = re.compile(
    r"\b(?:PB|Pb|OJ)(?:\s?(?:EU|EG|EEG|EC))?\s*(?:nr\.?\s*)?(?P<series>[LC])?\s*(?P<number>\d{1,3})"
    r"\s*(?:van|of|,)?\s*(?P<day>\d{1,2})[.-](?P<month>\d{1,2})[.-](?P<year>(?:19|20)\d\d)(?!\d)"
)
_OF_YEAR = re.compile(
    r"\b(?:PB|Pb|OJ)(?:\s?(?:EU|EG|EEG|EC))?\s*(?P<year>(?:19|20)\d\d)\s*,?\s*(?:nr\.?\s*)?"
    r"(?P<series>[LC])\s*(?P<number>\d{1,3})(?!\d)"
)
_OF_ACT = re.compile(
    r"\b(?:PB|OJ)\s+(?P<series>[LC]),\s*(?P<year>20\d\d)/(?P<number>\d{1,5})(?![\d/])"
)
_PAPER = re.compile(
    r"(?<!\w)(?P<series>COM|SWD|JOIN)\s?\((?P<year>(?:19|20)\d\d)\)\s?(?P<number>\d{1,4})(?!\d)"
    r"(?:\s(?:final|definitief))?"
)


def _acts(match: re.Match[str]) -> Iterator[Cited]:
    year, body = _full_year(match["year"]), match["body"].upper()
    if match["type"]:
        yield _act(match, match["type"], year, match["number"])
    elif len(match["year"]) == 4 or year < 2000:
        identifier = f"{match['year']}/{int(match['number'])}/{body}"
        yield Cited(ReferenceKind.EU_ACT, identifier, match.span(), year)


def _named_acts(match: re.Match[str]) -> Iterator[Cited]:
    """Year and number in their order: since 2015 the year is first, in older regulations last."""
    one, two = match["one"], match["two"]
    regulation = _TYPES[as_listed(match["type"])] == "R"
    year_first = len(one) == 4 and int(one) >= (2015 if regulation else 1952)
    if match["nr"] and 2009 <= int(two) <= 2014:
        year_first = False
    year, number = (one, two) if year_first else (two, one)
    if len(year) in (2, 4) and 1952 <= _full_year(year) <= 2100:
        yield _act(match, match["type"], _full_year(year), number)


def _act(match: re.Match[str], name: str, year: int, number: str) -> Cited:
    celex = f"3{year}{_TYPES[as_listed(name)]}{int(number):04d}"
    return Cited(ReferenceKind.EU_ACT, celex, match.span(), year)


def _full_year(printed: str) -> int:
    year = int(printed)
    return year if len(printed) == 4 else year + (1900 if year >= 52 else 2000)


def _celex(match: re.Match[str]) -> Iterator[Cited]:
    number = match["led"] or match["bare"]
    yield Cited(ReferenceKind.EU_ACT, number, match.span(), int(number[1:5]))


def _journals(match: re.Match[str]) -> Iterator[Cited]:
    """An issue by its series, year and number; by its day where the series is not printed."""
    if match["series"]:
        identifier = f"pb-{match['year']}-{match['series'].lower()}-{match['number']}"
    else:
        day = f"{match['year']}{int(match['month']):02d}{int(match['day']):02d}"
        identifier = f"pb-{day}-{match['number']}"
    yield Cited(ReferenceKind.OFFICIAL_JOURNAL, identifier, match.span(), int(match["year"]))


def _journal_acts(match: re.Match[str]) -> Iterator[Cited]:
    identifier = f"pb-{match['series'].lower()}-{match['year']}-{match['number']}"
    yield Cited(ReferenceKind.OFFICIAL_JOURNAL, identifier, match.span(), int(match["year"]))


def _papers(match: re.Match[str]) -> Iterator[Cited]:
    identifier = f"{match['series']}({match['year']}) {int(match['number'])}"
    yield Cited(ReferenceKind.EU_DOCUMENT, identifier, match.span(), int(match["year"]))


EUROPEAN_FORMS = (
    Form((")",), _NAMED_ACT, _named_acts),
    Form(("/",), _ACT, _acts),
    Form(("celex", "3"), _CELEX, _celex),
    Form(("pb", "oj"), _OF_ACT, _journal_acts),
    Form(("pb", "oj"), _OF_YEAR, _journals),
    Form(("pb", "oj"), _OF_DAY, _journals),
    Form(("com", "swd", "join"), _PAPER, _papers),
)
