"""The page of the evaluation: measure, look at the figures and at what went wrong, compare."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

import streamlit as st

from qa.errors import AlineaError
from qa.feedback import Feedback, feedback_path
from qa.index.storage import generation
from qa.web.comparison import show_comparison
from qa.web.evaluation_text import TEXT
from qa.web.feedback_questions import questions_path
from qa.web.feedback_review import show_feedback
from qa.web.figures import show_figures
from qa.web.navigation import language
from qa.web.page import index_path, open_index
from qa.web.progress import show_progress
from qa.web.running import RunState
from qa.web.runs import Run, evaluator, question_files, read_run, run_names, start
from qa.web.text import Words
from qa.web.wrong_questions import show_wrong

_PARTS = ("figures", "wrong", "comparison", "feedback")


def show() -> None:
    """Show the page."""
    words = Words(language(), TEXT)
    st.html(f'<h2 class="al-hidden">{words("page_evaluation")}</h2>')
    path = index_path()
    index = open_index(words) if generation(Path(path)) else None
    if index is None:
        st.info(words("empty_index"), icon=":material/info:")
        return
    st.html(f'<p class="al-tagline">{words("intro")}</p>')
    feedback = Feedback(feedback_path(index.path, Path.cwd()))
    _show_measuring(path, feedback, words)
    part = _choice("part", _PARTS, words)
    if part == "feedback":
        show_feedback(index, feedback, words)
        return
    run, other = _runs(words)
    if run is None:
        return
    if part == "figures":
        show_figures(run, other, words)
    elif part == "wrong":
        show_wrong(index, run, words)
    else:
        show_comparison(index, run, other, words)


def _show_measuring(path: str, feedback: Feedback, words: Words) -> None:
    """The way to measure anew, or how far that is."""
    runs = evaluator(path)
    if runs.state.running:
        st.session_state["measured"] = True
        _watch(path, words.language)
        return
    if st.session_state.get("measured"):
        _show_outcome(runs.state, words)
    files = question_files([questions_path(feedback)])
    with st.expander(words("measure"), icon=":material/play_arrow:", key="measure"):
        if not files:
            st.info(words("no_questions"), icon=":material/info:")
            return
        with st.form("measure-form", border=False):
            file = st.selectbox(words("file"), files, format_func=str, key="measure-file")
            folds = st.selectbox(
                words("folds"),
                ("development", "closing", "all"),
                index=0 if file and file.parent.name == "eval" else 2,
                format_func=lambda name: words(f"folds_{name}"),
                key="measure-folds",
            )
            if st.form_submit_button(words("start"), type="primary", key="measure-start"):
                name = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
                if not start(runs, path, Path(file), str(folds), name):
                    st.warning(words("busy"), icon=":material/hourglass_top:")
                st.session_state["measured"] = True
                st.rerun()


@st.fragment(run_every=1.0)
def _watch(path: str, chosen_language: str) -> None:
    """How far the measuring is, looked at every second."""
    words, runs = Words(chosen_language, TEXT), evaluator(path)
    state = runs.state
    if not state.running:
        st.rerun()
    st.write(words("measuring"))
    show_progress(runs, state, words)


def _show_outcome(state: RunState, words: Words) -> None:
    if state.outcome == "cancelled":
        st.info(words("cancelled"), icon=":material/info:")
    if state.error:
        st.error(words.error(state.error), icon=":material/error:")
    if state.outcome == "done":
        st.success(words("measured", name=state.result), icon=":material/check:")


def _runs(words: Words) -> tuple[Run | None, Run | None]:
    """The run that is looked at, and the one it is compared with."""
    names = run_names()
    if not names:
        st.info(words("no_runs"), icon=":material/info:")
        return None, None
    with st.container(horizontal=True):
        name = _select("run", names, words)
        against = _select("against", ["", *(other for other in names if other != name)], words)
    try:
        return read_run(name), read_run(against) if against else None
    except AlineaError as error:
        st.error(words.error(error), icon=":material/error:")
        return None, None


def _select(name: str, options: list[str], words: Words) -> str:
    """A choice among runs that stands in the address."""
    wanted = st.query_params.get(name, options[0])
    key = f"choose-{name}-{len(options)}-{options[-1]}"
    chosen = st.selectbox(
        words(name),
        options,
        index=options.index(wanted) if wanted in options else 0,
        format_func=lambda run: _run_name(run, words),
        key=key,
        on_change=partial(_keep, name, key),
    )
    return str(chosen)


def _run_name(name: str, words: Words) -> str:
    if not name:
        return words("against_none")
    try:
        report = read_run(name).report
    except AlineaError:
        return name
    said = words("run_cli") if name == "." else name
    return words("run_of", name=said, file=report["question_file"], count=len(report["rows"]))


def _choice(name: str, options: tuple[str, ...], words: Words) -> str:
    """A choice in a row that stands in the address."""
    wanted, key = st.query_params.get(name, options[0]), f"choose-{name}"
    chosen = st.segmented_control(
        words(name),
        options,
        default=wanted if wanted in options else options[0],
        required=True,
        format_func=lambda option: words(f"{name}_{option}"),
        key=key,
        on_change=partial(_keep, name, key),
        label_visibility="collapsed",
    )
    return str(chosen)


def _keep(name: str, key: str) -> None:
    st.query_params[name] = st.session_state[key]
