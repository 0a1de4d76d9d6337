"""Words that a line end broke: what stands in the source, and what is read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.reading import Op, Reading, Span

_WORD = re.compile(r"\S*")


@dataclass(frozen=True, slots=True)
class BrokenWord:
    """A word with a line end in it: the source, with "/" for the line end, and its reading."""

    source: str
    result: str
    span: Span


def broken_words(reading: Reading) -> list[BrokenWord]:
    """The broken words of a reading, in order."""
    found: list[BrokenWord] = []
    for step, following in zip(reading.steps, [*reading.steps[1:], None], strict=True):
        # A dropped hyphen is a step before that of the line end; a kept one is copied.
        if step.op is not Op.HYPHEN_JOIN or (following and following.op is Op.HYPHEN_JOIN):
            continue
        at = step.target[0]
        before, after = _word_before(reading.text, at), _word_after(reading.text, at)
        head = before if before.endswith("-") else f"{before}-"
        found.append(BrokenWord(f"{head}/{after}", before + after, step.source))
    return found


def _word_before(text: str, at: int) -> str:
    """The part of a word before an offset, looked for backwards: a text may be long."""
    start = at
    while start and not text[start - 1].isspace():
        start -= 1
    return text[start:at]


def _word_after(text: str, at: int) -> str:
    match = _WORD.match(text, at)
    return match.group() if match else ""
