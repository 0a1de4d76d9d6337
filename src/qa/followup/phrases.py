"""The phrases of a question, and of what sort each is: a date, a number, a name, a noun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.dates import DATE
from qa.lang import LANGUAGES
from qa.lang.followups import FOLLOW_UPS
from qa.surnames import particles_of

LONGEST_ELLIPSIS = 6  # words: what is longer is a sentence of its own
_COMPOUNDS = "|".join(
    word
    for rules in FOLLOW_UPS.values()
    for word in sorted(rules.prepositions | rules.question_words)
    if " " in word
)
SYMBOL = r"(?:[€$£#§]\s?(?=\d))?"  # belongs to the number after it
_WORD = re.compile(
    rf"\b(?:{_COMPOUNDS})\b|{SYMBOL}[^\W_](?:[\w'’./&–-]*\w)?(?:%|-(?=\s))?", re.IGNORECASE
)
_ORDINAL = re.compile(r"\d+(?:e|de|ste|st|nd|rd|th)", re.IGNORECASE)
_NUMBER = re.compile(rf"{SYMBOL}\d[\d.,/–-]*(?:e|de|ste|st|nd|rd|th|%)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place in a text; `named` if its capitals or its place make it a name."""

    text: str
    start: int
    end: int
    named: bool = False

    @property
    def numeric(self) -> bool:
        """Whether it begins as a number does: "2015", "€ 500"."""
        return bool(re.match(rf"{SYMBOL}\d", self.text))

    @property
    def lower(self) -> str:
        """In small letters, but for a name: "US" and the "De" of "De Jonge" are in no list."""
        return self.text.upper() if self.named else self.text.lower()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of an ellipsis: `text` is without the preposition, `words` without determiners.

    `start` is where `text` begins in the ellipsis.
    """

    preposition: str
    text: str
    start: int
    words: tuple[Word, ...]

    @property
    def whole(self) -> str:
        """The phrase with its preposition."""
        return f"{self.preposition} {self.text}".lstrip()


def words_of(text: str, start: int = 0) -> list[Word]:
    """The words of a text from a place on."""
    mixed = any(char.islower() for char in text)  # else capitals tell nothing
    particles = particles_of(text)
    return [
        Word(
            match[0],
            *match.span(),
            named=(mixed and _is_abbreviation(match[0]))
            or any(first <= match.start() < end for first, end in particles),
        )
        for match in _WORD.finditer(text, start)
    ]


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and word[0].isalpha() and sum(char.isalpha() for char in word) > 1


def _words_and_dates(text: str, start: int) -> list[Word]:
    """The words of a text from a place on, a date or a period as one of them."""
    words = words_of(text, start)
    dates = [
        Word(match[0], *match.span())
        for match in DATE.finditer(text, start)
        if not any(word.start < match.end() < word.end for word in words)
    ]
    loose = [w for w in words if not any(date.start <= w.start < date.end for date in dates)]
    return sorted(loose + dates, key=lambda word: word.start)


def parse_phrases(text: str, language: str, start: int = 0) -> list[Phrase] | None:
    """The phrases of an ellipsis, which begins at a place in a text.

    None where it is no ellipsis, but says something itself.
    """
    rules, stop_words = FOLLOW_UPS[language], LANGUAGES[language].stop_words
    groups: list[tuple[str, list[Word], list[Word]]] = []  # preposition, all words, content
    for word in _words_and_dates(text, start):
        low = word.lower
        closed = not groups or groups[-1][2]
        if low in rules.prepositions and closed:
            groups.append((low, [], []))
            continue
        if not groups:
            groups.append(("", [], []))
        _, every, content = groups[-1]
        every.append(word)
        joins = low in rules.conjunctions and bool(content)
        after_joint = len(every) > 1 and every[-2].lower in rules.conjunctions
        if low in rules.determiners and (not content or after_joint):
            continue
        if low in stop_words and not joins:
            return None
        content.append(word)
    if not groups or not all(content for _, _, content in groups):
        return None
    if sum(len(content) for _, _, content in groups) > LONGEST_ELLIPSIS:
        return None
    return [
        Phrase(preposition, text[every[0].start : every[-1].end], every[0].start, tuple(content))
        for preposition, every, content in groups
    ]


def is_date(phrase: Phrase) -> bool:
    """Whether a phrase is a date, a month or a year, a part of one, or several."""
    return bool(DATE.fullmatch(phrase.text))


def is_name(phrase: Phrase, language: str) -> bool:
    """Whether a phrase is a proper name, or several: "Wet langdurige zorg" is one as well.

    What a person is may stand before it: "minister Slob".
    """
    rules, words = FOLLOW_UPS[language], phrase.words
    if len(words) > 1 and words[0].lower in rules.persons:
        words = words[1:]
    if len(words) > 1 and words[-1].numeric and is_title(words[-2], language):
        words = words[:-1]
    if is_capital(words[0], language) and any(w.lower in rules.open_titles for w in words[:2]):
        return True
    return all(is_capital(word, language) or word.lower in rules.conjunctions for word in words)


def is_title(word: Word, language: str) -> bool:
    """Whether a word is of a law or the like, so that a year after it is part of a name."""
    titles = FOLLOW_UPS[language].titles
    return word.lower.endswith(titles) if LANGUAGES[language].compounding else word.lower in titles


def is_capital(word: Word, language: str) -> bool:
    """Whether a word is a name: "Broekers-Knol" and "COVID-19", but not "EU-burgers"."""
    parts = [part for part in re.split(r"[-–]", word.text) if part]
    written = parts[0][0].isupper() and not any(part[0].islower() for part in parts)
    return word.named or (written and word.lower not in LANGUAGES[language].stop_words)


def is_plain(word: Word, language: str) -> bool:
    """Whether a word is of content and no name."""
    rules = FOLLOW_UPS[language]
    function = rules.prepositions | rules.determiners | LANGUAGES[language].stop_words
    return word.lower not in function and not word.numeric


def is_number(word: Word, language: str) -> bool:
    """Whether a word is a number, or a part of one."""
    numerals = LANGUAGES[language].numerals
    return word.lower in numerals.words.keys() | numerals.magnitudes.keys() or bool(
        _NUMBER.fullmatch(word.text)
    )


def is_ordinal(word: Word, language: str) -> bool:
    """Whether a word counts one of several: "derde", "3e"."""
    counting = FOLLOW_UPS[language].ordinals | LANGUAGES[language].numerals.ordinals.keys()
    return word.lower in counting or bool(_ORDINAL.fullmatch(word.text))
