"""Votes in proceedings: the chair states an outcome; what was voted on stands just before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from qa.lang.proceedings import OUTCOMES, PUT_TO_VOTE, STATING
from qa.load.elements import Element, ElementKind, text_of


def with_motions(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements, in which the outcome of a vote has as context what was put to the vote.

    That is so where nothing but a heading stands between the two.
    """
    put = ""
    for element in elements:
        text = text_of(element.runs)
        said = text.lower()
        if element.kind is ElementKind.BODY:
            if put and not element.context and _states_outcome(said):
                element = replace(element, context=put)
            put = text if said.startswith(PUT_TO_VOTE) else ""
        elif element.kind not in (ElementKind.HEADING, ElementKind.NOTE):
            put = ""
        yield element


def _states_outcome(said: str) -> bool:
    return said.startswith(STATING) and any(outcome in said for outcome in OUTCOMES)
