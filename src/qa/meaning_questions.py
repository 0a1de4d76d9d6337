"""Questions that ask what a short form stands for, or for the short form of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.analysis.abbreviations import without_article
from qa.lang import LANGUAGES

_RULES = [rules.meaning for rules in LANGUAGES.values()]
_SHORT = [re.compile(form, re.I) for rules in _RULES for form in rules.short_forms]
_LONG = [re.compile(form, re.I) for rules in _RULES for form in rules.long_forms]
_QUOTES = " \t\n'\"‘’“”«»„"


@dataclass(frozen=True, slots=True)
class Asked:
    """A name whose other form is asked for: of a `short` one what it stands for, or its short."""

    name: str
    short: bool


def asked_meaning(question: str) -> Asked | None:
    """The short form whose meaning a question asks for, or the name whose short form it asks."""
    text = " ".join(question.split()).strip(" ?!.")
    for forms, short in ((_LONG, False), (_SHORT, True)):
        for form in forms:
            if found := form.fullmatch(text):
                return Asked(bare_name(found["name"]), short)
    return None


def bare_name(name: str) -> str:
    """A name without quotation marks and article."""
    return without_article(name.strip(_QUOTES)).strip(_QUOTES)
