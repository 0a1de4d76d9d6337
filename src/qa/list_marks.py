"""Marks that begin the items of a list: bullets, and numbers or letters that count on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.lang import LANGUAGES

_MARK = (
    r"(?:[-–—*·](?=\s)|-(?=[A-ZÀ-Ý][a-zà-ÿ])|[•‣◦▪●▶\uf0b7]|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{2,4})[.)](?=\s))"
    r"[ \t\u00a0]*(?=\S)"
)
LIST_MARK = re.compile(_MARK)
_JOINING = sorted(set().union(*(rules.cues.joining for rules in LANGUAGES.values())))
_AFTER = "|".join(rf"(?<=[:;,]\s{word})" for word in ("", *(rf"{word}\s" for word in _JOINING)))
_INNER_MARK = re.compile(rf"(?:^|{_AFTER}){_MARK}")
_ROMAN = dict(zip("i ii iii iv v vi vii viii ix x xi xii".split(), range(1, 13), strict=True))


@dataclass(frozen=True, slots=True)
class ListMark:
    """A mark as printed, without brackets, full stop or blanks ("•", "3", "b")."""

    text: str

    @property
    def bullet(self) -> bool:
        """Whether it is the same for every item."""
        return not self.text.isalnum()

    @property
    def first(self) -> bool:
        """Whether it can begin a list."""
        return self.bullet or self.text in {"1", "a", "i"}

    @property
    def styles(self) -> frozenset[str]:
        """The styles of number that it may be of; "i" is a letter too."""
        return frozenset(_values(self.text))

    def follows(self, before: ListMark) -> bool:
        """Whether it marks the next item after `before`: an equal bullet, the next number."""
        if self.bullet or before.bullet:
            return self.text == before.text
        counts, counted = _values(self.text), _values(before.text)
        return any(counts.get(style) == value + 1 for style, value in counted.items())


def read_mark(text: str) -> ListMark | None:
    """The mark that a text begins with."""
    match = LIST_MARK.match(text)
    return _made(match) if match else None


def marks_within(text: str) -> list[ListMark]:
    """Marks at a text's beginning and after a colon, semicolon or comma in it, in order.

    A joining word may stand between: "a) oud, of b) nieuw".
    """
    return [_made(match) for match in _INNER_MARK.finditer(text)]


def _made(match: re.Match[str]) -> ListMark:
    return ListMark(match.group().strip().strip("().") or match.group().strip())


def _values(number: str) -> dict[str, int]:
    """The value of a number in each style that it can be read in."""
    if number.isdigit():
        return {"digit": int(number)}
    values = {"letter": ord(number)} if len(number) == 1 else {}
    return values | ({"roman": _ROMAN[number]} if number in _ROMAN else {})
