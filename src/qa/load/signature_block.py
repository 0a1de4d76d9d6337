"""What a signature looks like: a function, and the name of who holds it."""

from __future__ import annotations

import re

from qa.lang.letterheads import (
    BEFORE_FUNCTIONS,
    FUNCTIONS,
    GREETINGS,
    NAME_PARTICLES,
    PERSON_TITLES,
    RANKS,
)
from qa.load.lines import Line

_FUNCTION = re.compile(
    rf"(?:{'|'.join(BEFORE_FUNCTIONS)})?\s*(?:(?:{'|'.join(RANKS)})[ -])?(?:\w+-)?"
    rf"(?:{'|'.join(FUNCTIONS)})",
    re.I,
)
_TITLE = rf"(?:{'|'.join(PERSON_TITLES)})\."
_PERSON = re.compile(
    rf"(?:{_TITLE}\s*)*"
    r"(?:[A-ZÀ-Ý]\.(?:[A-ZÀ-Ý][a-z]?\.)*\s*|[A-ZÀ-Ý][\w'’ë-]+\s+){1,4}"
    rf"(?:(?:{'|'.join(NAME_PARTICLES)})\s+)*"
    r"[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)*"  # of one reading: with hyphens within the words
)
_INITIALS = re.compile(rf"(?:{_TITLE}|[A-ZÀ-Ý]\.)")
_WORD = re.compile(r"(?<=[\s,])[^\s,]")
_MOST_UNDER_NAME = 2  # lines: a function, and where it is held
_LONGEST = 80  # characters of such a line
_LONGEST_NAME = 160  # characters, its titles included
MOST_LINES = 6  # with the greeting
GREETING = re.compile(rf"(?:{'|'.join(GREETINGS)})[^.]*,?$", re.I)


def is_signature(group: list[Line]) -> bool:
    """A function and then a name, on two to five lines, a greeting aside; or see below.

    The function ends in a comma, or the name has initials: "Binnenlandse Zaken" is no name.
    """
    if len(group) > MOST_LINES:
        return False
    if is_signed_by_name(group):
        return True
    texts = [line.text for line in group]
    if GREETING.fullmatch(texts[0]):
        texts = texts[1:]
    if not 2 <= len(texts) < MOST_LINES or not _is_person(texts[-1]):
        return False
    told_apart = texts[-2].endswith(",") or (
        bool(_INITIALS.match(texts[-1])) and texts[-2][-1:].isalpha()
    )
    return bool(_FUNCTION.match(texts[0])) and told_apart


def is_signed_by_name(group: list[Line]) -> bool:
    """A greeting, a name, and under it the function, perhaps with where that is held."""
    if not 3 <= len(group) <= 2 + _MOST_UNDER_NAME:
        return False
    greeting, name, *under = (line.text for line in group)
    return (
        bool(GREETING.fullmatch(greeting))
        and is_name(name)
        and is_function(under[0])
        and all(len(text) <= _LONGEST and text[-1].isalpha() for text in under)
    )


def is_greeting(group: list[Line]) -> bool:
    """Whether there is a greeting and nothing else: "Hoogachtend,"."""
    return len(group) == 1 and bool(GREETING.fullmatch(group[0].text))


def is_function(text: str) -> bool:
    """Whether a line begins with a function: "De minister van"."""
    return bool(_FUNCTION.match(text))


def is_name(text: str) -> bool:
    """Whether a line may be the name of a person, and is no function."""
    return _is_person(text) and not is_function(text)


def is_name_with_initials(text: str) -> bool:
    """Whether a line is the name of a person, initials first."""
    return bool(_INITIALS.match(text)) and _is_person(text)


def _is_person(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and bool(_PERSON.fullmatch(text))


def function_start(text: str) -> int:
    """Where the function begins on a line that a name stands first on; 0 if there is none."""
    starts = (word.start() for word in _WORD.finditer(text, 0, _LONGEST_NAME))
    return next(
        (at for at in starts if _FUNCTION.match(text, at) and is_name(text[:at].strip())), 0
    )


def name_start(text: str) -> int:
    """Where the name begins at the end of a signature on one line.

    That is at the initials, for a ministry may have commas in its own name; without initials
    it is after the last comma. The length of the text where there is neither.
    """
    for word in _WORD.finditer(text, max(0, len(text) - _LONGEST_NAME)):
        if is_name_with_initials(text[word.start() :]):
            return word.start()
    comma = text.rstrip(" ,").rfind(",")
    after = _WORD.search(text, comma + 1) if comma >= 0 else None
    return after.start() if after else len(text)
