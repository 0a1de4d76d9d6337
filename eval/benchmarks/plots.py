"""Plots of the figures of `scale.py`, one for each question a reader has, on logarithmic axes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Figures = dict[str, Any]
Line = Callable[[Figures], float | None]
"""A figure of one size; None where it was not measured."""

_DASHED = {"LanceDB", "rank_bm25 get_scores", "bm25s", "SQLite FTS5", "first question"}
_OTHERS = ("rank_bm25 get_scores", "bm25s", "SQLite FTS5")


def draw(found: Sequence[Figures], folder: Path) -> list[Path]:
    """Write the plots; gives their paths. Raises a ClickException without matplotlib."""
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise click.ClickException(
            "Plots need matplotlib: install it with `pip install 'alinea[benchmarks]'`."
        ) from error
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, (title, unit, lines) in _plots(found).items():
        figure = Figure((6.4, 4.2))
        axes = figure.add_subplot()
        axes.set_title(title, loc="left", fontsize=11)
        _lines(axes, found, lines)
        axes.set(xlabel="paragraphs in the index", ylabel=unit)
        path = folder / f"{name}.png"
        figure.savefig(path, dpi=150, bbox_inches="tight")
        paths.append(path)
    return paths


def _plots(found: Sequence[Figures]) -> dict[str, tuple[str, str, dict[str, Line]]]:
    """Name, question, unit and lines of each plot that there are figures for."""
    stages = list(found[-1]["built"]["build"])
    plots: dict[str, tuple[str, str, dict[str, Line]]] = {
        "build": (
            "How long does a build take? (its vectors are made)",
            "processor seconds",
            {
                "whole": lambda one: sum(_processor(one, name) for name in stages),
                **{name: _stage(name) for name in stages},
            },
        ),
        "disk": (
            "How large is it on disk?",
            "MB",
            {
                "Alinea, all": lambda one: sum(one["built"]["bytes"].values()) / 1e6,
                "of which texts and vectors (SQLite)": lambda one: _store(one) / 1e6,
                "of which files of a search": lambda one: (
                    (sum(one["built"]["bytes"].values()) - _store(one)) / 1e6
                ),
                "LanceDB, without vectors of sentences": lambda one: (
                    one["LanceDB"]["bytes"] / 1e6 if "LanceDB" in one else None
                ),
            },
        ),
        "memory": (
            "How much memory does it take?",
            "MB resident",
            {
                "building, at most": lambda one: float(
                    max(s["peak_mb"] for s in one["built"]["build"].values())
                ),
                "searching, with mapped pages": lambda one: float(
                    one["asked"]["memory_mb"]["own"] + one["asked"]["memory_mb"]["mapped"]
                ),
                "searching, its own": _of("asked", "memory_mb", "own"),
            },
        ),
        "start": (
            "How soon does it answer after starting?",
            "seconds",
            {
                "open, from disk": _of("asked", "open_s_from_disk"),
                "first question, from disk": _of("asked", "first_question_s_from_disk"),
                "open, read before": _of("asked", "open_s"),
                "first question, read before": _of("asked", "first_question_s"),
            },
        ),
        "queries": (
            "How long does a search take? (encoding the question aside)",
            "milliseconds",
            {
                "whole, p50": _of("asked", "query_ms", "whole", 0),
                "whole, p95": _of("asked", "query_ms", "whole", 1),
                "whole, p99": _of("asked", "query_ms", "whole", 2),
                "candidates, p50": _of("asked", "query_ms", "candidates", 0),
                "sentences, p50": _of("asked", "query_ms", "sentences", 0),
                "whole, of the processor, p50": _of("asked", "query_ms", "whole, processor", 0),
            },
        ),
        "beside-lancedb": (
            "Hybrid search beside LanceDB, same rows and questions, in turn",
            "milliseconds",
            {
                f"{title}, {quantile}": _of("LanceDB", "query_ms", name, place)
                for name, title in (("ours", "Alinea"), ("LanceDB", "LanceDB"))
                for place, quantile in ((0, "p50"), (1, "p95"))
            },
        ),
        "beside-keywords": (
            "Keyword search beside others, same terms and questions, in turn",
            "milliseconds (p50)",
            {
                name.replace("ours", "Alinea"): _of("keywords", "engines", name, "query_ms", 0)
                for name in ("ours", *_OTHERS)
            },
        ),
    }
    return {n: plot for n, plot in plots.items() if any(_known(plot[2], one) for one in found)}


def _lines(axes: Axes, found: Sequence[Figures], lines: dict[str, Line]) -> None:
    from matplotlib.ticker import LogLocator, NullFormatter

    for name, line in lines.items():
        points = [(one["paragraphs"], value) for one in found if (value := line(one)) is not None]
        if points:
            style = "--" if name.split(",")[0] in _DASHED else "-"
            axes.plot(*zip(*points, strict=True), style, marker="o", markersize=4, label=name)
    axes.set(xscale="log", yscale="log")
    axes.grid(which="major", color="0.85")
    axes.grid(which="minor", axis="y", color="0.94")
    axes.set_axisbelow(True)
    low, high = axes.get_ylim()
    axes.set_ylim(10 ** math.floor(math.log10(low)), 10 ** math.ceil(math.log10(high)))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(LogLocator())
        axis.set_major_formatter(lambda x, _: f"{x:,.0f}" if x >= 1 else f"{x:g}")
        axis.set_minor_formatter(NullFormatter())
    axes.legend(fontsize=8, loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False)


def _of(*path: str | int) -> Line:
    """The figure at a path of names and places."""

    def read(one: Figures) -> float | None:
        value: Any = one
        for step in path:
            if isinstance(step, str) and step not in value:
                return None
            value = value[step]
        return float(value)

    return read


def _stage(name: str) -> Line:
    return lambda one: _processor(one, name)


def _processor(one: Figures, name: str) -> float:
    return float(one["built"]["build"][name]["processor_s"])


def _store(one: Figures) -> float:
    """Bytes of the SQLite file, and of its log."""
    return float(sum(s for name, s in one["built"]["bytes"].items() if "sqlite" in name))


def _known(lines: dict[str, Line], one: Figures) -> bool:
    return any(line(one) is not None for line in lines.values())
