"""The page of the documents: what is in the index, to be added to, taken out and examined."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from qa.errors import AlineaError
from qa.index import Index
from qa.index.storage import generation
from qa.load import LOADERS
from qa.web import card
from qa.web.building import Builder, builder, built_elsewhere
from qa.web.changing import Change, add_received, reload, remove
from qa.web.documents_text import TEXT
from qa.web.library import Row, rows
from qa.web.navigation import ask_page, language
from qa.web.page import index_path, open_index
from qa.web.parse_view import show_parse
from qa.web.running import Work
from qa.web.text import Words
from qa.web.uploads import MOST_FILES, MOST_MEGABYTES, receive, settle, uploads_folder

_DOCUMENT, _EXAMINE = "document", "examine"  # parameters of the address
_NAMED = 4  # documents named in one line


def show() -> None:
    """Show the page."""
    words = Words(language(), TEXT)
    path = index_path()
    runs = builder(path)
    st.set_page_config(layout="wide")
    st.html(f'<h2 class="al-hidden">{words("page_documents")}</h2>')
    if runs.state.running or built_elsewhere(path):
        st.session_state["watched"] = True
        _watch(path, words.language)
    elif st.session_state.get("watched"):
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
            type=sorted(LOADERS),
            accept_multiple_files=True,
            max_upload_size=MOST_MEGABYTES,
            help=words("add_limits", files=MOST_FILES, size=MOST_MEGABYTES),
            key="files",
        )
        if st.form_submit_button(words("add"), type="primary", key="add-button") and files:
            if runs.state.running or built_elsewhere(path):
                st.warning(words("busy"), icon=":material/hourglass_top:")
                return
            folder = uploads_folder(Path(path))
            received = receive(((file.name, file.getvalue()) for file in files), folder)
            if not _run(runs, partial(add_received, Path(path), received)):
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
    stage = words(f"stage_{state.stage}", done=state.done, total=state.total)
    left = state.seconds_left
    if left is not None:
        name, count = ("minutes_left", left / 60) if left > 90 else ("seconds_left", left)
        stage = f"{stage}, {words(name, count=max(round(count), 1))}"
    st.write(words("running"))
    st.progress(min(state.share, 1.0), text=stage)
    st.button(words("cancel"), on_click=runs.cancel, key="cancel")


def _show_outcome(runs: Builder, words: Words) -> None:
    """What the last run did, and which files it could not take."""
    state = runs.state
    if state.outcome == "cancelled":
        st.info(words("cancelled"), icon=":material/info:")
    if state.error:
        st.error(words.error(state.error), icon=":material/error:")
    change = state.result
    if not isinstance(change, Change):
        return
    if change.documents:
        names = card.literal(_names(change.documents, words))
        st.success(words(change.kind, names=names), icon=":material/check:")
    for name, error in change.failed:
        reason = card.literal(words.error(error))
        st.error(f"{words('failed', file=card.literal(name))}. {reason}", icon=":material/error:")


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
        words("search"), key="find", type="search", placeholder="", bind="query-params"
    )
    shown = [row for row in known if row.fits(query)]
    st.caption(words("found", count=len(shown), total=len(known)))
    if not shown:
        st.info(words("nothing_found", query=card.literal(query)), icon=":material/info:")
        return
    chosen = _show_table(index, shown, query, words)
    if len(chosen) == 1:
        st.query_params[_DOCUMENT] = chosen[0].summary.id
    elif not chosen:  # as a link says
        chosen = [row for row in shown if row.summary.id == st.query_params.get(_DOCUMENT)]
    if chosen:
        _show_chosen(index, chosen, runs, words)
    else:
        st.caption(words("choose"))


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
            words("column_title"): st.column_config.TextColumn(width="large"),
            words("column_sender"): st.column_config.TextColumn(width="medium"),
        },
        on_select="rerun",
        selection_mode="multi-row",
        # Rows are chosen by their place: another search or generation begins with none.
        key=f"table-{index.generation}-{query}",
        placeholder="–",
        alt=words("table"),
    )
    return [shown[place] for place in event["selection"]["rows"] if place < len(shown)]


def _show_chosen(index: Index, chosen: Sequence[Row], runs: Builder, words: Words) -> None:
    """What can be done with the documents that are chosen."""
    ids = tuple(row.summary.id for row in chosen)
    names = card.literal(_names([row.name for row in chosen], words))
    st.markdown(words("chosen", names=names))
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(chosen) == 1:
            st.page_link(
                ask_page(words),
                label=words("read"),
                icon=":material/description:",
                query_params={"doc": ids[0]} | _language(),
            )
            seen = _EXAMINE in st.query_params
            st.button(
                words("examine_hide" if seen else "examine"),
                key="examine",
                icon=":material/plagiarism:",
                on_click=partial(_examine, not seen),
            )
        st.button(
            words("remove"),
            key="remove",
            icon=":material/delete:",
            on_click=partial(_set, "removing", ids),
        )
    if st.session_state.get("removing") == ids:
        _confirm(index, chosen, runs, words)
    if len(chosen) == 1 and _EXAMINE in st.query_params:
        show_parse(index, chosen[0], words)


def _confirm(index: Index, chosen: Sequence[Row], runs: Builder, words: Words) -> None:
    """Ask whether it is meant."""
    uploads = [row.file for row in chosen if row.uploaded]
    with st.container(border=True):
        names = card.literal(_names([row.name for row in chosen], words))
        st.markdown(f"**{words('remove_sure', names=names)}**")
        st.caption(words("remove_file" if uploads else "remove_keeps"))
        with st.container(horizontal=True):
            st.button(
                words("remove_yes"),
                key="remove-yes",
                type="primary",
                on_click=partial(_remove, index, [row.summary.id for row in chosen], uploads, runs),
            )
            st.button(words("remove_no"), key="remove-no", on_click=partial(_set, "removing", None))


def _remove(index: Index, ids: Sequence[str], uploads: Sequence[Path], runs: Builder) -> None:
    st.session_state["removing"] = None
    _run(runs, partial(remove, index.path, ids, uploads))


def _reload(index: Index, files: Sequence[Path], runs: Builder) -> None:
    _run(runs, partial(reload, index.path, files))


def _run(runs: Builder, work: Work) -> bool:
    """Begin a change; who asked for it will see what came of it."""
    st.session_state["watched"] = True
    return runs.run(work)


def _language() -> dict[str, str]:
    """The language as a parameter of a link."""
    return {"lang": language()}


def _names(names: Sequence[str], words: Words) -> str:
    """Names in one line, of many the first few."""
    shown = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    return f"{shown} {words('and_more', count=more)}" if more > 0 else shown


def _examine(wanted: bool) -> None:
    """Show how the document was read, or not; the address says it."""
    st.query_params[_EXAMINE] = ["yes"] if wanted else []


def _set(name: str, value: object) -> None:
    st.session_state[name] = value
