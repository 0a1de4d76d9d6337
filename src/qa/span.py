"""The words of a quote that answer, where the question asks for a number or a date."""

from __future__ import annotations

import re

from qa.reading import Span

_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "january|february|march|may|june|july|august|october"
)
_NUMBER_WORD = (
    r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf|two|three|four|five|six|seven|eight|"
    r"nine|ten|[a-zë]*(?:tien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|"
    r"honderd|duizend|teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred))"
)
_QUANTITY = re.compile(
    r"(?:(?:ruim|bijna|ongeveer|circa|meer dan|minder dan)\s+)*"
    rf"(?:\d{{1,3}}(?:[ .\u00a0]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?|\b{_NUMBER_WORD}\b)"
    r"(?:\s?%|\s(?:procent|percent|miljoen|miljard|euro))?"
    r"|(?:(?:meer dan|bijna|ruim)\s+)?(?:de helft|een (?:kwart|derde|vijfde|tiende)|"
    r"half of|a (?:quarter|third)|driekwart)",
    re.I,
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}\s+(?:{_MONTHS})(?:\s+(?:\d{{4}}|jl\.?))?|(?:{_MONTHS})\s+\d{{4}}|"
    r"(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)\d\d)?|(?:komend|afgelopen|begin)\s+\w+(?:\s\w+)?)",
    re.I,
)
_ASKS_QUANTITY = re.compile(
    r"\b(?:hoeveel|percentage|aantal|welk deel|how many|how much|number of|share|proportion)\b",
    re.I,
)
_ASKS_DATE = re.compile(r"\b(?:wanneer|welke datum|welk jaar|when|which year|what date)\b", re.I)
_CERTAIN = 1.1  # how much better than the next a choice must be: no mark beats a wrong one


def find_span(question: str, text: str) -> Span | None:
    """The answering words; None for other questions, and where several come equally near.

    Of several numbers or dates the one is taken that stands nearest to the words and years
    of the question.
    """
    pattern = (
        _DATE if _ASKS_DATE.search(question) else
        _QUANTITY if _ASKS_QUANTITY.search(question) else None
    )  # fmt: skip
    if pattern is None:
        return None
    spans = [match.span() for match in pattern.finditer(text)]
    if pattern is _QUANTITY:
        dates = [match.span() for match in _DATE.finditer(text)]
        spans = [span for span in spans if not _overlaps(span, dates) and not _glued(span, text)]
    asked = _anchors(question)
    scored = sorted(((_nearness(span, text, asked), span) for span in spans), reverse=True)
    if not scored:
        return None
    certain = len(scored) == 1 or scored[0][0] > _CERTAIN * scored[1][0]
    return scored[0][1] if certain else None


def _anchors(question: str) -> set[str]:
    """Beginnings of the question's longer words, and its numbers."""
    return {word[:5] for word in re.findall(r"\w{4,}|\d+", question.lower())}


def _nearness(span: Span, text: str, asked: set[str]) -> float:
    """How near the words of the question stand, each counted at its nearest place."""
    nearest: dict[str, int] = {}
    for match in re.finditer(r"\w{4,}|\d+", text.lower()):
        anchor = match.group()[:5]
        if anchor in asked and not _overlaps(match.span(), [span]):
            gap = max(span[0] - match.end(), match.start() - span[1])
            nearest[anchor] = min(gap, nearest.get(anchor, gap))
    return sum(1 / (1 + gap / 10) for gap in nearest.values())


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _glued(span: Span, text: str) -> bool:
    """Whether a number is part of a name or an identifier ("COVID-19", "2011/36/EU")."""
    before, after = text[max(span[0] - 1, 0) : span[0]], text[span[1] : span[1] + 1]
    return bool(re.match(r"[\w/-]", before)) or bool(re.match(r"[\w/]", after))
