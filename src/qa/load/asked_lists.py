"""Questions that a list right under them answers: "Wat mag niet in de bak?" over its items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from qa.load.asked import is_bold_question
from qa.load.elements import Element, ElementKind, text_of
from qa.load.labels import is_asked

_FEWEST = 2  # items


def with_asked_lists(elements: Sequence[Element]) -> list[Element]:
    """The elements, in which a paragraph that is one question over a list is a question.

    The items have it as context. Where they ask too, they belong to the question.
    """
    found = list(elements)
    for at, element in enumerate(found):
        text = text_of(element.runs)
        if element.kind is not ElementKind.BODY or element.context or not is_bold_question(text):
            continue
        items = list(takewhile(lambda e: e.kind is ElementKind.LIST_ITEM, found[at + 1 :]))
        if len(items) < _FEWEST or any(is_asked(text_of(item.runs)) for item in items):
            continue
        found[at] = replace(element, kind=ElementKind.QUESTION)
        for place, item in enumerate(items, start=at + 1):
            found[place] = replace(item, context=f"{text} {item.context}".strip())
    return found
