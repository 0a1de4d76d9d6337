"""The questions that went wrong: what was expected, what came, and the way to both."""

from __future__ import annotations

from functools import partial
from html import escape
from textwrap import shorten

import streamlit as st

from qa.errors import AlineaError
from qa.index import Index
from qa.web.answers import line_of
from qa.web.card import literal
from qa.web.cited import find
from qa.web.navigation import ask_page
from qa.web.runs import RIGHT, WRONG, Row, Run, outcome
from qa.web.text import Words

_AT_ONCE = 10
_LONGEST = 400  # characters of a text


def show_wrong(index: Index, run: Run, words: Words) -> None:
    """The wrong questions of a run, of one sort or all, some at a time."""
    rows = [row for row in run.rows.values() if outcome(row) != RIGHT]
    st.markdown(words("wrong_count", count=len(rows), total=len(run.rows)))
    counts = {name: sum(outcome(row) == name for row in rows) for name in WRONG}
    known = [name for name in WRONG if counts[name]]
    wanted = st.query_params.get("wrong", "")
    chosen = st.pills(
        words("part_wrong"),
        known,
        default=wanted if wanted in known else None,
        format_func=lambda name: f"{words(name)} ({counts[name]})",
        key="wrong-sort",
        on_change=partial(_keep, "wrong-sort"),
        label_visibility="collapsed",
    )
    show_rows(index, [row for row in rows if chosen in (None, outcome(row))], words, "wrong")


def show_rows(index: Index, rows: list[Row], words: Words, key: str) -> None:
    """Questions one below the other, a page of them at a time."""
    if not rows:
        st.caption(words("none_wrong"))
        return
    pages = -(-len(rows) // _AT_ONCE)
    page = st.pagination(pages, key=f"{key}-page-{len(rows)}") if pages > 1 else 1
    for row in rows[(page - 1) * _AT_ONCE : page * _AT_ONCE]:
        _show_row(index, row, words)


def _show_row(index: Index, row: Row, words: Words) -> None:
    with st.container(border=True):
        said = words(outcome(row))
        st.html(
            f'<h3 class="al-question">{escape(row["question"])}</h3>'
            f'<p class="al-date">{escape(said)} · {escape(row["kind"])} · '
            f"{100 * row['confidence']:.0f}%</p>"
        )
        left, right = st.columns(2)
        with left:
            st.html(f'<h4 class="al-small">{escape(words("expected"))}</h4>')
            if not row["gold"]:
                st.markdown(words("expected_none"))
            for place in row["gold"]:
                _show_place(index, row["question"], place, None, words)
        with right:
            name = "came" if row["answered"] else "came_refused"
            st.html(f'<h4 class="al-small">{escape(words(name))}</h4>')
            if row["first"]:
                _show_place(index, row["question"], row["first"], row["text"], words)


def _show_place(index: Index, question: str, cite: str, text: str | None, words: Words) -> None:
    """What stands at a place, and the link that opens it."""
    document_id = cite.rpartition("#")[0]
    line = ""
    try:
        document = index.document(document_id)
        cited = find(document, cite)
        line = line_of(document, cited, words) if cited else ""
    except AlineaError:
        cited = None
    if text is None and cited:
        text = cited.unit.text
    if text:
        st.html(f'<p class="al-said">{escape(shorten(text, _LONGEST, placeholder=" …"))}</p>')
    if cited is None:
        st.caption(words("gone", place=literal(cite)))
        return
    st.page_link(
        ask_page(words),
        label=literal(line),
        icon=":material/arrow_forward:",
        query_params={"q": question, "doc": document_id, "cite": cite, "lang": words.language},
    )


def _keep(key: str) -> None:
    st.query_params["wrong"] = st.session_state[key] or []
