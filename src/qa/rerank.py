"""Reranking: the best candidates are read with the question, and ordered by all evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np

from qa.enumeration import list_members
from qa.passages import Passage
from qa.question import Question
from qa.read import Quote, read
from qa.reader import Find
from qa.reader.finding import Finding
from qa.reading import Span
from qa.retrieval.retrieve import Candidate

READ = 10  # candidates that are read
CERTAIN = 0.97  # probability that what is `told` answers


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of the evidence, chosen on development data by `eval/fit_reader.py --data`.

    `retrieval` weighs the rank score of retrieval, the others the reader's logits.
    """

    retrieval: float = 20.0
    score: float = 0.0
    answerable: float = 0.2
    relevant: float = 0.1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the weights are shares of, in their order; logits no further than `CLAIMED`."""

    retrieval: float
    score: float
    answerable: float
    relevant: float


WEIGHTS = Weights()
CLAIMED = 5.0  # a logit counts no further from zero
SENTENCE = 40.0  # what retrieval's evidence of a sentence weighs beside the reader's logit
MOST_OF_A_LIST = 150  # words that are read with its lead


@dataclass(frozen=True)
class Ranked:
    """A candidate in its final place, with what the reader found in it.

    Spans of `finding` lie within the passage's own text; it is None where nothing was read.
    `told` is where the passage says just what the form of the question asks: what a name stands
    for, who signed.
    """

    candidate: Candidate
    rank_score: float
    finding: Finding | None = None
    told: Span | None = None


def keep_order(candidates: list[Candidate]) -> list[Ranked]:
    """The order of retrieval, for answers without a reader."""
    return [Ranked(candidate, candidate.rank_score) for candidate in candidates]


def rerank(
    question: Question, candidates: list[Candidate], passages: Sequence[Passage], find: Find
) -> list[Ranked]:
    """The candidates in a new order: the first ten read and weighed, the rest after them."""
    head, tail = candidates[:READ], candidates[READ:]
    found = find_all(question, head, passages, find)
    ranked = [
        Ranked(candidate, weigh(candidate, finding), finding)
        for candidate, finding in zip(head, found, strict=True)
    ]
    ranked.sort(key=lambda item: (-item.rank_score, item.candidate.row))
    if tail:
        # Below the last that was read, by as much as retrieval sets them apart.
        top = ranked[-1].rank_score - tail[0].rank_score - 1.0
        ranked += [Ranked(candidate, top + candidate.rank_score) for candidate in tail]
    return ranked


def weigh(candidate: Candidate, finding: Finding) -> float:
    """The evidence of retrieval and reader in one number."""
    shares = zip(astuple(WEIGHTS), astuple(evidence(candidate, finding)), strict=True)
    return float(sum(weight * value for weight, value in shares))


def evidence(candidate: Candidate, finding: Finding) -> Evidence:
    """What retrieval and reader say of a candidate."""
    logits = (finding.best.score / 2, finding.answerable, finding.relevant)
    return Evidence(candidate.rank_score, *(max(-CLAIMED, min(CLAIMED, value)) for value in logits))


def quote_of(
    question: Question, passage: Passage, ranked: Ranked, weight: float = SENTENCE
) -> Quote:
    """What of a passage to quote: the sentence for which retrieval and reader speak most.

    In it the reader's words are marked. `weight` is for those who choose `SENTENCE`.
    """
    if ranked.told:
        return read(question, passage, ranked.candidate, ranked.told)
    finding = ranked.finding
    if finding is None:
        return read(question, passage, ranked.candidate)
    scores = np.clip([part.score / 2 for part in finding.parts], -CLAIMED, CLAIMED)
    scores = scores + weight * ranked.candidate.sentence_scores
    asks = [passage.text[start:end].endswith("?") for _, (start, end) in passage.sentences]
    if not all(asks):
        scores[asks] = -np.inf  # a question answers nothing, however much it is about the same
    best = int(np.argmax(scores))
    likely = finding.parts[best]
    return read(question, passage, ranked.candidate, likely.span, likely.reach)


def find_all(
    question: Question, candidates: list[Candidate], passages: Sequence[Passage], find: Find
) -> list[Finding]:
    """What the reader finds in each sentence of each candidate, spans in the passage's own text.

    A paragraph that leads a list is read with the list: alone it answers nothing.
    """
    texts, parts, offsets = [], [], []
    for candidate in candidates:
        passage = passages[candidate.row]
        offset = len(passage.lead) + 1 if passage.lead else 0
        own = [(start + offset, end + offset) for _, (start, end) in passage.sentences]
        text = passage.searched_text
        if items := _items_of(passages, candidate.row):
            text = f"{text} {items}"
            own[-1] = own[-1][0], len(text)
        texts.append(text)
        parts.append(own)
        offsets.append(offset)
    found = find(question.read, texts, parts)
    return [
        _in_own_text(finding, passages[candidate.row], offset)
        for candidate, finding, offset in zip(candidates, found, offsets, strict=True)
    ]


def _items_of(passages: Sequence[Passage], row: int) -> str:
    """The list that a passage leads, as much of it as is read; empty where it leads none."""
    members = list_members(passages, row)
    if not members or members[0] != row:
        return ""
    words = " ".join(passages[member].text for member in members[1:]).split(" ")
    return " ".join(words[:MOST_OF_A_LIST])


def _in_own_text(finding: Finding, passage: Passage, offset: int) -> Finding:
    """A finding in characters of the passage's text; what is in its list is said by its end."""
    last = passage.sentences[-1][1]
    parts = []
    for part in finding.moved(lambda span: (span[0] - offset, span[1] - offset)).parts:
        if part.span and part.span[1] > last[1]:
            part = replace(part, span=None, reach=last)
        parts.append(part)
    return replace(finding, parts=tuple(parts))
