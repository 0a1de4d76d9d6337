"""Tables of contents: lines that name what stands further on, most with its page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from qa.load.pdf.rows import Region, Row

_TITLE = re.compile(
    r"inhoud(?:sopgave|sindex)?|(?:table of )?contents|inhalts?verzeichnis|sommaire", re.I
)
_NUMBER = re.compile(r".*[^\W\d_].*?[\s.…·_]+(?P<page>\d{1,4}|[ivxlc]{1,6})", re.S)
_LEADERS = re.compile(r"(?:[.…·_]\s?){4,}|…")
_FEWEST = 3  # entries
_WRAPS = 2  # rows of an entry above the one that has its page


def split_contents(pages: Sequence[Sequence[Region]]) -> tuple[list[list[Region]], set[int]]:
    """The columns of each page, tables of contents apart; and the ids of their rows."""
    named = Counter(_squeezed(row.text) for page in pages for region in page for row in region)
    found: set[int] = set()
    goes_on = False  # the table fills the page before to its end
    for page in pages:
        for region in page:
            index = 0
            while index < len(region):
                end = _end(region, index, named, goes_on=goes_on and index == 0)
                found.update(id(row) for row in region[index:end])
                goes_on = end == len(region) and end > index
                index = max(end, index + 1)
    return [[part for region in page for part in _parts(region, found)] for page in pages], found


def _end(region: Region, start: int, named: Counter[str], *, goes_on: bool) -> int:
    """The index after the last row of a table of contents that begins at `start`, or `start`."""
    titled = bool(_TITLE.fullmatch(region[start].text.strip(" :")))
    end = index = start + titled
    before = 0
    entries: set[str] = set()
    while index < len(region) and index - end <= _WRAPS:
        row, text = region[index], _squeezed(region[index].text)
        if text in entries:  # what the table names begins here
            break
        match = _NUMBER.fullmatch(row.text) if _may_be_number(row.text) else None
        number = int(match["page"]) if match and match["page"].isdigit() else before
        leads = bool(match) and (titled or goes_on or bool(_LEADERS.search(row.text)))
        if leads and number >= before and _is_apart(row):
            before = number
        elif not (titled and named[text] > 1 and index == end):
            index += 1
            continue
        index += 1
        end = index
        entries.add(text)
    return end if len(entries) >= (1 if goes_on else _FEWEST) else start


def _may_be_number(text: str) -> bool:
    """Whether a text may end in a page number; it spares most rows the pattern."""
    return text[-1:].isdigit() or text[-1:].lower() in tuple("ivxlc")


def _is_apart(row: Row) -> bool:
    """Whether a number at a row's end stands apart from its words."""
    return len(row.fragments) > 1 or bool(_LEADERS.search(row.text))


def _squeezed(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def _parts(region: Region, found: set[int]) -> list[Region]:
    """A column in runs of rows that are all of a table of contents, or none."""
    parts: list[list[Row]] = []
    for row in region:
        if parts and (id(parts[-1][-1]) in found) == (id(row) in found):
            parts[-1].append(row)
        else:
            parts.append([row])
    return [tuple(part) for part in parts]
