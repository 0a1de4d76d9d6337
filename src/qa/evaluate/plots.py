"""The report as plots: risk and coverage, reliability, and what is right of each kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa.disk import not_written
from qa.errors import AlineaError
from qa.evaluate.calibration import Calibration
from qa.evaluate.report import Report

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def draw(report: Report, folder: Path) -> list[Path]:
    """Write risk-coverage.png, reliability.png and kinds.png; gives their paths.

    Raises AlineaError without matplotlib, which is not needed for anything else.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise AlineaError(
            "no_matplotlib",
            "Plots need matplotlib: install it with `pip install 'alinea[plots]'`.",
        ) from error
    sets = _sets(report)
    plots = {"risk-coverage.png": Figure((6.4, 4.4)), "reliability.png": Figure((5.2, 5.0))}
    _risk_coverage(plots["risk-coverage.png"].add_subplot(), sets)
    _reliability(plots["reliability.png"].add_subplot(), sets)
    plots["kinds.png"] = Figure((6.4, 1.2 + 0.32 * len(report.kinds)))
    _kinds(plots["kinds.png"].add_subplot(), report)
    return [_save(figure, folder / name) for name, figure in plots.items()]


def _sets(report: Report) -> dict[str, Calibration]:
    sets = {report.question_file: report.calibration}
    if report.outside:
        for row in report.outside.ministers.silence:
            sets[f"ministers' answers, {row.questions}: {row.system}"] = row.calibration
    return sets


def _risk_coverage(axes: Axes, sets: dict[str, Calibration]) -> None:
    for name, found in sets.items():
        coverage, risk = zip(*found.risk_coverage, strict=True)
        axes.plot(coverage, risk, label=f"{name} (AUGRC {found.augrc.value:.3f})", linewidth=1.3)
    axes.set(
        xlabel="coverage: share of the questions that are answered, surest first",
        ylabel="risk: share of these answers that are wrong",
        xlim=(0, 1),
        ylim=(0, 1),
    )
    axes.legend(fontsize=7, loc="lower left", bbox_to_anchor=(0, 1.01), frameon=False)


def _reliability(axes: Axes, sets: dict[str, Calibration]) -> None:
    axes.plot((0, 1), (0, 1), color="0.6", linestyle="--", linewidth=1)
    for name, found in sets.items():
        axes.plot(
            [one.confidence for one in found.bins],
            [one.right for one in found.bins],
            marker="o",
            markersize=4,
            linewidth=1,
            label=f"{name} (error {found.ece.value:.3f})",
        )
    axes.set(
        xlabel="confidence: mean of a bin of equally many answers",
        ylabel="share of the bin that is right",
        xlim=(0, 1),
        ylim=(0, 1),
        aspect="equal",
    )
    axes.legend(fontsize=7, loc="lower left", bbox_to_anchor=(0, 1.01), frameon=False)


def _kinds(axes: Axes, report: Report) -> None:
    rows = report.kinds[::-1]
    for place, row in enumerate(rows):
        value = row.citation_right.value
        low, high = row.citation_right.interval or (value, value)
        axes.plot((low, high), (place, place), color="0.55", linewidth=2)
        axes.plot(value, place, marker="o", color="C0", markersize=6)
    axes.set(
        xlabel="share of the questions whose first citation is right, 95 % interval",
        ylabel="kind (questions)",
        xlim=(-0.02, 1.02),
        ylim=(-0.6, len(rows) - 0.4),
    )
    axes.set_yticks(range(len(rows)), [f"{row.kind} ({row.questions})" for row in rows])
    axes.grid(axis="x", color="0.9")
    axes.set_axisbelow(True)


def _save(figure: Figure, path: Path) -> Path:
    try:
        figure.savefig(path, dpi=150, bbox_inches="tight")
    except OSError as error:
        raise not_written(path, error) from error
    return path
