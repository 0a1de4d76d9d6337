"""The interface in one of its languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from qa.errors import AlineaError
from qa.lang import LANGUAGES as MONTHS
from qa.web.wording import TEXT
from qa.web.wording_of_errors import ERRORS_NL

LANGUAGES = {"nl": "Nederlands", "en": "English"}
DEFAULT = "nl"


def day_of(value: str | None) -> date | None:
    """The day that a date names; None where there is none, or no whole one."""
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None


class Words:
    """The interface in one language: `words("page", first=4)` is "pagina 4"."""

    def __init__(self, language: str, more: Mapping[str, tuple[str, str]] | None = None) -> None:
        """A language that is not known is taken for the default; `more` is a page's own text."""
        self._text = TEXT | dict(more or {})
        self.language = language if language in LANGUAGES else DEFAULT
        self._column = list(LANGUAGES).index(self.language)

    def __call__(self, name: str, /, **values: object) -> str:
        """A sentence, with its values filled in."""
        return self._text[name][self._column].format(**values)

    def error(self, error: AlineaError) -> str:
        """What an error says, in Dutch where it can be."""
        if self.language == "nl":
            return ERRORS_NL.get(error.code, error.message)
        return error.message

    def date(self, value: str) -> str:
        """A date in words, "3 maart 2021"; one that is no whole date as it stands."""
        day = day_of(value)
        if day is None:
            return value
        month = MONTHS[self.language].months[day.month - 1].split()[0]
        month = month.capitalize() if self.language == "en" else month
        return f"{day.day} {month} {day.year}"

    def documents(self, count: int) -> str:
        """How many documents."""
        return self("documents_one") if count == 1 else self("documents_many", count=count)

    def paragraphs(self, count: int) -> str:
        """How many paragraphs."""
        return self("paragraphs_one") if count == 1 else self("paragraphs_many", count=count)

    def numbers(self, one: str, many: str, values: Sequence[int]) -> str:
        """A first and last number, or the one number that both are."""
        first, last = values[0], values[-1]
        return self(one, first=first) if first == last else self(many, first=first, last=last)
