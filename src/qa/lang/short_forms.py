"""Words of quarters, times of day, articles of laws and gazettes, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShortForms:
    """What one language writes in more than one way; all in lower case.

    `quarter` is a part of a year, and `quarter_letter` stands for it before a digit. `hours` may
    follow a time of day with a full stop. `paragraph` is a numbered part of an article.
    `gazettes` are official publications by their short names, and `number` stands before a
    number in them; `joining` and `through` stand between numbers.
    """

    quarter: str
    quarter_letter: str
    hours: tuple[str, ...]
    paragraph: str
    gazettes: dict[str, str]
    number: tuple[str, ...]
    joining: tuple[str, ...]
    through: tuple[str, ...]


DUTCH = ShortForms(
    quarter="kwartaal",
    quarter_letter="q",
    hours=("uur", "u"),
    paragraph="lid",
    gazettes={"stb": "staatsblad", "stcrt": "staatscourant", "trb": "tractatenblad"},
    number=("nr", "nrs", "nummer"),
    joining=("en", "of"),
    through=("t/m", "tot en met", "tot"),
)

ENGLISH = ShortForms(
    quarter="quarter",
    quarter_letter="q",
    hours=("am", "pm", "a.m", "p.m"),
    paragraph="paragraph",
    gazettes={},
    number=("no", "number"),
    joining=("and", "or"),
    through=("through", "to", "until"),
)

SHORT_FORMS = {"nl": DUTCH, "en": ENGLISH}
