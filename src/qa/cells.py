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


def find_cell(question: Question, passage: Passage) -> Span | None:
    """The cell of a row under the one column whose head the question names.

    The row begins with its name and goes on with figures; what names the column of its names may
    be missing among the heads. None where the row is not so, or not just one column is named.
    """
    heads = passage.lead.split(BETWEEN_HEADS)
    cells = list(_CELL.finditer(passage.text))
    count = len(list(takewhile(lambda cell: _is_figure(cell[0]), reversed(cells))))
    figures = cells[len(cells) - count :]
    if len(heads) - len(figures) not in (0, 1) or len(cells) == len(figures) or len(figures) < 2:
        return None
    if _SPACED_NUMBER.search(passage.text):
        return None
    asked = set(question.terms(passage.language))
    named = [
        cell.span()
        for head, cell in zip(heads[-len(figures) :], figures, strict=True)
        if (terms := set(content_terms(head, passage.language, question.language)))
        and terms <= asked
    ]
    return named[0] if len(named) == 1 else None


def _is_figure(text: str) -> bool:
    """Whether a cell holds a figure, or a sign in place of one ("–", "n.v.t.")."""
    return any(char.isdigit() or char == "." for char in text) or not any(map(str.isalpha, text))
