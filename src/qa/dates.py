"""Patterns of dates and periods as they are written in a question or a text: "eind mei 2020"."""

from __future__ import annotations

import re

from qa.lang import LANGUAGES
from qa.lang.followups import SURNAME_PARTICLES
from qa.lang.periods import PERIODS

_ALSO_WORDS = {name for rules in LANGUAGES.values() for name in rules.months_also_words}
_MONTHS = {
    name for rules in LANGUAGES.values() for names in rules.months for name in names.split()
} - _ALSO_WORDS
_ALSO = "|".join(sorted(_ALSO_WORDS))
_NAMES = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_GIVEN_NAME = rf"jan\s+(?:(?:{'|'.join(sorted(SURNAME_PARTICLES))})\b|(?-i:[A-Z]))"
_MONTH = (
    rf"(?:(?:(?<=\d\s)|(?!{_GIVEN_NAME}))(?:{_NAMES})\b\.?"
    rf"|(?:{_ALSO})(?=\s+\d)|(?<=\d\s)(?:{_ALSO})\b)"
)
YEAR = r"(?:19|20)\d\d\b(?![/.]\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|e|ste|de)?"
_LINKS = "|".join(rules.year_link for rules in PERIODS.values())
_QUARTERS = "|".join(("q[1-4]", *(rules.quarters for rules in PERIODS.values())))
RELATIVE = "|".join(rules.relative for rules in PERIODS.values())
EARLIER = "|".join(rules.earlier for rules in PERIODS.values())
LATER = "|".join(rules.later for rules in PERIODS.values())
_ONE_DATE = (
    rf"(?:\d{{1,2}}[-/]\d{{1,2}}[-/]{YEAR}"
    rf"|(?:{_QUARTERS})\b(?:(?:\s+(?:{_LINKS}))?\s+{YEAR})?"
    rf"|(?:{RELATIVE}|{EARLIER}|{LATER})\b"
    rf"|(?:{_DAY}\s+)?{_MONTH}(?:\s+{_DAY}\b(?!\d))?(?:,?\s+{YEAR})?|{YEAR})"
)
_JOINTS = "|".join(joint for rules in PERIODS.values() for joint in rules.joints)
_PART = rf"(?:(?:{'|'.join(rules.parts for rules in PERIODS.values())})[ -]){{1,3}}"
DATE = re.compile(
    rf"(?<![\w/.-])(?P<part>{_PART})?{_ONE_DATE}"
    rf"(?:\s*(?:,|–|-|\b(?:{_JOINTS})\b)\s*(?:{_PART})?{_ONE_DATE})*",
    re.IGNORECASE,
)
