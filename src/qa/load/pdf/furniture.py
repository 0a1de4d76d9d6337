"""Running heads, feet and page numbers: what comes back on page after page at the edge."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from qa.load.lines import Line
from qa.load.pdf.rows import Row

_DEEPEST = 5  # rows from the edge that may be furniture
_SHIFT = 4.0  # points by which the same furniture may stand higher or lower
_DIGITS = re.compile(r"\d+")
_ALONE = re.compile(r"\d{1,4}|[ivxlc]{1,6}")
_FEWEST_NUMBERED = 3
_LARGE = 1.25  # of the usual type: what is larger is a heading
_LINE = 60  # characters from which a line of the usual type is running text
_SHORT = 40  # characters of a line that furniture may stand within

Pages = Sequence[Sequence[Row]]


def find_furniture(pages: Pages, heights: Sequence[float]) -> list[list[Row]]:
    """For each page, given as its rows from top to bottom, those that are furniture.

    Furniture begins at the edge: a row is none if a row further out is none.
    """
    found: list[list[Row]] = [[] for _ in pages]
    usual = median([row.size for rows in pages for row in rows] or [0.0])
    for from_top in (True, False):
        edges = [_edge(rows, height, from_top) for rows, height in zip(pages, heights, strict=True)]
        starts = [0.0 if from_top else height for height in heights]
        repeated = _repeated(edges, starts, usual) | _numbered(edges)
        for page, rows in enumerate(edges):
            found[page] += _outermost(page, rows, repeated)
    return [_with_imprint(rows, edge) for rows, edge in zip(pages, found, strict=True)]


def _outermost(page: int, rows: list[Row], repeated: set[tuple[int, int]]) -> list[Row]:
    """The furniture among rows from the edge inwards, short lines further out included."""
    last = 0
    for number, row in enumerate(rows, start=1):
        if (page, id(row)) in repeated:
            last = number
        elif len(row.text) > _SHORT or _begins_note(row):
            break
    return rows[:last]


def _with_imprint(rows: Sequence[Row], furniture: list[Row]) -> list[Row]:
    """Furniture with the small lines that stand on it, such as a publisher's imprint."""
    usual = median([row.size for row in rows]) if rows else 0.0
    taken = list(furniture)
    for row in reversed(rows):
        if row in furniture or row.size > 0.75 * usual:
            continue
        if any(
            abs(other.fragments[0].left - row.left) < 2
            and 0 < other.fragments[0].baseline - row.baseline < 2 * row.size
            and other.fragments[0].size <= row.size + 0.3
            for other in taken
        ):
            taken.append(row)
    return taken


def _edge(rows: Sequence[Row], height: float, from_top: bool) -> list[Row]:
    half = [row for row in rows if (row.baseline < 0.4 * height) == from_top]
    near = [row for row in half if from_top or row.baseline > 0.6 * height]
    return near[:_DEEPEST] if from_top else near[: -_DEEPEST - 1 : -1]


def _repeated(
    edges: list[list[Row]], starts: Sequence[float], usual: float
) -> set[tuple[int, int]]:
    """Rows whose words, numbers aside, come back as far from the page's edge on another page.

    Numbers may differ only as page numbers do. `starts` are where the edges lie.
    """
    alike: defaultdict[str, list[tuple[int, Row]]] = defaultdict(list)
    for page, rows in enumerate(edges):
        for row in rows:
            alike[_DIGITS.sub("#", _main_text(row).lower())].append((page, row))
    found: set[tuple[int, int]] = set()
    for places in alike.values():
        for near in _by_height(places, starts):
            texts: defaultdict[str, set[int]] = defaultdict(set)
            shifts: defaultdict[int, set[int]] = defaultdict(set)
            for page, row in near:
                texts[_main_text(row)].add(page)
                for shift in printed_shift(page, row):
                    shifts[shift].add(page)
            for page, row in near:
                counting = max((len(shifts[s]) for s in printed_shift(page, row)), default=0)
                same = len(texts[_main_text(row)])
                if _may_be(row, usual) and _is_repeated(row, same, counting):
                    found.add((page, id(row)))
    return found


def _numbered(edges: list[list[Row]]) -> set[tuple[int, int]]:
    """Rows that say in so many words which page of how many they are on ("Pagina 1 van 1")."""
    return {
        (page, id(row))
        for page, rows in enumerate(edges)
        for row in rows
        if _as_line(row).page_number == page + 1
    }


def _by_height(
    places: list[tuple[int, Row]], starts: Sequence[float]
) -> list[list[tuple[int, Row]]]:
    """Rows of like words parted by their height and size, unless they are on most pages."""
    if len({_main_text(row) for _, row in places}) == 1 and len(places) > _FEWEST_NUMBERED:
        return [places]

    def height(place: tuple[int, Row]) -> float:
        return abs(place[1].baseline - starts[place[0]])

    clusters: list[list[tuple[int, Row]]] = []
    for place in sorted(places, key=lambda p: (round(p[1].size), height(p))):
        last = clusters[-1][-1] if clusters else None
        if (
            last
            and height(place) - height(last) <= _SHIFT
            and abs(place[1].size - last[1].size) < 0.6
        ):
            clusters[-1].append(place)
        else:
            clusters.append([place])
    return clusters


def _may_be(row: Row, usual: float) -> bool:
    """Whether it is set as furniture is: not as a heading, and not as a line of running text."""
    if _begins_note(row):
        return False
    if row.size < 0.95 * usual:
        return True
    return row.size < _LARGE * usual and len(row.main.text) <= _LINE


def _begins_note(row: Row) -> bool:
    """Whether a row begins with a raised mark: notes may be alike ("Idem."), furniture has none."""
    raised = row.fragments[0].raised
    return bool(raised) and raised[0][0] == 0


def _as_line(row: Row) -> Line:
    return Line(1, 0, 0, len(row.text), row.text)


def _is_repeated(row: Row, same: int, counting: int) -> bool:
    """Whether a row is furniture: on `same` pages in these words, counting on over `counting`."""
    if same > 1 and len(row.text) > 3 and not _ALONE.fullmatch(row.text):
        return True
    bare = _ALONE.fullmatch(row.text) or _as_line(row).page_number
    return counting >= (2 if bare or "\t" in row.text else _FEWEST_NUMBERED)


def _main_text(row: Row) -> str:
    """The text of a row without what stands beside it in other type."""
    same = [f.text for f in row.fragments if abs(f.size - row.size) < 0.6]
    return "\t".join(same)


def printed_shift(page: int, row: Row) -> set[int]:
    """For each number in a row, how far it is ahead of the page's own number from 0."""
    return {int(number) - page for number in _DIGITS.findall(_main_text(row)) if len(number) < 5}


def page_labels(furniture: Sequence[Sequence[Row]]) -> list[str | None]:
    """The printed number of each page, where furniture has one that counts on."""
    shifts: defaultdict[int, int] = defaultdict(int)
    for page, rows in enumerate(furniture):
        for shift in set[int]().union(*(printed_shift(page, row) for row in rows)):
            shifts[shift] += 1
    if not shifts:
        return [None] * len(furniture)
    usual = max(shifts, key=lambda shift: (shifts[shift], -abs(shift - 1)))
    labels: list[str | None] = []
    for page, rows in enumerate(furniture):
        shown = shifts[usual] > 1 and any(usual in printed_shift(page, row) for row in rows)
        labels.append(str(page + usual) if shown else None)
    return labels
