"""The parts of the analysis, each of which can be switched off."""

from __future__ import annotations

from dataclasses import dataclass

Forms = tuple[tuple[str, ...], ...]
"""One thing asked for: the terms of the form it is asked in, then those of other forms."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Which parts of the analysis are on; `eval/ablation.py` measures what each is worth.

    Dates and identifiers are in few of the development questions (13 and 6 of 431) and change
    the first passage of none; they stay on for the forms that they join, and lose nothing.
    """

    stop_words: bool = True
    stemming: bool = True
    diacritics: bool = True
    compounds: bool = True
    numbers: bool = True
    dates: bool = True
    identifiers: bool = True
    abbreviations: bool = True


SHIPPED = Parts()
