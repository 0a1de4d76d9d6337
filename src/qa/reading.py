"""Reading text and its map to the source.

A paragraph in a source file is broken over lines, hyphenated, and sprinkled with
footnote marks. Its *reading text* is what a person reads. `Reading` keeps both,
joined by a list of five operations, so that any span of the reading text can be
traced to the source without ever searching for it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

Span = tuple[int, int]
"""Half-open pair of 0-based code-point offsets."""


class Op(StrEnum):
    """What happens to a run of source characters on its way to the reading text."""

    COPY = "copy"
    LINE_JOIN = "line join"  # a line end becomes one space
    HYPHEN_JOIN = "hyphen join"  # a line end, and a hyphen that only split a word, become nothing
    MARK = "mark"  # a footnote mark becomes nothing, or one space where words would touch
    SPACE = "whitespace run"  # several blanks become one space


@dataclass(frozen=True, slots=True)
class Step:
    """One operation: `source` in the document, `target` in the reading text."""

    op: Op
    source: Span
    target: Span


@dataclass(frozen=True)
class Reading:
    """A reading text, the steps that make it, and the source offsets where it is cut.

    `cuts` holds source offsets at which a piece ends although the text goes on: the
    page starts within the paragraph. Marks and gaps in the source cut by themselves.
    """

    text: str
    steps: tuple[Step, ...]
    cuts: tuple[int, ...] = ()

    @cached_property
    def pieces(self) -> tuple[Span, ...]:
        """Source spans of the whole text, in reading order."""
        return self.source_spans((0, len(self.text)))

    @cached_property
    def marks(self) -> tuple[Span, ...]:
        """Source spans of the footnote marks taken out."""
        return tuple(step.source for step in self.steps if step.op is Op.MARK)

    @cached_property
    def _targets(self) -> list[int]:
        return [step.target[0] for step in self.steps]

    def source_spans(self, span: Span) -> tuple[Span, ...]:
        """Source spans that a span of the reading text was read from, in reading order.

        Each begins and ends with a copied character, but where a cut falls in a broken
        word the hyphen that broke it ends the span. Joined lines stay one span; a mark,
        a page break or anything that stands between cuts it. An empty span has none.

        Raises ValueError for a span outside the text.
        """
        start, end = span
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {span} lies outside a text of {len(self.text)} characters")
        if start == end:
            return ()
        spans: list[Span] = []
        open_run = False  # whether the last span may be extended over joins
        hyphen_end = 0  # end of a hyphen left out since the last span, 0 if there is none
        previous: Op | None = None
        position = -1  # source offset reached by the steps seen since
        first = max(bisect_right(self._targets, start) - 1, 0)
        for step in self.steps[first:]:
            if step.target[0] >= end:
                break
            (source_start, source_end), (target_start, target_end) = step.source, step.target
            touches = source_start == position and source_start not in self.cuts
            position = source_end
            if step.op is Op.MARK:
                open_run = False
            elif step.op is not Op.COPY:
                if previous is Op.HYPHEN_JOIN is step.op:  # first the hyphen, then the line end
                    hyphen_end = source_start
                open_run = open_run and touches and not self._cut_inside(step.source)
            elif target_end > start:
                begin = source_start + max(start - target_start, 0)
                stop = source_end - max(target_end - end, 0)
                if spans and open_run and touches:
                    spans[-1] = (spans[-1][0], stop)
                else:
                    if spans and hyphen_end:
                        spans[-1] = (spans[-1][0], hyphen_end)
                    spans.append((begin, stop))
                open_run, hyphen_end = True, 0
            previous = step.op
        return tuple(spans)

    def _cut_inside(self, source: Span) -> bool:
        following = bisect_left(self.cuts, source[0])
        return following < len(self.cuts) and self.cuts[following] <= source[1]

    def reading_offset(self, source_offset: int) -> int | None:
        """Offset in the reading text of a source character, None if it was not copied."""
        for step in self.steps:
            if step.op is Op.COPY and step.source[0] <= source_offset < step.source[1]:
                return step.target[0] + source_offset - step.source[0]
        return None

    def render(self, source: str) -> str:
        """Make the reading text anew from the source and the steps."""
        parts: list[str] = []
        for step in self.steps:
            if step.op is Op.COPY:
                parts.append(source[slice(*step.source)])
            else:
                parts.append(" " * (step.target[1] - step.target[0]))
        return "".join(parts)


class ReadingBuilder:
    """Collects steps in reading order and makes a `Reading` of them."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._steps: list[Step] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def length(self) -> int:
        """Characters of the reading text so far."""
        return self._length

    def add(self, op: Op, source: Span, *, space: bool = False) -> None:
        """Append a step; `space` makes a step other than copy yield one space."""
        text = self._source[slice(*source)] if op is Op.COPY else " " * space
        if op is Op.COPY and not text:
            return
        target = (self._length, self._length + len(text))
        last = self._steps[-1] if self._steps else None
        if last and op is Op.COPY and last.op is Op.COPY and last.source[1] == source[0]:
            self._steps[-1] = Step(op, (last.source[0], source[1]), (last.target[0], target[1]))
        else:
            self._steps.append(Step(op, source, target))
        self._parts.append(text)
        self._length += len(text)

    def build(self, cuts: tuple[int, ...] = ()) -> Reading:
        """The finished reading; `cuts` are the page starts within it."""
        return Reading("".join(self._parts), tuple(self._steps), cuts)
