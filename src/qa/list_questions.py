"""Questions that ask for several things."""

from __future__ import annotations

import re

from qa.enumeration import WORD
from qa.lang import LANGUAGES, Language, rules_of
from qa.lang.cues import Cues
from qa.lang.followups import FOLLOW_UPS
from qa.question import Question

_MOST_BETWEEN = 4  # words in which the noun that a choosing word goes with is looked for


def asks_list(question: Question) -> bool:
    """Whether a question asks for several things ("Welke landen …", "Noem …", "What are …")."""
    words = WORD.findall(question.text.lower())
    own = rules_of(question.language)
    if any(word in own.cues.list_words for word in words):
        return True
    # A few words may be taken for the other language.
    return any(_asks_list(words, rules) for rules in LANGUAGES.values())


def _asks_list(words: list[str], rules: Language) -> bool:
    cues = rules.cues
    if words[:1] and words[0] in cues.list_words | cues.list_commands:
        return True
    if words[:1] and words[0] in cues.naming_commands:
        named = words[1:2] and words[1] in FOLLOW_UPS[rules.code].determiners
        return not named or _plural_follows(words[2:], rules)
    text = f" {' '.join(words)}"
    if any(f" {opener}" in text for opener in cues.list_openers):
        return True
    return any(
        _plural_follows(text[match.end() :].split(), rules, alone=choosing in cues.pronominal)
        for choosing in cues.choosing
        for match in re.finditer(rf" {choosing}(?= )", text)
    )


def _plural_follows(words: list[str], rules: Language, *, alone: bool = False) -> bool:
    """Whether the noun that a choosing word goes with is a plural, as far as endings tell.

    `alone`: that word may well have no noun.
    """
    cues, sure = rules.cues, not alone
    for at, word in enumerate(words[:_MOST_BETWEEN]):
        if word in cues.counts | cues.plurals:
            return True
        if word in cues.singulars or word in rules.stop_words - cues.modifiers:
            return False
        if _is_plural(word, cues):
            if at == 0 and sure:
                return True
            return _is_noun(word, words[at + 1 :], rules, sure=sure, direct=at == 0)
        if word in cues.modifiers:
            sure = True
        elif word.endswith(cues.singular_endings):
            return False
        elif not word.endswith(cues.adjective_endings):
            if not cues.verbs_in_plural or alone:
                return False
            sure = False  # a noun: of "member states", or the subject of "minister signs"
    return False


def _is_plural(word: str, cues: Cues) -> bool:
    ends = word.endswith(cues.plural_endings) and not word.endswith(cues.singular_endings)
    return len(word) > 3 and ends


def _is_noun(word: str, after: list[str], rules: Language, *, sure: bool, direct: bool) -> bool:
    """Whether a word that ends like a plural is one, and no verb, by what comes after it.

    `sure`: unless that tells otherwise; `direct`: it stands right after the choosing word.
    """
    cues = rules.cues
    if not word.endswith(cues.verbs_in_plural):
        return True
    if not after:
        return sure
    if after[0] in cues.objects:
        return False
    if sure or word.endswith(cues.nominal_endings):
        return True
    follow_up = FOLLOW_UPS[rules.code]
    if after[0] in cues.verbs | follow_up.noun_prepositions or after[0].endswith(cues.participles):
        return True
    if after[0] in follow_up.prepositions:
        return not cues.verbs.isdisjoint(after)
    content = after[0] not in rules.stop_words and not _is_plural(after[0], cues)
    return direct and content  # "What rules apply", but not "Which act covers crime"
