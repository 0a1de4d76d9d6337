"""Feedback for a person to look at: taken in as an evaluation question, or thrown away."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from qa.errors import AlineaError
from qa.feedback import Feedback, FeedbackRow
from qa.index import Index
from qa.web.answers import line_of
from qa.web.card import literal
from qa.web.cited import find
from qa.web.feedback_questions import Candidate, accept, candidates, given_text, questions_path
from qa.web.navigation import ask_page
from qa.web.text import Words

_AT_ONCE = 5
_NOWHERE = Candidate("", "", "", (0, 0))  # the documents do not say


def show_feedback(index: Index, feedback: Feedback, words: Words) -> None:
    """The verdicts that nobody has looked at yet, the oldest first."""
    st.markdown(words("feedback_intro"))
    try:
        rows = feedback.rows()
        accepted = len(feedback.rows("accepted"))
    except AlineaError as error:
        st.error(words.error(error), icon=":material/error:")
        return
    problem = st.session_state.pop("feedback-problem", None)
    if isinstance(problem, AlineaError):
        st.error(words.error(problem), icon=":material/error:")
    if accepted:
        file = literal(str(questions_path(feedback).name))
        st.caption(words("feedback_kept", count=accepted, file=file))
    if not rows:
        st.info(words("feedback_none"), icon=":material/info:")
        return
    st.caption(words("feedback_count", count=len(rows)))
    for row in rows[:_AT_ONCE]:
        with st.container(border=True):
            _show_row(index, feedback, row, words)


def _show_row(index: Index, feedback: Feedback, row: FeedbackRow, words: Words) -> None:
    given = given_text(index, row)
    st.html(
        f'<h3 class="al-question">{escape(row.question)}</h3>'
        f'<p class="al-date">{escape(words(f"verdict_{row.verdict}"))} · '
        f"{escape(words.date(row.time[:10]))}</p>"
        f'<h4 class="al-small">{escape(words("given"))}</h4>'
        f'<p class="al-said">{escape(given or words("given_gone"))}</p>'
    )
    if given:
        st.page_link(
            ask_page(words),
            label=literal(_where(index, row, words)),
            icon=":material/arrow_forward:",
            query_params={
                "q": row.question,
                "doc": row.answer.rpartition("#")[0],
                "cite": row.answer,
                "lang": words.language,
            },
        )
    found = _candidates(index, row, index.generation) if given else []
    chosen = found[0] if row.verdict == "right" and found else None
    if given and row.verdict != "right":
        chosen = st.selectbox(
            words("right_sentence"),
            [*found, _NOWHERE],
            index=None,
            format_func=lambda one: one.text or words("right_none"),
            key=f"right-{row.number}",
            placeholder="…",
        )
    with st.container(horizontal=True):
        st.button(
            words("accept"),
            key=f"accept-{row.number}",
            type="primary",
            disabled=chosen is None,
            on_click=partial(_accept, feedback, row, None if chosen == _NOWHERE else chosen),
        )
        st.button(
            words("discard"),
            key=f"discard-{row.number}",
            on_click=partial(_discard, feedback, row.number),
        )


def _where(index: Index, row: FeedbackRow, words: Words) -> str:
    """The citation line of the answer, which is there."""
    document = index.document(row.answer.rpartition("#")[0])
    cited = find(document, row.answer)
    return line_of(document, cited, words) if cited else row.answer


@st.cache_data(max_entries=32, show_spinner=False)
def _candidates(_index: Index, row: FeedbackRow, generation: str | None) -> list[Candidate]:
    del generation  # part of the key only
    return candidates(_index, row)


def _accept(feedback: Feedback, row: FeedbackRow, chosen: Candidate | None) -> None:
    try:
        accept(feedback, row, chosen)
    except AlineaError as error:
        st.session_state["feedback-problem"] = error


def _discard(feedback: Feedback, number: int) -> None:
    try:
        feedback.settle(number, "discarded")
    except AlineaError as error:
        st.session_state["feedback-problem"] = error
