"""The three buttons under an answer: right, wrong passage, right passage but wrong answer."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from qa.errors import AlineaError
from qa.feedback import VERDICTS, Feedback, feedback_path
from qa.index import Index
from qa.result import Answer
from qa.web.text import Words

TEXT: dict[str, tuple[str, str]] = {
    "right": ("Juist", "Right"),
    "wrong passage": ("Verkeerde passage", "Wrong passage"),
    "wrong answer": ("Juiste passage, verkeerd antwoord", "Right passage, wrong answer"),
    "verdict": ("Klopt dit antwoord?", "Is this answer right?"),
    "thanks": ("Bewaard op deze computer. Dank!", "Kept on this computer. Thank you!"),
}


def feedback_buttons(index: Index, words: Words, question: str, answer: Answer, key: str) -> None:
    """Ask what the visitor thinks of an answer; another choice replaces the one before."""
    own = Words(words.language, TEXT)
    name = f"feedback-{key}-{answer.id}-{question}"
    st.pills(
        own("verdict"),
        VERDICTS,
        format_func=own,
        key=name,
        on_change=partial(_keep, index, question, answer.id, name),
    )
    kept = st.session_state.get(f"kept-{name}")
    if isinstance(kept, AlineaError):
        st.warning(words.error(kept), icon=":material/error:")
    elif kept:
        st.caption(own("thanks"))


def _keep(index: Index, question: str, answer: str, name: str) -> None:
    """Keep what is chosen in place of what this visitor chose before."""
    verdict, before = st.session_state[name], st.session_state.get(f"kept-{name}")
    try:
        feedback = Feedback(feedback_path(index.path, Path.cwd()))
        if isinstance(before, int):
            feedback.withdraw(before)
        kept = feedback.add(question, answer, verdict, index.generation) if verdict else None
        st.session_state[f"kept-{name}"] = kept
    except AlineaError as error:
        st.session_state[f"kept-{name}"] = error
