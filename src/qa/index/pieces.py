"""Pieces: what a generation takes from the one before in runs, and what is new between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.index.store import Version


@dataclass(frozen=True, slots=True)
class Piece:
    """Versions that follow each other: `old` are their places in the generation before, if any."""

    versions: Sequence[Version]
    old: range | None


def pieces_of(versions: Sequence[Version], before: Sequence[Version]) -> list[Piece]:
    """The versions in as few pieces as can be, in order."""
    places = {version.number: place for place, version in enumerate(before)}
    runs: list[tuple[list[Version], int | None]] = []  # with the place of the first
    for version in versions:
        place = places.get(version.number)
        if runs:
            last, first = runs[-1]
            follows = first is None if place is None else first == place - len(last)
            if follows:
                last.append(version)
                continue
        runs.append(([version], place))
    return [
        Piece(run, None if first is None else range(first, first + len(run))) for run, first in runs
    ]
