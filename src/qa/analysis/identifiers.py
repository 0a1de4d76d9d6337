"""Identifiers in one normal form: parliamentary papers, EU acts, parliamentary years, ECLI.

"28 638, nr. 185", "28638-185" and "28638 nr 185" become the dossier, the number and both
together; "2011/36/EU" becomes "2011/36"; "2019/20" becomes its two years.
"""

from __future__ import annotations

import re

_DIGIT = re.compile(r"\d")
_PAPER = re.compile(
    r"(?<![\w.,/-])(\d{2})[ .\u00a0\u202f]?(\d{3})(?:[ -]\(?[IVXLCDM]{1,6}\)?)?"
    r"(?:(?:\s*,)?\s*\b(?:nrs?|no|nummer|number)\b\.?\s*|-)(\d{1,4})(?![\w/]|[.,]\d)",
    re.I,
)
EU_BODIES = "EU|EG|EEG|EC|EEC|JBZ|JHA|GBVB|CFSP|Euratom"
_ACT = re.compile(rf"(?<![\w/])(\d{{2,4}}/\d{{1,4}})/(?:{EU_BODIES})\b", re.I)
_YEARS = re.compile(r"(?<![\w.,/–-])((?:19|20)\d\d)[/–-](\d\d(?:\d\d)?)(?![\w/–-]|[.,]\d)")
ECLI = re.compile(r"\becli:[a-z]{2}:[a-z]+:\d{4}:[a-z0-9.]*[a-z0-9]", re.I)


def normalise_identifiers(text: str) -> str:
    """The text with its identifiers in normal form."""
    if not _DIGIT.search(text):
        return text
    text = _PAPER.sub(_paper, text)
    text = _ACT.sub(lambda m: f" {m[1]} ", text)
    text = _YEARS.sub(_years, text)
    return ECLI.sub(lambda m: f" id:{m[0]} ", text)


def _paper(match: re.Match[str]) -> str:
    dossier, number = match[1] + match[2], match[3].lstrip("0") or "0"
    return f" id:{dossier}-{number} | {dossier} | {number} | "


def _years(match: re.Match[str]) -> str:
    """Two years that follow each other; other pairs are left as they are."""
    first, last = int(match[1]), match[2]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return f" {first} | {second} " if second == first + 1 else match[0]
