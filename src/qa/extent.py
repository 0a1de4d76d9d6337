"""How much of a passage is quoted: whole sentences, with the one before where one leans on it."""

from __future__ import annotations

import itertools
import re

from qa.enumeration import WORD, begins_with, find_enumerations
from qa.lang import rules_of
from qa.reading import Span

MOST_WORDS = 60  # of a quote that is no list and more than one sentence
MOST_SENTENCES = 2
_BETWEEN_ITEMS = re.compile(r",\s+")


def choose_extent(
    text: str,
    sentences: list[Span],
    touched: tuple[int, int],
    held: tuple[int, int],
    language: str,
    *,
    asks_list: bool,
) -> Span:
    """The span of `text` to quote, where sentences `touched` (first and last) answer.

    A list is quoted whole if its lead answers, if more than one item does, or if the question
    asks for a list. Otherwise it is the sentences `held`, those of `touched` that keep within
    the limits, and the one before if it is one sentence that does not stand alone and both
    have 60 words at most.
    """
    texts = [text[start:end] for start, end in sentences]
    first, last = touched
    for found in find_enumerations(texts, language):
        if not found.start <= first <= found.end:
            continue
        leads = found.lead and first == found.start
        several = sum(first <= item <= last for item in found.items) > 1
        if leads or several or asks_list:
            return sentences[found.start][0], sentences[max(found.end, last)][1]
    first, last = held
    start, end = sentences[first][0], sentences[last][1]
    if first > 0 and last - first + 1 < MOST_SENTENCES and leans(texts[first], language):
        before = sentences[first - 1][0]
        if count_words(text[before:end]) <= MOST_WORDS:
            start = before
    return start, end


def names_several(text: str, language: str) -> bool:
    """Whether words name several things by themselves ("de IND, het COA en de politie")."""
    cues = rules_of(language).cues
    _, *others = _BETWEEN_ITEMS.split(text.lower())
    if not others:
        return False
    words = WORD.findall(others[-1])
    joints = [at for at, word in enumerate(words) if word in cues.joining]
    if len(others) == 1 and not (joints and joints[-1] > 0):
        return False  # "ja, of nee"
    last = words[joints[-1] :] if joints else WORD.findall(" ".join(others))
    return cues.verbs.isdisjoint(last)  # it is a clause: "…, en dat is laat"


def sentences_held(sentences: list[Span], span: Span) -> tuple[int, int]:
    """The first and last sentence that a span touches.

    A span that touches none belongs to the sentence after it, or to the last.
    """
    touched = [i for i, (start, end) in enumerate(sentences) if start < span[1] and span[0] < end]
    if not touched:
        after = [i for i, (_, end) in enumerate(sentences) if end >= span[1]]
        return (after[0], after[0]) if after else (len(sentences) - 1, len(sentences) - 1)
    return touched[0], touched[-1]


def within_limits(
    text: str, sentences: list[Span], held: tuple[int, int], span: Span
) -> tuple[int, int]:
    """At most two of the sentences held, and one if two are long: those with most of the span."""

    def share(first: int, last: int) -> int:
        return min(sentences[last][1], span[1]) - max(sentences[first][0], span[0])

    first, last = held
    if last - first >= MOST_SENTENCES:
        first = max(range(first, last), key=lambda i: share(i, i + 1))
        last = first + 1
    if last > first and count_words(text[sentences[first][0] : sentences[last][1]]) > MOST_WORDS:
        first = max((first, last), key=lambda i: share(i, i))
        last = first
    return first, last


def leans(sentence: str, language: str) -> bool:
    """Whether a sentence does not stand alone: it points back, or only goes on.

    It begins with a word that does so ("Dit", "Daarbij", "Ook"), or with one that only fills
    the subject's place ("Het betreft"), or its subject is a pronoun after the verb.
    """
    rules = rules_of(language)
    words = WORD.findall(sentence.lower())
    if not words:
        return False
    if words[0] in rules.leaning_words or words[0] in rules.cues.continuing:
        return True
    if begins_with(sentence, rules.cues.next_items):
        return True
    if words[0] in rules.cues.bare and len(words) > 1 and words[1] in rules.cues.verbs:
        return True
    clause = WORD.findall(sentence.lower().split(",", 1)[0])[:8]
    return any(
        word in rules.cues.pronouns and verb in rules.cues.verbs
        for verb, word in itertools.pairwise(clause[1:])
    )


def count_words(text: str) -> int:
    """Words as white space parts them."""
    return len(text.split())
