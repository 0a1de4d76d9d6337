"""Notes that the writer of a marked-up file typed by hand under the text: "[1] Kamerstuk …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from qa.load.elements import Element, ElementKind, Run
from qa.load.note_labels import split_label


@dataclass(frozen=True, slots=True)
class _Form:
    """How notes are numbered: the label of a note, its mark in the text."""

    label: re.Pattern[str]
    mark: re.Pattern[str]


_FORMS = (
    _Form(re.compile(r"\s*\[(\d{1,3})\]\s*\S"), re.compile(r"\[(\d{1,3})\]")),
    _Form(
        re.compile(r"\s*(\d{1,2})\)\s+\S"),
        re.compile(r"(?<=[.?!»”’\"'])\s?(\d{1,2})\)(?=\s|$)"),
    ),
)
_MAY_BE_NOTES = {ElementKind.BODY, ElementKind.LIST_ITEM}
_MAY_HAVE_MARKS = {*_MAY_BE_NOTES, ElementKind.HEADING}


def with_typed_notes(elements: Iterable[Element]) -> list[Element]:
    """The elements; paragraphs "[1] …", "[2] …" that follow on each other are notes.

    They are where the text above them has the marks of most; of all where they are numbered
    "1)", as lists are too, or do not begin at 1. A list of notes may be followed by more text
    with notes of its own, numbered from 1 again.
    """
    found = list(_one_each(list(elements)))
    marks = _MarksAbove(found)
    begin = end = at = 0
    while at < len(found):
        form, numbers = _notes_at(found, at)
        if "1" in numbers[:1]:
            begin = end
        if form and _marked(
            found[max(begin, at - 1) : at], marks.within(form, begin, at), form, numbers
        ):
            names = {number: f"typed {at} {number}" for number in numbers}
            found[begin:at] = [_with_marks(element, form, names) for element in found[begin:at]]
            end = at + len(numbers)
            for number, place in zip(numbers, range(at, end), strict=True):
                found[place] = _as_note(found[place], number, names[number])
            marks = _MarksAbove(found)
        at += len(numbers) or 1
    return found


def _one_each(elements: list[Element]) -> Iterator[Element]:
    """The elements; a paragraph "[2] … [3] …" is two, where [3] begins none of its own."""
    own = {_label(element) for element in elements}
    for element in elements:
        rest, number = element, _label(element)
        while number is not None and number + 1 not in own:
            number += 1
            following = re.search(rf"\[{number}\]\s*(?=\S)", _text(rest))
            if following is None or any(run.note for run in rest.runs):
                break
            first, second = _cut(rest.runs, following.start())
            yield replace(rest, runs=first)
            rest = replace(rest, runs=second)
        yield rest


def _label(element: Element) -> int | None:
    match = _FORMS[0].label.match(_text(element)) if element.kind is ElementKind.BODY else None
    return int(match[1]) if match else None


def _cut(runs: tuple[Run, ...], at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    first, second, left = [], [], at
    for run in runs:
        first.append(Run(run.text[: max(0, left)]))
        second.append(Run(run.text[max(0, left) :]))
        left -= len(run.text)
    return tuple(first), tuple(second)


def _notes_at(elements: list[Element], at: int) -> tuple[_Form | None, list[str]]:
    """The form and numbers of the paragraphs from here on that are numbered upwards."""
    for form in _FORMS:
        numbers: list[str] = []
        for element in (elements[place] for place in range(at, len(elements))):
            may_be = element.kind in _MAY_BE_NOTES
            label = form.label.match(_text(element)) if may_be else None
            if label is None or (numbers and int(label[1]) != int(numbers[-1]) + 1):
                break
            numbers.append(label[1])
        if numbers:
            return form, numbers
    return None, []


class _MarksAbove:
    """The marks in elements, gathered further down as they are asked for."""

    def __init__(self, elements: list[Element]) -> None:
        self._elements = elements
        self._known: dict[_Form, tuple[int, int, set[str]]] = {}

    def within(self, form: _Form, begin: int, end: int) -> set[str]:
        """The marks of a form from one element to another, which is not above the last asked."""
        start, upto, marks = self._known.get(form, (begin, begin, set()))
        if start != begin:
            upto, marks = begin, set()
        for place in range(upto, end):
            marks.update(form.mark.findall(_text(self._elements[place])))
        self._known[form] = begin, end, marks
        return marks


def _marked(last: list[Element], marks: set[str], form: _Form, numbers: list[str]) -> bool:
    """Whether the text above a list of notes, which ends in `last`, has the marks of it."""
    if last and _text(last[0]).rstrip().endswith(":"):
        return False  # a list
    if form is _FORMS[0] and numbers[0] == "1":
        return 2 * len(marks & set(numbers)) > len(numbers)
    return marks.issuperset(numbers)


def _text(element: Element) -> str:
    return "".join(run.text for run in element.runs if run.note is None)


def _as_note(element: Element, number: str, name: str) -> Element:
    runs, labelled = split_label(element.runs, number)
    return replace(
        element, kind=ElementKind.NOTE, runs=runs, note=name, marker=number, labelled=labelled
    )


def _with_marks(element: Element, form: _Form, names: dict[str, str]) -> Element:
    if element.kind not in _MAY_HAVE_MARKS:
        return element
    return replace(element, runs=tuple(_parted(element.runs, form, names)))


def _parted(runs: tuple[Run, ...], form: _Form, names: dict[str, str]) -> Iterator[Run]:
    """The runs with the marks of these notes in runs of their own; a mark may lie over several."""
    for note, group in groupby(runs, key=lambda run: run.note):
        text, position = "".join(run.text for run in group), 0
        for mark in form.mark.finditer(text) if note is None else ():
            if mark[1] in names:
                yield Run(text[position : mark.start()])
                yield Run(mark.group(), names[mark[1]])
                position = mark.end()
        yield Run(text[position:], note)
