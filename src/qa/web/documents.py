"""The page of the documents: what is in the index, to be added to, taken out and examined."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from qa.errors import AlineaError
from qa.index import Index
from qa.index.storage import generation
from qa.web import card
from qa.web.building import Builder, builder, built_elsewhere
from qa.web.changing import Change, add_received, reload
from qa.web.chosen import begin, names_of, show_chosen, show_examined
from qa.web.documents_text import TEXT
from qa.web.library import Row, rows
from qa.web.navigation import TOLD, WATCHED, forget_outcome, language
from qa.web.page import index_path, open_index, show_failed
from qa.web.progress import show_progress
from qa.web.text import Words
from qa.web.uploads import (
    MOST_FILES,
    MOST_MEGABYTES,
    MOST_TOGETHER,
    receive,
    settle,
    uploads_folder,
)

_DOCUMENT = "document"  # parameter of the address


def show() -> None:
    """Show the page."""
    words = Words(language(), TEXT)
    path = index_path()
    runs = builder(path)
    st.html(f'<h2 class="al-hidden">{words("page_documents")}</h2>')
    if runs.state.running or built_elsewhere(path):
        st.session_state[WATCHED] = True
        _watch(path, words.language)
    elif st.session_state.get(WATCHED):
        _show_outcome(runs, words)
    _show_adding(path, runs, words)
    index = open_index(words) if generation(Path(path)) else None
    if index is None:
        st.info(words("empty_index"), icon=":material/info:")
        return
    _show_documents(index, runs, words)


def _show_adding(path: str, runs: Builder, words: Words) -> None:
    """The place to drop files, which are taken on a click."""
    with st.form("add", clear_on_submit=True, border=False):
        files = st.file_uploader(
            words("add_label"),
            # Any kind may come, and what is too large: the browser would drop it without a word.
            accept_multiple_files=True,
            max_upload_size=MOST_TOGETHER,
            key="files",
        )
        st.caption(words("add_limits", files=MOST_FILES, size=MOST_MEGABYTES))
        wanted = st.form_submit_button(words("add"), type="primary", key="add-button")
        if wanted and not files:
            st.warning(words("add_nothing", size=MOST_MEGABYTES), icon=":material/info:")
        elif wanted:
            if runs.state.running or built_elsewhere(path):
                st.warning(words("busy"), icon=":material/hourglass_top:")
                return
            folder = uploads_folder(Path(path))
            try:
                received = receive(((file.name, file.getvalue()) for file in files), folder)
            except AlineaError as error:
                st.error(words.error(error), icon=":material/error:")
                return
            if not begin(runs, partial(add_received, Path(path), received)):
                settle(received, ())  # somebody else was first
            st.rerun()


@st.fragment(run_every=1.0)
def _watch(path: str, chosen_language: str) -> None:
    """How far a run is, looked at every second; shows the page anew when it has ended."""
    words, runs = Words(chosen_language, TEXT), builder(path)
    state = runs.state
    if not state.running:
        if not built_elsewhere(path):
            st.rerun()
        st.info(words("running_elsewhere"), icon=":material/hourglass_top:")
        return
    st.write(words("running"))
    show_progress(runs, state, words)


def _show_outcome(runs: Builder, words: Words) -> None:
    """What the last run did, and which files it could not take, till that is put away.

    Going to another page does that too.
    """
    state = runs.state
    st.session_state[TOLD] = True
    if state.outcome == "cancelled":
        st.info(words("cancelled"), icon=":material/info:")
    if state.error:
        st.error(words.error(state.error), icon=":material/error:")
    change = state.result
    if isinstance(change, Change):
        if change.documents:
            names = card.literal(names_of(change.documents, words))
            st.success(words(change.kind, names=names), icon=":material/check:")
        show_failed(change.failed, words)
    if state.outcome:
        st.button(words("put_away"), key="put-away", type="tertiary", on_click=forget_outcome)


def _show_documents(index: Index, runs: Builder, words: Words) -> None:
    try:
        known = rows(index)
    except AlineaError as error:
        st.error(words.error(error), icon=":material/error:")
        return
    _show_changed(index, known, runs, words)
    if not known:
        st.info(words("empty_index"), icon=":material/info:")
        return
    query = st.text_input(
        words("search"), key="search", type="search", placeholder="", bind="query-params"
    )
    shown = [row for row in known if row.fits(query)]
    st.caption(words("found", count=len(shown), documents=words.documents(len(known))))
    if not shown:
        st.info(words("nothing_found", query=card.literal(query)), icon=":material/info:")
        return
    actions = st.container(key="actions")  # in sight, however long the table is
    chosen = _show_table(index, shown, query, words)
    if len(chosen) == 1:
        st.query_params[_DOCUMENT] = chosen[0].summary.id
        st.session_state["ticked"] = True
    elif chosen or st.session_state.pop("ticked", False):  # several, or none any more
        st.query_params.pop(_DOCUMENT, None)
    else:  # as a link says
        chosen = [row for row in shown if row.summary.id == st.query_params.get(_DOCUMENT)]
    with actions:
        if chosen:
            show_chosen(index, chosen, runs, words)
        else:
            st.caption(words("choose"))
    if len(chosen) == 1:
        show_examined(index, chosen[0], words)


def _show_changed(index: Index, known: Sequence[Row], runs: Builder, words: Words) -> None:
    """That files have changed, and the way to read them again."""
    changed = [row.file for row in known if row.state == "changed"]
    if not changed:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        many = words("changed_one" if len(changed) == 1 else "changed_many", count=len(changed))
        st.warning(many, icon=":material/sync_problem:")
        st.button(
            words("reload"),
            key="reload",
            icon=":material/refresh:",
            on_click=partial(_reload, index, changed, runs),
        )


def _show_table(index: Index, shown: Sequence[Row], query: str, words: Words) -> list[Row]:
    """The table; gives the rows that are chosen in it."""
    columns = {
        words("column_title"): [row.name for row in shown],
        words("column_date"): [row.summary.date for row in shown],
        words("column_sender"): [row.summary.sender for row in shown],
        words("column_state"): [words(row.state) for row in shown],
        words("column_pages"): [row.summary.page_count for row in shown],
        words("column_paragraphs"): [row.summary.paragraph_count for row in shown],
        words("column_language"): [row.summary.language for row in shown],
        words("column_id"): [row.summary.id for row in shown],
    }
    event = st.dataframe(
        columns,
        hide_index=True,
        height=min(35 * (len(shown) + 1) + 3, 460),
        column_config={
            words("column_title"): st.column_config.TextColumn(width=350),
            words("column_date"): st.column_config.TextColumn(width=100),
            words("column_sender"): st.column_config.TextColumn(width=190),
        },
        on_select="rerun",
        selection_mode="multi-row",
        # Rows are chosen by their place: another search or generation begins with none.
        key=f"table-{index.generation}-{query}",
        placeholder="–",
        alt=words("table"),
    )
    return [shown[place] for place in event["selection"]["rows"] if place < len(shown)]


def _reload(index: Index, files: Sequence[Path], runs: Builder) -> None:
    begin(runs, partial(reload, index.path, files))
