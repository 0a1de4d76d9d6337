"""Cells: which of a table row's figures stands under the column that a question names."""

from __future__ import annotations

import re
from itertools import takewhile

from qa.analysis import content_terms
from qa.document import BETWEEN_HEADS
from qa.passages import Passage
from qa.question import Question
from qa.reading import Span

_CELL = re.compile(r"(?:[€$£]\s?)?[^\s€$£]+(?:\s%)?")
_SPACED_NUMBER = re.compile(r"\d[ \u00a0\u202f]\d{3}\b")  # its parts look like cells
_BRACKETS = r"(?:\s\([^()]*\))?"
_ONE = rf"(?:[-–−+]\s)?(?:[€$£]\s?)?[-–−+<>±]?\d\S*(?:\s%)?{_BRACKETS}"
_WORDS = r"[^\W\d_]\S*(?:\s[^\W\d_]\S*)*"
_WIDE_CELL = re.compile(rf"(?P<figure>{_ONE}(?:\s/\s(?:{_ONE}|{_WORDS}))*)|{_WORDS}{_BRACKETS}|\S+")


def find_cell(question: Question, passage: Passage) -> Span | None:
    """The cell of a row under the one column whose head the question names.

    The row begins with its name and goes on with figures; what names the column of its names may
    be missing among the heads. None where the row is not so, or not just one column is named.
    """
    heads = passage.lead.split(BETWEEN_HEADS)
    cells = _figures(passage.text)
    if not _fit(cells, heads):
        cells = _wide_cells(passage.text)
    if not _fit(cells, heads) or _SPACED_NUMBER.search(passage.text):
        return None
    asked = set(question.terms(passage.language))
    named = [
        cell
        for head, cell in zip(heads[-len(cells) :], cells, strict=True)
        if (terms := set(content_terms(head, passage.language, question.language)))
        and terms <= asked
    ]
    return named[0] if len(named) == 1 else None


def _fit(cells: list[Span], heads: list[str]) -> bool:
    return len(heads) - len(cells) in (0, 1) and len(cells) > 1


def _figures(text: str) -> list[Span]:
    """The figures that a row ends in, a cell each; none where it has no name before them."""
    cells = list(_CELL.finditer(text))
    count = len(list(takewhile(lambda cell: _is_figure(cell[0]), reversed(cells))))
    if any(cell[0].startswith("(") for cell in cells[len(cells) - count :]):
        return []  # what stands in brackets belongs to the figure before
    return [cell.span() for cell in cells[len(cells) - count :]] if count < len(cells) else []


def _wide_cells(text: str) -> list[Span]:
    """The cells after a row's name, where one may hold more than a figure.

    "54 / 58 / niet bekend" is one cell, as are "- 24", "7.040 (11%)" and words between figures. A
    row's name ends at its first figure, or is that figure.
    """
    cells = list(_WIDE_CELL.finditer(text))
    first = next((at for at, cell in enumerate(cells) if cell["figure"]), len(cells))
    return [cell.span() for cell in cells[max(first, 1) :]]


def _is_figure(text: str) -> bool:
    """Whether a cell holds a figure, or a sign in place of one ("–", "n.v.t.")."""
    return any(char.isdigit() or char == "." for char in text) or not any(map(str.isalpha, text))
