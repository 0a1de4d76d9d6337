"""How numbers, percentages and fractions are written in words, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numerals:
    """Number words of one language, folded.

    words: numbers, or parts of them, where `joint` may stand between parts ("" where a number
    is one word); magnitudes: what multiplies a number; denominators: lower halves of
    fractions; shares: fractions in one word; ones: words for one, also articles, after which
    an ordinal is a share only before one of `share_of`; out_of: "(one) in (four)", in full
    and short. `mixed` are numbers that are not whole; `factors` are numbers only before a
    magnitude, and `after_currency` are magnitudes only where an amount of money begins.
    `ordinals` are in words, `ordinal_endings` stand after digits.
    """

    words: dict[str, int]
    joint: str
    magnitudes: dict[str, int]
    denominators: dict[str, int]
    shares: dict[str, str]
    ones: frozenset[str]
    share_of: frozenset[str]
    out_of: tuple[tuple[str, ...], ...]
    mixed: dict[str, str]
    factors: dict[str, str]
    after_currency: dict[str, str]
    percent: frozenset[str]
    ordinals: dict[str, int]
    ordinal_endings: tuple[str, ...]


_UNITS = ["", "een", *"twee drie vier vijf zes zeven acht negen".split()]
_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_TO_99 = dict(zip(_UNITS[1:] + _TEENS, range(1, 20), strict=True)) | {
    f"{unit}{'en' if unit else ''}{ten}": 20 + 10 * tens + ones
    for tens, ten in enumerate(_TENS)
    for ones, unit in enumerate(_UNITS)
}
_HUNDREDS = {"honderd": 100} | {
    f"{word}honderd": 100 * value for word, value in _TO_99.items() if value > 1 and value % 10
}
_WITH_HUNDREDS = {
    f"{hundred}{joint}{word}": hundreds + value
    for hundred, hundreds in _HUNDREDS.items()
    for word, value in _TO_99.items()
    for joint in ("", "en")
}
_THOUSANDS = {
    f"{word if value > 1 else ''}duizend": 1000 * value
    for word, value in (_TO_99 | _HUNDREDS).items()
}
_DUTCH_DENOMINATORS = {
    "kwart": 4,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "zesde": 6,
    "achtste": 8,
    "tiende": 10,
}
_DUTCH_ORDINALS = """
    eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde
    dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste
    """.split()

DUTCH = Numerals(
    # "een" is left out, which is an article as well
    words={word: value for word, value in _TO_99.items() if value > 1}
    | _HUNDREDS
    | _WITH_HUNDREDS
    | _THOUSANDS,
    joint="",
    magnitudes={
        "duizend": 1000,
        "miljoen": 10**6,
        "mln": 10**6,
        "miljard": 10**9,
        "mld": 10**9,
        "mrd": 10**9,
    },
    denominators=_DUTCH_DENOMINATORS,
    shares={"helft": "1/2"}
    | {
        f"{unit}{name}": f"{value}/{whole}"
        for name, whole in _DUTCH_DENOMINATORS.items()
        for value, unit in enumerate(_UNITS[1:whole], start=1)
    },
    ones=frozenset({"een"}),
    share_of=frozenset("daarvan deel ervan gedeelte hiervan hoger lager meer minder van".split()),
    out_of=(("op", "de"), ("op",)),
    mixed={"anderhalf": "3/2", "anderhalve": "3/2"},
    factors={"een": "1", "half": "1/2"},
    after_currency={},
    percent=frozenset("% procent percent percentage percentages".split()),
    ordinals={word: value for value, word in enumerate(_DUTCH_ORDINALS, start=1)},
    ordinal_endings=("e", "de", "ste"),
)

_ENGLISH_TO_19 = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """.split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ENGLISH_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """.split()

ENGLISH = Numerals(
    # "one" is left out, which is a pronoun as well
    words={word: value for value, word in enumerate(_ENGLISH_TO_19, start=2)}
    | {word: 20 + 10 * tens for tens, word in enumerate(_ENGLISH_TENS)}
    | {"hundred": 100},
    joint="and",
    magnitudes={"thousand": 1000, "million": 10**6, "billion": 10**9, "bn": 10**9},
    denominators={
        "quarter": 4,
        "quarters": 4,
        "half": 2,
        "third": 3,
        "thirds": 3,
        "fourth": 4,
        "fifth": 5,
        "fifths": 5,
        "tenth": 10,
        "tenths": 10,
    },
    shares={"half": "1/2"},
    ones=frozenset("a an one".split()),
    share_of=frozenset({"of"}),
    out_of=(("in",),),
    mixed={},
    factors={"one": "1"},
    after_currency={"m": "million"},
    percent=frozenset("% percent percentage percentages".split()),
    ordinals={word: value for value, word in enumerate(_ENGLISH_ORDINALS, start=1)},
    ordinal_endings=("st", "nd", "rd", "th"),
)
