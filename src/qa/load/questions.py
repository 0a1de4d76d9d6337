"""Letters of questions and answers: questions never answer, answers are found by their question."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from qa.document import Document, Paragraph, ParagraphKind, Section
from qa.load.headings import with_headings
from qa.load.labels import (
    Label,
    closes,
    is_asked,
    read_label,
    read_number,
    read_source,
    speaks_of_answers,
)

_FEWEST_PAIRS = 2  # where no number ties an answer to its question


@dataclass(frozen=True, slots=True)
class _Item:
    """A heading or paragraph, in reading order."""

    at: int
    text: str
    paragraph: Paragraph | None
    section: str = ""  # of a heading, as is its level
    level: int = 0


@dataclass
class _Exchange:
    """What was recognised: the part that each paragraph plays, and the questions' texts."""

    asking: set[str] = field(default_factory=set)  # paragraphs of questions
    answering: dict[str, str] = field(default_factory=dict)  # of answers, with their question
    labels: set[str] = field(default_factory=set)  # that hold a label and nothing else
    headings: set[str] = field(default_factory=set)  # that are the text of a question
    texts: dict[int, list[list[str]]] = field(default_factory=dict)
    pairs: int = 0
    numbered: bool = False

    def question(self, numbers: Sequence[int]) -> str:
        """The last wording of each of these questions, one after another."""
        runs = [[run for run in self.texts.get(number, []) if run] for number in numbers]
        texts = [" ".join(of_one[-1]) for of_one in runs if of_one]
        return " ".join(dict.fromkeys(texts))

    def marks(self, mark: str | None) -> bool:
        """Whether a question refers to a source by this mark."""
        runs = (run for of_one in self.texts.values() for run in of_one)
        return mark is not None and any(mark in text for run in runs for text in run)


def link_questions(document: Document) -> Document:
    """The document with its questions marked and its answers given their question as context.

    Labels that are paragraphs of their own become headings. A document that is no letter of
    questions and answers is given back as it is.
    """
    items = _items(document)
    labels = _labels(items)
    if not any(label.asks for label in labels.values()):
        return document
    found = _exchange(items, labels)
    if not found.pairs or (found.pairs < _FEWEST_PAIRS and not found.numbered):
        return document
    linked = replace(document, paragraphs=tuple(_linked(p, found) for p in document.paragraphs))
    return with_headings(linked, found.labels, found.headings, ParagraphKind.QUESTION)


def _items(document: Document) -> list[_Item]:
    headings = [_heading(section) for section in document.sections if section.title is not None]
    paragraphs = [_Item(p.reading.pieces[0][0], p.text, p) for p in document.paragraphs if p.text]
    return sorted([*headings, *paragraphs], key=lambda item: item.at)


def _heading(section: Section) -> _Item:
    at = section.title_spans[0][0] if section.title_spans else section.span[0]
    return _Item(at, section.title or "", None, section.id, section.level)


def _labels(items: list[_Item]) -> dict[int, Label]:
    """The items that bear a label; where questions bear only a number, that is their label."""
    labels = {i: label for i, item in enumerate(items) if (label := read_label(item.text))}
    if any(label.asks for label in labels.values()):
        return labels
    numbers = {i: n for i, item in enumerate(items) if (n := read_number(item.text)) is not None}
    if labels:
        asked = {i: n for i, n in numbers.items() if is_asked(items[i].text)}
        return labels | {i: Label(True, (n,), items[i].text) for i, n in asked.items()}
    return _listed(items, numbers)


def _listed(items: list[_Item], numbers: dict[int, int]) -> dict[int, Label]:
    """Labels of questions in a list that are answered below by number only.

    The numbers run from 1 twice, as far both times, first before questions; and what stands
    before the second run speaks of answers.
    """
    listed = list(numbers.items())
    ones = [place for place, (_, number) in enumerate(listed) if number == 1]
    for first, second in itertools.pairwise(ones):
        asked = _run(listed[first:second])
        if (
            len(asked) < _FEWEST_PAIRS
            or not all(is_asked(items[i].text) for i in asked)
            or not speaks_of_answers(items[listed[second][0] - 1].text)
        ):
            continue
        answered = _run(itertools.islice(listed, second, None), len(asked))
        if len(asked) == len(answered):
            return {
                i: Label(asks, (numbers[i],), items[i].text)
                for asks, run in ((True, asked), (False, answered))
                for i in run
            }
    return {}


def _run(numbers: Iterable[tuple[int, int]], most: int | None = None) -> list[int]:
    """Of items with their numbers those that are numbered from 1 without a gap."""
    run: list[int] = []
    for i, number in numbers:
        if number == len(run) + 1:
            run.append(i)
        if len(run) == most:
            break
    return run


def _exchange(items: list[_Item], labels: dict[int, Label]) -> _Exchange:
    found = _Exchange()
    current: Label | None = None
    level = 0  # of the heading that is the current label
    pending: list[int] = []  # questions asked since the last answer
    question = ""
    last = max(labels)
    for i, item in enumerate(items):
        label = labels.get(i)
        if label is not None:
            current, level = _opened(label, found, pending), item.level
            if not current.asks:
                question = found.question(current.numbers)
                found.pairs += bool(question)
                found.numbered = found.numbered or bool(question and label.numbers)
        elif i > last and found.marks(read_source(item.text)):
            current = None  # the sources that the questions refer to
        elif current is not None and _ends(item, current, level, last=i > last):
            current = None
        if current is not None:
            _take(item, label, current, question, found)
    return found


def _opened(label: Label, found: _Exchange, pending: list[int]) -> Label:
    """The label with its numbers: an answer without any answers what was asked since the last."""
    if label.asks:
        numbers = label.numbers or (-1 - len(found.texts),)
        for number in numbers:
            found.texts.setdefault(number, []).append([])
        pending.extend(numbers)
        return replace(label, numbers=numbers)
    numbers = label.numbers or tuple(pending)
    pending.clear()
    return replace(label, numbers=numbers)


def _ends(item: _Item, current: Label, level: int, *, last: bool) -> bool:
    """Whether an item without a label ends the question or answer before it."""
    if item.paragraph is not None and item.paragraph.kind is ParagraphKind.SIGNATURE:
        return True
    if current.asks and item.paragraph is None:  # a question may look like a heading
        return not item.text.endswith((".", "?"))
    if current.asks:  # "Mijn antwoorden luiden als volgt:"
        return item.text.endswith(":") and speaks_of_answers(item.text)
    if item.paragraph is None:
        return last or item.level < level
    return last and closes(item.text)


def _take(
    item: _Item, label: Label | None, current: Label, question: str, found: _Exchange
) -> None:
    """Give an item its part in the current question or answer."""
    paragraph, text = item.paragraph, item.text if label is None else label.rest
    if current.asks and text:
        for number in current.numbers:
            found.texts[number][-1].append(text)
    if paragraph is None:
        if current.asks and label is None:
            found.headings.add(item.section)
        return
    if not text:
        found.labels.add(paragraph.id)
    elif current.asks:
        found.asking.add(paragraph.id)
    elif question:
        found.answering[paragraph.id] = question


def _linked(paragraph: Paragraph, found: _Exchange) -> Paragraph:
    if paragraph.id in found.asking:
        return replace(paragraph, kind=ParagraphKind.QUESTION)
    question = found.answering.get(paragraph.id)
    if question is None or question in paragraph.context:
        return paragraph
    return replace(paragraph, context=f"{question} {paragraph.context}".strip())
