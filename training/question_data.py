"""What trains the side of questions: questions, the passages that answer them, their sentences.

A question's targets are the passages of the training part that answer it (of a near miss: that it
is about) and, where the answer's words are known, the sentence that holds them. All other passages
and sentences of the training part stand against these.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import click
import numpy as np
from own_questions import WINDOWED, own_members, own_questions, own_windows

from qa.encoder import Vectors
from qa.encoder.bundled import BundledEncoder
from qa.evaluate.datasets import (
    Example,
    dutch_qa,
    minister_passages,
    ministers,
    xquad_examples,
)
from qa.evaluate.splits import Part, part_of_passage, part_of_relevant
from qa.reading import Span
from qa.sentences import split_sentences

_AT_ONCE = 1024  # texts between two lines of progress


@dataclass(frozen=True, slots=True)
class Target:
    """A question, the numbers of its passages, and that of the sentence that answers, if known."""

    question: str
    passages: tuple[int, ...]
    sentence: int | None
    source: str


@dataclass(frozen=True)
class QuestionData:
    """Targets, and unit rows of passages and of sentences, (n, 384), by the bundled encoder."""

    targets: list[Target]
    passages: Vectors
    sentences: Vectors


class _Texts:
    """Texts with a number each, equal ones the same."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text, a new one if it was not there."""
        return self._numbers.setdefault(" ".join(text.split()), len(self._numbers))

    def rows(self, path: Path) -> Vectors:
        """Their rows, kept in a file; made anew where it has another number of them."""
        texts = list(self._numbers)
        if path.is_file() and len(kept := np.load(path)) == len(texts):
            return np.asarray(kept, np.float32)
        encoder, made = BundledEncoder(trained=False), []
        for start in range(0, len(texts), _AT_ONCE):
            made.append(encoder.encode_document(texts[start : start + _AT_ONCE]))
            click.echo(f"{path.stem}: {start + len(made[-1])} of {len(texts)}")
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, np.concatenate(made))
        return np.concatenate(made)


def read_question_data(data: Path, work: Path) -> QuestionData:
    """All of the training part; the rows are kept in the work folder."""
    passages, sentences = _Texts(), _Texts()
    members = minister_passages(data)
    windows = {name: own_windows(name, data) for name in WINDOWED}
    examples = dutch_qa(data, Part.TRAIN) + own_questions(data)
    sourced = [(e, "dutch") for e in examples]
    sourced += [(example, "asked") for example in own_members(data)]
    for name, rows in windows.items():
        sourced += [(window.example, name) for window in rows]
    targets: list[Target] = []
    for example, source in sourced:
        if example.key not in members or _may_train(example.key):
            spans = _sentence_spans(example.passage)
            numbers = [sentences.number(example.passage[slice(*span)]) for span in spans]
            own = (passages.number(example.passage),)
            targets.append(Target(example.question, own, _holder(example, spans, numbers), source))
    for window in itertools.chain(*windows.values()):
        for passage in window.passages:
            passages.number(passage)
    kept = {key: passages.number(text) for key, text in members.items() if _may_train(key)}
    for row in ministers(data, Part.TRAIN):
        numbers = tuple(kept[key] for key in row["relevant"] if key in kept)
        if numbers:
            targets.append(Target(row["question"], numbers, None, "members"))
    translated = xquad_examples(data, Part.TRAIN)
    # The same paragraph in each language answers.
    by_key: dict[str, set[int]] = {}
    for example in translated:
        by_key.setdefault(example.key, set()).add(passages.number(example.passage))
    targets += [Target(e.question, tuple(by_key[e.key]), None, "xquad") for e in translated]
    return QuestionData(
        targets, passages.rows(work / "passages.npy"), sentences.rows(work / "sentences.npy")
    )


def _may_train(key: str) -> bool:
    """Whether a minister's answer is in the training part of both sets over these."""
    return part_of_relevant([key]) is Part.TRAIN and part_of_passage(key) is Part.TRAIN


@cache
def _sentence_spans(passage: str) -> tuple[Span, ...]:
    return split_sentences(passage, "nl")


def _holder(example: Example, spans: tuple[Span, ...], numbers: list[int]) -> int | None:
    """The number of the sentence in which the answer begins."""
    if example.answer:
        for (start, end), number in zip(spans, numbers, strict=True):
            if start <= example.answer[0] < end:
                return number
    return None
