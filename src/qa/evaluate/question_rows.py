"""A row of a question file, checked field by field before any question is put."""

from __future__ import annotations

import json
from typing import Any

from qa.index.asked import LONGEST_QUESTION

OTHER_WORDS_ROW, OWN_WORDS_ROW, ALL_ROW = "in other words", "in the document's words", "all"
_ROWS_OF_THE_REPORT = (ALL_ROW, OTHER_WORDS_ROW, OWN_WORDS_ROW)
_NEEDED = ("id", "question", "answerable", "gold")


def read_row(line: str) -> dict[str, Any]:
    """The row in a line, what is left out filled in. ValueError, in words, where it is wrong."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("it is not JSON") from None
    if not isinstance(row, dict):
        raise ValueError("a row must be an object, with the question's fields in braces")
    _check_needed(row)
    golds = [_gold(gold) for gold in row["gold"]]
    if bool(golds) != row["answerable"]:
        raise ValueError(
            'there is no "gold", and "answerable" is true'
            if row["answerable"]
            else 'there is "gold", and "answerable" is false'
        )
    first = golds[0]["id"] if golds else f"none-{row['id']}"
    known = {"lang": "nl", "kind": "question", "group": first} | row | {"gold": golds}
    _check_others(known)
    return known | {"id": str(row["id"]), "group": str(known["group"])}


def _check_needed(row: dict[str, Any]) -> None:
    for name in _NEEDED:
        if name not in row:
            raise ValueError(f'"{name}" is missing')
    if not _is_name(row["id"]):
        raise ValueError('"id" must be text or a number')
    if not isinstance(row["answerable"], bool):
        raise ValueError('"answerable" must be true or false')
    if not isinstance(row["gold"], list):
        raise ValueError('"gold" must be a list, empty where there is no answer')
    if not isinstance(row["question"], str):
        raise ValueError('"question" must be text')
    question = " ".join(row["question"].split())
    if not any(char.isalnum() for char in question):
        raise ValueError('"question" has no words')
    if len(question) > LONGEST_QUESTION:
        size = f"{len(question)} characters and {LONGEST_QUESTION} is the most"
        raise ValueError(f'"question" has {size}')


def _check_others(row: dict[str, Any]) -> None:
    """The fields that may be left out."""
    for name in ("lang", "kind"):
        if not isinstance(row[name], str) or not row[name].strip():
            raise ValueError(f'"{name}" must be text, or be left out')
    if row["kind"] in _ROWS_OF_THE_REPORT:
        raise ValueError(f'"{row["kind"]}" is a row of the report already: name the kind otherwise')
    if not _is_name(row["group"]):
        raise ValueError('"group" must be text, or be left out')


def _gold(gold: object) -> dict[str, Any]:
    """A right place; of a sentence's id the paragraph is meant."""
    if not isinstance(gold, dict):
        raise ValueError('each of "gold" must be an object with "id", "text" and "reading_span"')
    for name in ("id", "text", "reading_span"):
        if name not in gold:
            raise ValueError(f'"{name}" is missing in "gold"')
    for name in ("id", "text"):
        if not isinstance(gold[name], str):
            raise ValueError(f'"{name}" in "gold" must be text')
    span = gold["reading_span"]
    if not (isinstance(span, list) and len(span) == 2 and all(map(_is_offset, span))):
        raise ValueError('"reading_span" in "gold" must be two whole numbers, its start and end')
    if span[0] >= span[1]:
        raise ValueError('"reading_span" in "gold" must end after it starts')
    document, mark, unit = gold["id"].rpartition("#")
    return gold | {"id": document + mark + (unit.split(".s")[0] if mark else unit)}


def _is_name(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    return isinstance(value, int) and not isinstance(value, bool)


def _is_offset(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
