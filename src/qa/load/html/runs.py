"""The characters between two blocks of an HTML page, as the lines that a browser makes of them."""

from __future__ import annotations

import re

from qa.load.elements import Run

_EMPTY_LINE = re.compile(r"\n[ \t\r\f]*(?:\n[ \t\r\f]*)+")


def lines_of(runs: list[Run]) -> list[tuple[Run, ...]]:
    """Runs cut at empty lines, each part on one line with single blanks."""
    parts: list[list[Run]] = [[]]
    for run in _one_line_break(runs):
        first, *others = _EMPTY_LINE.split(run.text) if run.note is None else [run.text]
        parts[-1].append(Run(first, run.note))
        parts += [[Run(other)] for other in others]
    return [_trimmed(part) for part in parts if any(run.text.strip() for run in part)]


def _one_line_break(runs: list[Run]) -> list[Run]:
    """Neighbouring runs of plain characters as one; brackets around a mark belong to it."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].note == run.note:
            joined[-1] = Run(joined[-1].text + run.text, run.note)
        else:
            joined.append(run)
    for at in range(1, len(joined) - 1):
        before, mark, after = joined[at - 1 : at + 2]
        bracketed = before.text.endswith(("[", "(")) and after.text.startswith(("]", ")"))
        if mark.note is not None and bracketed and before.note is None is after.note:
            joined[at - 1] = Run(before.text[:-1])
            joined[at] = Run(before.text[-1] + mark.text + after.text[0], mark.note)
            joined[at + 1] = Run(after.text[1:])
    return joined


def _trimmed(part: list[Run]) -> tuple[Run, ...]:
    """Without blanks at the ends, nor two where runs meet."""
    found: list[Run] = []
    blank = True
    for run in part:
        text = run.text
        if blank and run.note is None:
            text = text.lstrip(" \n")
        if text:
            found.append(Run(text, run.note))
            blank = text[-1] in " \n"
    if found and found[-1].note is None:
        found[-1] = Run(found[-1].text.rstrip())
    return tuple(found)
