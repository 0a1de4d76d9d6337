"""Headings, told by size, weight, number and the room around them, and their levels."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from qa.list_marks import read_mark
from qa.load.heading_lines import ends_within
from qa.load.pdf.captions import is_caption
from qa.load.pdf.definitions import is_defined
from qa.load.pdf.notes import NOTES_TITLE
from qa.load.pdf.paragraphs import QUESTION_LABEL, Group
from qa.load.pdf.row_marks import any_mark
from qa.load.pdf.tables import cell_count

_NUMBER = re.compile(
    r"(?:(?:hoofdstuk|chapter|deel|part|bijlage|annex|appendix)\s+)?(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\S",
    re.I,
)
_LARGER = 1.1  # than the body, a heading's type
_MUCH_LARGER = 1.15  # than the chapters' type, that of a heading over them
_FEWEST_CHAPTERS = 3
_APART = 1.2  # leadings above a heading that stands over a table
_WORD = re.compile(r"[^\W\d_]+")
_FAR_APART = 1.8  # times the room below: above a heading that fills its line
_LONGEST, _MOST_ROWS = 180, 4
_MOST_ROWS_ENDED = 2  # of a heading that ends in a full stop
_FEWEST_ALIKE = 2  # headings that show that its style is theirs
_DEEPEST = 6

Style = tuple[float, bool, bool, bool]


def find_headings(groups: Sequence[Group], body_size: float) -> dict[int, int]:
    """The groups that are headings, by index, with their levels from 1."""
    found: list[int] = []
    for index, group in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        before = groups[index - 1] if index and index - 1 not in found[-1:] else None
        if len(group.rows) == 1 and NOTES_TITLE.fullmatch(group.text.strip(" :")):
            found.append(index)  # the notes themselves are no groups
        elif following is None or _in_list(before, group, following):
            continue
        elif _is_heading(group, following, body_size):
            found.append(index)
    acronyms = _acronyms(groups)
    known = Counter(_style(groups[i], body_size, acronyms) for i in found)
    tabled = set(_over_tables(groups, body_size, acronyms, known))
    found = sorted(tabled.union(found, _ended(groups, body_size, acronyms, known)))
    found = _without_names(groups, found)
    styles = {i: _style(groups[i], body_size, acronyms) for i in found}
    ranks = _ranks(list(styles.values()))
    levels = {i: ranks[style] for i, style in styles.items()}
    _by_numbers(groups, levels)
    _raise_chapters(groups, styles, levels)
    return levels


def _ended(
    groups: Sequence[Group], body: float, acronyms: set[str], known: Counter[Style]
) -> Iterator[int]:
    """The groups that end in a full stop, but are set larger and just as headings are."""
    for index, (group, following) in enumerate(itertools.pairwise(groups)):
        if (
            group.text.endswith(".")
            and group.rows[0].size >= _LARGER * body
            and len(group.rows) <= _MOST_ROWS_ENDED
            and known[_style(group, body, acronyms)] >= _FEWEST_ALIKE
            and _can_be_heading(group)
            and any_mark(group.rows[0].text) is None
            and not (is_caption(group.text) or ends_within(group.text))
            and not following.same_type(group)
        ):
            yield index


def _over_tables(
    groups: Sequence[Group], body: float, acronyms: set[str], known: Counter[Style]
) -> Iterator[int]:
    """The bold lines over a table, apart from what is above, that are set just as headings are."""
    for index, (group, following) in enumerate(itertools.pairwise(groups)):
        if (
            following.table_row
            and not group.table_row
            and len(group.rows) == 1
            and group.rows[0].bold
            and group.above > _APART
            and known[_style(group, body, acronyms)] >= _FEWEST_ALIKE
            and _can_be_heading(group)
            and not group.text.endswith((".", ";", ","))
            and not (is_caption(group.text) or is_defined(group.text))
        ):
            yield index


def _without_names(groups: Sequence[Group], found: list[int]) -> list[int]:
    """Of a title page, which has no running text, only the largest type is a heading."""
    if not groups:
        return found
    page = groups[0].rows[0].page
    cover = [i for i, group in enumerate(groups) if group.rows[0].page == page]
    if any(_is_prose(groups[i]) and groups[i].text.endswith(".") for i in cover):
        return found
    if groups[cover[-1]].rows[-1].page != page or len(cover) == len(groups):
        return found
    largest = max(groups[i].rows[0].size for i in cover)
    return [i for i in found if i not in cover or groups[i].rows[0].size > 0.95 * largest]


def _in_list(before: Group | None, group: Group, following: Group) -> bool:
    """Whether its number counts on from the group before, or on to the group after."""
    mark = any_mark(group.rows[0].text)
    if mark is None:
        return False
    earlier = any_mark(before.rows[0].text) if before else None
    later = any_mark(following.rows[0].text)
    return bool((earlier and mark.follows(earlier)) or (later and later.follows(mark)))


def _is_heading(group: Group, following: Group, body: float) -> bool:
    text = group.text
    if group.table_row or not _can_be_heading(group):
        return False
    if len(group.rows) == 1 and QUESTION_LABEL.fullmatch(text):
        return True
    if is_caption(text) or is_defined(text):
        return False
    first = group.rows[0]
    larger = first.size >= _LARGER * body
    end = group.rows[-1].unmarked.rstrip("»”\"')")
    if end.endswith((".", ";", ",")) or (end.endswith(":") and not (first.bold or larger)):
        return False
    if larger:
        return True
    if first.size < 0.93 * body or following.table_row:
        return False
    leads = following.same_type(group) is False or following.rows[0].italic != first.italic
    if first.bold and all(row.bold for row in group.rows):
        return leads or group.above > 1.1
    return len(group.rows) <= 2 and _stands_alone(group, following, leads=leads)


def _can_be_heading(group: Group) -> bool:
    text = group.text
    if len(group.rows) > _MOST_ROWS or len(text) > _LONGEST:
        return False
    named = any(char.isalpha() for char in text) or sum(char.isdigit() for char in text) > 2
    if not named or any(cell_count(row) > 2 for row in group.rows):
        return False
    mark = read_mark(text)
    return not (mark and mark.bullet) and not text.lstrip("«“\"'‘([")[:1].islower()


def _stands_alone(group: Group, following: Group, *, leads: bool) -> bool:
    """A short line of body type, apart from what is above and nearer to the text below."""
    first, last = group.rows[0], group.rows[-1]
    width = max(group.right_edge - first.left, 1)
    if last.right - last.left > 0.85 * width or group.text.endswith(("?", "!", "”")):
        apart = group.above > _FAR_APART * group.below and following.same_type(group)
        numbered = bool(_NUMBER.match(group.text)) and group.above > 1.3
        return (numbered or (apart and _is_prose(following))) and len(group.rows) == 1
    if first.italic and leads and group.above > 1.2 and group.below < group.above:
        return True
    if not group.above > 1.2 * group.below:
        return False
    return (
        group.below < 2.2 and _is_prose(following) and abs(following.rows[0].left - first.left) < 3
    )


def _is_prose(group: Group) -> bool:
    return len(group.text) > 60 and not group.table_row


def _acronyms(groups: Sequence[Group]) -> set[str]:
    """Words that running text has in capitals: a heading of these alone is not set in capitals."""
    prose = [group.text for group in groups if _is_prose(group) and not group.text.isupper()]
    return {word for text in prose for word in _WORD.findall(text) if word.isupper()}


def _style(group: Group, body: float, acronyms: set[str]) -> Style:
    """Size in steps of a twentieth of the body's, weight, capitals, slope."""
    first = group.rows[0]
    label = bool(QUESTION_LABEL.fullmatch(group.text))
    size = round(first.size / body * 20) / 20
    letters = [char for char in group.text if char.isalpha()]
    capitals = len(letters) > 3 and all(char.isupper() for char in letters)
    capitals = capitals and not acronyms.issuperset(_WORD.findall(group.text))
    return (size, first.bold and not label, capitals and not label, first.italic)


