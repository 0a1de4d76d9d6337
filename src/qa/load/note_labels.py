"""The sign that a note begins with, where the file has it as characters."""

from __future__ import annotations

import re

from qa.load.elements import Run


def split_label(runs: tuple[Run, ...], marker: str) -> tuple[tuple[Run, ...], bool]:
    """The runs of a note, its label the first of them, and whether it has one: "1", "[1]", "1."."""
    text = "".join(run.text for run in runs)
    sign = re.escape(marker)
    match = re.match(rf"\s*(?:[\[(]{sign}[\])]|{sign}[.):]?)(?=\s|$|[^\W\d_]|[\"“‘'«])", text)
    if not marker or match is None or not text[match.end() :].strip():
        return runs, False
    rest, left = [], match.end()
    for run in runs:
        rest.append(Run(run.text[left:], run.note))
        left = max(0, left - len(run.text))
    return (Run(match.group()), *rest), True
