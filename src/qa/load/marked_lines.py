"""Lines of one paragraph that a marked-up file breaks by hand: list items, answers under questions.

Markdown breaks a line within a paragraph, HTML by `<br>`; where each line begins with a mark that
counts on ("a.", "b."), a reader sees a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.list_marks import ListMark, read_mark
from qa.load.elements import Element, ElementKind, Run
from qa.load.labels import is_asked, read_label

_PARTED = (ElementKind.BODY, ElementKind.LIST_ITEM)
_ENDS_CLAUSE = (".", ":", ";", ",", "?", "!")
_ENDS_SENTENCE = (".", ":", "?", "!")
_ENDS_ITEM = (*_ENDS_SENTENCE, ";")
_FEWEST = 2
_MANY = 3  # items in a row are a list after any line


def with_marked_lines(element: Element, *, by_hand: bool) -> list[Element]:
    r"""An element, in parts where lines within it are items of a list or answer a question.

    Lines are what "\n" parts in its runs; `by_hand`: each was ended by the writer, and not where
    it was full. Lines that bear no mark go on with the item above, unless a new sentence begins
    there by hand.
    """
    if element.kind not in _PARTED:
        return [element]
    lines = _lines(element.runs)
    texts = ["".join(run.text for run in line if run.note is None).strip() for line in lines]
    items = _items(texts)
    labelled = _labelled(texts, by_hand=by_hand)
    after = _after_list(texts, items) if by_hand and items else set()
    starts = {0} | items | labelled | after
    if len(starts) == 1:
        return [element]
    ordered = sorted(starts)
    found: list[Element] = []
    for start, end in zip(ordered, [*ordered[1:], len(lines)], strict=True):
        runs = [run for line in lines[start:end] for run in (*line, Run("\n"))]
        kind = ElementKind.BODY if start in labelled else element.kind
        kind = ElementKind.LIST_ITEM if start in items else kind
        found.append(replace(element, kind=kind, runs=tuple(runs[:-1])))
    return found


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n") if run.note is None else [run.text]
        lines[-1].append(Run(first, run.note))
        lines += [[Run(other)] for other in others]
    return lines


def _items(texts: Sequence[str]) -> set[int]:
    """The lines that begin an item: two or more whose marks count on from the first."""
    marks = {at: mark for at, text in enumerate(texts) if (mark := read_mark(text))}
    lists: list[list[int]] = []
    for at, mark in marks.items():
        last = next((one for one in reversed(lists) if mark.follows(marks[one[-1]])), None)
        if last is not None:
            last.append(at)
        elif mark.first:
            lists.append([at])
    return {at for one in lists if _is_list(texts, one, marks) for at in one}


def _is_list(texts: Sequence[str], places: Sequence[int], marks: dict[int, ListMark]) -> bool:
    first = places[0]
    opened = first == 0 or first - 1 in marks or texts[first - 1].endswith(_ENDS_CLAUSE)
    return len(places) >= (_FEWEST if opened else _MANY)


def _labelled(texts: Sequence[str], *, by_hand: bool) -> set[int]:
    """The lines that a label of a question or answer begins: "Antwoord: in 2022 …"."""
    return {
        at
        for at in range(1, len(texts))
        if texts[at][:1].isupper()
        and (by_hand or is_asked(texts[at - 1]) or texts[at - 1].endswith(_ENDS_SENTENCE))
        and read_label(texts[at]) is not None
    }


def _after_list(texts: Sequence[str], items: set[int]) -> set[int]:
    """The first line under the last item where a new sentence begins, if there is one."""
    below = range(max(items) + 1, len(texts))
    new = (at for at in below if texts[at][:1].isupper() and texts[at - 1].endswith(_ENDS_ITEM))
    return set(list(new)[:1])
