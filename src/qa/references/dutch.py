"""How Dutch official publications are cited: parliamentary papers, gazettes, case law.

Identifiers are those of officielebekendmakingen.nl ("kst-28638-185"), as far as there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.analysis.identifiers import ECLI
from qa.lang import LANGUAGES
from qa.references.forms import Cited, Form, ReferenceKind

_MONTH = "|".join(names.split()[0] for names in LANGUAGES["nl"].months)
_BEGIN = r"(?<![\w.,/-])"
_END = r"(?![\w/]|[.,-]\d)"
_YEARS = r"(?P<first>(?:19|20)\d\d)\s?[-–/]\s?(?P<second>(?:(?:19|20)\d)?\d{1,2})(?!\d)"
_IN_YEARS = rf"(?:(?:vergader|zittings)jaar\s+)?{_YEARS}"
_CHAMBER = r"(?P<chamber>II?|TK|EK)\b"
_NR = r"(?:nrs?|no|nummers?|number)\b\.?\s*"
_DOSSIER = r"(?P<dossier>\d{2}[ .\u00a0\u202f]?\d{3}(?:-\d{2}(?!\d))?)"
CHAPTER = r"(?:[IVXLCDM]{1,6}[AB]?|[A-HJK])"  # of the budget; letters are those of its funds
_CHAPTER = rf"(?:[ -]\(?(?-i:(?P<chapter>{CHAPTER}))\)?(?!\w))?(?:\s*\(R\d{{4}}\))?"
_NUMBER = r"(?P<number>\d{1,4}|(?-i:[A-Z]{1,2}))"
_ANNEX = r"(?:\s*,\s*bijlagen?\b(?:\s\d{1,2}\b)?)?"

_PAPER_WORD = r"\b(?:kamerstuk(?:ken)?|kamerst\.|kst\.?|(?-i:TK|EK))"
_PAPER_LEAD = rf"{_PAPER_WORD}\s*(?:,?\s*{_CHAMBER})?(?:\s*,?\s*{_IN_YEARS})?\s*,?\s*(?:{_NR})?"
_PAPER = re.compile(
    rf"(?:{_PAPER_LEAD}|{_BEGIN}){_DOSSIER}{_CHAPTER}"
    rf"\s*,?\s*(?P<nr>{_NR}){_NUMBER}{_END}(?!\s+(?:{_MONTH})){_ANNEX}",
    re.I,
)
_SHORT_PAPER = re.compile(
    rf"{_PAPER_LEAD}{_DOSSIER}{_CHAPTER}(?:-|,\s*){_NUMBER}(?=\s*(?:[;.,)]|$))(?![.,]\d)", re.I
)
_FILE = re.compile(rf"{_PAPER_LEAD}{_DOSSIER}{_END}", re.I)
_NEXT = re.compile(
    rf"(?:\s*,\s*|\s+(?:en|and|&)\s+)(?P<nr>{_NR})?(?P<number>\d{{1,4}}){_END}(?![ \u00a0]\d{{3}})",
    re.I,
)
_CLOSED = re.compile(r"\s*(?:[;.,:)\]]|$|(?:en|and|of|or)\b)", re.I)

_ANNEX_WORD = r"\b(?:aanhangsel|aanh\.)"
_PROCEEDINGS = r"(?:handelingen|hand\.)"
_QUESTIONS = re.compile(
    rf"(?:{_ANNEX_WORD}\s*(?:(?:van\s+de|der)\s+)?{_PROCEEDINGS}?\s*,?\s*(?:{_CHAMBER})?\s*,?\s*"
    rf"{_IN_YEARS}|\b{_PROCEEDINGS}\s*,?\s*(?:(?P<chamber2>II?|TK|EK)\b)?\s*,?\s*"
    rf"{_IN_YEARS.replace('first', 'first2').replace('second', 'second2')}\s*,?\s*{_ANNEX_WORD})"
    rf"\s*,?\s*(?P<nr>{_NR})?(?P<number>\d{{1,4}}){_END}",
    re.I,
)
_DEBATE = re.compile(
    rf"\b{_PROCEEDINGS}\s*,?\s*(?:{_CHAMBER})?\s*,?\s*{_IN_YEARS}\s*,?\s*"
    rf"(?:{_NR}|(?=\d{{1,3}}-\d{{1,3}}-\d))(?P<number>\d{{1,3}})"  # "45-8-12": its item and page
    rf"(?:\s*,?\s*item\s*(?P<item>\d{{1,3}})|-(?P<item2>\d{{1,3}})(?:-\d{{1,3}})?)?{_END}",
    re.I,
)
_GAZETTES = {
    "stcrt": ("staatscourant", ReferenceKind.STAATSCOURANT),
    "stb": ("staatsblad", ReferenceKind.STAATSBLAD),
    "trb": ("tractatenblad", ReferenceKind.TRACTATENBLAD),
}
_GAZETTE = re.compile(
    r"\b(?P<series>stcrt|stb|trb|staatscourant|staatsblad|tractatenblad)\b\.?\s*"
    rf"(?:(?:(?:van\s+)?\d{{1,2}}\s+(?:{_MONTH})\s+)?(?P<year>(?:19|20)\d\d)"
    rf"(?:\s*,\s*(?:{_NR})?|\s+{_NR})(?P<number>\d{{1,6}}){_END}(?!\s+(?:{_MONTH}))"
    rf"|{_NR}(?P<number2>\d{{1,6}})\s+van\s+(?P<year2>(?:19|20)\d\d){_END})",
    re.I,
)
_IDENTIFIER = re.compile(
    rf"(?<![\w-])(?:(?P<kst>kst)-\d{{5}}(?:-\d{{2}}(?=-))?(?:-{CHAPTER}(?=-))?"
    r"-(?:\d{1,4}|[A-Z]{1,2})"
    r"|(?P<ah>ah)-[te]k-\d{8}-\d{1,4}|(?P<h>h)-[te]k-\d{8}-\d{1,3}-\d{1,3}"
    r"|(?P<gazette>stcrt|stb|trb)-(?P<year>(?:19|20)\d\d)-\d{1,6})(?![\w-])"
)


def _papers(match: re.Match[str]) -> Iterator[Cited]:
    """The paper cited, and those after it where several numbers of one file are."""
    stem = "-".join(filter(None, ("kst", _file(match), match["chapter"])))
    year = int(match["first"]) if match["first"] else None
    yield from _numbered(ReferenceKind.KAMERSTUK, stem, match, year)


def _numbered(
    kind: ReferenceKind, stem: str, match: re.Match[str], year: int | None
) -> Iterator[Cited]:
    """What a match cites, and what the numbers after it do."""
    yield Cited(kind, f"{stem}-{_plain(match['number'])}", match.span(), year)
    several = (match.groupdict().get("nr") or "").lower().startswith(("nrs", "nummers"))
    before, more = match, _NEXT.match(match.string, match.end())
    while more and (several or more["nr"] or _follows(before["number"], more)):
        start = more.start("nr") if more["nr"] else more.start("number")
        yield Cited(kind, f"{stem}-{_plain(more['number'])}", (start, more.end()), year)
        before, more = more, _NEXT.match(match.string, more.end())


def _follows(number: str, more: re.Match[str]) -> bool:
    """Whether "en 709" after "nr. 708" is a number too: a higher one, with no noun after it."""
    higher = len(more["number"]) == len(number) and more["number"] > number
    joined = not more[0].lstrip().startswith(",")
    return higher and joined and bool(_CLOSED.match(more.string, more.end()))


def _files(match: re.Match[str]) -> Iterator[Cited]:
    yield Cited(ReferenceKind.DOSSIER, _file(match), match.span())


def _file(match: re.Match[str]) -> str:
    return re.sub(r"[^\d-]", "", match["dossier"])


def _plain(number: str) -> str:
    return number.lstrip("0") or "0" if number.isdigit() else number


def _questions(match: re.Match[str]) -> Iterator[Cited]:
    years = _years(match["first"] or match["first2"], match["second"] or match["second2"])
    chamber = _chamber(match["chamber"] or match["chamber2"])
    if years:
        stem = f"ah-{chamber}-{years}"
        yield from _numbered(ReferenceKind.AANHANGSEL, stem, match, int(years[:4]))


def _debates(match: re.Match[str]) -> Iterator[Cited]:
    years, item = _years(match["first"], match["second"]), match["item"] or match["item2"]
    if years:
        identifier = f"h-{_chamber(match['chamber'])}-{years}-{_plain(match['number'])}"
        identifier += f"-{_plain(item)}" if item else ""
        yield Cited(ReferenceKind.HANDELINGEN, identifier, match.span(), int(years[:4]))


def _chamber(printed: str | None) -> str:
    return "ek" if printed and printed.upper() in ("I", "EK") else "tk"


def _years(first: str, second: str) -> str | None:
    """A parliamentary year, "20202021"; None where the second does not follow the first."""
    following = str(int(first) + 1)
    return first + following if following.endswith(second) and len(second) > 1 else None


def _gazettes(match: re.Match[str]) -> Iterator[Cited]:
    series = match["series"].lower()
    code = next(c for c, (name, _) in _GAZETTES.items() if series in (c, name))
    year, number = match["year"] or match["year2"], match["number"] or match["number2"]
    identifier = f"{code}-{year}-{_plain(number)}"
    yield Cited(_GAZETTES[code][1], identifier, match.span(), int(year))


def _cases(match: re.Match[str]) -> Iterator[Cited]:
    yield Cited(ReferenceKind.CASE, match[0].upper(), match.span())


def _identifiers(match: re.Match[str]) -> Iterator[Cited]:
    if match["gazette"]:
        kind = _GAZETTES[match["gazette"]][1]
    elif match["kst"]:
        kind = ReferenceKind.KAMERSTUK
    else:
        kind = ReferenceKind.AANHANGSEL if match["ah"] else ReferenceKind.HANDELINGEN
    yield Cited(kind, match[0], match.span(), int(match["year"]) if match["year"] else None)


_GAZETTE_WORDS = tuple(word for code, (name, _) in _GAZETTES.items() for word in (code, name))
DUTCH_FORMS = (
    Form(("kst-", "ah-", "h-", "stcrt-", "stb-", "trb-"), _IDENTIFIER, _identifiers),
    Form(("aanh",), _QUESTIONS, _questions),
    Form(("hand",), _DEBATE, _debates),
    Form(_GAZETTE_WORDS, _GAZETTE, _gazettes),
    Form(("nr", "no", "num"), _PAPER, _papers),
    Form(("kamerst", "kst", "tk", "ek"), _SHORT_PAPER, _papers),
    Form(("kamerst", "kst", "tk", "ek"), _FILE, _files),
    Form(("ecli:",), ECLI, _cases),
)
