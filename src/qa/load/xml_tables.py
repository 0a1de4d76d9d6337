"""The rows of a table in official XML (CALS: tgroup, thead, tbody, row, entry)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from qa.document import BETWEEN_HEADS
from qa.load.elements import Element, ElementKind, Run
from qa.load.xml_text import Text
from qa.load.xml_tree import has_text, local_name


@dataclass(frozen=True, slots=True)
class Row:
    """A row as an element, and the notes that stand in it."""

    element: Element
    notes: tuple[etree._Element, ...]


def table_rows(table: etree._Element, make_text: Callable[[], Text]) -> Iterator[Row]:
    """The rows of a table in order, with its title and column heads as their context.

    Column heads are said with each row and so are no rows themselves, unless there are no others.
    """
    rows = [row for row in table.iter("{*}row") if _own(row, table)]
    heads = [row for row in rows if local_name(row.getparent()) == "thead"]
    if len(heads) == len(rows):
        heads = []
    title = [_plain(child, make_text) for child in table if local_name(child) in ("title", "titel")]
    columns = [_plain(cell, make_text) for row in heads for cell in row]
    context = BETWEEN_HEADS.join(text for text in (*title, *columns) if text)
    for row in rows:
        runs: list[Run] = []
        notes: list[etree._Element] = []
        for index, cell in enumerate(row):
            text = make_text()
            text.add_node(cell)
            runs += [Run("\t")] if index else []
            runs += text.runs()
            notes += text.found
        kind = ElementKind.FURNITURE if row in heads else ElementKind.TABLE_ROW
        said = "" if row in heads else context
        yield Row(Element(kind, tuple(runs), context=said), tuple(notes))


_PARTS = {  # what a table is made of, from the outside in
    "table": {"title", "titel", "tgroup"},
    "tgroup": {"colspec", "spanspec", "thead", "tbody", "tfoot"},
    "thead": {"colspec", "row"},
    "tbody": {"row"},
    "tfoot": {"row"},
    "row": {"entry"},
}


def is_regular(node: etree._Element) -> bool:
    """Whether a table has rows of cells and nothing between them; if not, it is read as text."""
    parts = _PARTS.get(local_name(node))
    if parts is None:
        return True
    return not has_text(node) and all(
        local_name(child) in parts and is_regular(child) for child in node
    )


def _own(row: etree._Element, table: etree._Element) -> bool:
    """Whether a row is of this table and not of one within it."""
    return next(row.iterancestors("{*}table"), None) is table


def _plain(node: etree._Element, make_text: Callable[[], Text]) -> str:
    text = make_text()
    text.add_node(node)
    return "".join(run.text for run in text.runs() if run.note is None)
