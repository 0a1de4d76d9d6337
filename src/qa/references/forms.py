"""What a form of citation is: a pattern, and how a match of it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class ReferenceKind(StrEnum):
    """The series that a cited document belongs to."""

    KAMERSTUK = "kamerstuk"
    DOSSIER = "dossier"
    AANHANGSEL = "aanhangsel"
    HANDELINGEN = "handelingen"
    STAATSCOURANT = "staatscourant"
    STAATSBLAD = "staatsblad"
    TRACTATENBLAD = "tractatenblad"
    OFFICIAL_JOURNAL = "official journal"
    EU_ACT = "eu act"
    EU_DOCUMENT = "eu document"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Cited:
    """One document cited: its identifier, the span in the text, the year where that is printed."""

    kind: ReferenceKind
    identifier: str
    span: tuple[int, int]
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A way of citing. `read` gives the documents that a match cites; none where it is no citation.

    `needs` is a word, in lower case, without which no text matches: it spares the search.
    """

    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Iterable[Cited]]
