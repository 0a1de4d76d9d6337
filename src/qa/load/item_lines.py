"""Lines of a plain text that begin an item of a list by the lines around them.

A mark alone does not tell it there: "o" is what an extractor makes of a hollow bullet, and a list
may stand directly under a title, which no end mark closes.
"""

from __future__ import annotations

import re
from collections.abc import Set

from qa.list_marks import read_mark
from qa.load.lines import Line

_HOLLOW = re.compile(r"o[ \t\u00a0]+[\"'“‘(]?\w{2}")  # not of a word in spaced letters
_ENDS_CLAUSE = (".", ":", ";", ",", "?", "!")
_FEWEST_HOLLOW = 2
_MANY = 3  # numbers in a row are a list after any line


def find_item_lines(lines: list[Line], aside: Set[int]) -> frozenset[int]:
    """Indices of lines with a hollow bullet, and of the first of numbered lines in a row."""
    running = [i for i, line in enumerate(lines) if i not in aside]
    return frozenset(_hollow(lines, running) | _counted(lines, running))


def _hollow(lines: list[Line], running: list[int]) -> set[int]:
    """Lines that begin with "o" after an ended clause, or in an item that does so too."""
    found: set[int] = set()
    inside, ended = False, True
    for index in running:
        line = lines[index]
        if line.blank:
            inside, ended = False, True
            continue
        if (inside or ended) and _HOLLOW.match(line.text):
            found.add(index)
            inside = True
        ended = line.text.endswith(_ENDS_CLAUSE)
    return found if len(found) >= _FEWEST_HOLLOW else set()


def _counted(lines: list[Line], running: list[int]) -> set[int]:
    """Lines numbered 1 directly above one numbered 2 and one numbered 3."""
    marks = [read_mark(lines[index].text) for index in running]
    numbers = [mark.text if mark else "" for mark in marks]
    wanted = [str(number) for number in range(1, _MANY + 1)]
    return {
        index
        for place, index in enumerate(running)
        if numbers[place] == wanted[0] and numbers[place : place + _MANY] == wanted
    }
