"""The conversation: questions, what each was put to, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from qa.errors import AlineaError
from qa.index import Index
from qa.result import Result
from qa.web.state import EVERYTHING, Address, Scope

_TURNS = "turns"


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it, in one generation of the index.

    `asked` is the question as it was typed, after `previous`, if that can tell what it means.
    """

    asked: str
    generation: str | None
    result: Result | None = None
    error: AlineaError | None = None
    previous: str | None = None
    scope: Scope = EVERYTHING

    @property
    def question(self) -> str:
        """The question in full, as it was understood: it can be asked again alone."""
        understood = self.result.understood if self.result else None
        return understood or self.asked

    @property
    def address(self) -> Address:
        """What opens this turn again; a question that cannot be asked is not worth a link."""
        return Address(self.question, scope=self.scope) if self.result else Address()


def ask(
    index: Index, question: str, previous: str | None = None, scope: Scope = EVERYTHING
) -> Turn:
    """Put a question to the index, after another one or alone."""
    generation = index.generation
    try:
        result = index.ask(
            question,
            previous=previous,
            documents=scope.documents or None,
            since=scope.since or None,
            until=scope.until or None,
        )
    except AlineaError as error:
        return Turn(question, generation, error=error, previous=previous, scope=scope)
    return Turn(question, generation, result, previous=previous, scope=scope)


def conversation(index: Index) -> list[Turn]:
    """The turns of the visitor, asked anew where the index has changed since."""
    turns: list[Turn] = st.session_state.setdefault(_TURNS, [])
    generation = index.generation
    turns[:] = [
        t if t.generation == generation else ask(index, t.asked, t.previous, t.scope) for t in turns
    ]
    return turns


def previous_question(turns: Sequence[Turn]) -> str | None:
    """The question that a follow-up goes on from: the last that could be asked."""
    return next((turn.question for turn in reversed(turns) if turn.result), None)


def find_turn(turns: Sequence[Turn], address: Address) -> Turn | None:
    """The turn that an address names, if it is in the conversation."""
    named = (address.question, address.scope)
    return next((turn for turn in turns if (turn.question, turn.scope) == named), None)


def turn_of(index: Index, address: Address) -> Turn:
    """The turn that an address names, from the conversation or asked now and added to it."""
    turns = conversation(index)
    found = find_turn(turns, address)
    if found is None:
        # A link holds a question in full.
        found = ask(index, address.question, scope=address.scope)
        turns.append(found)
    return found
