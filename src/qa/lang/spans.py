"""Words of questions for a number or a date, and of the answers, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpanWords:
    """Words and phrases of one language, all in lower case.

    `asks_number` and `asks_date` are so anywhere in a question; one of `asks_time` is at its start
    or after a preposition or `joining`, as elsewhere it may mean "if". `hedges` stand before a
    number, `articles` before a share ("de helft"), `units` after a number or its magnitude.
    One of `against` stands between figures that are set against each other.
    `times` are dates without a number, as a pattern, and `after_date` belongs to the date before.
    """

    asks_number: tuple[str, ...]
    asks_date: tuple[str, ...]
    asks_time: str
    joining: str
    hedges: tuple[str, ...]
    articles: tuple[str, ...]
    units: tuple[str, ...]
    against: tuple[str, ...]
    times: str
    after_date: tuple[str, ...]


DUTCH = SpanWords(
    asks_number=(
        "aantal",
        "hoe groot",
        "hoe hoog",
        "hoe vaak",
        "hoeveel",
        "percentage",
        "wat bedraagt",
        "wat bedroeg",
        "wat betaalde",
        "wat betaalt",
        "wat kost",
        "wat kosten",
        "wat kostte",
        "welk bedrag",
        "welk deel",
    ),
    asks_date=("welk jaar", "welke dag", "welke datum", "welke maand", "wat is de datum"),
    asks_time="wanneer",
    joining="en",
    hedges=(
        "bijna",
        "circa",
        "hooguit",
        "meer dan",
        "minder dan",
        "ongeveer",
        "ruim",
        "ten minste",
        "tenminste",
    ),
    articles=("de ",),
    units=("cent", "dollar", "euro"),
    against=("en", "naar", "tegen", "tegenover", "terwijl", "tot", "vergeleken"),
    times=(
        "(?:afgelopen|komende?|vorige?|volgende?) "
        "(?:voorjaar|najaar|lente|zomer|herfst|winter|week|weekend)"
    ),
    after_date=("a.s.", "jl."),
)

ENGLISH = SpanWords(
    asks_number=(
        "how high",
        "how large",
        "how many",
        "how much",
        "how often",
        "number of",
        "percentage",
        "proportion",
        "share",
    ),
    asks_date=(
        "what date",
        "what day",
        "what year",
        "which day",
        "which month",
        "which year",
        "what is the date",
    ),
    asks_time="when",
    joining="and",
    hedges=("about", "almost", "at least", "less than", "more than", "nearly", "over", "up to"),
    articles=(),
    units=("cents", "dollars", "euro", "euros", "pounds"),
    against=("against", "and", "compared", "to", "versus", "while"),
    times="(?:last|next|this|coming) (?:spring|summer|autumn|fall|winter|week|weekend)",
    after_date=(),
)

SPAN_WORDS = {"nl": DUTCH, "en": ENGLISH}
