"""Whether a question speaks of something only by a pronoun or the like: "Wie stemde ertegen?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.analysis import analyse
from qa.dates import RELATIVE
from qa.followup.phrases import Word, is_capital
from qa.lang import LANGUAGES
from qa.lang.followups import FOLLOW_UPS, FollowUpWords
from qa.lang.leaning import LEANING, LeaningWords

LONGEST_LEANING = 7  # words of a question whose pronoun stands for what was spoken of
LONGEST_POINTING = 8  # where it begins or ends with what stands for that


@dataclass(frozen=True, slots=True)
class _Said:
    """A question in words; `lows` are they in small letters, but for names."""

    words: list[Word]
    lows: list[str]
    language: str

    @property
    def rules(self) -> FollowUpWords:
        return FOLLOW_UPS[self.language]

    @property
    def leaning(self) -> LeaningWords:
        return LEANING[self.language]

    @property
    def stop_words(self) -> frozenset[str]:
        return LANGUAGES[self.language].stop_words

    def content_before(self, at: int) -> int:
        """How many words of content stand before a place."""
        return sum(low not in self.stop_words for low in self.lows[:at])

    def speaks_of_none_before(self, at: int) -> bool:
        """Whether nothing before a place but a verb could be what a word there stands for."""
        if any(is_capital(word, self.language) for word in self.words[1:at]):
            return False
        asks = self.lows[0] in self.rules.question_words
        return all(low in self.stop_words or place <= asks for place, low in _numbered(self, at))


def leans(words: list[Word], language: str, previous: str) -> bool:
    """Whether a short question speaks of something by a pronoun only, or of nothing at all."""
    said = _Said(words, [word.lower for word in words], language)
    if len(words) > LONGEST_POINTING or words[0].named:  # "ELA, waar is dat voor?"
        return False
    if _asks_more(said) or _repeats_noun(said, previous):
        return True
    rules, lows = said.leaning, said.lows
    if rules.elsewhere & set(lows):
        return False
    if rules.near & set(lows):
        return any(_near_stands_for_other(said, at) for at in range(len(lows)))
    if _says_nothing(said):
        of_document = said.rules.neuter in lows[:-1]  # "Waar gaat het over?"
        return not of_document or bool(rules.pronouns & set(lows))
    return any(_stands_for_other(said, at) for at in range(len(lows)))


def _numbered(said: _Said, at: int) -> list[tuple[int, str]]:
    return list(enumerate(said.lows[:at]))


def _says_nothing(said: _Said) -> bool:
    """Whether there is not one word of content: "Wie zijn dat?"."""
    rules, leaning = said.rules, said.leaning
    standing = leaning.pronouns | leaning.demonstratives
    known = rules.question_words | rules.auxiliaries | standing
    if leaning.speakers & set(said.lows) and not standing & set(said.lows):
        return False  # "Wie ben ik?"
    return bool(known & set(said.lows)) and all(low in said.stop_words | known for low in said.lows)


def _asks_more(said: _Said) -> bool:
    """As "Nog meer?" and "Noem er drie"."""
    if any(" ".join(said.lows).startswith(more) for more in said.leaning.more):
        return len(said.lows) <= 3
    ordered = said.lows[0] in said.leaning.commands and said.lows[1:2] != []
    return ordered and said.lows[1] in said.leaning.existential and len(said.lows) <= 4


def _repeats_noun(said: _Said, previous: str) -> bool:
    """As "deze motie" after a question about a motion."""
    known = set(analyse(previous, said.language))
    return any(
        low in said.leaning.near
        and bool(known & set(analyse(after.text, said.language)))
        and not re.fullmatch(RELATIVE, f"{low} {after.lower}")  # "dit jaar"
        for low, after in zip(said.lows, said.words[1:], strict=False)
    )


def _near_stands_for_other(said: _Said, at: int) -> bool:
    """Whether "deze" or "dit" is alone and stands for what was spoken of, not the document."""
    low, lows, rules = said.lows[at], said.lows, said.leaning
    if not at or low not in rules.near:
        return False
    matters = lows[at - 1] in rules.matters
    if at == len(lows) - 1:
        return matters
    follows = lows[at + 1] in rules.particles or lows[at + 1] in said.rules.prepositions
    if at == 1 and len(lows) == 3 and lows[0] in said.rules.auxiliaries:
        return _is_state(lows[2], rules)
    return (follows and matters) or (at == 1 and lows[2] in rules.particles)


def _stands_for_other(said: _Said, at: int) -> bool:
    """Whether the word at a place is a pronoun with nothing before it to stand for."""
    low, rules, after = said.lows[at], said.leaning, len(said.lows) - at - 1
    short = len(said.lows) <= LONGEST_LEANING
    if low in rules.pronouns:
        stands = after == 0 or (short and said.content_before(at) <= 1)
        compared = at > 0 and said.lows[at - 1] in rules.comparing
        return stands and not compared and not _announces(said, at)
    if low in rules.places or low in rules.last_places:
        return _is_there(said, at)
    if low in rules.existential:
        return short and _strays(said, at)
    if low in rules.possessives and after and short and _possesses(said, at):
        return True
    if low in rules.demonstratives:
        return _demonstrates(said, at)
    return low == said.rules.neuter and short and _neuter_stands(said, at)


def _is_there(said: _Said, at: int) -> bool:
    """Whether "daar" or "there" is a place that was spoken of: "Is there" is of none."""
    lows, rules = said.lows, said.leaning
    if lows[at] in rules.last_places:
        return at == len(lows) - 1 and at > 1 and lows[at - 1] not in said.rules.auxiliaries
    return len(lows) <= LONGEST_LEANING or lows[-1] in rules.strays


def _strays(said: _Said, at: int) -> bool:
    """Whether "er" goes with a word that is not next to it: "Wie heeft er recht op?"."""
    lows, rules = said.lows, said.leaning
    if lows[0] in said.rules.adverbial - said.rules.leading:  # "Waar komt er water uit?"
        return False
    if at < len(lows) - 2 and lows[-1] in rules.strays:
        return True
    verb = lows[-1].endswith(rules.infinitive) and bool(rules.speakers & set(lows))
    return verb and at < len(lows) - 3 and lows[-2] in rules.strays


def _announces(said: _Said, at: int) -> bool:
    """As "ervoor" in "Wie zorgt ervoor dat het lukt?", or "Hoe ziet het eruit?"."""
    low, rules = said.lows[at], said.leaning
    if any((other, low) in rules.idioms for other in said.lows):
        return True
    if said.lows[at + 1 : at + 2] and said.lows[at + 1] in rules.relatives:
        return True  # "zij die werken"
    return low in rules.announcing and bool(rules.clause_words & set(said.lows[at + 1 :]))


def _possesses(said: _Said, at: int) -> bool:
    """Whether "zijn" or "haar" is of someone: "Wat is zijn functie?", not "Wat zijn regels?"."""
    rules, lows = said.rules, said.lows
    if not at or lows[at + 1] in said.stop_words | rules.prepositions:
        return False
    if not said.speaks_of_none_before(at):
        return False
    if lows[at] not in said.leaning.possessive_verbs:
        return True
    before = lows[at - 1]
    if before in rules.auxiliaries | rules.prepositions:
        return before not in said.leaning.infinitive_marks
    return at == 2 and lows[0] in rules.question_words - rules.leading


def _demonstrates(said: _Said, at: int) -> bool:
    """Whether "dat" or "die" stands for, or says, what was spoken of."""
    lows, rules, after = said.lows, said.leaning, len(said.lows) - at - 1
    if not at:
        return False
    before = lows[at - 1]
    if at == 1 and before in said.rules.auxiliaries:
        return True
    if len(lows) > LONGEST_LEANING:
        return False
    if after == 0 or (at == 1 and lows[2] in rules.particles):
        return True
    if at == 2 and (before in rules.matters or before in rules.speakers):
        return True
    asked = at == 2 and lows[0] in said.rules.question_words
    if asked and lows[at] not in rules.clause_words and lows[3] in said.rules.prepositions:
        return True  # "Wanneer treedt die in werking"
    led = before in said.rules.auxiliaries | said.rules.prepositions
    return led or (asked and after == 1)


def _neuter_stands(said: _Said, at: int) -> bool:
    """Whether "het" or "it" is a pronoun for what was spoken of."""
    lows, rules = said.lows, said.leaning
    before, after = lows[:at], lows[at + 1 :]
    if not before:
        return False
    if not after or (at == 1 and after[0] in rules.particles):
        return True
    if at == 1 and after[0] in rules.matters and after[1:2]:
        return after[1] in said.rules.prepositions  # "Does it apply to tenants"
    if rules.clause_words & set(after):
        return False  # "Is it true that"
    if after[0] in said.rules.prepositions:  # "Is it in force", not "What is it about"
        pronoun = said.rules.neuter not in said.rules.determiners
        return pronoun and at == 1 and len(after) in {2, 3}
    if len(after) == 1 and _is_said_of_it(said, at, after[0]):
        return True
    return after[0] in rules.states and (len(after) == 1 or after[1] in rules.beneficiary)


def _is_said_of_it(said: _Said, at: int, last: str) -> bool:
    """Whether the last word is said of "het", and no noun with that article."""
    rules, before = said.rules, said.lows[at - 1]
    if before in rules.passives or (at == 1 and before in rules.auxiliaries):
        return True
    if rules.neuter not in rules.determiners:  # "it", which is no article
        return before in rules.auxiliaries
    return _is_state(last, said.leaning) and (
        before in rules.auxiliaries or last in said.leaning.states
    )


def _is_state(word: str, rules: LeaningWords) -> bool:
    if word in rules.states:
        return True
    return bool(re.fullmatch(rules.participle, word)) and word not in rules.no_participles
