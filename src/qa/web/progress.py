"""How far long work is, as those who wait for it see it."""

from __future__ import annotations

import streamlit as st

from qa.web.running import Runner, RunState
from qa.web.text import Words

_MINUTES_FROM = 90  # seconds from which the time left is said in minutes


def show_progress(runs: Runner, state: RunState, words: Words) -> None:
    """A bar, what is being done, the time that is left as far as known, and the way to stop."""
    st.progress(state.share, text=said(state, words))
    st.button(words("cancel"), on_click=runs.cancel, key="cancel")


def said(state: RunState, words: Words) -> str:
    """What is being done, and how long that still takes, as far as known."""
    if state.stage == "encode" and state.done >= state.total:
        return words("stage_write")  # nothing is counted any more till the index is on disk
    stage = words(f"stage_{state.stage}", done=state.done, total=state.total)
    left = state.seconds_left
    return stage if left is None else f"{stage}, {_time_left(left, words)}"


def _time_left(seconds: float, words: Words) -> str:
    """A time rounded to what an estimate can bear."""
    if seconds > _MINUTES_FROM:
        return words("minutes_left", count=round(seconds / 60))
    step = 5 if seconds > 10 else 1
    return words("seconds_left", count=max(round(seconds / step) * step, 1))
