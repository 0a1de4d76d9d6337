"""The page to ask on: opens the index and shows the chat, or the place that is asked for."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from qa.errors import AlineaError
from qa.index import Index
from qa.index.storage import generation
from qa.web import card
from qa.web.building import Builder, builder, built_elsewhere
from qa.web.changing import Change
from qa.web.chat import show_chat
from qa.web.navigation import language
from qa.web.progress import show_progress
from qa.web.state import read_address
from qa.web.text import Words
from qa.web.uploads import Refused
from qa.web.view import show_source

CORPUS = "corpus"
_BUILT = "built"  # whether this visitor asked for the index to be made


def show() -> None:
    """Show the page to ask on, once for every visit and every action."""
    words = Words(language())
    index = open_index(words)
    if index is None:
        return
    address = read_address()
    if address.place is None:
        _show_left_out(words)
        show_chat(index, words, address)
    else:
        show_source(index, words, address, address.place)


def show_failed(failed: Iterable[Refused], words: Words) -> None:
    """Which files could not be read, and why."""
    for name, error in failed:
        reason = card.literal(words.error(error))
        st.error(f"{words('failed', file=card.literal(name))}. {reason}", icon=":material/error:")


def _show_left_out(words: Words) -> None:
    """What the index was made without, to those who made it here, until a conversation begins."""
    change = builder(index_path()).state.result
    if st.session_state.get(_BUILT) and not st.session_state.get("turns"):
        show_failed(change.failed if isinstance(change, Change) else (), words)


def index_path() -> str:
    """The folder of the index that is served."""
    return os.environ.get("ALINEA_INDEX") or "index/"


@st.cache_resource(max_entries=2, show_spinner=False)
def _opened(path: str, generation_id: str | None) -> Index:
    """The index as it is on disk in one generation: when that changes, it is opened anew."""
    del generation_id  # part of the key only
    return Index.open(path)


def warm(path: str) -> None:
    """Open the index and ask it something, so that the first visitor need not wait for that."""
    with contextlib.suppress(AlineaError):  # the page says what is wrong
        _opened(path, generation(Path(path))).ask("Waar gaat dit over?")


def open_index(words: Words) -> Index | None:
    """The index, or None after showing why there is none and what to do."""
    path = index_path()
    runs = builder(path)
    try:
        return _opened(path, generation(Path(path)))
    except AlineaError as error:
        if runs.state.running or built_elsewhere(path):  # half of one looks damaged
            _watch(path, words.language)
        elif error.code == "no_index":
            _offer(path, runs, words)
        else:
            st.error(words.error(error), icon=":material/error:")
    return None


def _offer(path: str, runs: Builder, words: Words) -> None:
    """Say that there is no index, and how to make one."""
    state = runs.state
    if state.outcome == "cancelled":
        st.info(words("cancelled"), icon=":material/info:")
    if state.error:
        st.error(words.error(state.error), icon=":material/error:")
    if isinstance(state.result, Change):  # of all the files none could be read
        show_failed(state.result.failed, words)
    st.subheader(words("no_index"), anchor=False)
    if Path(CORPUS).is_dir():
        st.button(words("build"), type="primary", on_click=_build, args=(runs,), key="build")
    st.caption(words("no_index_command"))
    option = "" if Path(path) == Path("index") else f" --index {path}"
    st.code(f"qa index {CORPUS}/{option}", language=None)
    _wait_for_another(path)


def _build(runs: Builder) -> None:
    st.session_state[_BUILT] = True
    runs.start(CORPUS)


@st.fragment(run_every=2.0)
def _wait_for_another(path: str) -> None:
    """Show the page anew when somebody else makes the index, or has made it."""
    if builder(path).state.running or built_elsewhere(path) or generation(Path(path)):
        st.rerun()


@st.fragment(run_every=1.0)
def _watch(path: str, language: str) -> None:
    """How far a run is, looked at every second; shows the page anew when it has ended."""
    words, runs = Words(language), builder(path)
    state = runs.state
    if not state.running and not built_elsewhere(path):
        st.rerun()
    if not state.running:
        st.info(words("building_elsewhere"), icon=":material/hourglass_top:")
        return
    st.subheader(words("building"), anchor=False)
    show_progress(runs, state, words)
