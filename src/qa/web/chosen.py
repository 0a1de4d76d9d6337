"""What can be done with the documents that are chosen: read, examined, removed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from qa.index import Index
from qa.web import card
from qa.web.building import Builder
from qa.web.changing import remove
from qa.web.library import Row
from qa.web.navigation import WATCHED, ask_page, forget_outcome, language
from qa.web.parse_view import show_parse
from qa.web.running import Work
from qa.web.scroll import scroll_to
from qa.web.text import Words

_EXAMINE = "examine"  # parameter of the address
_NAMED = 4  # documents named in one line
_LONGEST = 80  # characters of a name


def show_chosen(index: Index, chosen: Sequence[Row], runs: Builder, words: Words) -> None:
    """What can be done with the documents that are chosen."""
    ids = tuple(row.summary.id for row in chosen)
    names = card.literal(names_of([row.name for row in chosen], words))
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


def show_examined(index: Index, row: Row, words: Words) -> None:
    """How a document was read, if that is asked for, brought in sight."""
    if _EXAMINE in st.query_params:
        show_parse(index, row, words)
        scroll_to("parse", "start", hash((row.summary.id, row.summary.sha256)))


def _confirm(index: Index, chosen: Sequence[Row], runs: Builder, words: Words) -> None:
    """Ask whether it is meant."""
    uploads = [row.file for row in chosen if row.uploaded]
    with st.container(border=True):
        names = card.literal(names_of([row.name for row in chosen], words))
        st.markdown(f"**{words('remove_sure', names=names)}**")
        st.caption(_fate_of_files(chosen, words))
        with st.container(horizontal=True):
            st.button(
                words("remove_yes"),
                key="remove-yes",
                type="primary",
                on_click=partial(_remove, index, [row.summary.id for row in chosen], uploads, runs),
            )
            st.button(words("remove_no"), key="remove-no", on_click=partial(_set, "removing", None))
        st.html('<span id="removing"></span>')
    scroll_to("removing", "center", hash(tuple(row.summary.id for row in chosen)))


def _fate_of_files(chosen: Sequence[Row], words: Words) -> str:
    """Which files will be deleted too: those that were added here, and no others."""
    added = [row.file.name for row in chosen if row.uploaded]
    if added and len(added) < len(chosen):
        return words("remove_some", names=card.literal(names_of(added, words)))
    fate = "remove_file" if added else "remove_keeps"
    return words(fate if len(chosen) == 1 else f"{fate}_many")


def _remove(index: Index, ids: Sequence[str], uploads: Sequence[Path], runs: Builder) -> None:
    st.session_state["removing"] = None
    begin(runs, partial(remove, index.path, ids, uploads))


def begin(runs: Builder, work: Work) -> bool:
    """Begin a change; who asked for it will see what came of it."""
    forget_outcome()
    st.session_state[WATCHED] = True
    return runs.run(work)


def _language() -> dict[str, str]:
    """The language as a parameter of a link."""
    return {"lang": language()}


def names_of(names: Sequence[str], words: Words) -> str:
    """Names in one line, of many the first few."""
    shown = ", ".join(card.shortened(name, _LONGEST) for name in names[:_NAMED])
    more = len(names) - _NAMED
    return f"{shown} {words('and_more', count=more)}" if more > 0 else shown


def _examine(wanted: bool) -> None:
    """Show how the document was read, or not; the address says it."""
    st.query_params[_EXAMINE] = ["yes"] if wanted else []


def _set(name: str, value: object) -> None:
    st.session_state[name] = value
