"""What a follow-up begins and ends with that says nothing itself: "En", "What about", "dan"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qa.dates import DATE
from qa.followup.phrases import Word, words_of
from qa.lang.followups import FOLLOW_UPS


@dataclass(frozen=True, slots=True)
class Asked:
    """A question from a place on: `lead` is what was left out before it, in small letters."""

    text: str
    language: str
    start: int = 0
    lead: str = ""

    @property
    def rest(self) -> str:
        """The text from the place on."""
        return self.text[self.start :]

    @property
    def words(self) -> list[Word]:
        """The words of the rest, with their places in the text: that tells names from others."""
        return words_of(self.text, self.start)


def without_opener(question: str, language: str) -> Asked:
    """The question without "En", "What about" …, and that."""
    text = question.rstrip(" ?!.…")
    words = words_of(text)
    for count in range(min(6, len(words) - 1), 0, -1):
        first, *others = words[:count]  # the first may be "OK"
        lead = " ".join((first.text.lower(), *(word.lower for word in others)))
        start = words[count].start
        for rules in (FOLLOW_UPS[language], *FOLLOW_UPS.values()):
            place = words[count].lower in rules.prepositions or DATE.match(text, start)
            if lead in rules.openers or (place and lead in rules.openers_of_place):
                return Asked(text, language, start, lead)
            if place and lead in rules.weak_openers:
                return Asked(text, language, start)
    return Asked(text, language)


def without_closer(asked: Asked) -> Asked:
    """The question without "dan" at its end."""
    words = asked.words
    if len(words) < 2 or words[-1].text not in FOLLOW_UPS[asked.language].closers:
        return asked
    return replace(asked, text=asked.text[: words[-2].end])
