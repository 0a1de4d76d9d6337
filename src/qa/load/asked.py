"""Questions that a marked-up file shows as such, and the text under them that answers them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qa.load.elements import Element, ElementKind, text_of
from qa.load.heading_lines import ends_within
from qa.load.labels import is_asked, read_label

_ANSWERS = (ElementKind.BODY, ElementKind.LIST_ITEM, ElementKind.TABLE_ROW)


def is_bold_question(text: str) -> bool:
    """Whether a paragraph, bold as a whole, is one question; what has a label is told by that."""
    return is_asked(text) and not ends_within(text) and read_label(text) is None


def with_answers(elements: Iterable[Element]) -> list[Element]:
    """The elements, in which what stands under a question has it as context.

    That is up to the next question or heading, where the file does not say itself what belongs
    to it. A question without anything under it is a paragraph like others.
    """
    listed = list(elements)
    found: list[Element] = []
    asked = ""
    for element, after in zip(listed, (*listed[1:], None), strict=False):
        if element.kind is ElementKind.QUESTION:
            text = text_of(element.runs)
            answered = after is not None and after.kind in _ANSWERS
            said = after is not None and text in after.context
            asked = text if answered and not said else ""
            found.append(element if answered else replace(element, kind=ElementKind.BODY))
            continue
        if element.kind is ElementKind.HEADING:
            asked = ""
        if asked and element.kind in _ANSWERS:
            element = replace(element, context=f"{asked} {element.context}".strip())
        found.append(element)
    return found
