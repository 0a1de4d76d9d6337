"""Who signed a letter: the signature answers, whatever else speaks of letters.

Where the question says what the letter is about, only one that holds all of these words is meant;
where that leaves more than one letter, nothing is certain and the ranking stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.analysis import analyse, content_terms
from qa.lang.signing import SIGNING
from qa.passages import Passage
from qa.question import Question
from qa.rerank import Ranked

_FORMS = [re.compile(form, re.I) for forms in SIGNING.values() for form in forms]


def signed_first(
    question: Question, ranked: list[Ranked], passages: Sequence[Passage]
) -> list[Ranked]:
    """The ranking with the signatures of the letter asked about before all others."""
    about = _asked_about(question.text)
    if about is None:
        return ranked
    texts: dict[int, list[Passage]] = {}
    signed: dict[int, list[Ranked]] = {}
    for item in ranked:
        passage = passages[item.candidate.row]
        texts.setdefault(passage.document, []).append(passage)
        if passage.signature:
            told = replace(item, told=(0, len(passage.text)))
            signed.setdefault(passage.document, []).append(told)
    meant = [number for number, found in texts.items() if _holds(found, about, question)]
    if len(meant) != 1 or meant[0] not in signed:
        return ranked
    first = sorted(signed[meant[0]], key=lambda item: item.candidate.row)
    rows = {item.candidate.row for item in first}
    best = ranked[0].rank_score
    return [
        *(replace(item, rank_score=best) for item in first),
        *(item for item in ranked if item.candidate.row not in rows),
    ]


def _holds(found: list[Passage], about: str, question: Question) -> bool:
    """Whether a document's passages hold all words of what the letter is said to be about."""
    language = found[0].language
    held = {term for passage in found for term in analyse(passage.encoded_text, language)}
    return held.issuperset(content_terms(about, language, question.language))


def _asked_about(text: str) -> str | None:
    """What the letter is about whose signature is asked, "" if the question does not say.

    None where no signature is asked, or a number tells that another letter may be meant.
    """
    text = " ".join(text.split()).strip(" ?!.")
    for form in _FORMS:
        if (found := form.fullmatch(text)) and not re.search(r"\d", text):
            return found["about"] or ""
    return None
