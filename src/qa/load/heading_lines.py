"""What a heading looks like among the lines of a plain text."""

from __future__ import annotations

import re

from qa.lang.labels import CHAPTERS, DIVISIONS
from qa.list_marks import LIST_MARK
from qa.load.lines import Line, Measure

_NUMBER = re.compile(rf"(?:(?:{'|'.join(CHAPTERS)})\s+)?(\d{{1,2}}(?:\.\d{{1,2}})*)\.?\s+\S", re.I)
_DIVISION = re.compile(
    rf"(?P<word>{'|'.join(DIVISIONS)})\s*(?:\d{{1,3}}[a-z]?|[IVX]{{1,5}}\b)(?:[.:]\d{{1,3}}[a-z]?)*[.:]?"
    r"(?:\s+(?P<title>\S.*))?",
    re.I,
)
_MOST_LINES = 3
_LONGEST = 100  # characters, where lines are whole paragraphs
# An end mark, what closes after it, and perhaps the mark of a footnote: "was.1", "genoeg.”".
_ENDED = re.compile(r"[.!:;,…][\"'»”’)\]]*(?:\[?\d{1,3}\]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\*{1,3})?$")
# "Versie 2.1", but not "in 2019.1", "nr. 12.1" or "32 847.1"
_DECIMALS = re.compile(r"(?<![12]\d\d\d)(?<=\d)[.,:]\d+$")
_WHOLE = re.compile(r"(?:\bnrs?\.\s*\d+|\d[ .\u00a0\u202f]\d{3})[.,:]\d+$", re.I)
_MOST_WORDS_OF_VERSION = 6
_LEADER_DOTS = re.compile(r"\.{4,}")
_SENTENCE_ENDS = re.compile(r"[a-zà-ÿ]{2}[.?!] +[A-ZÀ-Ý]")


def depth_of(line: Line) -> int:
    """The level of a heading, by the parts of its number."""
    number = _NUMBER.match(line.text)
    return number[1].count(".") + 1 if number else 1


def looks_like_heading(group: list[Line], width: Measure) -> bool:
    """Short, capitalised, without an end mark, its lines all but the last well filled."""
    if len(group) > _MOST_LINES:
        return False
    first, last, whole = group[0], group[-1], " ".join(line.text for line in group)
    numbered = bool(_NUMBER.match(first.text))
    if is_ended(whole) or last.text.endswith("-"):
        return False
    if not numbered and (LIST_MARK.match(first.text) or not begins_like_heading(first.text)):
        return False
    if not any(char.isalpha() for char in first.text) or len(last.text) > 0.9 * width.width:
        return False
    if ends_within(whole) or _LEADER_DOTS.search(whole):
        return False
    if width.unwrapped and len(whole) > _LONGEST:
        return False
    return all(
        line.text[-1] not in ".;:," and len(line.text) >= 0.6 * min(width.width, 90)
        for line in group[:-1]
    )


def begins_like_heading(text: str) -> bool:
    """Whether a text begins with a capital or a number, quotes aside."""
    bare = text.lstrip("«“\"'‘([")
    return bool(bare) and (bare[0].isupper() or bare[0].isdigit())


def is_numbered(text: str) -> bool:
    """Whether a text begins as a numbered heading does: "2.1 Opvang", "Hoofdstuk 3 Geld"."""
    return bool(_NUMBER.match(text))


def division_of(text: str) -> str | None:
    """The word of a line that is the heading of a numbered part: "Artikel 3. Begrippen", "§ 2"."""
    match = _DIVISION.fullmatch(text)
    if match is None or text[0].islower():
        return None
    title = match["title"]
    if title and (is_ended(title) or ends_within(title) or not _begins_title(title)):
        return None
    return match["word"].lower()


def _begins_title(text: str) -> bool:
    return text.lstrip("–-«“\"'‘([ ")[:1].isupper()


def is_ended(text: str) -> bool:
    """Whether a text ends in an end mark, quotes, brackets and a footnote's mark aside."""
    return bool(_ENDED.search(text)) and not _ends_in_version(text)


def _ends_in_version(text: str) -> bool:
    """Whether a few words end in a number with decimals, rather than in a note's mark."""
    few = len(text.split()) <= _MOST_WORDS_OF_VERSION
    return few and bool(_DECIMALS.search(text)) and not _WHOLE.search(text)


def ends_within(text: str) -> bool:
    """Whether a sentence ends in a text and another begins."""
    return bool(_SENTENCE_ENDS.search(text))
