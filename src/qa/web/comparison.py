"""Two runs side by side: their figures, and the questions that changed."""

from __future__ import annotations

import streamlit as st

from qa.errors import AlineaError
from qa.index import Index
from qa.web.figures import FIGURES, figure_of, interval, percent
from qa.web.runs import Run, compare
from qa.web.text import Words
from qa.web.wrong_questions import show_rows


def show_comparison(index: Index, run: Run, other: Run | None, words: Words) -> None:
    """A run against another, which came before it."""
    if other is None:
        st.info(words("choose_against"), icon=":material/info:")
        return
    try:
        found = compare(other, run)
    except AlineaError as error:
        st.error(words.error(error), icon=":material/error:")
        return
    st.markdown(
        words(
            "compared",
            count=found.questions,
            first=percent(found.first, words),
            second=percent(found.second, words),
            p=f"{found.p:.3f}",
        )
    )
    table = {words("figure"): [words(name) for name in FIGURES]}
    for one in (other, run):
        name = words("run_cli") if one.name == "." else one.name
        figures = [figure_of(one.report, figure) for figure in FIGURES]
        table[name] = [
            f"{percent(figure['value'], words)} ({interval(figure, words)})" for figure in figures
        ]
    st.table(table, border="horizontal", hide_index=True, alt=words("part_comparison"))
    for name, ids in (("worse", found.worse), ("better", found.better)):
        st.html(f'<h3 class="al-small">{words(name, count=len(ids))}</h3>')
        rows = (run if name == "worse" else other).rows
        show_rows(index, [rows[question] for question in ids], words, name)
