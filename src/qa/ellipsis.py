"""What an elliptical question ("En in 2015?") puts in place of what in the question before it.

Each phrase of it takes the place of the one of the same sort: a date of a date, a number of
a number, a name of a name, a noun of the same noun, a phrase of one with the same
preposition. Where none or several could be meant, the phrase is added at the end instead.
"""

from __future__ import annotations

import re

from qa.lang.followups import FOLLOW_UPS
from qa.names import dates_of, names_of
from qa.nouns import place_of_preposition, put_noun
from qa.phrases import (
    DATE,
    YEAR,
    Phrase,
    Word,
    is_capital,
    is_date,
    is_name,
    is_number,
    is_plain,
    words_of,
)
from qa.reading import Span

_PLAIN_DATE = re.compile(r"\d")
_LAST_YEAR = re.compile(rf"(?:^|\s)({YEAR})$")


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
    if is_name(phrase, language):
        changed = _put_name(previous, phrase, language)
    elif phrase.words[-1].text[0].isdigit():
        return _put_number(previous, phrase, language)
    else:
        changed = put_noun(previous, phrase, language)
    return _put_after_preposition(previous, phrase, language) if changed is None else changed


def _put_date(previous: str, phrase: Phrase, language: str) -> str | None:
    dates = dates_of(previous, language)
    if len(dates) != 1:
        return None
    (start, end), text = dates[0].span(), phrase.whole
    year = _LAST_YEAR.search(dates[0][0])
    if year and not re.search(YEAR, phrase.text):
        text += f" {year[1]}"  # "in mei" after "in april 2020"
    first = phrase.text.split()[0].lower()
    if phrase.preposition or first in FOLLOW_UPS[language].bare_parts:
        start = _preposition_before(previous, start, language)
    elif dates[0]["part"] and _PLAIN_DATE.match(phrase.text):
        start = dates[0].end("part")  # "eind 2019", of "2019" after "eind 2018"
    return previous[:start] + text + previous[end:]


def _put_number(previous: str, phrase: Phrase, language: str) -> str | None:
    """As "artikel 18" for "artikel 20", and a number alone for the only one."""
    digits = r"\d(?:[\w./,-]*\w)?%?"
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
    return previous[: names[0].start] + phrase.text + previous[names[0].end :]


def _put_after_preposition(previous: str, phrase: Phrase, language: str) -> str | None:
    """As "bij vrouwen" for "bij mannen", where it is clear how far that goes."""
    rules, words = FOLLOW_UPS[language], words_of(previous)
    dated = {
        _preposition_before(previous, date.start(), language)
        for date in dates_of(previous, language)
    }
    places = [
        at
        for at, word in enumerate(words)
        if word.lower == phrase.preposition and word.start not in dated
    ]
    if not phrase.preposition or len(places) != 1:
        return None
    first = at = places[0] + 1
    while at < len(words) and words[at].lower in rules.determiners:
        at += 1
    starts = {word.start for word in (*words[first : first + 1], *words[at : at + 2])}
    count = at
    if is_number(phrase.words[0], language):  # "na 6 maanden" for "na 10 weken"
        while at < len(words) and is_number(words[at], language):
            at += 1
    if at > count and all(is_number(word, language) for word in phrase.words):
        return previous[: words[first].start] + phrase.text + previous[words[at - 1].end :]
    name = next((name for name in names_of(previous, language) if name.start in starts), None)
    named = any(is_capital(word, language) for word in phrase.words)
    if named != bool(name) and phrase.preposition in rules.stacking_prepositions:
        return None
    end = name.end if name else _noun_end(words, at, language)
    if end is None or (not name and DATE.search(previous[words[first].start : end])):
        return None
    if any(previous[end:].startswith(f" {word} ") for word in rules.conjunctions):
        return None
    return previous[: words[first].start] + phrase.text + previous[end:]


def _noun_end(words: list[Word], at: int, language: str) -> int | None:
    """Where a noun alone, or one with an adjective, ends that begins at a word."""
    content = at
    while at < len(words) and is_plain(words[at], language):
        at += 1
    count = at - content
    modifiers = FOLLOW_UPS[language].modifier_endings
    modified = count == 2 and words[content].lower.endswith(modifiers)
    return words[at - 1].end if count == 1 or modified else None


def _preposition_before(text: str, start: int, language: str) -> int:
    """Where the preposition before a place begins, or the place where there is none."""
    before = words_of(text[:start])
    found = before and before[-1].lower in FOLLOW_UPS[language].prepositions
    return before[-1].start if found else start


def _within(span: Span, spans: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
