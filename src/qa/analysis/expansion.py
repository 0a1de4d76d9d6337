"""What abbreviations add to a text: the long form where the short one stands, and the reverse.

Texts are expanded, questions are not: so a question weighs the same in either form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from qa.analysis.abbreviations import Pair, find_pairs, is_capitalised
from qa.lang import LANGUAGES

Stemmed = list[tuple[str, str]]  # words with their stems


@dataclass(frozen=True, slots=True)
class Rule:
    """Where these stems stand in a row, these words are added."""

    short: str  # the short form, as it was explained
    stems: tuple[str, ...]
    added: tuple[str, ...]
    written: bool  # whether the text must have the short form as it was explained


class Expansions:
    """The pairs of each document, and those that most documents that explain them agree on."""

    def __init__(self, shared: Iterable[Rule] = (), stop_words: Iterable[str] = ()) -> None:
        """What was learned before, from other documents: rules, and forms that are stop words."""
        self._pairs: dict[int, dict[Pair, None]] = {}
        self._own: dict[int, dict[str, list[Rule]]] = {}
        self._shared: dict[str, list[Rule]] = {}
        self._stop_words: dict[str, str] = {}
        for rule in shared:
            self._shared.setdefault(rule.stems[0], []).append(rule)
        for short in stop_words:
            self._note_stop_word(short)

    @property
    def shared(self) -> list[Rule]:
        """The rules that hold for all documents."""
        return [rule for rules in self._shared.values() for rule in rules]

    @property
    def stop_words(self) -> list[str]:
        """Short forms that in small letters are stop words."""
        return list(self._stop_words)

    def learn(self, document: int, text: str) -> None:
        """Learn what a text of a document explains."""
        if "(" in text:
            self._pairs.setdefault(document, {}).update(dict.fromkeys(find_pairs(text)))

    def settle(self, stemmed: Callable[[str], Stemmed], *, share: bool = True) -> None:
        """Make rules of the pairs, when all texts have been learned from.

        Without `share` only for the documents that explain them.
        """
        votes: dict[str, Counter[tuple[str, ...]]] = {}
        forms: dict[tuple[str, tuple[str, ...]], Pair] = {}
        for document in sorted(self._pairs):
            rules: dict[str, list[Rule]] = {}
            for pair in self._pairs[document]:
                for rule in _rules(pair, stemmed):
                    rules.setdefault(rule.stems[0], []).append(rule)
                if is_capitalised(pair.short):
                    long = tuple(stem for _, stem in stemmed(pair.long))
                    votes.setdefault(pair.short, Counter())[long] += 1
                    forms.setdefault((pair.short, long), pair)
            self._own[document] = rules
        for short, counts in votes.items() if share else ():
            long, count = counts.most_common(1)[0]
            if 2 * count > counts.total():
                for rule in _rules(forms[short, long], stemmed):
                    self._shared.setdefault(rule.stems[0], []).append(rule)
            self._note_stop_word(short)

    def _note_stop_word(self, short: str) -> None:
        word = short.casefold()
        if any(word in language.stop_words for language in LANGUAGES.values()):
            self._stop_words[short] = word

    def added(self, text: str, words: Stemmed, document: int | None) -> list[str]:
        """Words to add to a text of a document (a number; None: of any), in order, each once."""
        own: dict[str, list[Rule]] = {}
        explained: set[str] = set()
        if document in self._own:
            own, explained = self._own[document], {pair.short for pair in self._pairs[document]}
        if not own and not self._shared:
            return []
        found: dict[str, None] = dict.fromkeys(self.written_as_stop_words(text))
        for at, (_, stem) in enumerate(words):
            if stem not in own and stem not in self._shared:
                continue
            shared = [r for r in self._shared.get(stem, ()) if r.short not in explained]
            for rule in [*own.get(stem, ()), *shared]:
                here = tuple(s for _, s in words[at : at + len(rule.stems)])
                if here == rule.stems and (not rule.written or _stands(rule.short, text)):
                    found.update(dict.fromkeys(rule.added))
        return list(found)

    def written_as_stop_words(self, text: str) -> list[str]:
        """Short forms in a text that in small letters are stop words, such as WHO."""
        return [word for short, word in self._stop_words.items() if _stands(short, text)]


def _rules(pair: Pair, stemmed: Callable[[str], Stemmed]) -> list[Rule]:
    short, long = stemmed(pair.short), stemmed(pair.long)
    if not short or not long:
        return []
    capitals = is_capitalised(pair.short)
    return [
        Rule(pair.short, tuple(s for _, s in short), _content(long), capitals),
        Rule(pair.short, tuple(s for _, s in long), _content(short) or (short[0][0],), False),
    ]


def _content(words: Stemmed) -> tuple[str, ...]:
    """The words that are no stop words of any language."""
    stops = [language.stop_words for language in LANGUAGES.values()]
    return tuple(word for word, _ in words if not any(word in stop for stop in stops))


def _stands(short: str, text: str) -> bool:
    """Whether a text has a short form as it was explained, or all in capitals.

    A hyphen in it may be a space.
    """
    return bool(_written(short).search(text))


@lru_cache(maxsize=10_000)
def _written(short: str) -> re.Pattern[str]:
    forms = sorted({short, short.upper()})
    either = "|".join(r"[\s-]".join(map(re.escape, re.split(r"[\s-]", form))) for form in forms)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")
