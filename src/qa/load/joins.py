"""From source lines to reading text: joining lines, mending hyphens, taking out marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from qa.lang.writing import SHARING
from qa.load.hyphens import Hyphens
from qa.load.lines import BLANKS
from qa.load.marks import Mark
from qa.reading import Op, Reading, ReadingBuilder, Span

_BLANKS = re.compile(rf"[{re.escape(BLANKS)}]+")
_HYPHENS = "-\u00ad\u2010"
_WORD_BEFORE = re.compile(r"(?<![^\s«“(/])[^\s«“(/]*$")
_SCHEME = re.compile(r"[a-z]+://", re.I)
_ADDRESS = re.compile(
    rf"[\[(<«“\"']*(?:(?:{_SCHEME.pattern}|www\.)\S*|(?:[a-z0-9-]+\.)+[a-z]{{2,}}/\S*)", re.I
)
_ADDRESS_PART = re.compile(r"[\w~-]*[/=?&#%_]|[\w~-]+[.-]\w")  # no word of a sentence begins so
_HOST = re.compile(r"[\w-]+\.\w")
_WORD_AFTER = re.compile(r"[^\W\d_][\w'’-]*")


class Joiner:
    """Makes readings of runs of lines of one source text."""

    def __init__(self, source: str, marks: list[Mark], page_starts: tuple[int, ...] = ()) -> None:
        self._source = source
        self._marks = sorted(marks, key=lambda mark: mark.span)
        self._mark_starts = [mark.span[0] for mark in self._marks]
        self._page_starts = page_starts
        self._hyphens = Hyphens(source)

    def join(self, spans: list[Span]) -> Reading:
        """The reading of lines, given as the spans of their content in order."""
        builder = ReadingBuilder(self._source)
        for index, (start, end) in enumerate(spans):
            following = spans[index + 1] if index + 1 < len(spans) else None
            if following is None:
                self._line(builder, (start, end))
                continue
            stop, join = self._line_end((start, end), following)
            self._line(builder, (start, stop))
            # What stands between the lines (notes, furniture) is no part of the join.
            only_blanks = _BLANKS.fullmatch(self._source, end, following[0])
            until = following[0] if only_blanks else end
            if stop < end:  # the hyphen is a step of its own, for a cut may follow it
                builder.add(join, (stop, end))
            builder.add(join, (end, until), space=join is Op.LINE_JOIN)
        first, last = spans[0][0], spans[-1][1]
        inside = slice(bisect_right(self._page_starts, first), bisect_left(self._page_starts, last))
        return builder.build(self._page_starts[inside])

    def _line(self, builder: ReadingBuilder, span: Span) -> None:
        """A line's characters, with runs of blanks folded and marks left out."""
        position, end = span
        starts = self._mark_starts
        for mark in self._marks[bisect_left(starts, position) : bisect_left(starts, end)]:
            if mark.span[1] <= end:
                self._copy(builder, (position, mark.span[0]))
                builder.add(Op.MARK, mark.span, space=self._would_touch(mark.span, end))
                position = mark.span[1]
        self._copy(builder, (position, end))

    def _copy(self, builder: ReadingBuilder, span: Span) -> None:
        position, end = span
        for match in _BLANKS.finditer(self._source, position, end):
            if match.group() == " ":
                continue
            builder.add(Op.COPY, (position, match.start()))
            builder.add(Op.SPACE, match.span(), space=True)
            position = match.end()
        builder.add(Op.COPY, (position, end))

    def _would_touch(self, mark: Span, line_end: int) -> bool:
        """Whether two words or sentences would stick together without the mark."""
        after = self._source[mark[1]] if mark[1] < line_end else " "
        return after.isalnum() or after in "«“‘(["

    def _line_end(self, line: Span, following: Span) -> tuple[int, Op]:
        """Where the copied part of a line ends, and how it joins the next."""
        text, after = self._source[slice(*line)], self._source[slice(*following)]
        if _goes_on(text, after):
            return line[1], Op.HYPHEN_JOIN
        if not text or text[-1] not in _HYPHENS or len(text) < 2 or text[-2].isspace():
            return line[1], Op.LINE_JOIN
        if text[-1] == "\u00ad":
            return line[1] - 1, Op.HYPHEN_JOIN
        word = _WORD_AFTER.match(after)
        if word and word.group().lower() in SHARING:
            return line[1], Op.LINE_JOIN
        match = _WORD_BEFORE.search(text[:-1])
        before = match.group() if match else ""
        keeps = self._hyphens.keeps(before, word.group() if word else "")
        return line[1] - (not keeps), Op.HYPHEN_JOIN


def _goes_on(text: str, after: str) -> bool:
    """Whether a line ends within an address, after "/", "." or "-", that the next goes on with.

    A sentence may end in an address, and a slash may end one: the next line must look like a part.
    """
    if not text.endswith(("/", ".", "-")) or after[:1].isupper():
        return False
    last, following = text.split()[-1], after.split(maxsplit=1)[0] if after.strip() else ""
    if not _ADDRESS.fullmatch(last):
        return False
    if last.endswith("://"):
        return bool(_HOST.match(following))
    if following.startswith("www.") or _SCHEME.match(following):
        return False
    if last.endswith("-"):
        return following[:1].isalnum()
    if last.endswith("."):
        return bool(_ADDRESS_PART.match(following)) and "-" not in following.split("/")[0]
    return bool(_ADDRESS_PART.match(following))
