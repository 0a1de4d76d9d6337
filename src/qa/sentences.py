"""Sentences of a reading text: a splitter of the field, mended with language data."""

from __future__ import annotations

import re

import sentencex

from qa.enclosed import enclosed_in, is_within, merged
from qa.lang import LANGUAGES, Language, rules_of
from qa.reading import Span

_NUMBERING = r"(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]"
_OPENING = "([«“\"'‘"
_INITIAL = re.compile(r"(?:^|[\s(\[«“\"'‘.])[A-Z]\.(?:[A-Z][a-z]{0,2}\.)*$")  # "A.", "A.Th."
_SHORT_NAME = re.compile(r"[A-Z][a-z]{1,2}\.")  # "Jac." before another initial
_INITIALS_NEXT = re.compile(r"(?:[A-Z]\.\s?)+")
_NAME_PART = re.compile(r"(?:[A-Z](?:[a-z]{0,2}|[A-Z]{1,3})\.)+")  # "Jac.P.", "ASP.Net"
_ENUMERATOR = re.compile(rf"^{_NUMBERING}$")
_FIRST_ENUMERATOR = re.compile(rf"\s*\(?{_NUMBERING}\s+")
_ITEM_NUMBER = re.compile(r"\(?([0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]")
_BEFORE_ITEM = re.compile(r"\S+[.!?;][»”’)\]]*|\S+:")
_ACRONYM = re.compile(r"[A-Z]{2,}\.$")
_SITE = re.compile(r"\w\.(?:nl|com|org|eu|net|info)\.$")  # "op rijksoverheid.nl."
_PLAIN_WORD = re.compile(r"[a-zà-ÿ-]{4,}[.!?][»”]?$")
_SHORT_WORD = re.compile(r"[a-zà-ÿ]{2,3}\.")
_RATIO = re.compile(r"[a-zà-ÿ]+/[a-z]\.")  # "km/u.", "mg/l."
_LETTER_NAMED = re.compile(r"(\w+)\s[A-Z]\.$")  # "bijlage A."
_LETTERS_AFTER_WORD = re.compile(r"\w\s(?:[A-Z]\.)+$")  # not "Smit, A." nor "Smit; A."
_AMOUNT = re.compile(r"[€$£]\s?[0-9][0-9.,]*\s?\S+\.$")  # "€ 68,9 mln."
_TITLE_NEXT = re.compile(r"[«“\"'‘(\[]*[A-ZÁÉÍÓÚÀÈÌÒÙÄËÏÖÜÇ]['’]?[a-zà-ÿ]")  # "De", not "EU", "II"
_CLOSED_ASIDE = re.compile(r"(\S*[.!?])\)")  # "(Zie bijlage 2.)"
_MARK_LAST = re.compile(r"\s*\[[0-9][0-9, ]*\]$")
_FIRST_WORD = re.compile(r"[«“\"'‘(\[]*(\w+)\s")
_NEW_SENTENCE = re.compile(r"[«“\"'‘(\[]*[A-Z0-9ÁÉÍÓÚÀÈÌÒÙÄËÏÖÜÇ]")
_CAPITAL_NEXT = re.compile(r"(?<!\s)\s++(?=[«“\"'‘(\[]*[A-ZÁÉÍÓÚÀÈÌÒÙÄËÏÖÜÇ][a-zA-Zé'’ëï-]*)")
_ITEM_NEXT = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?][»”’)\]]))\s+(?=\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]\s+[A-Z])"
    r"|(?<=:)\s+(?=\(?[1ai][.)]\s+[A-Z])"
)
# What closes a sentence after its full stop: a footnote mark in brackets, a quote mark.
_STILL_BEFORE = re.compile(r"(?:\s*\[[0-9][0-9, ]*\]|\s*[»”\]_]+(?=\s|$)|\.(?=\s|$))+")
_SHORT_MONTHS = {
    code: frozenset(f"{name}." for names in rules.months for name in names.split()[1:])
    for code, rules in LANGUAGES.items()
}
_NUMBER_OF = re.compile(r"\w+nrs?\.")  # "zaaknr. 12", "dossiernr. XY12"
_GOES_ON = re.compile(r"[,;]|-\w")
# Characters beside a place that are looked at, so that a long text takes no more than its share:
# a word, a note mark, initials; a sentence in brackets.
_BEFORE, _AFTER = 200, 1000


