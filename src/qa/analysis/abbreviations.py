"""Abbreviations, learned from the places where texts explain them.

"the European Labour Authority (ELA)" and "ELA (European Labour Authority)": the letters are
looked for from right to left in the words beside the brackets, first as their initials, then
anywhere in them (Schwartz & Hearst, "A Simple Algorithm for Identifying Abbreviation
Definitions in Biomedical Text", 2003). A text may also
say that it gives a name: "(hierna EC)", "(hereinafter: the Agency)"; that name need not be an
abbreviation. No list of abbreviations is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.lang import LANGUAGES
from qa.surnames import CAPITAL

_BRACKETS = re.compile(r"\(([^()]{2,120})\)")
_LEADS = "|".join(sorted(set().union(*(rules.naming.leads for rules in LANGUAGES.values()))))
_FOLLOW = "|".join(sorted(set().union(*(rules.naming.follow for rules in LANGUAGES.values()))))
_NAMING = re.compile(
    rf"\s*(?:{_LEADS})\b(?:\s+(?:{_FOLLOW})\b)*\s*[:,]?\s*['\"‘’“”«»„]?(.{{2,60}}?)['\"‘’“”«»]?\s*",
    re.I | re.S,
)
_CLAUSE = re.compile(r"[.;:!?]\s|[()«»„“”\"]|‘(?!s\b)")
_WORD = re.compile(r"[^\W_]+")
ARTICLES = frozenset().union(*(rules.naming.articles for rules in LANGUAGES.values()))
SMALL_WORDS = frozenset().union(*(rules.stop_words for rules in LANGUAGES.values()))
_MEMBERS = frozenset().union(*(rules.naming.members for rules in LANGUAGES.values()))
_LINKING = ARTICLES.union(*(rules.naming.linking for rules in LANGUAGES.values()))
_NAME_WORD = rf"{CAPITAL}[\w’'-]*"
_NAME = re.compile(
    rf"\b{_NAME_WORD}(?:\s+(?:(?:{'|'.join(sorted(_LINKING))})\s+){{0,2}}{_NAME_WORD})+\s*$"
)
COMPOUND = 3  # times as long as its short form is a compound at least
_NEARBY = 12  # words before the brackets in which a given name's own words are looked for
_FURTHEST = 400  # characters before the brackets in which a long form is looked for


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A short form and the long form it was explained by, as they are written."""

    short: str
    long: str


def find_pairs(text: str) -> list[Pair]:
    """The pairs that a text explains, in order, each once."""
    found: dict[Pair, None] = {}
    for match in _BRACKETS.finditer(text):
        pair = _explained(_before(text, match.start()), match[1].strip())
        if pair and pair.short.casefold() != pair.long.casefold():
            found[pair] = None
    return list(found)


def _before(text: str, end: int) -> str:
    """The text before a place, from a whole word on, as far as a long form may reach."""
    start = max(0, end - _FURTHEST)
    while 0 < start < end and not text[start - 1].isspace():
        start += 1
    return text[start:end]


def is_capitalised(short: str) -> bool:
    """Whether a short form is written in capitals, at least two."""
    return sum(char.isupper() for char in short) >= 2


def long_form(short: str, before: str) -> str | None:
    """The last words that a short form stands for, None if they do not hold its letters.

    They are the words that begin with its letters, small words between them aside; else the
    shortest run of last words that holds the letters in order, the first at a word's beginning.
    At most min(n + 5, 2n) words for n letters.
    """
    letters = [char for char in short.casefold() if char.isalnum()]
    words = before.split()[-min(len(letters) + 5, 2 * len(letters)) :]
    at = _initials_from(letters, [_bare(word) for word in words])
    found = " ".join(words[at:]) if at is not None else _letters_within(letters, " ".join(words))
    if found is None:
        return None
    found = found.strip(" ,-–'’")
    own = short.casefold() in (word.casefold() for word in _WORD.findall(found))
    return None if own or len(found) <= len(short) else found


def spelled_out(short: str, text: str) -> str | None:
    """The first words of a text whose initials are a short form in capitals, None without.

    For texts that use both and explain neither; of two letters too much would do.
    """
    letters = [char for char in short.casefold() if char.isalnum()]
    if len(letters) < 3 or not short.isupper():
        return None
    found = list(_WORD.finditer(text))
    words = [word[0].casefold() for word in found]
    for last in range(len(letters), len(words) + 1):
        first = max(0, last - 2 * len(letters))
        at = _initials_from(letters, words[first:last])
        if at is not None and words[last - 1] not in SMALL_WORDS:
            return text[found[first + at].start() : found[last - 1].end()]
    return None


