"""What a short form stands for: the passages that explain it.

"Waar staat ELA voor?" is answered where the text says "European Labour Authority (ELA)", or "ELA:
European Labour Authority", and nowhere else, however much another passage is about the ELA. The
question's form tells what is asked; `qa.analysis.abbreviations` and `stated_forms` tell what is
explained. Where nothing explains it, a passage that uses the short form and holds words with these
initials does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.analysis.abbreviations import Pair, find_pairs, is_capitalised, spelled_out
from qa.analysis.stated_forms import stated_pairs
from qa.meaning_questions import Asked, asked_meaning, bare_name
from qa.passages import Passage
from qa.reading import Span
from qa.rerank import Ranked

NOWHERE = 0.02  # probability that a sentence answers where none has the short form asked about


def explained_first(
    question: str, ranked: list[Ranked], passages: Sequence[Passage]
) -> list[Ranked]:
    """The ranking with the passages that explain what is asked before all others.

    Of those that explain it in the same words only the first is put there. Where the question
    asks no meaning, or no passage explains it, the ranking stays as it is.
    """
    asked = asked_meaning(question)
    if asked is None:
        return ranked
    first: dict[str, Ranked] = {}
    for tell in (explanation, _by_initials):
        for item in ranked if not first else ():
            passage = passages[item.candidate.row]
            if span := tell(asked, passage):
                words = " ".join(passage.text[slice(*span)].casefold().split())
                best = max(item.rank_score, ranked[0].rank_score)
                first.setdefault(words, replace(item, rank_score=best, told=span))
    rows = {item.candidate.row for item in first.values()}
    return [*first.values(), *(item for item in ranked if item.candidate.row not in rows)]


def is_nowhere(question: str, ranked: list[Ranked], passages: Sequence[Passage]) -> bool:
    """Whether a short form in capitals is asked about that none of these passages has."""
    asked = asked_meaning(question)
    if asked is None or not asked.short or not is_capitalised(asked.name):
        return False
    name = asked.name.casefold()
    return not any(name in passages[item.candidate.row].encoded_text.casefold() for item in ranked)


def explanation(asked: Asked, passage: Passage) -> Span | None:
    """Where a passage gives the other form of what is asked, in characters of its text."""
    for _, (start, end) in passage.sentences:
        sentence = passage.text[start:end]
        for pair in (*find_pairs(sentence), *stated_pairs(sentence)):
            if _is_of(asked, pair):
                at = sentence.find(pair.long)
                if asked.short and at >= 0:
                    return start + at, start + at + len(pair.long)
                at = sentence.find(pair.short, 0 if at < 0 else at + len(pair.long))
                if not asked.short and at >= 0:
                    return start + at, start + at + len(pair.short)
    return None


def _by_initials(asked: Asked, passage: Passage) -> Span | None:
    """Where a passage that uses a short form holds words with its initials."""
    used = re.search(rf"\b{re.escape(asked.name)}\b", passage.text, re.I)
    if not asked.short or not used:
        return None
    for _, (start, end) in passage.sentences:
        if found := spelled_out(used[0], passage.text[start:end]):
            at = passage.text.index(found, start)
            return at, at + len(found)
    return None


def _is_of(asked: Asked, pair: Pair) -> bool:
    """Whether a pair explains what is asked; of "Empact-THB" the first part will do."""
    name = asked.name.casefold()
    if asked.short:
        short = pair.short.casefold()
        return name in (short, short.split("-")[0])
    return name == bare_name(pair.long).casefold()