def split_sentences(text: str, language: str) -> tuple[Span, ...]:
    """Spans of the sentences of a text, without the white space between them.

    The boundaries are those of sentencex; ours is only what Dutch official prose needs:
    no break after initials, numbering, an abbreviation that does not end a sentence, within
    "5 nov. 2020" or an address, or before a small letter; a break before a capital after "jl."
    and the like, after an acronym with a full stop, after a word or unit that only looks like
    an abbreviation, after "bijlage A." and after a sentence in brackets, and before an item
    that is numbered; a footnote mark in brackets stays with the sentence before it.
    """
    rules = rules_of(language)
    ends = {match.end() for match in _ITEM_NEXT.finditer(text)}
    # An enumerator in brackets would hide all that follows from the splitter.
    enumerator = _FIRST_ENUMERATOR.match(text)
    offset = enumerator.end() if enumerator else 0
    for segment in sentencex.segment(rules.code, text[offset:]):
        begin, offset = offset, offset + len(segment)
        ends.update(begin + cut for cut in _missed_boundaries(segment, rules))
        ends.add(offset)
    spans: list[Span] = []
    start = _skip_blanks(text, 0)
    for end in sorted(ends):
        stop = _before_blanks(text, start, end)
        still = _STILL_BEFORE.match(text, stop) if stop > start else None
        if still:
            end, stop = still.end(), _before_blanks(text, start, still.end())
        if stop <= start:
            continue
        following = _skip_blanks(text, end)
        if following < len(text):
            left = text[max(start, stop - _BEFORE) : stop]
            right = text[following : following + _AFTER]
            parted = any(char.isspace() for char in text[end - 1 : end + 1])
            if not _is_boundary(left, right, rules) or (
                not parted and _is_within_name(left, right, rules)
            ):
                continue
        spans.append((start, stop))
        start = following
    return tuple(spans)


def _skip_blanks(text: str, start: int) -> int:
    """The first place from a start on that is not blank."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _before_blanks(text: str, start: int, end: int) -> int:
    """Where a stretch ends without the white space at its end."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _last_word(text: str) -> str:
    """The last word of a text, without what opens before it; empty where a text ends blank."""
    if not text or text[-1].isspace():
        return ""
    word = text.rsplit(maxsplit=1)[-1]
    return word.lstrip(_OPENING) or word[-1]


def _missed_boundaries(segment: str, rules: Language) -> list[int]:
    """Offsets in a segment where what may close a sentence meets a capital."""
    cuts: list[int] = []
    enclosed: list[Span] | None = None
    for match in _CAPITAL_NEXT.finditer(segment):
        at, after = match.span()
        before = _MARK_LAST.sub("", segment[max(at - _BEFORE, 0) : at])
        word = _last_word(before)
        if not word:
            continue
        if _may_close(word, rules):
            cuts.append(after)
        elif _is_plain_end(before, word, segment[after : after + _AFTER], rules):
            # A bracket that nothing opens, or a bullet, hides what follows from the splitter.
            enclosed = merged(enclosed_in(segment)) if enclosed is None else enclosed
            if not is_within(at, enclosed):
                cuts.append(after)
    return cuts


def _may_close(word: str, rules: Language) -> bool:
    aside = _CLOSED_ASIDE.fullmatch(word)
    if aside:
        return aside[1].lower() not in rules.abbreviations
    if _ACRONYM.fullmatch(word) or _SITE.search(word):
        return True
    return word.lower() in rules.closing_abbreviations


def _is_plain_end(before: str, word: str, after: str, rules: Language) -> bool:
    """Whether a text ends in a word, a unit or a letter that no abbreviation is."""
    if word in rules.abbreviations:
        return False
    if _PLAIN_WORD.fullmatch(word):
        return True
    ordinary = word[-1] == "." and word[:-1] in rules.ordinary_words
    if ordinary or _RATIO.fullmatch(word):
        return bool(_TITLE_NEXT.match(after))
    if _INITIAL.search(before):
        return _ends_in_letter(before, after, rules)
    anew = rules.stop_words - rules.surname_words
    return bool(_SHORT_WORD.fullmatch(word)) and _begins_anew(after, anew)


