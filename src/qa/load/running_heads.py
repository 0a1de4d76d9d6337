"""Running heads within lines of a plain text, where an extractor has run pages together.

"… hun woning. 6 Programma van de partijDe huren …": words that come back beside numbers that
count on are printed on every page, wherever they stand in a line.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable
from statistics import median

from qa.load.lines import BLANKS, Line
from qa.reading import Span

_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_DIGITS = re.compile(r"(?<![\d,])\d+(?![\d,])")  # no amounts
_LINE = re.compile(r"^(?=[^\n]{0,17}[^\W\d_])[^\n]{18,}$", re.M)
_CONTENT = re.compile(r"^[ \t]*+(\S[^\n\f]*)", re.M)
_NUMBER_APART = re.compile(r"(?<![ \t])[ \t]++(\d{1,4})[ \t]*$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LEAST_STAMP = 40  # characters that a printed page of the web says of itself
_LONGEST_CHAPTER = 110  # characters of a line in which its page number stands
_LEAST = 18  # characters of a line that the places share, beside the number
_FEWEST = 5  # pages
_PAGES_APART = 2  # left and right pages may have heads of their own
_COUNTING = 0.8  # of the numbers that count on: others are glued to digits before them
_PAGE = 500  # characters that a page has at least: items of a list are nearer to each other
_LONGEST = 240  # characters of a head
_LEAST_CHAPTER, _FEWEST_IN_CHAPTER = 10, 3
_LEAST_FOOT, _WIDE = 17, 3  # characters of what stands at the foot, and blanks after it


def find_heads_in_lines(text: str) -> list[Span]:
    """Spans of running heads with their page numbers, in order, without overlap."""
    found: list[Span] = []
    for ahead in (True, False):
        places: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
        for match in _NUMBER.finditer(text):
            beside = _beside(text, match.span(), ahead=ahead)[:_LEAST]
            if len(beside) == _LEAST and beside[0] in " \t" and any(map(str.isalpha, beside)):
                places[beside].append(match)
        for matches in places.values():
            if _count_on([int(match.group()) for match in matches]) and _far_apart(matches):
                found += _heads(text, matches, ahead=ahead)
    found = _with_chapters(text, sorted([*found, *_feet(text), *_stamps(text)]))
    return _without_overlap(sorted([*found, *_heads_with_chapters(text)], key=_longest_first))


def _longest_first(span: Span) -> Span:
    return span[0], -span[1]


def _heads_with_chapters(text: str) -> list[Span]:
    """Heads that begin lines alike and name another chapter before each number that counts on."""
    alike: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    for line in _LINE.finditer(text):
        alike[line.group()[:_LEAST]].append(line)
    found: list[Span] = []
    for lines in alike.values():
        if len(lines) >= _FEWEST and _far_apart(lines):
            chains = (_chain(lines, first) for first in _numbers(lines[0]))
            ends = {line.end() for line in lines}
            # "nr. 185   1": of numbers that count on as long, those at the ends of the lines.
            best = max(chains, key=lambda c: (len(c), sum(e in ends for _, e in c)), default=[])
            if len(best) >= _COUNTING * len(lines):
                found += best
    return found


def _feet(text: str) -> list[Span]:
    """Lines that are equal but for a number set apart at their end, which counts on by one."""
    alike: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    spans: dict[int, tuple[Span, int]] = {}  # by where a line begins
    for line in _CONTENT.finditer(text):
        number = _NUMBER_APART.search(line[1])
        length = _before_gap(line[1], number) if number else 0
        if number and length:
            alike[line[1][:length]].append(line)
            start = line.start(1)
            spans[line.start()] = (start, start + number.end(1)), int(number[1])
    found: list[Span] = []
    for lines in alike.values():
        numbers = [spans[line.start()][1] for line in lines]
        counts = all(after == before + 1 for before, after in itertools.pairwise(numbers))
        if len(lines) > 1 and counts and _far_apart(lines):
            found += [spans[line.start()][0] for line in lines]
    return found


def _before_gap(line: str, number: re.Match[str]) -> int:
    """How much of a line stands before the gap that sets its number apart; 0 without a gap."""
    at = max(number.start(), _LEAST_FOOT)
    if number.start(1) - at >= _WIDE:
        return at
    tab = number.start(1) - 1
    return tab if tab >= at and line[tab] == "\t" else 0


def _stamps(text: str) -> list[Span]:
    """What is printed alike from an address on, on every page, and the line before it."""
    alike: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _ADDRESS.finditer(text):
        alike[match.group()].append(match)
    found: list[Span] = []
    for address, matches in alike.items():
        shared = _shared_start([_beside(text, (0, m.start()), ahead=True) for m in matches])
        length = len(shared.rstrip())
        told = length >= max(_LEAST_STAMP, len(address) + _LEAST)
        if len(matches) < _FEWEST or not told or not _far_apart(matches):
            continue
        before = [text[max(m.start() - _LONGEST, 0) : m.start()].rstrip()[::-1] for m in matches]
        above = len(_shared_start(before).split("\n")[0].rstrip())
        for match in matches:
            end = match.start()
            while end and text[end - 1].isspace():
                end -= 1
            found += [(end - above, end), (match.start(), match.start() + length)]
    return [span for span in found if span[0] < span[1]]


def _chain(lines: list[re.Match[str]], first: tuple[int, int]) -> list[Span]:
    """From the number of the first line on, those of the lines below that count on."""
    chain: list[Span] = []
    before = first[0] - 1
    for line in lines:
        options = [first] if not chain else _numbers(line)
        step = next((o for o in options if 0 < o[0] - before <= _PAGES_APART), None)
        if step:
            chain.append((line.start(), step[1]))
            before = step[0]
    return chain


def _numbers(line: re.Match[str]) -> list[tuple[int, int]]:
    """Numbers after the beginning of a line, and where they end; their first digits may be one."""
    end = min(line.end(), line.start() + _LONGEST_CHAPTER)
    return [
        (int(match.group()[:count]), match.start() + count)
        for match in _DIGITS.finditer(line.string, line.start() + _LEAST, end)
        for count in range(1, min(len(match.group()), 4) + 1)
    ]


def _beside(text: str, span: Span, *, ahead: bool) -> str:
    """The line from a place on; backwards, for what stands before it."""
    if ahead:
        return text[span[1] : span[1] + _LONGEST].split("\n")[0]
    return text[max(span[0] - _LONGEST, 0) : span[0]].split("\n")[-1][::-1]


def _count_on(numbers: list[int]) -> bool:
    steps = [0 < after - before <= _PAGES_APART for before, after in itertools.pairwise(numbers)]
    return len(numbers) >= _FEWEST and sum(steps) >= _COUNTING * len(steps)


def _far_apart(matches: list[re.Match[str]]) -> bool:
    steps = (after.start() - before.start() for before, after in itertools.pairwise(matches))
    return median(steps) >= _PAGE


def _heads(text: str, matches: list[re.Match[str]], *, ahead: bool) -> Iterable[Span]:
    """What all places share beside their numbers, with as many of the digits as count on."""
    shared = _shared_start([_beside(text, m.span(), ahead=ahead) for m in matches])
    length, before = len(shared.rstrip()), 0
    for match in matches:
        start, end = match.span()
        while start < end and before and not 0 < int(text[start:end]) - before <= _PAGES_APART:
            start += 1
        before = int(text[start:end]) if start < end else before
        yield (start, end + length) if ahead else (match.start() - length, end)


def _shared_start(texts: list[str]) -> str:
    """The longest beginning that all texts have."""
    low, high = min(texts), max(texts)
    equal = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(low, high, strict=False))
    return "".join(char for char, _ in equal)


def _with_chapters(text: str, heads: list[Span]) -> list[Span]:
    """The heads, each with the name of its chapter where that stands before several of them."""
    before = [_beside(text, head, ahead=False).lstrip() for head in heads]
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for words in before:
        alike[words[:_LEAST_CHAPTER]].append(words)
    shared = {key: len(_shared_start(same).rstrip()) for key, same in alike.items()}
    extended: list[Span] = []
    for (start, end), words in zip(heads, before, strict=True):
        key = words[:_LEAST_CHAPTER]
        if len(words) >= _LEAST_CHAPTER and len(alike[key]) >= _FEWEST_IN_CHAPTER:
            blanks = len(_beside(text, (start, end), ahead=False)) - len(words)
            start -= blanks + shared[key]
        extended.append((start, end))
    return extended


def _without_overlap(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def cut_lines(lines: list[Line], heads: list[Span]) -> tuple[list[Line], set[int]]:
    """The lines, those that hold a head cut around it; and which of them are heads."""
    pieces: list[Line] = []
    cut: set[int] = set()
    waiting = iter([*heads, None])
    head = next(waiting)
    for line in lines:
        position = line.begin
        while head is not None and head[0] < line.end and head[0] >= line.begin:
            if line.begin + line.indent < head[0]:
                pieces += _piece(line, (position, head[0]))
            cut.add(len(pieces))
            pieces += _piece(line, head)
            position, head = head[1], next(waiting)
        rest = _piece(line, (position, line.end)) if position > line.begin else [line]
        pieces += rest
    return pieces, cut


def _piece(line: Line, span: Span) -> list[Line]:
    """The part of a line within a span of the source, if there is anything to read in it."""
    inside = line.text[max(span[0] - line.start, 0) : span[1] - line.start]
    content = inside.strip(BLANKS)
    start = max(span[0], line.start) + len(inside) - len(inside.lstrip(BLANKS))
    begin = line.begin if span[0] == line.begin else start
    return [Line(line.number, begin, start, start + len(content), content)] if content else []
