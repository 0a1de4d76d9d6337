"""Elements of a marked-up file, as a loader recognises them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class ElementKind(StrEnum):
    """What an element of a marked-up file is."""

    HEADING = "heading"
    BODY = "body"
    QUESTION = "question"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    SIGNATURE = "signature"
    NOTE = "note"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of an element. With `note` they are the mark of the note of that name.

    The characters of a mark may be none, where the file numbers its notes itself.
    """

    text: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    r"""A heading, paragraph, item, table row or note, with its characters in runs.

    `level` is a heading's depth, from 1; `locator` the place in the file; `context` a row's
    column heads. Of a note, `note` is its name and `marker` the sign it is printed with; the first
    run is its label where `labelled`. The cells of a row are separated by a run of "\t". With
    `within` a paragraph goes on with the section of that level, and deeper ones have ended.
    """

    kind: ElementKind
    runs: tuple[Run, ...]
    locator: str | None = None
    level: int = 1
    context: str = ""
    note: str = ""
    marker: str = ""
    labelled: bool = False
    within: int | None = None


def text_of(runs: Sequence[Run]) -> str:
    """The characters of runs, without marks, on one line."""
    return " ".join("".join(run.text for run in runs if run.note is None).split())
