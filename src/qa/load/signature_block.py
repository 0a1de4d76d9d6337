"""What a signature looks like: a function, and the name of who holds it."""

from __future__ import annotations

import re

from qa.load.lines import Line

_FUNCTION = re.compile(
    r"(?:de|het|the|namens|for|mede namens)?\s*(?:\w+-)?(?:minister|staatssecretaris|secretary|"
    r"voorzitter|griffier|directeur|inspecteur|president|commissaris|state secretary|"
    r"gedeputeerde|burgemeester|wethouder|secretaris|dijkgraaf|bestuurder|mayor|chair|director)",
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
GREETING = re.compile(r"(?:hoogachtend|met vriendelijke groet|yours \w+)[^.]*,?$", re.I)


def is_signature(group: list[Line]) -> bool:
    """A function and then a name, on two to five lines, a greeting aside.

    The function ends in a comma, or the name has initials: "Binnenlandse Zaken" is no name.
    """
    texts = [line.text for line in group]
    if GREETING.fullmatch(texts[0]):
        texts = texts[1:]
    if not 2 <= len(texts) <= 5 or not _PERSON.fullmatch(texts[-1]):
        return False
    told_apart = texts[-2].endswith(",") or (
        bool(_INITIALS.match(texts[-1])) and texts[-2][-1:].isalpha()
    )
    return bool(_FUNCTION.match(texts[0])) and told_apart


def is_function(text: str) -> bool:
    """Whether a line begins with a function: "De minister van"."""
    return bool(_FUNCTION.match(text))


def is_name_with_initials(text: str) -> bool:
    """Whether a line is the name of a person, initials first."""
    return bool(_INITIALS.match(text) and _PERSON.fullmatch(text))


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
