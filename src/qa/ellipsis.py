"""What an elliptical question ("En in 2015?") puts in place of what in the question before it.

Each phrase of it takes the place of the one of the same sort: a date of a date, a number of
a number, a name of a name, a noun of the same noun, a phrase of one with the same
preposition, a noun with an article of the only such noun. A year counted from the one before
("het jaar daarna") is reckoned. Where none or several could be meant, the phrase is added at
the end instead.
"""

from __future__ import annotations

import re

from qa.lang.followups import FOLLOW_UPS
from qa.lang.periods import PERIODS
from qa.names import dates_of, names_of
from qa.nouns import place_of_preposition, put_noun
from qa.phrases import (
    DATE,
    EARLIER,
    LATER,
    RELATIVE,
    SYMBOL,
    YEAR,
    Phrase,
    is_date,
    is_name,
    words_of,
)
from qa.places import preposition_before, put_after_preposition, put_for_article
from qa.reading import Span
from qa.titled import put_named, put_ordinal

_PLAIN_DATE = re.compile(r"\d")
_LAST_YEAR = re.compile(rf"(?:^|\s)({YEAR})$")
_RELATIVE = re.compile(RELATIVE, re.IGNORECASE)
_STEPS = ((re.compile(EARLIER, re.IGNORECASE), -1), (re.compile(LATER, re.IGNORECASE), 1))


def take_up(previous: str, phrases: list[Phrase], language: str) -> tuple[str, list[Phrase]]:
    """The previous question with the phrases in their places, and those that found none.

    `language` is that of the previous question. UnclearError where it cannot be told.
    """
    rules = FOLLOW_UPS[language]
    left: list[Phrase] = []
    put: Phrase | None = None
    for phrase in phrases:
        ties = phrase.preposition in rules.noun_prepositions  # to the noun before it
        changed = None if ties and left else _put(previous, phrase, language)
        if changed is not None:
            previous, put = changed, phrase
        elif ties and not left and put and previous.count(put.text) == 1 and not is_date(put):
            previous = previous.replace(put.text, f"{put.text} {phrase.whole}")
        else:
            left.append(phrase)
    return previous, left


def append(previous: str, phrases: list[Phrase], language: str) -> str:
    """The previous question with phrases at its end, in place of those added before."""
    if not phrases:
        return previous
    rules = FOLLOW_UPS[language]
    body, text = previous.rstrip(" ?"), " ".join(phrase.whole for phrase in phrases)
    lead = phrases[0].preposition
    if lead and lead not in rules.noun_prepositions:
        return f"{body} {text}?"
    text = text[len(lead) :].lstrip()
    return f"{body.partition(f', {rules.as_to} ')[0]}, {rules.as_to} {text}?"


def _put(previous: str, phrase: Phrase, language: str) -> str | None:
    """The previous question with a phrase in place of the one of its sort, if there is one."""
    if is_date(phrase):
        return _put_date(previous, phrase, language)
    if not is_name(phrase, language) and phrase.words[-1].numeric:
        return _put_number(previous, phrase, language)
    ways = [put_ordinal, put_named, put_noun, put_after_preposition, put_for_article]
    if is_name(phrase, language):
        ways = [_put_name, put_named, put_after_preposition, put_for_article]
    tried = (way(previous, phrase, language) for way in ways)
    return next((changed for changed in tried if changed is not None), None)


def _put_date(previous: str, phrase: Phrase, language: str) -> str | None:
    dates = dates_of(previous, language)
    if len(dates) != 1:
        return None
    (start, end), text = dates[0].span(), phrase.whole
    if step := next((step for form, step in _STEPS if form.fullmatch(phrase.text)), 0):
        years = list(re.finditer(YEAR, dates[0][0]))
        if len(years) != 1:
            return None
        first, last = (start + place for place in years[0].span())
        return f"{previous[:first]}{int(years[0][0]) + step}{previous[last:]}"
    year, relative = _LAST_YEAR.search(dates[0][0]), _RELATIVE.fullmatch(phrase.text)
    links = [rules.year_link for rules in PERIODS.values() if _is(rules.quarters, phrase.text)]
    if year and not relative and not re.search(YEAR, phrase.text):
        # "in mei" after "in april 2020", "in het derde kwartaal" after "in 2020"
        text = " ".join((text, *links[:1], year[1]))
    if relative or links:
        text = text[:1].lower() + text[1:]  # it may have begun the follow-up
    lead = phrase.text.split()[0].lower()
    if phrase.preposition or relative or lead in FOLLOW_UPS[language].bare_parts:
        start = preposition_before(previous, start, language)
    elif dates[0]["part"] and _PLAIN_DATE.match(phrase.text):
        start = dates[0].end("part")  # "eind 2019", of "2019" after "eind 2018"
    return previous[:start] + text + previous[end:]


def _put_number(previous: str, phrase: Phrase, language: str) -> str | None:
    """As "artikel 18" for "artikel 20", and a number alone for the only one."""
    digits = rf"{SYMBOL}\d(?:[\w./,-]*\w)?%?"
    if len(phrase.words) > 1:
        noun = " ".join(word.text for word in phrase.words[:-1])
        pattern = rf"\b{re.escape(noun)}\s+(?P<number>{digits})"
        found = list(re.finditer(pattern, previous, re.IGNORECASE))
        loose = FOLLOW_UPS[language].stacking_prepositions
    else:
        dates = [match.span() for match in DATE.finditer(previous)]
        numbers = re.finditer(rf"(?<![\w/.-])(?P<number>{digits})", previous)
        found = [match for match in numbers if not _within(match.span(), dates)]
        loose = frozenset()
    if len(found) != 1:
        return None
    (start, end), number = found[0].span(), found[0].start("number")
    led = place_of_preposition(previous, start, phrase, language, loose)
    if led is None:
        return previous[:number] + phrase.words[-1].text + previous[end:]
    return previous[:led] + phrase.whole + previous[end:]


def _put_name(previous: str, phrase: Phrase, language: str) -> str | None:
    names = names_of(previous, language)
    if phrase.preposition:
        names = [name for name in names if name.preposition == phrase.preposition]
    if len(names) != 1 or names[0].end is None:
        return None
    start, persons = names[0].start, FOLLOW_UPS[language].persons
    before = words_of(previous[:start])
    if phrase.words[0].lower in persons and before and before[-1].lower in persons:
        start = before[-1].start  # "minister Kaag" for "staatssecretaris Van Ark"
    return previous[:start] + phrase.text + previous[names[0].end :]


def _is(pattern: str, text: str) -> bool:
    return bool(re.fullmatch(pattern, text, re.IGNORECASE))


def _within(span: Span, spans: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
