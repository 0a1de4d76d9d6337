"""The figures of a run: with intervals, by kind of question, beside simpler ways, as plots."""

from __future__ import annotations

from typing import Any, Literal

import streamlit as st

from qa.web.card import literal
from qa.web.runs import Report, Run
from qa.web.text import Words

FIGURES = ("contains_gold", "citation_right", "refused", "falsely_refused", "precision")
_LESS_IS_BETTER = "falsely_refused"
_COLOUR = "#2f7f8d"


def show_figures(run: Run, other: Run | None, words: Words) -> None:
    """All figures of a run, the differences with another beside them."""
    report = run.report
    grid = st.grid(len(FIGURES), min_column_width=170, border=True)
    for name in FIGURES:
        value = figure_of(report, name)
        before = figure_of(other.report, name)["value"] if other else None
        change = None if before is None or value["value"] is None else value["value"] - before
        colour: Literal["inverse", "normal"] = "inverse" if name == _LESS_IS_BETTER else "normal"
        same = change is not None and abs(change) < 0.0005
        with grid.cell():
            st.metric(
                words(name),
                percent(value["value"], words),
                None if change is None else f"{100 * change:+.1f}".replace(".", _comma(words)),
                delta_color="off" if same else colour,
                delta_arrow="off" if same else "auto",
            )
            st.caption(interval(value, words))
    left, right = st.columns(2)
    with left:
        _show_risk_coverage(report, words)
    with right:
        _show_reliability(report, words)
    st.html(f'<h3 class="al-small">{words("kinds")}</h3>')
    st.table(_kinds(report, words), border="horizontal", hide_index=True, alt=words("kinds"))
    st.html(f'<h3 class="al-small">{words("systems")}</h3>')
    st.table(_systems(report, words), border="horizontal", hide_index=True, alt=words("systems"))


def figure_of(report: Report, name: str) -> dict[str, Any]:
    """A figure of a report, over all its questions: its value and its interval."""
    if name in ("citation_right", "contains_gold"):
        row = next(row for row in report["kinds"] if row["kind"] == "all")
        figure: dict[str, Any] = row[name]
        return figure
    found: dict[str, Any] = report["silence"][name]
    return found


def percent(value: float | None, words: Words) -> str:
    """A share as a percentage, "91,2%"; a dash where it is unknown."""
    return "–" if value is None else f"{100 * value:.1f}%".replace(".", _comma(words))


def interval(figure: dict[str, Any], words: Words) -> str:
    """The interval of a figure, in words."""
    if not figure["interval"]:
        return words("no_interval")
    low, high = (percent(value, words) for value in figure["interval"])
    return words("interval", low=low, high=high)


def _comma(words: Words) -> str:
    return "," if words.language == "nl" else "."


def _with_interval(figure: dict[str, Any], words: Words) -> str:
    if not figure["interval"]:
        return percent(figure["value"], words)
    low, high = (percent(value, words) for value in figure["interval"])
    return f"{percent(figure['value'], words)} ({low} – {high})"


def _kinds(report: Report, words: Words) -> dict[str, list[str]]:
    rows = report["kinds"]
    return {
        words("kind"): [_kind(row["kind"], words) for row in rows],
        words("questions"): [str(row["questions"]) for row in rows],
        words("contains_gold"): [_with_interval(row["contains_gold"], words) for row in rows],
        words("citation_right"): [_with_interval(row["citation_right"], words) for row in rows],
        words("words"): [f"{row['words']:.0f}" for row in rows],
    }


def _kind(kind: str, words: Words) -> str:
    """The name of a kind; the question set's own kinds are shown as they are."""
    known = {"all": "all", "in other words": "other", "in the document's words": "same"}
    return words(f"kind_{known[kind]}") if kind in known else literal(kind)


def _systems(report: Report, words: Words) -> dict[str, list[str]]:
    rows = report["systems"]
    return {
        words("system"): [literal(row["system"]) for row in rows],
        words("first"): [_with_interval(row["success_1"], words) for row in rows],
        words("first_three"): [_with_interval(row["success_3"], words) for row in rows],
        words("ratio"): ["–" if row["ratio"] is None else f"{row['ratio']:.2f}" for row in rows],
        words("p"): ["" if row["p"] is None else f"{row['p']:.4f}" for row in rows],
    }


def _show_risk_coverage(report: Report, words: Words) -> None:
    points = report["calibration"]["risk_coverage"]
    st.html(f'<h3 class="al-small">{words("risk_coverage")}</h3>')
    values = [{"x": coverage, "y": risk} for coverage, risk in points]
    last = percent(points[-1][1], words) if points else "–"
    st.vega_lite_chart(
        _chart(values, words("coverage"), words("risk"), {"type": "line", "interpolate": "step"}),
        alt=f"{words('risk_coverage')}. {words('risk')}, 100%: {last}.",
    )


def _show_reliability(report: Report, words: Words) -> None:
    bins = report["calibration"]["bins"]
    st.html(f'<h3 class="al-small">{words("reliability")}</h3>')
    values = [{"x": one["confidence"], "y": one["right"]} for one in bins]
    mark = {"type": "point", "filled": True, "size": 90, "opacity": 0.9}
    chart = _chart(values, words("confidence"), words("share_right"), mark)
    diagonal = {
        "data": {"values": [{"x": 0, "y": 0}, {"x": 1, "y": 1}]},
        "mark": {"type": "line", "strokeDash": [4, 4], "color": "#8a9498"},
        "encoding": chart["layer"][0]["encoding"],
    }
    chart["layer"].insert(0, diagonal)
    ece = percent(report["calibration"]["ece"]["value"], words)
    st.vega_lite_chart(chart, alt=f"{words('reliability')} {words('ece')}: {ece}.")
    brier = report["calibration"]["brier"]["value"]
    st.caption(f"{words('ece')} {ece} · {words('brier')} {brier:.3f}".replace(".", _comma(words)))


def _chart(
    values: list[dict[str, float]], across: str, up: str, mark: dict[str, Any]
) -> dict[str, Any]:
    """A line between two shares, as a Vega-Lite chart with one layer."""

    def axis(name: str, title: str) -> dict[str, Any]:
        return {
            "field": name,
            "type": "quantitative",
            "title": title,
            "scale": {"domain": [0, 1]},
            "axis": {"format": ".0%"},
        }

    return {
        "height": 300,
        "layer": [
            {
                "data": {"values": values},
                "mark": mark | {"color": _COLOUR},
                "encoding": {"x": axis("x", across), "y": axis("y", up)},
            }
        ],
    }
