"""The report of parsing on gold, as data and as text."""

from __future__ import annotations

from typing import Any

from qa.evaluate.parsing import Count, FileScore, Score, totals

_MOST_PROBLEMS = 6
_HEADS = (
    f"{'format':8}{'files':>6}  {'paragraphs':24}{'kinds':>11}  {'headings':22}"
    f"{'notes linked':20}{'furniture':>12}  coverage"
)


def parsing_dict(files: list[FileScore]) -> dict[str, Any]:
    """The object of `qa eval --parsing --json`."""
    return {
        "formats": {name: score.to_dict() for name, score in totals(files).items()},
        "files": [
            {
                "file": file.name,
                "format": file.format,
                "error": file.error,
                **file.score.to_dict(),
                "problems": file.problems,
            }
            for file in files
        ],
    }


def parsing_text(files: list[FileScore]) -> str:
    """A table by format, and what is wrong in which file."""
    lines = [
        "F1 (right / in the gold / found); furniture in all that is read; share with a role",
        "",
        _HEADS,
    ]
    lines += [f"{name:8}{_row(score)}" for name, score in totals(files).items()]
    for file in files:
        if not file.problems and not file.error:
            continue
        more = len(file.problems) - _MOST_PROBLEMS
        lines += ["", f"{file.name}: {file.error or ''}".rstrip()]
        lines += [f"  {problem}" for problem in file.problems[:_MOST_PROBLEMS]]
        lines += [f"  and {more} more"] if more > 0 else []
    return "\n".join(lines)


def _row(score: Score) -> str:
    furniture = f"{score.furniture}/{score.readings}"
    coverage = score.covered / score.characters if score.characters else 1.0
    kinds = f"{score.kinds}/{score.paragraphs.right}"
    return (
        f"{score.files:6}  {_count(score.paragraphs):24}{kinds:>11}  {_count(score.headings):22}"
        f"{_count(score.notes):20}{furniture:>12}  {coverage:.4f}"
    )


def _count(count: Count) -> str:
    return f"{count.f1:.3f} ({count.right}/{count.gold}/{count.found})"