def _ranks(styles: Sequence[Style]) -> dict[Style, int]:
    """The level of each style: larger before smaller, bold before light."""
    order = sorted(set(styles), key=lambda s: (-s[0], not s[1], not s[2], s[3]))
    return {style: min(rank, _DEEPEST) for rank, style in enumerate(order, start=1)}


def _by_numbers(groups: Sequence[Group], levels: dict[int, int]) -> None:
    """Numbered headings stand as deep as their numbers have parts."""
    numbers = {index: _number(groups[index]) for index in levels}
    depths = {index: number.count(".") + 1 for index, number in numbers.items() if number}
    tops = [levels[i] for i, depth in depths.items() if depth == 1]
    if not tops or not any(depth > 1 for depth in depths.values()):
        return
    base = min(tops)
    for index, depth in depths.items():
        levels[index] = min(base + depth - 1, _DEEPEST)


def _number(group: Group) -> str:
    match = _NUMBER.match(group.text.replace("\t", " "))
    return match[1] if match else ""


def _raise_chapters(
    groups: Sequence[Group], styles: dict[int, Style], levels: dict[int, int]
) -> None:
    """Chapters stand no deeper than other headings that are not much larger.

    Chapters are headings of one style that count 1, 2, 3 … over most of the document, and no
    heading above them stands between.
    """
    for style in dict.fromkeys(styles.values()):
        chapters = {i: n for i in levels if styles[i] == style and (n := _number(groups[i]))}
        if len(chapters) < _FEWEST_CHAPTERS:
            continue
        first, last = min(chapters), max(chapters)
        counted = [str(place) for place in range(1, len(chapters) + 1)]
        between = any(first < i < last and levels[i] < levels[first] for i in levels)
        if list(chapters.values()) == counted and not between and 2 * (last - first) > len(groups):
            level = min(_peer_levels(groups, styles, levels, style), default=levels[first])
            levels.update(dict.fromkeys(chapters, min(level, levels[first])))


def _peer_levels(
    groups: Sequence[Group], styles: dict[int, Style], levels: dict[int, int], style: Style
) -> list[int]:
    """Levels of styles not much larger than one that have two headings or more: no title."""
    texts: dict[Style, set[str]] = {}
    for i, other in styles.items():
        texts.setdefault(other, set()).add(groups[i].text)
    return [
        levels[i]
        for i, other in styles.items()
        if other[0] <= _MUCH_LARGER * style[0] and len(texts[other]) > 1
    ]
