"""Question words that stand alone ("Waarom?", "In welk jaar?"), put to the question before."""

from __future__ import annotations

from qa.followup.phrases import Word, words_of
from qa.lang import LANGUAGES
from qa.lang.followups import FOLLOW_UPS, FollowUpWords
from qa.sentences import split_sentences


def as_question(text: str) -> str:
    """The text with a question mark, unless it has a mark at its end."""
    return text if text.endswith(("?", ".", "!")) else f"{text}?"


def capitalised(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def both(previous: str, question: str, language: str) -> str:
    """The previous question and the one that takes it up, side by side.

    Of several previous ones only the first, in `language`: it says what is spoken of.
    """
    return f"{_first(previous, language)} {capitalised(as_question(question))}"


def _first(previous: str, language: str) -> str:
    """The first sentence of the previous question that has a word, as a question."""
    spans = split_sentences(previous, language)
    sentences = [previous[start:end] for start, end in spans]
    return as_question(next((text for text in sentences if words_of(text)), previous))


def is_bare(words: list[Word], rules: FollowUpWords) -> bool:
    """Whether this is a question word and little more: "Waarom niet", "In welk jaar"."""
    lows = [word.lower for word in words]
    if lows and lows[0] in rules.prepositions:
        lows = lows[1:]
    if not lows or lows[0] not in rules.question_words:
        return False
    tail = [low for low in lows[1:] if low not in rules.fillers]
    leads = lows[0] in rules.leading and tail and tail[0] not in rules.auxiliaries
    modified = all(low.endswith(rules.modifier_endings) for low in tail[:-1])
    return not tail or (modified and bool(leads))


def ask_of(bare: str, language: str, previous: str, before: str) -> str:
    """A bare question word put to the content of the previous question."""
    rules, earlier = FOLLOW_UPS[language], FOLLOW_UPS[before]
    whole, lead = _first(previous, before), capitalised(bare)
    lows, known = ([word.lower for word in words_of(text)] for text in (bare, whole))
    words = words_of(whole)
    same = kind_phrase(lows, language), kind_phrase(known, before)
    count = 2 if lows[0] in rules.prepositions else 1
    told_apart = lows[-1] in rules.sexes and known[-1] in earlier.sexes  # "zijn man?"
    if same[0] == len(lows) and same[1] and lows[:count] == known[:count] and not told_apart:
        return f"{lead}{whole[words[same[1] - 1].end :]}"
    measured = _measures(lows, rules) and _measures(known[:2], earlier)
    if measured and set(known[2:3]) & earlier.auxiliaries:  # "Hoe breed is de brug"
        return f"{lead}{whole[words[1].end :]}"
    adverbial = lows[0] in rules.prepositions or (lows[0] in rules.adverbial and len(lows) == 1)
    if adverbial and len(words) > 2:
        if known[0] in earlier.auxiliaries:
            return f"{lead} {_small(whole, before)}"
        if known[0] in earlier.adverbial and known[1] in earlier.auxiliaries:
            return f"{lead} {whole[words[1].start :]}"
    return both(previous, bare, before)


def _measures(lows: list[str], rules: FollowUpWords) -> bool:
    """Whether this is "Hoe" with what it measures: "Hoe breed"."""
    return len(lows) == 2 and lows[0] in rules.leading and lows[1] in rules.measures


def kind_phrase(lows: list[str], language: str) -> int:
    """How many words "In welke landen" takes at the start; 0 where there is no such phrase."""
    rules = FOLLOW_UPS[language]
    at = 2 if lows[0] in rules.prepositions else 1
    if not set(lows[at - 1 : at]) & rules.of_kind:
        return 0
    while at < len(lows) and lows[at].endswith(rules.modifier_endings):
        at += 1
    function = LANGUAGES[language].stop_words | rules.auxiliaries | rules.prepositions
    if at == len(lows) or lows[at] in function | rules.units | rules.bare_parts:
        return 0
    after = next((i for i in range(at + 1, len(lows)) if lows[i] in function), len(lows))
    helped = after < len(lows) and lows[after] in rules.auxiliaries
    if after > at + 1 and (helped or lows[at].endswith(rules.loose_endings)):
        return 0  # it may be an adjective: "Hoeveel geregistreerde slachtoffers zijn"
    return at + 1


def _small(text: str, language: str) -> str:
    """The text as it stands after other words: a small letter first, but for a name."""
    first = words_of(text)[0].lower
    rules = FOLLOW_UPS[language]
    known = LANGUAGES[language].stop_words | rules.question_words | rules.auxiliaries
    return text[:1].lower() + text[1:] if first in known else text
