"""What the reader makes of a passage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from qa.reading import Span

NO_WORD = -100.0  # the score where there is no word to answer with


@dataclass(frozen=True, slots=True)
class Likely:
    """The likeliest answer in a part of a passage, in characters of the passage.

    It is given even where there is none; `span` is None where there is no word to mark. `score` is
    the logit that it answers rather than nothing. `span` are the words to mark; `reach`, if they
    are not the likeliest as they stand, goes on to all words that may belong to the answer.
    """

    span: Span | None
    score: float
    reach: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the reader makes of one passage.

    `parts` has the likeliest answer that begins in each part that was given. The rest are logits:
    `answerable` that the passage holds the answer, `relevant` that it is about the question.
    """

    parts: tuple[Likely, ...]
    answerable: float
    relevant: float

    @property
    def best(self) -> Likely:
        """The likeliest answer of all parts, the first of equals."""
        return max(self.parts, key=lambda part: part.score, default=Likely(None, NO_WORD))

    def moved(self, move: Callable[[Span], Span]) -> Finding:
        """The same with each span as `move` gives it."""
        parts = (
            replace(part, span=part.span and move(part.span), reach=part.reach and move(part.reach))
            for part in self.parts
        )
        return replace(self, parts=tuple(parts))


def surest(one: Finding, other: Finding) -> Finding:
    """Of two windows of a passage: the likeliest in each part, the claims of the surer window."""
    surer = other if other.best.score > one.best.score else one
    parts = [
        second if second.score > first.score else first
        for first, second in zip(one.parts, other.parts, strict=True)
    ]
    return replace(surer, parts=tuple(parts))