def _ends_in_letter(left: str, right: str, rules: Language) -> bool:
    """Whether a sentence ends in "bijlage A." or "Staal N.V.", where no name goes on."""
    if not _LETTERS_AFTER_WORD.search(left):
        return False
    named = _LETTER_NAMED.search(left)
    if named and _ends_as(named[1].lower(), rules.lettered_words, rules):
        return bool(_TITLE_NEXT.match(right))
    return _begins_anew(right, rules.stop_words - rules.surname_words)


def _ends_as(word: str, words: frozenset[str], rules: Language) -> bool:
    """Whether a word is one of these, or where words are compounded ends in one."""
    return word.endswith(tuple(words)) if rules.compounding else word in words


def _is_boundary(left: str, right: str, rules: Language) -> bool:
    """Whether a sentence may end between two stretches of text, both not blank."""
    if not left or _GOES_ON.match(right) or _ends_in_enumerator(left, rules):
        return False
    bare = _MARK_LAST.sub("", left)
    word = _last_word(bare)
    last = word.lower()
    if _ACRONYM.fullmatch(word) and right[0].isalpha():
        return right[0].isupper()
    if right[0].isdigit() and last in _SHORT_MONTHS[rules.code]:
        return False
    if _INITIAL.search(bare):
        return _ends_in_letter(bare, right, rules)
    ends = _ends_in_short_form(bare, last, right, rules)
    if ends is not None:
        return ends
    if _ENUMERATOR.match(bare):
        return False
    if last not in rules.closing_abbreviations and _SHORT_NAME.fullmatch(word):
        initials = _INITIALS_NEXT.match(right)
        if initials and not _begins_anew(right[initials.end() :], rules.stop_words):
            return False
    if _FIRST_ENUMERATOR.match(right):
        return True
    return bool(_NEW_SENTENCE.match(right)) or not right[0].isalpha()


def _ends_in_short_form(left: str, last: str, right: str, rules: Language) -> bool | None:
    """Whether a short form, its last word, ends a sentence; None where it is no short form."""
    closing = last in rules.closing_abbreviations
    if closing and right[0] in "([":
        return _is_sentence_in_brackets(right, rules)
    if closing and _AMOUNT.search(left):
        return bool(_TITLE_NEXT.match(right))  # nothing can belong to it but its currency
    if _NUMBER_OF.fullmatch(last) or (closing and last in rules.abbreviations):
        return _begins_anew(right, rules.stop_words)
    return False if last in rules.abbreviations else None


def _is_sentence_in_brackets(text: str, rules: Language) -> bool:
    """Whether the brackets that a text begins with hold a sentence: "(Zie bijlage 2.)"."""
    end = next(end for begin, end in enclosed_in(text) if begin == 0)
    word = _last_word(text[:end])
    if not word or end == len(text):
        return False
    short = word.lower() in rules.abbreviations | rules.closing_abbreviations
    return word[-1] in ".!?" and not short


def _is_within_name(left: str, right: str, rules: Language) -> bool:
    """Whether texts that no blank parts are one name or address: "Th.C.", "site.nl/a.Final.pdf"."""
    word = _last_word(left)
    if "/" in word:
        return True
    return bool(_NAME_PART.fullmatch(word)) and not _begins_anew(right, rules.stop_words)


def _begins_anew(text: str, words: frozenset[str]) -> bool:
    """Whether a text begins with one of the words that have a capital only at a beginning."""
    word = _FIRST_WORD.match(text)
    return word is not None and word[1].istitle() and word[1].lower() in words


def _ends_in_enumerator(left: str, rules: Language) -> bool:
    """Whether a text ends in the number of an item to come ("Drie stappen: 1.")."""
    words = left.rsplit(maxsplit=2)[-2:]
    number = _ITEM_NUMBER.fullmatch(words[-1])
    if not number or len(words) < 2 or not _BEFORE_ITEM.fullmatch(words[0]):
        return False
    if words[0].lower() in rules.abbreviations:
        return False
    return not words[0].endswith(":") or number[1] in {"1", "a", "i"}
