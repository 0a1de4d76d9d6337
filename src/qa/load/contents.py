"""Tables of contents of a plain text: lines that end in page numbers which count on."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from qa.load.lines import Line

_HEAD = re.compile(r"(?:inhoud(?:sopgave|sindex)?|(?:table of )?contents)\s*:?", re.I)
_ENDS_IN_HEAD = re.compile(rf".*?{_HEAD.pattern}\s*\d*", re.I)
_PAGE = re.compile(r"(?<![\s.…·_])[\s.…·_]++(\d{1,3})$")
_LETTER = re.compile(r"[^\W\d_]")
_LEADERS = re.compile(r"[.…·_]{4,}")
_FEWEST = 4  # entries
_LONGEST = 250  # characters of an entry
_WRAPS = 2  # lines of an entry above the one that has its page
_MOST_PAGES = 2000
_PAGES_ON = 200  # at most, from one entry to the next
_NAMED = 0.5  # of the entries that come back as lines of their own


@dataclass(frozen=True, slots=True)
class Contents:
    """The lines of a table of contents, by index, and what its entries name."""

    lines: range
    titles: tuple[str, ...]


def find_contents(lines: Sequence[Line], aside: Set[int]) -> list[Contents]:
    """The tables of contents among lines; those set aside are passed over.

    Entries follow each other with pages that count on. They prove to be contents by the word
    above them, by the dots before their pages, or as the text below has what they name.
    """
    filled = [i for i, line in enumerate(lines) if not line.blank and i not in aside]
    runs = _Runs([lines[i] for i in filled])
    found: list[Contents] = []
    place = 0
    while place < len(filled):
        if not runs.proven(place):
            place += 1
            continue
        end, titles = runs.end(place), runs.titles(place)
        headed = place > 0 and _HEAD.fullmatch(lines[filled[place - 1]].text)
        begin = filled[place - 1] if headed else filled[place]
        found.append(Contents(range(begin, filled[end - 1] + 1), titles))
        place = end
    return found


def squeeze(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return "".join(char for char in text.lower() if char.isalnum())


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a line names, and the page at its end."""

    title: str
    page: int


def _entry(line: Line) -> _Entry | None:
    if not line.text[-1].isdigit() or len(line.text) > _LONGEST:
        return None
    page = _PAGE.search(line.text)
    title = line.text[: page.start()] if page else ""
    return _Entry(title, int(page[1])) if page and _LETTER.search(title) else None


class _Runs:
    """Runs of entries with pages that count on, each from its first line to its last.

    What follows an entry does not depend on those before it. So runs are measured from the last
    line up, each by the one that goes on from its next entry, and none is read again.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._entries = [_entry(line) for line in lines]
        leaders = (bool(_LEADERS.search(line.text)) for line in lines)
        self._leaders = [0, *itertools.accumulate(leaders)]
        self._following = [self._next(place) for place in range(len(lines))]
        # Of the run that begins at each place: where it ends, and how many entries it has.
        self._ends, self._counts = [0] * len(lines), [0] * len(lines)
        for place, after in self._upwards():
            self._ends[place] = self._ends[after] if after else place + 1
            self._counts[place] = 1 + (self._counts[after] if after else 0)

    def _upwards(self) -> Iterator[tuple[int, int]]:
        """The places of entries, the last first, each with that of the next; 0 for none."""
        for place in reversed(range(len(self._lines))):
            if self._entries[place]:
                yield place, self._following[place][0]

    def _next(self, place: int) -> tuple[int, str]:
        """Where the entry stands that follows the one at a place, and its title; 0 for none."""
        entry = self._entries[place]
        waiting = ""
        for after in range(place + 1, min(place + _WRAPS + 2, len(self._lines)) if entry else 0):
            other = self._entries[after]
            if entry and other:
                counts_on = entry.page <= other.page < min(entry.page + _PAGES_ON, _MOST_PAGES)
                return (after, _title(waiting, other)) if counts_on else (0, "")
            if self._lines[after].terminal:
                break
            waiting = f"{waiting} {self._lines[after].text}".strip()
        return 0, ""

    def end(self, place: int) -> int:
        """The place after the run that begins at a place."""
        return self._ends[place]

    def titles(self, place: int) -> tuple[str, ...]:
        """What the entries of the run that begins at a place name."""
        entry = self._entries[place]
        titles = [_title("", entry)] if entry else []
        while self._following[place][0]:
            place, title = self._following[place]
            titles.append(title)
        return tuple(titles)

    def proven(self, place: int) -> bool:
        """Whether the run that begins at a place is a table of contents."""
        entry, count, end = self._entries[place], self._counts[place], self._ends[place]
        if entry is None or entry.page >= _PAGES_ON or count < _FEWEST:
            return False
        beside = [line.text[-_LONGEST:] for line in self._lines[max(place - 1, 0) : place + 1]]
        if any(_ENDS_IN_HEAD.fullmatch(text) for text in beside):
            return True
        if self._leaders[end] - self._leaders[place] >= 0.5 * count:
            return True
        named = self._named[place] + (squeeze(_title("", entry)) in self._shown)
        return named >= max(_FEWEST, _NAMED * count)

    @cached_property
    def _shown(self) -> set[str]:
        return {squeeze(line.text) for line in self._lines}

    @cached_property
    def _named(self) -> list[int]:
        """After each entry, how many in its run come back as lines of their own."""
        named = [0] * len(self._lines)
        for place, after in self._upwards():
            if after:
                own = squeeze(self._following[place][1]) in self._shown
                named[place] = named[after] + own
        return named


def _title(waiting: str, entry: _Entry) -> str:
    return f"{waiting} {entry.title}".strip(" ._…·")
