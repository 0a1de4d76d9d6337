"""Columns of running text, in reading order: what white gutters part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import median

from qa.load.pdf.fragments import Fragment
from qa.load.pdf.page_text import PageText
from qa.load.pdf.rows import Region, Row, find_rows

_FEWEST_ROWS = 5  # rows that a text column has at least
_FEW_ROWS = 2  # and where the same columns stand on other pages
_NARROWEST = 80.0  # points
_GOING_ON = 0.35  # of its lines that begin with a small letter
_FILLED = 0.6  # of its width that a text column's usual line fills


def find_columns(
    pages: Sequence[PageText],
    fragments: Sequence[Sequence[Fragment]],
    furniture: Sequence[Sequence[Row]],
    beat: Callable[[str], None],
) -> list[list[Region]]:
    """The columns of each page; `fragments` are parted from the `furniture` among them."""
    kept: list[list[Fragment]] = []
    gutters: list[float] = []
    for page, found, edge in zip(pages, fragments, furniture, strict=True):
        beat(f"the columns of page {page.number}")
        removed = {id(fragment) for row in edge for fragment in row.fragments}
        kept.append([fragment for fragment in found if id(fragment) not in removed])
        gutter = _gutter(find_rows(page.number, kept[-1]), ())
        if gutter is not None and gutter not in gutters:
            gutters.append(gutter)
    return [
        find_regions(page.number, found, gutters) for page, found in zip(pages, kept, strict=True)
    ]


def find_regions(
    page: int, fragments: Iterable[Fragment], known: Sequence[float] = ()
) -> list[Region]:
    """The columns of a page, in reading order.

    A gutter parts columns where on both sides there is running text: lines that fill their
    column. What lies across it is read before what stands below. Where a gutter is `known`
    from other pages, a few lines on both sides are enough.
    """
    rows = find_rows(page, fragments)
    gutter = _gutter(rows, known)
    if gutter is None:
        return [tuple(rows)] if rows else []
    regions: list[Region] = []
    across: list[Row] = []
    for split, run in _runs(rows, gutter, few=gutter in known):
        if not split:
            across += run
            continue
        if across:
            regions.append(tuple(across))
            across = []
        left = [f for row in run for f in row.fragments if f.right <= gutter + 1]
        right = [f for row in run for f in row.fragments if f.right > gutter + 1]
        rest = [other for other in known if other != gutter]
        regions += find_regions(page, left, rest) + find_regions(page, right, rest)
    if across:
        regions.append(tuple(across))
    return regions


def _gutter(rows: Sequence[Row], known: Sequence[float]) -> float | None:
    """Where a gutter may be that parts columns of running text."""
    lefts = Counter(round(fragment.left) for row in rows for fragment in row.fragments)
    for place, count in lefts.most_common(8):
        if count < _FEWEST_ROWS:
            break
        gutter = place - 2.0
        if any(split for split, _ in _runs(rows, gutter, few=False)):
            return gutter
    for gutter in known:
        if any(split for split, _ in _runs(rows, gutter, few=True)):
            return gutter
    return None


def _runs(rows: Sequence[Row], gutter: float, *, few: bool) -> list[tuple[bool, list[Row]]]:
    """Rows in runs that the gutter parts in two columns, or not."""
    runs: list[tuple[bool, list[Row]]] = []
    for row in rows:
        free = not any(f.left < gutter - 1 and f.right > gutter + 1 for f in row.fragments)
        if runs and runs[-1][0] == free:
            runs[-1][1].append(row)
        else:
            runs.append((free, [row]))
    return [(free and _columns(run, gutter, few=few), run) for free, run in runs]


def _columns(rows: list[Row], gutter: float, *, few: bool) -> bool:
    """Whether rows hold running text on both sides of a gutter."""
    sides = (
        [f for row in rows for f in row.fragments if f.right <= gutter + 1],
        [f for row in rows for f in row.fragments if f.right > gutter + 1],
    )
    return all(_running(side, few=few) for side in sides)


def _running(side: list[Fragment], *, few: bool) -> bool:
    """Whether lines are one column of running text: most fill it, and many go on in the next."""
    if len(side) < (_FEW_ROWS if few else _FEWEST_ROWS):
        return False
    width = max(f.right for f in side) - min(f.left for f in side)
    usual = median(f.right - f.left for f in side)
    if width < _NARROWEST or usual < _FILLED * width or median(len(f.text) for f in side) < 20:
        return False
    going_on = sum(f.text[0].islower() for f in side)
    return going_on > 0 if few else going_on >= _GOING_ON * len(side)
