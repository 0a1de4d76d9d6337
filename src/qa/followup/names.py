"""The names in a question, and how far each of them goes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.dates import DATE
from qa.followup.phrases import Word, is_capital, is_number, is_plain, is_title, words_of
from qa.lang.followups import FOLLOW_UPS, SURNAME_PARTICLES
from qa.reading import Span
from qa.surnames import begins_sentence


@dataclass(frozen=True, slots=True)
class Name:
    """A name with what the person is and the determiner before it, and the preposition before.

    `end` is None where it cannot be told: "de Wet langdurige zorg verandert", nor where the
    name may have begun before: "De Jonge zei", "mevrouw ten Broeke".
    """

    start: int
    end: int | None
    preposition: str


def names_of(text: str, language: str) -> list[Name]:
    """The names in a question, but for a word that begins it; joined ones are one."""
    rules, words = FOLLOW_UPS[language], words_of(text)
    names: list[Name] = []
    for first, last in _runs(text, words, language):
        for leading in (rules.persons, rules.determiners):
            while first > 1 and words[first - 1].lower in leading:
                first -= 1
        before = words[first - 1].lower if first else ""
        preposition = before if before in rules.prepositions else ""
        cut = before in SURNAME_PARTICLES and (first == 1 or not preposition)
        end = None if cut else _end(words, last, bool(preposition), language)
        names.append(Name(words[first].start, end, preposition))
    return names


def dates_of(text: str, language: str) -> list[re.Match[str]]:
    """The dates in a question, but for the year in the name of a law."""
    found, words = [], words_of(text)
    for match in DATE.finditer(text):
        before = [word for word in words if word.end <= match.start()]
        if not before or not is_title(before[-1], language):
            found.append(match)
    return found


def _runs(text: str, words: list[Word], language: str) -> list[Span]:
    """The first and the last word of each name, as far as it has capitals."""
    dates = [match.span() for match in DATE.finditer(text)]
    joints = FOLLOW_UPS[language].conjunctions
    runs: list[Span] = []
    joined = False
    for at, word in enumerate(words):
        begins = at == 0 or begins_sentence(text, word.start)
        dated = any(start <= word.start and word.end <= end for start, end in dates)
        if begins or dated or not is_capital(word, language):
            joined = joined and word.lower in joints
            continue
        gap = text[words[runs[-1][1]].end : word.start] if runs else "?"
        if joined and re.fullmatch(r"(?:\.?\s['’]?|\s\w+\s|,\s)", gap):
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
        joined = True
    return runs


def _end(words: list[Word], last: int, led: bool, language: str) -> int | None:
    """Where a name ends: after its number, or with its last capital, or with its small letters.

    The name of a law goes on to the end of the question where a preposition leads it and no
    auxiliary has its participle there.
    """
    rules = FOLLOW_UPS[language]
    opened = next((at for at in (last, last + 1) if _opens(words[at : at + 1], language)), last)
    after = words[opened + 1 :]
    if after and _is_numbered(words[opened], after, language):
        return after[0].end
    goes_on = after and (is_plain(after[0], language) or after[0].lower in rules.title_links)
    if not _opens(words[opened : opened + 1], language) or not goes_on:
        return words[opened].end
    whole = all(is_plain(word, language) or word.lower in rules.conjunctions for word in after)
    helped = any(word.lower in rules.auxiliaries for word in words)
    return after[-1].end if led and whole and not helped else None


def _is_numbered(name: Word, after: list[Word], language: str) -> bool:
    """Whether a name goes on with a number ("Terminal 3", "Horizon 2020"), not with an amount."""
    if is_title(name, language):
        return after[0].numeric
    amount = len(after) > 1 and is_number(after[1], language)
    return after[0].text.isdecimal() and not amount


def _opens(words: list[Word], language: str) -> bool:
    return any(word.lower in FOLLOW_UPS[language].open_titles for word in words)
