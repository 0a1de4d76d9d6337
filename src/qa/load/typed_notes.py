"""Notes that the writer of a marked-up file typed by hand: "[1] Kamerstuk …" under the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from qa.load.elements import Element, ElementKind, Run
from qa.load.note_labels import split_label

_LABEL = re.compile(r"\s*\[(\d{1,3})\]\s*\S")
_MARK = re.compile(r"\[(\d{1,3})\]")
_MAY_HAVE_MARKS = {ElementKind.BODY, ElementKind.LIST_ITEM, ElementKind.HEADING}


def with_typed_notes(elements: Iterable[Element]) -> list[Element]:
    """The elements; paragraphs "[1] …", "[2] …" that follow on each other are notes.

    They are where the text above them has the marks of most. A list of notes may be followed
    by more text with notes of its own, numbered from 1 again.
    """
    found = list(elements)
    begin = at = 0
    while at < len(found):
        size = _notes_at(found, at)
        numbers = {str(number) for number in range(1, size + 1)}
        above = {mark for e in found[begin:at] for mark in _MARK.findall(_text(e))}
        if 2 * len(numbers & above) > size:
            names = {number: f"typed {at} {number}" for number in numbers}
            found[begin:at] = [_with_marks(element, names) for element in found[begin:at]]
            for number, place in enumerate(range(at, at + size), start=1):
                found[place] = _as_note(found[place], str(number), names[str(number)])
            begin = at + size
        at += size or 1
    return found


def _notes_at(elements: list[Element], at: int) -> int:
    """How many paragraphs from here on are numbered from 1 upwards."""
    size = 0
    for element in elements[at:]:
        label = _LABEL.match(_text(element)) if element.kind is ElementKind.BODY else None
        if label is None or int(label[1]) != size + 1:
            break
        size += 1
    return size


def _text(element: Element) -> str:
    return "".join(run.text for run in element.runs if run.note is None)


def _as_note(element: Element, number: str, name: str) -> Element:
    runs, labelled = split_label(element.runs, number)
    return replace(
        element, kind=ElementKind.NOTE, runs=runs, note=name, marker=number, labelled=labelled
    )


def _with_marks(element: Element, names: dict[str, str]) -> Element:
    if element.kind not in _MAY_HAVE_MARKS:
        return element
    return replace(element, runs=tuple(_parted(element.runs, names)))


def _parted(runs: tuple[Run, ...], names: dict[str, str]) -> Iterator[Run]:
    """The runs with the marks of these notes in runs of their own; a mark may lie over several."""
    for note, group in groupby(runs, key=lambda run: run.note):
        text, position = "".join(run.text for run in group), 0
        for mark in _MARK.finditer(text) if note is None else ():
            if mark[1] in names:
                yield Run(text[position : mark.start()])
                yield Run(mark.group(), names[mark[1]])
                position = mark.end()
        yield Run(text[position:], note)
