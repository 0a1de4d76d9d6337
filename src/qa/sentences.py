"""Sentences of a reading text: a splitter of the field, mended with language data."""

from __future__ import annotations

import re

import sentencex

from qa.lang import LANGUAGES, Language
from qa.reading import Span

_NUMBERING = r"(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]"
_LAST_WORD = re.compile(r"[(\[«“\"'‘]*(\S+)$")
_INITIAL = re.compile(r"(?:^|[\s(\[«“\"'‘.])[A-Z]\.(?:[A-Z][a-z]{0,2}\.)*$")  # "A.", "A.Th."
_SHORT_NAME = re.compile(r"[A-Z][a-z]{1,2}\.")  # "Jac." before another initial
_INITIALS_NEXT = re.compile(r"(?:[A-Z]\.\s?)+")
_NAME_PART = re.compile(r"(?:[A-Z](?:[a-z]{0,2}|[A-Z]{1,3})\.)+")  # "Jac.P.", "ASP.Net"
_ENUMERATOR = re.compile(rf"^{_NUMBERING}$")
_FIRST_ENUMERATOR = re.compile(rf"\s*\(?{_NUMBERING}\s+")
_ENUMERATOR_LAST = re.compile(r"(\S+[.!?;][»”’)\]]*|\S+:)\s+\(?([0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]$")
_ACRONYM = re.compile(r"[A-Z]{2,}\.$")
_SITE = re.compile(r"\w\.(?:nl|com|org|eu|net|info)\.$")  # "op rijksoverheid.nl."
_PLAIN_WORD = re.compile(r"[a-zà-ÿ-]{4,}[.!?][»”]?$")
_CLOSED_ASIDE = re.compile(r"(\S*[.!?])\)$")  # "(Zie bijlage 2.)"
_MARK_LAST = re.compile(r"\s*\[[0-9][0-9, ]*\]$")
_FIRST_WORD = re.compile(r"[«“\"'‘(\[]*(\w+)\s")
_NEW_SENTENCE = re.compile(r"[«“\"'‘(\[]*[A-Z0-9ÁÉÍÓÚÀÈÌÒÙÄËÏÖÜÇ]")
_CAPITAL_NEXT = re.compile(r"\s+(?=[«“\"'‘(\[]*[A-ZÁÉÍÓÚÀÈÌÒÙÄËÏÖÜÇ][a-zA-Zé'’ëï-]*)")
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
_PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}


def split_sentences(text: str, language: str) -> tuple[Span, ...]:
    """Spans of the sentences of a text, without the white space between them.

    The boundaries are those of sentencex; ours is only what Dutch official prose needs:
    no break after initials, numbering, an abbreviation that does not end a sentence, within
    "5 nov. 2020" or an address, or before a small letter; a break before a capital after "jl."
    and the like, after an acronym with a full stop and after a sentence in brackets, and before
    an item that is numbered; a footnote mark in brackets stays with the sentence before it.
    """
    rules = LANGUAGES.get(language, LANGUAGES["nl"])
    ends = {match.end() for match in _ITEM_NEXT.finditer(text)}
    # An enumerator in brackets would hide all that follows from the splitter.
    enumerator = _FIRST_ENUMERATOR.match(text)
    offset = enumerator.end() if enumerator else 0
    for segment in sentencex.segment(rules.code, text[offset:]):
        begin, offset = offset, offset + len(segment)
        ends.update(begin + cut for cut in _missed_boundaries(segment, rules))
        ends.add(offset)
    spans: list[Span] = []
    start = 0
    for end in sorted(ends):
        still = _STILL_BEFORE.match(text, len(text[:end].rstrip()))
        if still and text[start:end].strip():
            end = still.end()
        if end <= start:
            continue
        left, right = text[start:end].rstrip(), text[end:].lstrip()
        if right and not _is_boundary(left.lstrip(), right, rules):
            continue
        parted = any(char.isspace() for char in text[end - 1 : end + 1])
        if right and not parted and _is_within_name(left, right, rules):
            continue
        stripped = left.lstrip()
        if stripped:
            begin = start + len(left) - len(stripped)
            spans.append((begin, begin + len(stripped)))
        start = end
    return tuple(spans)


