"""Stretches of a text within brackets or quote marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import itemgetter

from qa.reading import Span

PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}


def enclosed_in(text: str) -> list[Span]:
    """Stretches within brackets or quote marks; one that is never closed goes to the end."""
    spans: list[Span] = []
    opened: list[tuple[str, int]] = []
    straight = [offset for offset, char in enumerate(text) if char == '"']
    for offset, char in enumerate(text):
        if char in PAIRS:
            opened.append((PAIRS[char], offset))
        elif opened and char == opened[-1][0]:
            spans.append((opened.pop()[1], offset))
    spans.extend((offset, len(text)) for _, offset in opened)
    spans.extend(zip(straight[::2], [*straight[1::2], len(text)], strict=False))
    return spans


def merged(spans: Iterable[Span]) -> list[Span]:
    """Stretches in order, those that overlap as one."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if found and begin < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((begin, end))
    return found


def is_within(at: int, stretches: Sequence[Span]) -> bool:
    """Whether a place is within one of the merged stretches, beyond the mark that opens it."""
    last = bisect_left(stretches, at, key=itemgetter(0)) - 1
    return last >= 0 and at < stretches[last][1]
