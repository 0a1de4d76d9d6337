"""Votes in proceedings: the chair states an outcome; what was voted on stands just before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from qa.lang.proceedings import OUTCOMES, PUT_TO_VOTE, STATING
from qa.list_marks import LIST_MARK
from qa.load.elements import Element, ElementKind, text_of

_REFERENCE = re.compile(r"\(([^()]*)\)[^()\w]*$")
_NUMBER = re.compile(r"\d[\d-]*(?: \d{3}\b)*")


def with_motions(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements, in which the outcome of a vote has as context what was put to the vote.

    That is so where nothing but a heading stands between the two. A vote is put by number alone;
    what that is about stands in the list of what is to be voted on, where there is one.
    """
    put = ""
    listed: dict[tuple[str, str], str] = {}
    for element in elements:
        text = text_of(element.runs)
        said = text.lower()
        if element.kind is ElementKind.BODY:
            if put and not element.context and _states_outcome(said):
                element = replace(element, context=put)
            put = _with_subject(text, listed) if said.startswith(PUT_TO_VOTE) else ""
        elif element.kind not in (ElementKind.HEADING, ElementKind.NOTE):
            put = ""
        if element.kind is ElementKind.LIST_ITEM and len(numbers := _numbers(text)) == 1:
            listed[numbers[0]] = _REFERENCE.sub("", LIST_MARK.sub("", text, count=1)).rstrip()
        yield element


def _states_outcome(said: str) -> bool:
    return said.startswith(STATING) and any(outcome in said for outcome in OUTCOMES)


def _with_subject(put: str, listed: dict[tuple[str, str], str]) -> str:
    """What was put to the vote, and how the list names it; a changed motion has its old number."""
    subjects = (listed.get(number) for number in _numbers(put))
    subject = next((found for found in subjects if found is not None), "")
    return f"{put} {subject}".rstrip()


def _numbers(text: str) -> list[tuple[str, str]]:
    """The number of the file and of each paper in it that a text ends with: "(12345, nr. 6)"."""
    reference = _REFERENCE.search(text)
    numbers = _NUMBER.findall(reference[1]) if reference else []
    return [(numbers[0], paper) for paper in numbers[1:]]
