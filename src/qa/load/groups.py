"""Which lines of a plain text belong together: where a block begins."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Set

from qa.list_marks import LIST_MARK
from qa.load.heading_lines import begins_like_heading, looks_like_heading
from qa.load.item_starts import begins_item
from qa.load.labels import read_label
from qa.load.letterhead import begins_with_label
from qa.load.lines import Line, Measure
from qa.load.marks import is_unit
from qa.load.signature_block import MOST_LINES, is_greeting, is_signature, is_signed_by_name

_FEWEST_WORDS = 4  # of a line that a sentence runs on from
_SHORT_LINE = 0.6  # of the lines above it that a paragraph's last line may fill
_EVEN = 0.8  # the slack from which lines are wrapped so evenly that a short one tells
_SURELY_SHORT = 0.92
_LEAST_INDENT = 2  # a single blank may show a page instead
_NEAR = 100  # lines above that tell how far lines reach


def group_lines(
    lines: list[Line],
    aside: frozenset[int],
    page_starts: frozenset[int],
    width: Measure,
    titles: Mapping[int, int],
    items: Set[int] = frozenset(),
) -> list[list[Line]]:
    """The lines of each block; `titles` are headings and rows, each with its first line.

    `items` are lines that begin an item whatever stands before them.
    """
    groups: list[list[Line]] = []
    current: list[Line] = []
    blank = interrupted = False
    before: int | None = None  # the heading or row that the line before belongs to
    for index, line in enumerate(lines):
        interrupted = interrupted or index in aside or index in page_starts
        if line.blank:
            blank = True
        if line.blank or index in aside:
            continue
        title = titles.get(index)
        apart = title != before
        if current and title is None and before is None:
            apart = index in items or _breaks(
                groups, current, line, width, blank=blank, interrupted=interrupted
            )
        if current and apart:
            groups.append(current)
            current = []
        current.append(line)
        before = title
        blank = interrupted = False
    if current:
        groups.append(current)
    return groups


def with_greeting(before: list[Line], group: list[Line]) -> list[Line]:
    """A group, and the lines before it where they are the greeting that a name follows."""
    return [*before, *group] if is_greeting(before) else group


def is_label(group: list[Line]) -> bool:
    """Whether a line of its own announces a question or an answer ("Antwoord op vraag 3")."""
    label = read_label(group[0].text) if len(group) == 1 else None
    return label is not None and not label.rest


def _breaks(
    groups: list[list[Line]],
    current: list[Line],
    line: Line,
    width: Measure,
    *,
    blank: bool,
    interrupted: bool,
) -> bool:
    """Whether a line begins a new block."""
    some = current[: MOST_LINES + 1]  # where that many are no signature, neither are more
    signing = with_greeting(groups[-1] if groups else [], some)
    complete = is_signed_by_name(signing)
    if is_signature([*signing, line]) and not (blank and complete):
        return False
    if interrupted:
        return not _unfinished(current, line, width)
    return bool(
        blank
        or complete
        or is_signature(some)
        or (width.unwrapped and not _goes_on(current, line))
        or begins_item(line, current, groups, width)
        or begins_with_label(line.text)
        or is_label([line])
        or is_label(current)
        or _indented(line, current)
        or _stopped_short(line, current, width)
    )


def _goes_on(current: list[Line], line: Line) -> bool:
    """Whether a sentence goes on, in a text whose lines are whole paragraphs for the most part."""
    last = current[-1]
    if last.text.endswith("-") and last.text[-2:-1].isalpha():
        return True
    if is_unit(last.text) and line.text[0].isdigit():
        return True  # "CO/2"
    few = current[:_FEWEST_WORDS]  # each has a word
    words = sum(len(other.text.split(maxsplit=_FEWEST_WORDS)) for other in few)
    begins = not line.text[0].islower() or LIST_MARK.match(line.text)
    return words >= _FEWEST_WORDS and not begins and not last.terminal


def _indented(line: Line, current: list[Line]) -> bool:
    """Whether a line begins a paragraph by its indent alone: the lines before it have none."""
    if line.indent < _LEAST_INDENT or LIST_MARK.match(current[0].text):
        return False
    if not current[-1].terminal:
        return False
    # From the last one on: one that is indented is near, and a long block is not read anew.
    rest = itertools.islice(reversed(current), max(len(current) - 1, 1))
    return all(other.indent == 0 for other in rest)


def _stopped_short(line: Line, current: list[Line], width: Measure) -> bool:
    """Whether a sentence ended well before where lines end here, and another begins."""
    last, above = current[-1], current[-1 - _NEAR : -1]
    if not last.terminal or not begins_like_heading(line.text):
        return False
    needed = len(last.text) + 1 + len(line.first_word)
    if len(above) > 1 and needed < _SHORT_LINE * min(len(other.text) for other in above[-2:]):
        return True
    reach = max((len(other.text) for other in above), default=width.width)
    return width.slack >= _EVEN and needed < _SURELY_SHORT * width.slack * reach


def _unfinished(current: list[Line], line: Line, width: Measure) -> bool:
    """Whether a block goes on after an interruption."""
    last = current[-1]
    if is_signature(current) or LIST_MARK.match(line.text):
        return False
    if last.text.endswith("-") and len(last.text) > 1 and last.text[-2].isalpha():
        return True
    if line.text[0].islower():
        return not last.text.endswith((";", ":"))
    if looks_like_heading(current, width):
        return False
    return width.full(last, line)
