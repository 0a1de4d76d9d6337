"""Paragraphs of articles and numbers of official gazettes in one normal form.

"artikel 3, tweede lid" and "artikel 3, lid 2" have "id:paragraph-2"; "Stb. 2020, 123" and
"Staatsblad 2020/123" have the full name, the year, the number, and all three together.
"""

from __future__ import annotations

import re

from qa.analysis.times import ORDINAL, any_of, ordinal
from qa.lang import as_listed
from qa.lang.short_forms import SHORT_FORMS

_FORMS = SHORT_FORMS.values()
_GAZETTES = {short: full for forms in _FORMS for short, full in forms.gazettes.items()}
_PART = any_of(forms.paragraph for forms in _FORMS)
_BETWEEN = any_of(word for forms in _FORMS for word in (*forms.joining, *forms.through))
_NUMBER = rf"(?:(?:{any_of(word for forms in _FORMS for word in forms.number)})\b\.?\s*)"
_ANY_PART = re.compile(rf"\b(?:{_PART})\b", re.I)
_ORDINAL = re.compile(ORDINAL, re.I)
_PARAGRAPH = re.compile(
    rf"((?:{ORDINAL}(?:\s*,\s*|\s+(?:{_BETWEEN})\s+)){{0,20}}{ORDINAL})\s+({_PART})\b"
    rf"|\b({_PART})\s+(\d{{1,2}})(?![\w/]|[.,]\d)",
    re.I,
)
_GAZETTE = re.compile(
    rf"\b({any_of([*_GAZETTES, *_GAZETTES.values()])})\b\.?"
    rf"(?:,?\s*((?:19|20)\d\d)(?:\s*[,/-]\s*{_NUMBER}?|\s+{_NUMBER})(\d{{1,6}})(?![\w/]|[.,]\d))?",
    re.I,
)


def normalise_laws(text: str) -> str:
    """The text with its paragraphs of articles and its gazettes in normal form."""
    text = _GAZETTE.sub(_gazette, text)
    return _PARAGRAPH.sub(_paragraph, text) if _ANY_PART.search(text) else text


def _gazette(match: re.Match[str]) -> str:
    name = as_listed(match[1])
    name = _GAZETTES.get(name, name)
    if not match[2]:
        return f" {name} "
    number = match[3].lstrip("0") or "0"
    return f" {name} id:{name}-{match[2]}-{number} | {match[2]} | {number} | "


def _paragraph(match: re.Match[str]) -> str:
    """Each of the paragraphs that are counted, and the word for them."""
    numbers = [ordinal(found) for found in _ORDINAL.findall(match[1] or "")] or [int(match[4])]
    counted = " ".join(f"id:paragraph-{number}" for number in numbers)
    return f" {counted} {match[2] or match[3]} "
