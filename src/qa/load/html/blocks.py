"""Blocks of an HTML page, in order: what a browser shows as paragraphs of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from qa.load import numerals
from qa.load.asked import is_bold_question
from qa.load.elements import Element, ElementKind, Run, text_of
from qa.load.html.names import HEADINGS, INLINE, is_furniture, is_main, tag, unseen
from qa.load.html.notes import Notes
from qa.load.html.runs import lines_of
from qa.load.html.tables import Grid, column_heads, read_grid, row_context
from qa.load.html.title import find_title, under_title
from qa.load.labels import is_asked
from qa.load.marked_lines import with_marked_lines

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_LIST_STYLES: dict[str, Callable[[int], str]] = {
    "a": numerals.letter,
    "A": lambda n: numerals.letter(n).upper(),
    "i": numerals.roman,
    "I": lambda n: numerals.roman(n).upper(),
}


@dataclass(slots=True)
class _Frame:
    """An open element: what holds for the text directly in it."""

    tag: str
    path: str
    furniture: bool
    preformatted: bool
    kind: ElementKind
    bold: bool = False
    level: int = 1
    note: str = ""  # of the note that it stands in
    mark: str = ""  # of the note that its characters mark
    context: str = ""
    label: str = ""  # what a browser sets before a list item
    children: dict[str, int] = field(default_factory=dict)
    item: int = 1  # number of the next item, if it is a list


class Blocks:
    """Walks through a page once and collects its elements."""

    def __init__(self, root: etree._Element, notes: Notes) -> None:
        self._notes = notes
        self._root = root
        mains = [e for e in root.iter(etree.Element) if is_main(e)]
        self._main = next((m for m in mains if "".join(m.itertext()).strip()), None)
        self._title = find_title(root, self._main)
        self._title_place: int | None = None  # of a title that stands in furniture
        self._found: list[Element] = []
        self._runs: list[Run] = []
        self._plain = False  # whether some of them are not bold
        self._anchor = ""
        self._label = ""  # of the list item that has begun
        self._note_begins = 0

    def read(self) -> list[Element]:
        """The elements of the page in order, notes where they stand."""
        outside = _Frame("", "", self._main is not None, preformatted=False, kind=ElementKind.BODY)
        self._walk(self._root, [outside])
        if self._title_place is None:
            return self._found
        return under_title(self._found, self._title_place)

    def _walk(self, root: etree._Element, frames: list[_Frame]) -> None:
        """Take in an element and all within it; never recursive but into cells of a table."""
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if unseen(element) or element in self._notes.back:
                    frames.append(replace(frames[-1], tag="unseen"))
                    walker.skip_subtree()
                    continue
                self._open(element, frames)
                grid = self._grid(element) if tag(element) == "table" else None
                if grid is not None:
                    self._data_table(grid, frames)
                    walker.skip_subtree()
                    continue
                self._add(element.text, frames[-1])
            else:
                closed = frames.pop()
                if closed.tag not in INLINE and closed.tag != "unseen":
                    self._flush(closed)
                    self._end_note(element)
                if element is self._title and self._title_place is not None:
                    _let_follow(frames)
                if element is not root:
                    self._add(element.tail, frames[-1])

    def _open(self, element: etree._Element, frames: list[_Frame]) -> None:
        name, outer = tag(element), frames[-1]
        if name not in INLINE:
            self._flush(outer)
        number = outer.children[name] = outer.children.get(name, 0) + 1
        own = element.get("id") or (element.get("name") if name == "a" else None)
        step = "" if name in ("html", "body") else f"{name}[{number}]"
        path = f"#{own}" if own else "/".join(filter(None, (outer.path, step)))
        frame = replace(outer, tag=name, path=path, children={}, label="", item=1)
        if name in INLINE:
            frame.path = outer.path
            if own and not any(run.text.strip() for run in self._runs):
                self._anchor = f"#{own}"
            frame.mark = self._notes.marks.get(element, outer.mark)
            frame.bold = outer.bold or name in ("b", "strong")
        self._set_kind(element, frame, outer)
        if element is self._main:
            for around in frames:
                around.furniture = True  # what follows the main part
            frame.furniture = False
        elif element is self._title and frame.furniture:
            frame.furniture, self._title_place = False, len(self._found)
        elif is_furniture(element, {f.tag for f in frames}):
            frame.furniture = True
        if element in self._notes.elements:
            frame.note, frame.furniture = self._notes.elements[element], False
            frame.path = path
            self._note_begins = len(self._found)
        frames.append(frame)
        if name == "br":
            self._runs.append(Run("\n"))

    def _set_kind(self, element: etree._Element, frame: _Frame, outer: _Frame) -> None:
        name = frame.tag
        if name in HEADINGS:
            frame.kind, frame.level = ElementKind.HEADING, HEADINGS[name]
        elif name == "li":
            frame.kind, frame.label = ElementKind.LIST_ITEM, _label(element, outer)
            self._label = frame.label
        elif name == "ol":
            start = element.get("start", "")
            frame.item = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
        elif name == "pre":
            frame.preformatted = True
        elif name in ("dt", "summary"):
            text = " ".join("".join(element.itertext()).split())
            asked = is_asked(text)
            outer.context = text if asked or name == "dt" else outer.context
            frame.context = ""
            frame.kind = ElementKind.QUESTION if asked else frame.kind
        elif name == "dd":
            frame.context = outer.context
        elif name == "dl":
            frame.context = ""

    def _add(self, text: str | None, frame: _Frame) -> None:
        if not text:
            return
        if not frame.preformatted:
            text = _BLANKS.sub(" ", text)
        self._plain = self._plain or bool(text.strip() and not (frame.bold or frame.mark))
        self._runs.append(Run(text, frame.mark or None))

    def _flush(self, frame: _Frame) -> None:
        """Make an element of the characters since the last one."""
        runs, self._runs = self._runs, []
        anchor, self._anchor = self._anchor, ""
        bold, self._plain = not self._plain, False
        if not any(run.text.strip() for run in runs):
            return
        kind = ElementKind.FURNITURE if frame.furniture else frame.kind
        if bold and kind is ElementKind.BODY and is_bold_question(text_of(runs)):
            kind = ElementKind.QUESTION
        label = self._label if kind is ElementKind.LIST_ITEM and not frame.note else ""
        self._label = ""
        by_hand = not frame.preformatted
        for part in lines_of(runs):
            shown = (Run(label), *part) if label else part
            made = Element(kind, shown, anchor or frame.path, frame.level, frame.context)
            parted = not frame.note
            self._found += with_marked_lines(made, by_hand=by_hand) if parted else [made]
            label = ""

    def _end_note(self, element: etree._Element) -> None:
        """What was found since a note began becomes that note."""
        name = self._notes.elements.get(element)
        if name is None:
            return
        parts = self._found[self._note_begins :]
        del self._found[self._note_begins :]
        runs: list[Run] = []
        for part in parts:
            runs += [Run(" "), *part.runs] if runs else part.runs
        marker = self._notes.markers[name]
        if parts:
            self._found.append(
                Element(ElementKind.NOTE, tuple(runs), parts[0].locator, note=name, marker=marker)
            )

    def _grid(self, table: etree._Element) -> Grid | None:
        """The cells of a table, None where it only lays out the page."""
        return None if table in self._notes.around else read_grid(table)

    def _data_table(self, grid: Grid, frames: list[_Frame]) -> None:
        self._flush(frames[-1])
        frame = frames[-1]
        if grid.caption is not None:
            self._walk(grid.caption, [*frames])
        heads = column_heads(grid)
        for ordinal, row in enumerate(grid.rows):
            runs: list[Run] = []
            for cell in row.cells:
                runs += ([Run("\t")] if runs else []) + self._cell_runs(cell.element, frame)
            head = ordinal in heads
            kind = ElementKind.FURNITURE if head or frame.furniture else ElementKind.TABLE_ROW
            own = row.element.get("id")
            locator = f"#{own}" if own else f"{frame.path}/tr[{ordinal + 1}]"
            context = "" if head else row_context(grid, ordinal, heads)
            self._found.append(Element(kind, tuple(runs), locator, context=context))

    def _cell_runs(self, cell: etree._Element, frame: _Frame) -> list[Run]:
        """The characters of a cell, all that stands in it on one line."""
        outer, self._found = self._found, []
        self._walk(cell, [replace(frame, children={})])
        inner, self._found = self._found, outer
        runs: list[Run] = []
        for part in inner:
            runs += [Run(" "), *part.runs] if runs else part.runs
        return [Run(run.text.replace("\t", " "), run.note) for run in runs] or [Run("")]


def _let_follow(frames: list[_Frame]) -> None:
    """What follows a title in the head that it stands in, or beside it, is as little furniture."""
    heads = [place for place, frame in enumerate(frames) if frame.tag == "header"]
    for frame in frames[heads[-1] if heads else -1 :]:
        frame.furniture = False


def _label(element: etree._Element, outer: _Frame) -> str:
    """What a browser sets before an item: its number in an ordered list."""
    if outer.tag != "ol":
        return ""
    said = element.get("value", "")
    number = int(said) if re.fullmatch(r"-?\d{1,6}", said) else outer.item
    outer.item = number + 1
    parent = element.getparent()
    style = parent.get("type", "") if parent is not None else ""
    return f"{_LIST_STYLES.get(style, numerals.decimal)(number)}. "
