"""Short forms that a sentence explains without brackets, where the letters prove it.

"ELA: European Labour Authority", "ELA = …", "ELA stands for …", "European Labour Authority,
abbreviated ELA", and an entry of a list of abbreviations: "ELA European Labour Authority". A colon
stands after much else ("Let op: …"), so each word must begin with a letter of the short form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.analysis.abbreviations import (
    ARTICLES,
    COMPOUND,
    SMALL_WORDS,
    Pair,
    is_capitalised,
    long_form_of,
)
from qa.lang.stating import SHORTENED_TO, STANDS_FOR

_QUOTES = "'\"‘’“”«»"
_SHORT = rf"(?<![\w&.-])[{_QUOTES}]?(?P<short>[^\W_][\w&-]{{1,9}})[{_QUOTES}]?"
_LONG_AFTER = re.compile(
    rf"{_SHORT}(?:(?P<sign>:\s|\s*=\s*|\s[–—-]\s)|\s(?P<verb>{'|'.join(STANDS_FOR)})\s)", re.I
)
_SHORT_AFTER = re.compile(rf"[,\s]\s?(?:{'|'.join(SHORTENED_TO)}):?\s{_SHORT}", re.I)
_ENTRY = re.compile(rf"{_SHORT}\s(?=\S)")
_BEGINS = re.compile(r"(?:^|[.;,(])[\s\d]*$")  # what stands before a word that begins a clause
_CLAUSE = re.compile(rf"[,;:!?()=/{_QUOTES}]|\.(?=\s|$)|\s[–—-]\s")
_WORD = re.compile(r"[^\W_]+")
_FURTHEST = 200  # characters in which a long form is looked for
_MOST_BEFORE = 2  # words before a compound that belong to it


def stated_pairs(text: str) -> list[Pair]:
    """The pairs that a sentence explains without brackets, in order, each once."""
    return list(dict.fromkeys(_pairs(text)))


def _pairs(text: str) -> Iterator[Pair]:
    for match in _LONG_AFTER.finditer(text):
        short = match["short"]
        after = _clause(text, match.end())
        begins = bool(_BEGINS.search(text[max(0, match.start() - 10) : match.start()]))
        found = _proved(short, after, stated=bool(match["verb"])) if is_capitalised(short) else None
        if found and match["sign"]:
            found = _with_its_name(found, after)
        if not found and begins:
            found = _compound(short, after)
        if found:
            yield Pair(short, found)
    for match in _SHORT_AFTER.finditer(text):
        before = _CLAUSE.split(text[max(0, match.start() - _FURTHEST) : match.start()])[-1]
        long = long_form_of(match["short"], before)
        if long:
            yield Pair(match["short"], long)
    if (entry := _ENTRY.match(text)) and is_capitalised(entry["short"]):
        rest = _clause(text, entry.end())
        if text[entry.end() + len(rest) :].strip(" .") == "" and rest[:1].isupper():
            found = _proved(entry["short"], rest, stated=False)
            if found == rest.strip():
                yield Pair(entry["short"], found)


def _clause(text: str, start: int) -> str:
    """The text from a place on to the end of its clause, without an article before it."""
    clause = _CLAUSE.split(text[start : start + _FURTHEST], maxsplit=1)[0]
    first, _, rest = clause.partition(" ")
    return rest if rest and first.casefold() in ARTICLES else clause


def _proved(short: str, after: str, *, stated: bool) -> str | None:
    """The first words that the letters of a short form are of, None where they prove nothing.

    At best they are the words' initials; else each word begins with one and holds those that
    follow ("UWV"), or, of what is `stated` to stand for another, they are in another order ("ISO").
    """
    letters = [char for char in short.casefold() if char.isalnum()]
    found = list(_WORD.finditer(after))[: 2 * len(letters)]
    words = [word[0].casefold() for word in found]
    if not words or words[0] in SMALL_WORDS or short.casefold() in words:
        return None
    for inner in (False, True):
        at: set[int] = {0}  # how many letters may have been met
        for place, word in enumerate(words):
            at = _met(at, letters, word, inner=inner)
            done = len(letters) in at and word not in SMALL_WORDS
            if done and (place > 0 or not inner):
                return after[found[0].start() : found[place].end()]
    for place in range(len(words)) if stated and len(letters) > 2 else ():
        initials = sorted(word[0] for word in words[: place + 1] if word not in SMALL_WORDS)
        if initials == sorted(letters) and words[place] not in SMALL_WORDS:
            return after[found[0].start() : found[place].end()]
    return None


def _met(at: set[int], letters: list[str], word: str, *, inner: bool) -> set[int]:
    """How many letters may have been met after one more word."""
    met = set(at) if word in SMALL_WORDS else set()
    for count in at:
        if count == len(letters):
            continue
        letter = letters[count]
        if word[0] != letter and not (letter == "x" and word.startswith("ex")):
            continue
        met.add(count + 1)
        rest = iter(word[1:])
        for more in range(count + 1, len(letters) if inner else count):
            if letters[more] not in rest:
                break
            met.add(more + 1)
    return met


def _with_its_name(found: str, clause: str) -> str:
    """A long form with what is left of its name: capitalised words to the end of the clause."""
    start = clause.find(found) + len(found)
    rest = clause[start:].split()
    named = rest and len(rest) <= len(found.split()) and all(word[0].isupper() for word in rest)
    return f"{found}{clause[start:].rstrip()}" if named else found


def _compound(short: str, clause: str) -> str | None:
    """A compound among the first words that spells a short form out, with the words before it."""
    if len(short) < 3 or not short.isalpha() or short.casefold() in SMALL_WORDS:
        return None
    for word in list(_WORD.finditer(clause))[: _MOST_BEFORE + 1]:
        if word[0].casefold() in SMALL_WORDS:
            return None
        if len(word[0]) >= COMPOUND * len(short) and long_form_of(short, word[0]) == word[0]:
            return clause[: word.end()].strip()
    return None
