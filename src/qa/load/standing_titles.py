"""Headings of a plain text that stand directly over their text: short lines over full ones."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from itertools import groupby

from qa.lang.letterheads import LETTERHEADS
from qa.list_marks import LIST_MARK
from qa.load.contents import squeeze
from qa.load.heading_lines import ends_within, is_ended, is_numbered
from qa.load.lines import Line, Measure

_FEW_BLANKS = 0.1  # of the lines: with more of them, headings stand beneath a blank one
_WIDEST = 0.75  # of the measure that a heading fills
_SHORTER = 0.85  # than the lines near it that wrap, where columns differ in width
_VERY_SHORT = 0.4  # of the measure, where nothing but a blank line before it tells a heading
_NEAR = 6  # lines above and below
_FULL = 0.6  # of the measure that running text under it fills
_MOST_STACKED = 2  # a chapter's heading and its first section's
_FEWEST_LETTERS = 3
_MOST_LINES = 2  # of a title that a table of contents names
_OFTEN = 3  # lines alike but for their numbers are running heads
_LEANS_ON_NEXT = re.compile(
    r"\b(?:de|het|een|van|en|of|in|op|aan|met|voor|door|bij|te|om|dat|die|uit|is|zijn|worden|naar"
    r"|the|an?|and|or|to|for|with|by|that|from|are|be)$",
    re.I,
)
_NUMBER = re.compile(r"\d[\d.]*\s+")
_SALUTATION = re.compile("|".join(word for head in LETTERHEADS for word in head.salutations), re.I)
_DIGITS = re.compile(r"\d+")
_OPENING = "«“\"'‘(["
_OPEN_ENDS = ("?", "-", "–")


def standing_titles(
    lines: Sequence[Line], aside: Set[int], width: Measure, named: Iterable[str]
) -> dict[int, int]:
    """Indices of the lines that are headings, each with that of its heading's first line.

    `named` are the titles in tables of contents.

    Such a line ended by hand, for the next line's first word had room on it. A sentence ends
    before it, and running text begins under it; in a text with blank lines, a blank one stands
    before it. The first line that a table of contents names is one wherever it stands.
    """
    filled = [i for i, line in enumerate(lines) if not line.blank and i not in aside]
    found = _first_named(lines, filled, named)
    blanks = sum(line.blank for line in lines)
    if width.unwrapped:
        return found
    if blanks > _FEW_BLANKS * len(lines):
        return found | _over_own_text(lines, aside, width)
    often = Counter(_DIGITS.sub("#", lines[i].text) for i in filled)
    over: set[int] = set()  # places of lines with running text under them, headings between
    for place in range(len(filled) - 2, 0, -1):
        line, below = lines[filled[place]], lines[filled[place + 1]]
        if often[_DIGITS.sub("#", line.text)] >= _OFTEN or not _may_be(line, below, width):
            continue
        if len(line.text) > _SHORTER * _wrapped_near(lines, filled, place):
            continue
        stacked = all(place + step in over for step in range(1, _MOST_STACKED + 1))
        if (place + 1 in over and not stacked) or _is_running(below, width):
            over.add(place)
    for place in sorted(over):
        index, before = filled[place], filled[place - 1]
        if index not in found and (lines[before].terminal or before in found):
            goes_on = (
                before in found and lines[before].text.isupper() and lines[index].text.isupper()
            )
            found[index] = found[before] if goes_on else index
    return found


def _over_own_text(lines: Sequence[Line], aside: Set[int], width: Measure) -> dict[int, int]:
    """First lines beneath a blank one that are headings of the sentences directly under them.

    Lines of an address or a list have no sentence of full lines under them.
    """
    found: dict[int, int] = {}
    announces = False  # a list, by a colon before the blank line
    for blank, numbers in groupby(range(len(lines)), lambda i: lines[i].blank):
        group = [i for i in numbers if i not in aside]
        if blank or not group:
            continue
        first, *text = [lines[i] for i in group]
        if text and not announces and _is_title(first, text, width):
            found[group[0]] = group[0]
        announces = lines[group[-1]].text.endswith(":")
    return found


def _is_title(line: Line, text: list[Line], width: Measure) -> bool:
    """Whether a line is a title, numbered or very short, of lines that make up sentences."""
    below, last = text[0], text[-1]
    if not last.terminal or not _may_be(line, below, width) or not _is_running(below, width):
        return False
    if len(text) > 1 and not below.terminal and not width.full(below, text[1]):
        return False
    number = _NUMBER.match(line.text)
    if number:
        return line.text[number.end() :][:1].isupper()
    short = len(line.text) <= _VERY_SHORT * width.width and not _SALUTATION.match(line.text)
    return short and below.text[0].isalpha()


def _may_be(line: Line, below: Line, width: Measure) -> bool:
    """Whether a line is short, capitalised, without an end mark, and ended by hand."""
    text = line.text
    if is_ended(text) or text.endswith(_OPEN_ENDS) or sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        return False
    if ends_within(text) or _LEANS_ON_NEXT.search(text):
        return False
    if is_numbered(text):
        if below.text[0].isdigit() and not is_numbered(below.text):
            return False
    elif LIST_MARK.match(text) or not _begins_anew(text):
        return False
    return len(text) <= _WIDEST * width.width and not width.full(line, below)


def _wrapped_near(lines: Sequence[Line], filled: list[int], place: int) -> float:
    """The length that most lines near here have which surely wrap: a small letter follows."""
    around = range(max(place - _NEAR, 0), min(place + _NEAR, len(filled) - 1))
    pairs = [(lines[filled[at]], lines[filled[at + 1]]) for at in around if at != place]
    lengths = sorted(
        len(line.text)
        for line, after in pairs
        if after.text[0].islower() and not line.terminal and not line.text.endswith("-")
    )
    return lengths[len(lengths) // 4] if lengths else math.inf


def _is_running(line: Line, width: Measure) -> bool:
    return len(line.text) >= _FULL * width.width and (
        _begins_anew(line.text) or line.text[0].isdigit()
    )


def _begins_anew(text: str) -> bool:
    return text.lstrip(_OPENING)[:1].isupper()


def _first_named(lines: Sequence[Line], filled: list[int], named: Iterable[str]) -> dict[int, int]:
    """The first lines of their own that are each of these titles, beneath where they are listed."""
    wanted = {title for text in named if len(title := squeeze(text)) > _FEWEST_LETTERS}
    found: dict[int, int] = {}
    for place, index in enumerate(filled if wanted else []):
        title = ""
        for count, part in enumerate(filled[place : place + _MOST_LINES], start=1):
            title += squeeze(lines[part].text)
            if title in wanted:
                wanted.remove(title)
                found |= dict.fromkeys(filled[place : place + count], index)
                break
    return found