def _initials_from(letters: list[str], words: list[str]) -> int | None:
    """The place of the word from which on the words begin with the letters; None if they do not.

    From right to left; a small word is left out where its own initial is not needed.
    """
    tried: set[tuple[int, int]] = set()
    untried = [(len(letters), len(words))]  # how many are left of each; the last comes first
    while untried:
        left = letters_left, words_left = untried.pop()
        if not letters_left:
            return words_left
        if not words_left or left in tried:
            continue
        tried.add(left)
        word = words[words_left - 1]
        if word[:1] == letters[letters_left - 1]:
            untried.append((letters_left - 1, words_left - 1))
        if word in SMALL_WORDS:
            untried.append((letters_left, words_left - 1))
    return None


def _letters_within(letters: list[str], text: str) -> str | None:
    """The shortest end of a text that holds the letters in order, as Schwartz & Hearst do.

    It does not begin with a small word, nor speak of a member, whose party is in the brackets.
    """
    low = text.lower()
    if len(low) != len(text):
        return None
    at = len(low)
    for number, letter in reversed(list(enumerate(letters))):
        at -= 1
        while at >= 0 and (low[at] != letter or (number == 0 and at > 0 and low[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    words = [_bare(word) for word in text[at:].split()]
    return None if words[0] in SMALL_WORDS or _MEMBERS & set(words) else text[at:]


def _bare(word: str) -> str:
    return word.casefold().strip(" ,.-–'\"‘’“”«»„")


def _explained(before: str, inner: str) -> Pair | None:
    clause = _CLAUSE.split(before.rstrip(" «»„“”\"'’"))[-1]
    named = _NAMING.fullmatch(inner)
    if named:
        return _named(clause, without_article(named[1]))
    short = inner.strip("'\"‘’“”«»")
    if _may_abbreviate(short):
        long = long_form_of(short, clause)
        return Pair(_singular(short), long) if long else None
    last = before.split()[-1].strip(",'\"‘’“”«»([") if before.split() else ""
    if is_capitalised(last) and _may_abbreviate(last):
        inner = without_article(inner.strip("'\"‘’“”«»"))
        long = long_form(last, inner)
        return Pair(last, inner) if long == inner else None
    return None


def _may_abbreviate(short: str) -> bool:
    """One or two words of 2 to 10 characters that begin with a letter or digit."""
    return (
        2 <= len(short) <= 10
        and len(short.split()) <= 2
        and short[0].isalnum()
        and any(char.isalpha() for char in short)
    )


def long_form_of(short: str, clause: str) -> str | None:
    """The long form; unless in capitals the short form must be the words' own initials.

    Of a short form with a hyphen ("Empact-THB") the first half may do. A compound right before the
    brackets may hold the letters of a short form in small ones ("vennootschapsbelasting (vpb)").
    """
    core = _singular(short)
    for form in (core, core.split("-")[0]):
        if is_capitalised(core) and len(form) >= 2:
            found = long_form(form, clause)
            if found:
                return found
    words = list(_WORD.finditer(clause))[-len(core) :]
    initials = "".join(word[0][0] for word in words).casefold()
    if core.isalpha() and initials == core.casefold():
        return clause[words[0].start() :].strip()
    word = clause.split()[-1] if clause.split() else ""
    compound = len(core) >= 3 and core.islower() and len(word) >= COMPOUND * len(core)
    if not compound or core in SMALL_WORDS:
        return None
    return word if long_form(core, word) == word else None


def _named(clause: str, name: str) -> Pair | None:
    """A name that the text gives: its long form holds its letters, its words, or is a name."""
    if not name:
        return None
    if len(name.split()) <= 2 and any(char.isupper() for char in name[1:]):
        long = long_form(name, clause)
        if long:
            return Pair(name, long)
    words = list(_WORD.finditer(clause))[-_NEARBY:]
    first = _WORD.findall(name)[:1]
    for word in reversed(words):
        if first and word[0].casefold() == first[0].casefold():
            long = clause[word.start() :].strip(" ,")
            if len(long) > len(name):
                return Pair(name, long)
    full = _NAME.search(clause.rstrip(" ,"))
    return Pair(name, without_article(full[0].strip())) if full else None


def _singular(short: str) -> str:
    """Without a plural's "'s" or, after capitals, "s"."""
    return re.sub(r"['’]s$|(?<=[A-Z]{2})s$", "", short)


def without_article(text: str) -> str:
    """A name without the article before it."""
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if rest and first.casefold() in ARTICLES else text.strip()
