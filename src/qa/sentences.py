"""Sentences of a reading text: a splitter of the field, mended with language data."""

from __future__ import annotations

import re

import sentencex

from qa.lang import LANGUAGES, Language
from qa.reading import Span

_LAST_WORD = re.compile(r"[(\[«“\"'‘]*(\S+)$")
_INITIAL = re.compile(r"(?:^|[\s(\[«“\"'‘.])[A-Z]\.$")
_ENUMERATOR = re.compile(r"^(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]$")
_FIRST_ENUMERATOR = re.compile(r"\s*\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s+")
_ACRONYM = re.compile(r"[A-Z]{2,}\.$")
_CLOSED_ASIDE = re.compile(r"(\S*[.!?])\)$")  # "(Zie bijlage 2.)"
_NEW_SENTENCE = re.compile(r"[«“\"'‘(\[]*[A-Z0-9ÁÉÍÓÚÀÈÌÒÙÄËÏÖÜÇ]")
_CAPITAL_NEXT = re.compile(r"\s+(?=[«“\"'‘(\[]*[A-ZÁÉÍÓÚÀÈÌÒÙÄËÏÖÜÇ][a-zA-Zé'’ëï-]*)")


def split_sentences(text: str, language: str) -> tuple[Span, ...]:
    """Spans of the sentences of a text, without the white space between them.

    The boundaries are those of sentencex; ours is only what Dutch official prose needs:
    no break after initials, numbering, an abbreviation that does not end a sentence
    or before a small letter; a break before a capital after "jl." and the like, after
    an acronym with a full stop and after a sentence in brackets.
    """
    rules = LANGUAGES.get(language, LANGUAGES["nl"])
    ends: list[int] = []
    # An enumerator in brackets would hide all that follows from the splitter.
    enumerator = _FIRST_ENUMERATOR.match(text)
    offset = enumerator.end() if enumerator else 0
    for segment in sentencex.segment(rules.code, text[offset:]):
        begin, offset = offset, offset + len(segment)
        ends.extend(begin + cut for cut in _missed_boundaries(segment, rules))
        ends.append(offset)
    spans: list[Span] = []
    start = 0
    for end in ends:
        left, right = text[start:end].rstrip(), text[end:].lstrip()
        if right and not _is_boundary(left.lstrip(), right, rules):
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
    for match in _CAPITAL_NEXT.finditer(segment):
        word = _LAST_WORD.search(segment[: match.start()])
        if word and _may_close(word[1], rules):
            cuts.append(match.end())
    return cuts


def _may_close(word: str, rules: Language) -> bool:
    aside = _CLOSED_ASIDE.search(word)
    if aside:
        return aside[1].lower() not in rules.abbreviations
    return bool(_ACRONYM.fullmatch(word)) or word.lower() in rules.closing_abbreviations


def _is_boundary(left: str, right: str, rules: Language) -> bool:
    """Whether a sentence may end between two stretches of text, both not blank."""
    if not left:
        return False
    word = _LAST_WORD.search(left)
    last = word[1].lower() if word else ""
    if word and _ACRONYM.fullmatch(word[1]) and right[0].isalpha():
        return right[0].isupper()
    if last in rules.abbreviations or _INITIAL.search(left) or _ENUMERATOR.match(left):
        return False
    return bool(_NEW_SENTENCE.match(right)) or not right[0].isalpha()
