"""Words that a line end broke: what stands in the source, and what is read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.reading import Op, Reading, Span

_BEFORE = re.compile(r"\S*$")
_AFTER = re.compile(r"\S*")


@dataclass(frozen=True, slots=True)
class BrokenWord:
    """A word with a line end in it: the source, with "/" for the line end, and its reading."""

    source: str
    result: str
    span: Span


def broken_words(reading: Reading, text: str) -> list[BrokenWord]:
    """The broken words of a reading of `text`, in order."""
    found: list[BrokenWord] = []
    for step, following in zip(reading.steps, [*reading.steps[1:], None], strict=True):
        # A dropped hyphen is a step before that of the line end; a kept one is copied.
        if step.op is not Op.HYPHEN_JOIN or (following and following.op is Op.HYPHEN_JOIN):
            continue
        at = step.target[0]
        before = _BEFORE.search(reading.text, 0, at)
        after = _AFTER.match(reading.text, at)
        if before is None or after is None:
            continue
        head = before.group() if before.group().endswith("-") else f"{before.group()}-"
        found.append(
            BrokenWord(f"{head}/{after.group()}", before.group() + after.group(), step.source)
        )
    return found
