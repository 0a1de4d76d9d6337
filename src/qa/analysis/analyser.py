"""The analyser: terms of documents and questions, with what it learned from the corpus.

These are the terms that are indexed and searched for; `qa.analysis.terms.analyse` is for
comparing texts with each other, and learns nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from qa.analysis.compounds import Compounds, KnownWords
from qa.analysis.dates import normalise_dates
from qa.analysis.expansion import Expansions, Rule
from qa.analysis.identifiers import normalise_identifiers
from qa.analysis.laws import normalise_laws
from qa.analysis.numbers import group_digits, normalise_numbers
from qa.analysis.parts import SHIPPED, Forms, Parts
from qa.analysis.terms import WORD, lower, stemmer
from qa.analysis.times import normalise_times
from qa.lang import LANGUAGES, rules_of

_TERM = re.compile(rf"(?:date|month|quarter|unit|id):[\w%.:-]*[\w%]|{WORD}|%")
_REMEMBERED = 1 << 17  # stems: questions of strangers bring ever new words


@dataclass(frozen=True)
class Learned:
    """What an analyser learned: the words of each language, and abbreviations.

    `rules` hold for all documents; `stop_words` are short forms that in small letters are such.
    """

    words: Mapping[str, KnownWords]
    rules: Sequence[Rule]
    stop_words: Sequence[str]


class Analyser:
    """From text to terms, the same for documents and questions.

    It learns the words that compounds are made of, and the abbreviations that the texts
    explain, from the texts it is made of: (document number, text, language) each.
    """

    def __init__(
        self,
        texts: Iterable[tuple[int, str, str]],
        parts: Parts = SHIPPED,
        learned: Learned | None = None,
    ) -> None:
        """With what was `learned` before, only the texts' own abbreviations are learned."""
        self.parts = parts
        self._stem = lru_cache(maxsize=_REMEMBERED)(self._stem_of)
        self._terms: dict[str, dict[str, tuple[str, ...]]] = {code: {} for code in LANGUAGES}
        vocabulary: dict[str, Counter[str]] = {code: Counter() for code in LANGUAGES}
        self._expansions = (
            Expansions(learned.rules, learned.stop_words) if learned else Expansions()
        )
        for document, text, language in texts:
            if not learned:
                code = rules_of(language).code
                words = self._words(text, code)
                vocabulary[code].update(word for word in words if word.isalpha())
            if parts.abbreviations:
                self._expansions.learn(document, text)
        self._expansions.settle(
            lambda text: self._stemmed(self._words(text, "nl"), "nl"), share=not learned
        )
        self._compounds = {}
        for code, counts in vocabulary.items():
            stem = partial(self._stem, language=code)
            if learned:
                self._compounds[code] = Compounds(learned.words[code], stem)
            else:
                on = parts.compounds and LANGUAGES[code].compounding
                self._compounds[code] = Compounds.learn(
                    counts if on else Counter(), stem, LANGUAGES[code].stop_words
                )

    @property
    def learned(self) -> Learned:
        """What it learned from all texts."""
        words = {code: compounds.known for code, compounds in self._compounds.items()}
        return Learned(words, self._expansions.shared, self._expansions.stop_words)

    def document_terms(self, text: str, language: str, document: int | None = None) -> list[str]:
        """Terms of a text: of a compound also its parts, of an abbreviation the long form,
        and the reverse, as this document (its number) or most documents explain it.
        """
        code = rules_of(language).code
        words = self._words(text, code)
        cache = self._terms[code]
        terms: list[str] = []
        for word in words:
            found = cache.get(word)
            if found is None:
                found = cache[word] = self._document_word(word, code)
            terms.extend(found)
        if self.parts.abbreviations:
            added = self._expansions.added(text, self._stemmed(words, "nl"), document)
            have = set(terms)
            for word in added:
                found = (self._stem(word, code), *self._compounds[code].split(word))
                more = [term for term in found if term not in have]
                terms.extend(more)
                have.update(more)
        return terms

    def question_forms(self, text: str, language: str, question_language: str) -> list[Forms]:
        """What a question asks for in texts of a language, without the stop words of either.

        A compound may also be found by its parts, and a word that is only ever part of a
        compound by that compound.
        """
        own, code = rules_of(question_language).code, rules_of(language).code
        forms: list[Forms] = []
        for word in self._words(text, own):
            if self._stops(word, own) or self._stops(word, code):
                continue
            found: list[tuple[str, ...]] = [(self._stem(word, code),)]
            if self.parts.compounds:
                compounds = self._compounds[code]
                split = compounds.split(word)
                found += [split] if split else []
                found += [(self._stem(whole, code),) for whole in compounds.wholes(word)]
            forms.append(tuple(found))
        if self.parts.abbreviations:
            written = self._expansions.written_as_stop_words(text)
            forms += [((short,),) for short in written if self._stops(short, own)]
        return list(dict.fromkeys(forms))

    def question_terms(self, text: str, language: str, question_language: str) -> list[str]:
        """The terms of all forms of what is asked for, each once."""
        asked = self.question_forms(text, language, question_language)
        return list(dict.fromkeys(term for forms in asked for form in forms for term in form))

    def _words(self, text: str, language: str) -> list[str]:
        """Folded words, with numbers, dates and identifiers in normal form; stop words too."""
        if self.parts.dates:
            text = normalise_times(normalise_dates(text, language), language)
        if self.parts.identifiers:
            text = normalise_identifiers(normalise_laws(text))
        text = lower(text, self.parts.diacritics)
        if self.parts.numbers:
            return normalise_numbers(_TERM.findall(group_digits(text, language)), language)
        return [word for word in _TERM.findall(text) if word != "%"]

    def _document_word(self, word: str, language: str) -> tuple[str, ...]:
        if self._stops(word, language):
            return ()
        return (self._stem(word, language), *self._compounds[language].split(word))

    def _stops(self, word: str, language: str) -> bool:
        return self.parts.stop_words and word in LANGUAGES[language].stop_words

    def _stem_of(self, word: str, language: str) -> str:
        plain = not self.parts.stemming or not word.isalpha()
        return word if plain else str(stemmer(language).stemWord(word))

    def _stemmed(self, words: list[str], language: str) -> list[tuple[str, str]]:
        """Words with their stems, stop words too."""
        return [(word, self._stem(word, language)) for word in words]
