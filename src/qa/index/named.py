"""What is named to an index, files and documents: one by one, or in lists and the like."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qa.index.asked import wrong

Source = str | Path


def each_source(given: Iterable[Source | Iterable[Source]]) -> list[Source]:
    """Files and folders, in order. AlineaError for what is none."""
    found: list[Source] = []
    for one in _flat(given):
        if not isinstance(one, str | Path):
            raise wrong("bad_source", "A source", one, "give the path of a file or folder")
        found.append(one)
    return found


def each_id(given: Iterable[str | Iterable[str]]) -> list[str]:
    """Ids of documents, in order. AlineaError for what is none."""
    found: list[str] = []
    for one in _flat(given):
        if not isinstance(one, str):
            raise wrong("bad_document", "A document", one, "give its id, as `qa list` shows it")
        found.append(one)
    return found


def _flat(given: Iterable[object]) -> Iterable[object]:
    for one in given:
        if isinstance(one, Iterable) and not isinstance(one, str | bytes | Path):
            yield from one
        else:
            yield one
