"""Tables of contents of a plain text: lines that end in page numbers which count on."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from qa.load.lines import Line

_HEAD = re.compile(r"(?:inhoud(?:sopgave|sindex)?|(?:table of )?contents)\s*:?", re.I)
_ENDS_IN_HEAD = re.compile(rf".*?{_HEAD.pattern}\s*\d*", re.I)
_ENTRY = re.compile(r"(?P<title>.*[^\W\d_].*?)(?P<gap>[\s.…·_]+)(?P<page>\d{1,3})")
_LEADERS = re.compile(r"[.…·_]{4,}")
_FEWEST = 4  # entries
_LONGEST = 250  # characters of an entry
_WRAPS = 2  # lines of an entry above the one that has its page
_MOST_PAGES = 2000
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
    shown: set[str] = set()
    found: list[Contents] = []
    place = 0
    while place < len(filled):
        run = _run(lines, filled, place)
        if run and not shown:
            shown = {squeeze(lines[i].text) for i in filled}
        if run is None or not _proven(lines, filled, place, run, shown):
            place += 1
            continue
        end, titles = run
        headed = place > 0 and _HEAD.fullmatch(lines[filled[place - 1]].text)
        begin = filled[place - 1] if headed else filled[place]
        found.append(Contents(range(begin, filled[end - 1] + 1), tuple(titles)))
        place = end
    return found


def squeeze(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return "".join(char for char in text.lower() if char.isalnum())


def _run(lines: Sequence[Line], filled: list[int], start: int) -> tuple[int, list[str]] | None:
    """The place after the last of the entries that begin at `start`, and their titles."""
    titles: list[str] = []
    end, before, waiting = start, 0, ""
    if not _entry(lines[filled[start]]):
        return None
    for place in range(start, len(filled)):
        text = lines[filled[place]].text
        match = _entry(lines[filled[place]])
        page = int(match["page"]) if match else 0
        if match and before <= page < min(before + 200, _MOST_PAGES):
            titles.append(f"{waiting} {match['title']}".strip(" ._…·"))
            end, before, waiting = place + 1, page, ""
        elif place - end < _WRAPS and not (match or lines[filled[place]].terminal):
            waiting = f"{waiting} {text}".strip()
        else:
            break
    return (end, titles) if len(titles) >= _FEWEST else None


def _entry(line: Line) -> re.Match[str] | None:
    short = line.text[-1].isdigit() and len(line.text) <= _LONGEST
    return _ENTRY.fullmatch(line.text) if short else None


def _proven(
    lines: Sequence[Line],
    filled: list[int],
    start: int,
    run: tuple[int, list[str]],
    shown: Set[str],
) -> bool:
    end, titles = run
    inside = [lines[i].text for i in filled[start:end]]
    above = [lines[i].text[-_LONGEST:] for i in filled[start - 1 : start]]
    if any(_ENDS_IN_HEAD.fullmatch(text) for text in [*above, inside[0]]):
        return True
    if sum(bool(_LEADERS.search(text)) for text in inside) >= 0.5 * len(titles):
        return True
    named = sum(squeeze(title) in shown for title in titles)
    return named >= max(_FEWEST, _NAMED * len(titles))
