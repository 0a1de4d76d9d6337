"""Signatures among the elements of a marked-up file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qa.load.elements import Element, ElementKind, Run
from qa.load.lines import Line
from qa.load.signature_block import is_signature

_MOST_LINES = 5


def with_signatures(elements: Iterable[Element]) -> list[Element]:
    """The elements; a function and the name under it, in one paragraph or several, are one."""
    found: list[Element] = []
    rest = [e for e in elements if any(run.text.strip() or run.note for run in e.runs)]
    at = 0
    while at < len(rest):
        size = _signature_at(rest, at)
        if size:
            runs = [run for e in rest[at : at + size] for run in (*e.runs, Run("\n"))]
            found.append(replace(rest[at], kind=ElementKind.SIGNATURE, runs=tuple(runs[:-1])))
        else:
            found.append(rest[at])
        at += size or 1
    return found


def _signature_at(elements: list[Element], at: int) -> int:
    """How many paragraphs from here on are a signature; 0 if it is none."""
    texts: list[str] = []
    for size in range(1, _MOST_LINES + 1):
        if at + size > len(elements) or elements[at + size - 1].kind is not ElementKind.BODY:
            return 0
        text = "".join(run.text for run in elements[at + size - 1].runs)
        texts += [" ".join(line.split()) for line in text.split("\n") if line.strip()]
        if len(texts) > _MOST_LINES:
            return 0
        lines = [Line(0, 0, 0, len(line), line) for line in texts]
        if len(lines) > 1 and is_signature(lines):
            return size
    return 0
