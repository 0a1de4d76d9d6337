"""Which rows train, which choose, which are only reported: fixed by a hash of the passage.

A passage, or a whole XQuAD article in all its languages, is on one side with all questions
about it. The test part of the ministers' answers is larger than that of the other sets, since
its figure is a difference of two; rows of `dutch-qa` about passages that are in one test part
and not in the other serve neither for training nor for testing.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum


class Part(StrEnum):
    """What a row may be used for."""

    TRAIN = "train"
    DEVELOP = "develop"
    TEST = "test"


_TEST, _DEVELOP = 0.2, 0.28
_ARTICLES_DEVELOP = 0.25
_POOL_TEST, _POOL_DEVELOP = 0.4, 0.5


def rank(key: str) -> float:
    """A number in [0, 1) that depends on nothing but the key."""
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) / 2**32


def part_of_passage(passage_id: str) -> Part:
    """The part of the questions of `dutch-qa` about a passage."""
    place = rank(passage_id)
    if place < _TEST:
        return Part.TEST
    if place < _DEVELOP:
        return Part.DEVELOP
    if passage_id.startswith("kv-") and place < _POOL_TEST:
        return Part.DEVELOP
    return Part.TRAIN


def part_of_relevant(passage_ids: list[str]) -> Part:
    """The part of a member's question, given the passages that answer it or would.

    In the test part as soon as one of them is, and in the training part only where all are.
    """
    places = [rank(passage_id) for passage_id in passage_ids]
    if min(places) < _POOL_TEST:
        return Part.TEST
    return Part.TRAIN if all(place >= _POOL_DEVELOP for place in places) else Part.DEVELOP


def part_of_article(title: str) -> Part:
    """The part of an XQuAD article, in all its languages."""
    place = rank(title)
    if place < _TEST:
        return Part.TEST
    return Part.DEVELOP if place < _ARTICLES_DEVELOP else Part.TRAIN
