"""Years: whether a text speaks of other years than a question asks about.

The same fact of another year is what a near miss often is. Spans of years hold those between, and
"sinds 2010" all that follow.
"""

from __future__ import annotations

import re

from qa.lang.periods import PERIODS
from qa.lang.short_forms import SHORT_FORMS

_FIRST, _LAST = 1900, 2099
_YEAR = r"(?<![\w.,/])(?:19|20)\d\d(?![\w/]|[.,]\d)"
_SINCE = "|".join(word for rules in PERIODS.values() for word in rules.since)
_UNTIL = "|".join(word for rules in PERIODS.values() for word in rules.until)
_TO = "|".join(word for rules in SHORT_FORMS.values() for word in rules.through)
_SPAN = re.compile(
    rf"({_YEAR})(?:\s?[-–]\s?((?:19|20)?\d\d)|\s(?:{_TO})\s((?:19|20)\d\d))\b(?!-\d)", re.I
)
_OPEN = re.compile(rf"\b(?:(?P<since>{_SINCE})|(?:{_UNTIL}))\s(?:\w+\s)?(?P<year>{_YEAR})", re.I)
ONE_YEAR = re.compile(_YEAR)


def years(text: str) -> frozenset[int]:
    """The years that a text speaks of, those of its periods too."""
    found = {int(match[0]) for match in ONE_YEAR.finditer(text)}
    for match in _SPAN.finditer(text):
        first, last = match[1], match[2] or match[3]
        found.update(range(int(first), int(first[: 4 - len(last)] + last) + 1))
    for match in _OPEN.finditer(_SPAN.sub(" ", text)):
        year = int(match["year"])
        found.update(range(year, _LAST + 1) if match["since"] else range(_FIRST, year + 1))
    return frozenset(found)


def speaks_of_others(question: str, text: str) -> bool:
    """Whether the text names years, the question too, and no year is in both."""
    asked, told = years(question), years(text)
    return bool(asked and told) and not asked & told


def tells_apart(question: str, text: str) -> bool:
    """Whether the text speaks of years that the question asks about, and of others too."""
    asked, told = years(question), years(text)
    return bool(asked & told) and bool(told - asked)
