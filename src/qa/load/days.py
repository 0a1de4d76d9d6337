"""Days as they are printed, brought to the form 2021-03-03."""

from __future__ import annotations

import re
from datetime import date

from qa.lang import LANGUAGES, as_listed
from qa.lang.letterheads import LETTERHEADS

_MONTHS = {
    name: number
    for language in LANGUAGES.values()
    for number, names in enumerate(language.months, start=1)
    for name in names.split()
}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(day for head in LETTERHEADS for day in head.weekdays)
_YEAR = r"(?:19|20)\d\d"
# A day with the name of its month, whatever the order; the groups are read by `read_day`.
NAMED_DAY = (
    rf"(?:(?:{_WEEKDAY}),?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th|e)?\s+(?:{_NAME})\.?,?\s+{_YEAR}"
    rf"|(?:{_NAME})\s+\d{{1,2}}(?:st|nd|rd|th)?,\s+{_YEAR})(?!\d)"
)
DAY = rf"(?:{NAMED_DAY}|\d{{1,2}}[-./]\d{{1,2}}[-./]{_YEAR}(?!\d)|{_YEAR}-\d\d-\d\d(?!\d))"
_PART = re.compile(rf"\d+|\b(?:{_NAME})\b", re.I)


def read_day(printed: str) -> str | None:
    """The day in a text that `DAY` matches, None where there is no such day.

    Of "3-4-2021" the day comes first.
    """
    numbers = [_MONTHS.get(as_listed(part), part) for part in _PART.findall(printed)]
    month = next((number for number in numbers if isinstance(number, int)), None)
    others = [int(number) for number in numbers if isinstance(number, str)]
    if month is not None:
        day, year = others
    elif others[0] > 31:
        year, month, day = others
    else:
        day, month, year = others
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
