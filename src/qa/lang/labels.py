"""The words that label questions, answers and numbered parts of a text, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelWords:
    """How one language labels questions and answers; all in lower case.

    `question` and `answer` are the words themselves, the one of one first. `of` are the words
    that may stand between an answer's label and the question's number ("antwoord op vraag 3"),
    `joining` those between numbers, `through` those that mean all numbers between. `stem` is in
    every word for answering; `closing` words begin what follows the last answer.
    """

    question: tuple[str, ...]
    answer: tuple[str, ...]
    of: tuple[str, ...]
    joining: tuple[str, ...]
    through: tuple[str, ...]
    stem: str
    closing: tuple[str, ...]


DUTCH = LabelWords(
    question=("vraag", "vragen"),
    answer=("antwoord", "antwoorden", "beantwoording", "reactie"),
    of=("op", "bij", "van", "de"),
    joining=("en", "alsmede"),
    through=("t/m", "tot en met", "tot"),
    stem="antwoord",
    closing=("toelichting", "mededeling"),
)

ENGLISH = LabelWords(
    question=("question", "questions"),
    answer=("answer", "answers", "reply", "response"),
    of=("to", "the"),
    joining=("and",),
    through=("through", "to"),
    stem="answer",
    closing=("explanatory note",),
)

LABELS = (DUTCH, ENGLISH)
# What numbered parts of a text are called: "Artikel 3", "§ 2.1".
DIVISIONS = (
    "afdeling",
    "annex",
    "appendix",
    "article",
    "artikel",
    "bijlage",
    "chapter",
    "deel",
    "hoofdstuk",
    "paragraaf",
    "part",
    "section",
    "titel",
    "title",
    "§",
)
# Of these, the ones that a numbered heading may begin with.
CHAPTERS = ("hoofdstuk", "chapter", "deel", "part")
# What notes below a text are headed, what tables are called.
NOTES_TITLES = ("noten", "voetnoten", "eindnoten", "notes", "footnotes", "endnotes")
TABLES = ("tabel", "table")
# What stands before the number of a page, and between it and the number of all pages.
PAGES = ("pagina", "page", "blz.", "blz", "p.")
OF_PAGES = ("van", "of")
