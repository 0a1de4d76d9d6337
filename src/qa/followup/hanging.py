"""Follow-ups that have no place in the question before them, or only as one word for another."""

from __future__ import annotations

import re

from qa.dates import YEAR
from qa.followup.names import dates_of
from qa.followup.openers import Asked
from qa.followup.outcomes import SideBySideError
from qa.followup.phrases import Phrase, is_capital, parse_phrases, words_of
from qa.lang import LANGUAGES
from qa.lang.actors import ACTORS
from qa.lang.followups import FOLLOW_UPS
from qa.lang.leaning import LEANING
from qa.meaning_questions import asked_meaning

LONGEST_HANGING = 12  # words of a condition, or of what else is said of the question before
_NO_VOWEL = re.compile(r"[^\W\d_aeiouy]{2,6}", re.IGNORECASE)


def without_whole(question: str, language: str) -> str:
    """The question without "heel" before a year, which says no more than the year does."""
    return re.sub(rf"\b{ACTORS[language].whole} (?={YEAR})", "", question, flags=re.IGNORECASE)


def hangs(asked: Asked) -> bool:
    """Whether a follow-up can only be asked beside the question it takes up.

    "En als je te laat bent?", "En de andere partijen?", "En op dit moment?", "En verder?",
    "Waarom de FNV niet?".
    """
    rules, actors = FOLLOW_UPS[asked.language], ACTORS[asked.language]
    lows = [word.lower for word in asked.words]
    if len(lows) > LONGEST_HANGING:
        return False
    asks_why = lows[0] in rules.adverbial and len(lows) > 2
    if asks_why and lows[-1] in rules.fillers and _is_phrase(asked, 1, len(lows) - 1):
        return True
    negated = asks_why and lows[1] in rules.fillers and _is_phrase(asked, 2, len(lows))
    if negated and (is_capital(asked.words[2], asked.language) or lows[2] in rules.determiners):
        return True
    if asked.lead not in rules.links:
        return False
    if lows[0] in LEANING[asked.language].possessives and len(lows) > 1:
        return True  # "En zijn partij?"
    if lows[0] in actors.conditions or _is_condition(lows, asked.language):
        return True
    if len(lows) > 1 and actors.others & set(lows[:3]) and lows[0] in rules.determiners:
        return True
    if all(low in actors.adverbs for low in lows):
        return True
    if lows[0] not in rules.prepositions:
        return False
    near = LEANING[asked.language].near
    parsed = parse_phrases(asked.text, asked.language, asked.start)
    return parsed is None and bool(near & set(lows))


def _is_condition(lows: list[str], language: str) -> bool:
    """As "wanneer je te laat bent": no verb comes after the question word."""
    rules = FOLLOW_UPS[language]
    subjects = LEANING[language].speakers | LEANING[language].pronouns | rules.determiners
    return len(lows) > 3 and lows[0] in ACTORS[language].asking_conditions and lows[1] in subjects


def _is_phrase(asked: Asked, first: int, last: int) -> bool:
    """Whether the words between two places are a noun or a name alone, with no verb."""
    words = asked.words[first:last]
    if not words:
        return False
    phrases = parse_phrases(asked.text[: words[-1].end], asked.language, words[0].start)
    named = words[0].lower in FOLLOW_UPS[asked.language].determiners
    return phrases is not None and len(phrases) == 1 and (named or len(words) == 1)


def is_said_alone(phrase: Phrase, previous: str, language: str) -> bool:
    """Whether what found no place is a verb or an adjective rather than a noun: "verruimd"."""
    words = words_of(previous)
    if phrase.preposition or len(phrase.words) > 1 or phrase.words[0].start > phrase.start:
        return False
    low, last, rules = phrase.words[0].lower, words[-1].lower, LEANING[language]
    participle = bool(re.fullmatch(rules.participle, low)) and low not in rules.no_participles
    if low.endswith(rules.state_endings) or (participle and not low.endswith(rules.infinitive)):
        return True
    helped = any(word.lower in FOLLOW_UPS[language].auxiliaries for word in words)
    infinitives = low.endswith(rules.infinitive) and any(
        word.lower.endswith(rules.infinitive) for word in words[2:]
    )
    verbs = FOLLOW_UPS[language].verb_endings
    return (infinitives and helped) or (low.endswith(verbs) and last.endswith(verbs))


def put_alone(asked: Asked, previous: str, before: str) -> str | None:
    """The previous question with what is asked for one word of it, or for the year in it."""
    return (
        _put_short_form(asked, previous, before)
        or _put_opposite(asked, previous, before)
        or _put_counted(asked, previous, before)
    )


def _put_short_form(asked: Asked, previous: str, before: str) -> str | None:
    """As "vvgb" in "Waar staat RES voor?"."""
    meaning, words = asked_meaning(previous), asked.words
    while len(words) > 1 and words[0].lower in FOLLOW_UPS[asked.language].determiners:
        words = words[1:]
    if not meaning or not meaning.short or len(words) != 1 or previous.count(meaning.name) != 1:
        return None
    known = LANGUAGES[before].stop_words
    if words[0].lower in known | ACTORS[before].adverbs:
        return None
    initials = meaning.name.isupper() or _NO_VOWEL.fullmatch(words[0].text)
    return previous.replace(meaning.name, words[0].text) if initials else None


def _put_opposite(asked: Asked, previous: str, before: str) -> str | None:
    """As "verhogen" for "verlagen"."""
    words = asked.words
    if len(words) != 1:
        return None
    low = words[0].lower
    others = {other for pair in ACTORS[before].opposites if low in pair for other in pair} - {low}
    places = [word for word in words_of(previous) if word.lower in others]
    if len(places) != 1:
        return None
    return previous[: places[0].start] + words[0].text + previous[places[0].end :]


def _put_counted(asked: Asked, previous: str, before: str) -> str | None:
    """As "twee jaar later", reckoned from the only year."""
    actors, words = ACTORS[asked.language], LANGUAGES[asked.language].numerals.words
    for pattern, step in ((actors.years_earlier, -1), (actors.years_later, 1)):
        found = re.fullmatch(pattern, asked.rest, re.IGNORECASE)
        count = found["count"].lower() if found else ""
        number = int(count) if count.isdecimal() else words.get(count, 0)
        if not 1 < number < 100:
            continue
        dates, years = dates_of(previous, before), list(re.finditer(rf"\b{YEAR}", previous))
        if len(dates) != 1 or len(years) != 1:
            raise SideBySideError
        year = int(years[0][0]) + step * number
        return f"{previous[: years[0].start()]}{year}{previous[years[0].end() :]}"
    return None
