"""Fragments: unbroken pieces of a line, with raised marks set among the words they belong to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from qa.load.pdf.page_text import PageText, Placed, Run
from qa.load.pdf.rules import Uprights
from qa.reading import Span

_WIDE_GAP = 1.0  # ems between two fragments of one line
_WORD_GAP = 0.2
_SMALL = 0.85  # a mark's size beside its word's


@dataclass(frozen=True, slots=True)
class Fragment(Placed):
    """A piece of a line: its text and, for each code point, its left and right edge.

    `raised` are the spans of the text that stand above the line, in smaller type.
    """

    text: str
    lefts: tuple[float, ...]
    rights: tuple[float, ...]
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    raised: tuple[Span, ...] = ()


def find_fragments(page: PageText) -> list[Fragment]:
    """The fragments of a page, from top to bottom."""
    groups = _on_lines(list(page.runs), Uprights(page.rules))
    groups = _with_raised(groups)
    fragments = [make_fragment(group) for group in groups]
    return sorted(fragments, key=lambda f: (f.baseline, f.left))


def _on_lines(runs: list[Run], uprights: Uprights) -> list[list[Run]]:
    """Runs of one baseline and about one size, those close to each other together."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: r.style.baseline):
        line = lines[-1] if lines else None
        if line and run.style.baseline - line[0].style.baseline <= 0.15 * run.style.size:
            line.append(run)
        else:
            lines.append([run])
    groups: list[list[Run]] = []
    for line in lines:
        current: list[Run] = []
        for run in sorted(line, key=lambda r: r.left):
            if current and not _adjoin(current[-1], run, uprights):
                groups.append(current)
                current = []
            current.append(run)
        groups.append(current)
    return groups


def _adjoin(before: Run, after: Run, uprights: Uprights | None = None) -> bool:
    size = max(before.style.size, after.style.size)
    gap = after.left - before.right
    if gap > _WIDE_GAP * size or gap < -0.6 * size:
        return False
    least = size if gap < 1 else 0.0
    baseline = after.style.baseline
    return uprights is None or not uprights.part(before.right, after.left, baseline, least)


def _with_raised(groups: list[list[Run]]) -> list[list[Run]]:
    """Short small runs set above or below a line go to the words they touch."""
    homes = sorted(groups, key=lambda group: group[0].style.baseline)
    baselines = [group[0].style.baseline for group in homes]
    taken: set[int] = set()
    for group in groups:
        style, length = group[0].style, sum(len(run.chars) for run in group)
        if length > 8:
            continue
        near = homes[
            bisect_left(baselines, style.baseline - 0.7 * style.size) : bisect_right(
                baselines, style.baseline + 1.2 * style.size
            )
        ]
        home = next((h for h in near if h is not group and _touches(group, h)), None)
        if home is not None and id(home) not in taken:
            home.extend(group)
            home.sort(key=lambda run: run.left)
            taken.add(id(group))
    return _closed_up([group for group in groups if id(group) not in taken])


def _touches(mark: list[Run], home: list[Run]) -> bool:
    size = max(run.style.size for run in home)
    style = mark[0].style
    rise = home[0].style.baseline - style.baseline
    if style.size > _SMALL * size or not -0.35 * size <= rise <= 0.75 * size or abs(rise) < 0.5:
        return False
    return any(
        abs(mark[0].left - run.right) < 0.35 * size
        or -0.1 * size < run.left - mark[-1].right < _WIDE_GAP * size
        for run in home
    )


def _closed_up(groups: list[list[Run]]) -> list[list[Run]]:
    """Groups of one line between which a raised mark now closes the gap become one."""
    by_line: dict[int, list[list[Run]]] = {}
    closed: list[list[Run]] = []
    for group in sorted(groups, key=lambda g: (round(_main(g).style.baseline), g[0].left)):
        before = by_line.setdefault(round(_main(group).style.baseline), [])
        if before and (_mixed(before[-1]) or _mixed(group)) and _adjoin(before[-1][-1], group[0]):
            before[-1].extend(group)
        else:
            before.append(group)
            closed.append(group)
    return closed


def _mixed(group: list[Run]) -> bool:
    """Whether it holds a mark set off its line."""
    return max(r.style.baseline for r in group) - min(r.style.baseline for r in group) > 0.5


def _main(group: list[Run]) -> Run:
    return max(group, key=lambda run: len(run.chars) * run.style.size)


def make_fragment(runs: Iterable[Run]) -> Fragment:
    """One fragment of the runs of a line, from left to right."""
    group = list(runs)
    main = _main(group).style
    chars: list[str] = []
    lefts: list[float] = []
    rights: list[float] = []
    raised: list[Span] = []
    for run in group:
        up = main.baseline - run.style.baseline > 0.12 * main.size and run.style.size < main.size
        least = 0.5 * main.size if up else _WORD_GAP * main.size
        gap = run.left - rights[-1] if chars else 0.0
        if chars and (gap > least or (run.after_blank and gap > 0 and not up)):
            chars.append(" ")
            lefts.append(rights[-1])
            rights.append(run.left)
        begin = len(chars)
        chars += run.chars
        lefts += run.lefts
        rights += run.rights
        if up:
            raised.append((begin, len(chars)))
    count = sum(len(run.chars) for run in group)
    level = [run for run in group if abs(run.style.baseline - main.baseline) < 0.5]
    return Fragment(
        "".join(chars),
        tuple(lefts),
        tuple(rights),
        min(run.top for run in level),
        max(run.bottom for run in level),
        main.baseline,
        main.size,
        2 * sum(len(run.chars) for run in group if run.style.bold) > count,
        2 * sum(len(run.chars) for run in group if run.style.italic) > count,
        tuple(raised),
    )