def _missed_boundaries(segment: str, rules: Language) -> list[int]:
    """Offsets in a segment where what may close a sentence meets a capital."""
    cuts: list[int] = []
    enclosed: list[Span] | None = None
    for match in _CAPITAL_NEXT.finditer(segment):
        word = _LAST_WORD.search(_MARK_LAST.sub("", segment[: match.start()]))
        if not word:
            continue
        if _may_close(word[1], rules):
            cuts.append(match.end())
        elif _PLAIN_WORD.fullmatch(word[1]) and word[1] not in rules.abbreviations:
            # A bracket that nothing opens, or a bullet, hides what follows from the splitter.
            enclosed = _enclosed(segment) if enclosed is None else enclosed
            if not any(begin < match.start() < end for begin, end in enclosed):
                cuts.append(match.end())
    return cuts


def _enclosed(text: str) -> list[Span]:
    """Stretches within brackets or quote marks; one that is never closed goes to the end."""
    spans: list[Span] = []
    opened: list[tuple[str, int]] = []
    straight = [offset for offset, char in enumerate(text) if char == '"']
    for offset, char in enumerate(text):
        if char in _PAIRS:
            opened.append((_PAIRS[char], offset))
        elif opened and char == opened[-1][0]:
            spans.append((opened.pop()[1], offset))
    spans.extend((offset, len(text)) for _, offset in opened)
    spans.extend(zip(straight[::2], [*straight[1::2], len(text)], strict=False))
    return spans


def _may_close(word: str, rules: Language) -> bool:
    aside = _CLOSED_ASIDE.search(word)
    if aside:
        return aside[1].lower() not in rules.abbreviations
    if _ACRONYM.fullmatch(word) or _SITE.search(word):
        return True
    return word.lower() in rules.closing_abbreviations


def _is_boundary(left: str, right: str, rules: Language) -> bool:
    """Whether a sentence may end between two stretches of text, both not blank."""
    if not left or _GOES_ON.match(right) or _ends_in_enumerator(left, rules):
        return False
    bare = _MARK_LAST.sub("", left)
    word = _LAST_WORD.search(bare)
    last = word[1].lower() if word else ""
    if word and _ACRONYM.fullmatch(word[1]) and right[0].isalpha():
        return right[0].isupper()
    if right[0].isdigit() and last in _SHORT_MONTHS[rules.code]:
        return False
    closing = last in rules.closing_abbreviations
    if _NUMBER_OF.fullmatch(last) or (closing and last in rules.abbreviations):
        return _begins_anew(right, rules)
    if last in rules.abbreviations or _INITIAL.search(bare) or _ENUMERATOR.match(bare):
        return False
    if word and not closing and _SHORT_NAME.fullmatch(word[1]):
        initials = _INITIALS_NEXT.match(right)
        if initials and not _begins_anew(right[initials.end() :], rules):
            return False
    if _FIRST_ENUMERATOR.match(right):
        return True
    return bool(_NEW_SENTENCE.match(right)) or not right[0].isalpha()


def _is_within_name(left: str, right: str, rules: Language) -> bool:
    """Whether texts that no blank parts are one name or address: "Th.C.", "site.nl/a.Final.pdf"."""
    word = _LAST_WORD.search(left)
    if not word or "/" in word[1]:
        return word is not None
    return bool(_NAME_PART.fullmatch(word[1])) and not _begins_anew(right, rules)


def _begins_anew(text: str, rules: Language) -> bool:
    """Whether a text begins with a word that has a capital only where a sentence begins."""
    word = _FIRST_WORD.match(text)
    return word is not None and word[1].istitle() and word[1].lower() in rules.stop_words


def _ends_in_enumerator(left: str, rules: Language) -> bool:
    """Whether a text ends in the number of an item to come ("Drie stappen: 1.")."""
    match = _ENUMERATOR_LAST.search(left)
    if not match or match[1].lower() in rules.abbreviations:
        return False
    return not match[1].endswith(":") or match[2] in {"1", "a", "i"}
