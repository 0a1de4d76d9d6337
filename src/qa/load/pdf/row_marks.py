"""The list mark that a row begins with, a Roman number in capitals among them."""

from __future__ import annotations

import re

from qa.list_marks import ListMark, read_mark
from qa.load.pdf.rows import Row

_ROMAN = re.compile(r"\(?[IVX]{1,4}[.)](?=\s)")


def row_mark(row: Row) -> ListMark | None:
    """The mark of a row; in capitals a number must stand apart, for else it may be an initial."""
    roman = _ROMAN.match(row.text)
    apart = roman is not None and roman.end() == len(row.fragments[0].text)
    return any_mark(row.text) if apart else read_mark(row.text)


def any_mark(text: str) -> ListMark | None:
    """The mark that a text begins with, a Roman number in capitals too."""
    roman = _ROMAN.match(text)
    return read_mark(text[: roman.end()].lower() + text[roman.end() :] if roman else text)
