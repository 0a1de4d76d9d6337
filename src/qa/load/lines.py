"""Lines of a plain text, and what can be told from a line alone."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from qa.lang.labels import OF_PAGES, PAGES
from qa.reading import Span

# What the ledger counts as white space.
BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff\x00"
_TERMINAL = re.compile(r"[.!?:;…][\"'»”’)\]]*(?:\[?\(?[0-9*†‡]{1,3}\]?\)?)?[.\"'»”’)\]]*$")
_PAGE = "|".join(map(re.escape, PAGES))
_OF = "|".join(("/", *OF_PAGES))
_PAGE_NUMBER = re.compile(
    rf"(?:(?:{_PAGE})\s*(\d{{1,4}})(?:\s*(?:{_OF})\s*(\d{{1,4}}))?"
    rf"|(\d{{1,4}})\s*(?:{_OF})\s*(\d{{1,4}})|[-–—]\s*(\d{{1,4}})\s*[-–—])",
    re.IGNORECASE,
)
_MOST_CLOSING = 60  # characters from an end mark on
_UNWRAPPED = 160
_FEWEST_ENDS = 5  # wrapped line ends needed to tell how well filled lines are


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, numbered from 1; `start` and `end` bound its content."""

    number: int
    begin: int  # offset of the line itself
    start: int  # offset of its first character that is not blank
    end: int  # offset after its last character that is not blank
    text: str

    @property
    def blank(self) -> bool:
        """Nothing to read on this line."""
        return self.start == self.end

    @property
    def indent(self) -> int:
        """Blanks before the content."""
        return self.start - self.begin

    @property
    def span(self) -> Span:
        """The content in the source."""
        return self.start, self.end

    @property
    def first_word(self) -> str:
        """Everything up to the first blank."""
        return self.text.split(maxsplit=1)[0] if self.text else ""

    @property
    def terminal(self) -> bool:
        """Whether it ends as a sentence does, a footnote mark or quote mark aside."""
        return bool(_TERMINAL.search(self.text, max(len(self.text) - _MOST_CLOSING, 0)))

    @property
    def page_number(self) -> int | None:
        """The number, where the line is only a page number ("Pagina 2 van 5", "- 2 -")."""
        match = _PAGE_NUMBER.fullmatch(self.text)
        return next(int(group) for group in match.groups() if group) if match else None


def split_lines(text: str) -> list[Line]:
    """The lines of a text; a form feed ends a line too, as a page break does."""
    lines: list[Line] = []
    begin, number = 0, 1
    for match in re.finditer(r"[\n\f]|\Z", text):
        raw = text[begin : match.start()]
        content = raw.strip(BLANKS)
        start = begin + len(raw) - len(raw.lstrip(BLANKS)) if content else begin
        lines.append(Line(number, begin, start, start + len(content), content))
        begin = match.end()
        number += match.group() == "\n"
    return lines


@dataclass(frozen=True, slots=True)
class Measure:
    """The measure that a text was wrapped to, in characters.

    `width` is the length that all but a few lines stay under. `slack` is the part of it
    that a line must fill, its successor's first word included, to count as full: 1 where
    type is of fixed width, less in proportional type, where lines of one measure differ.
    """

    width: int
    slack: float = 0.86

    @property
    def unwrapped(self) -> bool:
        """Whether lines are so long that each must be a paragraph of its own."""
        return self.width > _UNWRAPPED

    def full(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word no longer fitted on this line."""
        return len(line.text) + 1 + len(following.first_word) > self.slack * self.width


def measure(lines: list[Line]) -> Measure:
    """The measure of lines: a length that nine tenths of the long ones stay under.

    Its slack is read from the line ends that are surely wrapped: a small letter follows.
    """
    lengths = sorted(len(line.text) for line in lines if not line.blank)
    if not lengths:
        return Measure(80)
    wrapped_to = [length for length in lengths if length <= _UNWRAPPED]
    if 2 * sum(wrapped_to) > sum(lengths):  # some lines of a wrapped text have run together
        lengths = wrapped_to
    long = [length for length in lengths if length >= 0.6 * lengths[-1]]
    width = max(long[int(0.9 * (len(long) - 1))], 20)
    wrapped = sorted(
        (len(line.text) + 1 + len(after.first_word)) / width
        for line, after in itertools.pairwise(lines)
        if after.number == line.number + 1  # nothing was taken out between them
        and after.text[:1].islower()
        and line.text
        and line.text[-1] != "-"
        and not line.terminal
    )
    if len(wrapped) < _FEWEST_ENDS:
        return Measure(width)
    return Measure(width, min(max(wrapped[len(wrapped) // 10], 0.7), 1.0))
