"""What an elliptical question ("En in 2015?") puts in place of what in the question before it.

Each phrase of it takes the place of the one of the same sort: a date of a date, a number of
a number, a name of a name, a noun of the same noun, who acts of who acts, a phrase of one with
the same preposition, a noun with an article of the only such noun. A year counted from the one
before ("het jaar daarna") is reckoned. Where none or several could be meant, the phrase is added
at the end instead, with those that belong to it; where that would say something else, the two
questions are best left side by side.
"""

from __future__ import annotations

import re

from qa.dates import DATE, EARLIER, LATER, RELATIVE, YEAR
from qa.followup.names import dates_of
from qa.followup.nouns import place_of_preposition, put_noun
from qa.followup.outcomes import SideBySideError
from qa.followup.phrases import (
    SYMBOL,
    Phrase,
    is_capital,
    is_date,
    is_name,
    words_of,
)
from qa.followup.places import (
    described_end,
    preposition_before,
    put_after_preposition,
    put_for_article,
)
from qa.followup.sorts import put_name
from qa.followup.subjects import (
    is_agent,
    put_for_agent,
    put_resident_place,
    put_subject,
    subject_of,
)
from qa.followup.titled import put_named, put_ordinal
from qa.lang.actors import ACTORS
from qa.lang.followups import FOLLOW_UPS
from qa.lang.periods import PERIODS
from qa.reading import Span

_PLAIN_DATE = re.compile(r"\d")
_LAST_YEAR = re.compile(rf"(?:^|\s)({YEAR})$")
_RELATIVE = re.compile(RELATIVE, re.IGNORECASE)
_STEPS = ((re.compile(EARLIER, re.IGNORECASE), -1), (re.compile(LATER, re.IGNORECASE), 1))


def take_up(previous: str, phrases: list[Phrase], language: str) -> tuple[str, list[Phrase]]:
    """The previous question with the phrases in their places, and those that found none.

    `language` is that of the previous question. StandsAloneError where it cannot be told what
    the phrases take up, SideBySideError where a phrase has no place that is certain.
    """
    rules = FOLLOW_UPS[language]
    left: list[Phrase] = []
    put: Phrase | None = None
    for at, phrase in enumerate(phrases):
        ties = phrase.preposition in rules.noun_prepositions  # to the noun before it
        noun = at > 0 and not phrases[at - 1].preposition and not is_date(phrases[at - 1])
        if noun and left and _belongs(previous, phrase, language):
            left.append(phrase)
            continue
        acts = ties and noun and put is not None and is_agent(put.words[-1], language)
        held = acts and put is not None and not _has_office(previous, put, phrase, language)
        changed = None if (ties and left) or held else _put(previous, phrase, language)
        if changed is not None:
            _check_described(previous, phrase, phrases[at + 1 :], language)
            previous, put = changed, phrase
        elif put and not left and noun and not is_date(phrase):
            previous = _put_beside(previous, put, phrase, language)
        elif ties and not left and put and previous.count(put.text) == 1 and not is_date(put):
            previous = previous.replace(put.text, f"{put.text} {phrase.whole}")
        else:
            left.append(phrase)
    return previous, left


def _has_office(previous: str, put: Phrase, phrase: Phrase, language: str) -> bool:
    """Whether the name of a ministry stands after what was put: "de minister van Financiën"."""
    if previous.count(put.text) != 1:
        return True
    after = words_of(previous, previous.index(put.text) + len(put.text))[:2]
    led = len(after) == 2 and after[0].lower == phrase.preposition
    return led and is_capital(after[1], language)


def _belongs(previous: str, phrase: Phrase, language: str) -> bool:
    """Whether a phrase stays with the noun before it that found no place."""
    if is_date(phrase) or not phrase.preposition:
        return False
    named = is_name(phrase, language) and phrase.words[-1].text[:1].isupper()
    return not (named and put_name(previous, phrase, language))


def _check_described(previous: str, phrase: Phrase, after: list[Phrase], language: str) -> None:
    """SideBySideError where a noun is to be put before a phrase that may be only of the old one."""
    subject = subject_of(previous, language)
    if not subject or after or subject.kind != "bare" or phrase.preposition:
        return
    following = words_of(previous[subject.end :])[:1]
    described = following and following[0].lower in FOLLOW_UPS[language].describing
    if described and len(phrase.words) == 1 and put_subject(previous, phrase, language):
        raise SideBySideError


def _put_beside(previous: str, put: Phrase, phrase: Phrase, language: str) -> str:
    """A phrase after the noun it belongs to, in place of the one that stands there."""
    if previous.count(put.text) != 1:
        raise SideBySideError
    end = previous.index(put.text) + len(put.text)
    rules, words = FOLLOW_UPS[language], words_of(previous, end)
    lows = [word.lower for word in words]
    if not lows or lows[0] not in rules.describing:
        return f"{previous[:end]} {phrase.whole}{previous[end:]}"
    last = described_end(words, 1, language)
    if last is None:
        raise SideBySideError
    return f"{previous[:end]} {phrase.whole}{previous[last:]}"


def append(previous: str, phrases: list[Phrase], language: str) -> str:
    """The previous question with phrases at its end, in place of those added before."""
    if not phrases:
        return previous
    rules = FOLLOW_UPS[language]
    body, text = previous.rstrip(" ?"), " ".join(phrase.whole for phrase in phrases)
    lead = phrases[0].preposition
    if lead and lead not in rules.noun_prepositions:
        if ACTORS[language].relatives & {word.lower for word in words_of(body)[1:]}:
            raise SideBySideError  # it would be said in the wrong clause
        return f"{body} {text}?"
    text = text[len(lead) :].lstrip()
    return f"{body.partition(f', {rules.as_to} ')[0]}, {rules.as_to} {text}?"


def _put(previous: str, phrase: Phrase, language: str) -> str | None:
    """The previous question with a phrase in place of the one of its sort, if there is one."""
    if is_date(phrase):
        return _put_date(previous, phrase, language)
    if not is_name(phrase, language) and phrase.words[-1].numeric:
        return _put_number(previous, phrase, language)
    ways = [put_ordinal, put_named, put_noun, put_subject]
    if is_name(phrase, language):
        ways = [put_name, put_named, put_for_agent, put_resident_place]
    elif is_agent(phrase.words[-1], language):
        ways = [put_ordinal, put_named, put_subject, put_noun]
    ways += [put_after_preposition, put_for_article]
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


def _is(pattern: str, text: str) -> bool:
    return bool(re.fullmatch(pattern, text, re.IGNORECASE))


def _within(span: Span, spans: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
