"""What a signature looks like: a function, and the name of who holds it."""

from __future__ import annotations

import re

from qa.lang.letterheads import FUNCTIONS, GREETINGS, RANKS
from qa.load.lines import Line

_FUNCTION = re.compile(
    rf"(?:de|het|the|namens|for|mede namens)?\s*(?:(?:{'|'.join(RANKS)})[ -])?(?:\w+-)?"
    rf"(?:{'|'.join(FUNCTIONS)})",
    re.I,
)
_PERSON = re.compile(
    r"(?:(?:mr|dr|drs|prof|ir|ing|mw|dhr)\.\s*)*"
    r"(?:[A-ZÀ-Ý]\.(?:[A-ZÀ-Ý][a-z]?\.)*\s*|[A-ZÀ-Ý][\w'’ë-]+\s+){1,4}"
    r"(?:(?:van|de|der|den|het|ter|ten|te|el|von|'t|’t|in)\s+)*"
    r"[A-ZÀ-Ý][\w'’-]+(?:[- ][A-ZÀ-Ý][\w'’-]+)*"
)
_INITIALS = re.compile(r"(?:(?:mr|dr|drs|prof|ir|ing|mw|dhr)\.|[A-ZÀ-Ý]\.)")
_WORD = re.compile(r"(?<=[\s,])[^\s,]")
_MOST_UNDER_NAME = 2  # lines: a function, and where it is held
_LONGEST = 80  # characters of such a line
GREETING = re.compile(rf"(?:{'|'.join(GREETINGS)})[^.]*,?$", re.I)


def is_signature(group: list[Line]) -> bool:
    """A function and then a name, on two to five lines, a greeting aside; or see below.

    The function ends in a comma, or the name has initials: "Binnenlandse Zaken" is no name.
    """
    if is_signed_by_name(group):
        return True
    texts = [line.text for line in group]
    if GREETING.fullmatch(texts[0]):
        texts = texts[1:]
    if not 2 <= len(texts) <= 5 or not _PERSON.fullmatch(texts[-1]):
        return False
    told_apart = texts[-2].endswith(",") or (
        bool(_INITIALS.match(texts[-1])) and texts[-2][-1:].isalpha()
    )
    return bool(_FUNCTION.match(texts[0])) and told_apart


def is_signed_by_name(group: list[Line]) -> bool:
    """A greeting, a name, and under it the function, perhaps with where that is held."""
    texts = [line.text for line in group]
    if not GREETING.fullmatch(texts[0]) or not is_name(texts[1] if len(texts) > 1 else ""):
        return False
    under = texts[2:]
    return (
        1 <= len(under) <= _MOST_UNDER_NAME
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
    return bool(_PERSON.fullmatch(text)) and not is_function(text)


def is_name_with_initials(text: str) -> bool:
    """Whether a line is the name of a person, initials first."""
    return bool(_INITIALS.match(text) and _PERSON.fullmatch(text))


def function_start(text: str) -> int:
    """Where the function begins on a line that a name stands first on; 0 if there is none."""
    starts = (word.start() for word in _WORD.finditer(text))
    return next(
        (at for at in starts if _FUNCTION.match(text, at) and is_name(text[:at].strip())), 0
    )


def name_start(text: str) -> int:
    """Where the name begins at the end of a signature on one line.

    That is at the initials, for a ministry may have commas in its own name; without initials
    it is after the last comma. The length of the text where there is neither.
    """
    for word in _WORD.finditer(text):
        if _INITIALS.match(text, word.start()) and _PERSON.fullmatch(text, word.start()):
            return word.start()
    comma = text.rstrip(" ,").rfind(",")
    after = _WORD.search(text, comma + 1) if comma >= 0 else None
    return after.start() if after else len(text)
