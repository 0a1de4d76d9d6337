"""The chat: the conversation so far, and below it what is searched and the box to ask in."""

from __future__ import annotations

from functools import partial

import streamlit as st

from qa.index import Index
from qa.web import card, export, export_word
from qa.web.answers import show_answers, show_nearest
from qa.web.scope import (
    current_scope,
    describe_scope,
    forget_lost,
    scope_now,
    show_lost,
    show_scope,
    within,
)
from qa.web.scroll import scroll_to
from qa.web.state import Address, Place, Scope, write_address
from qa.web.text import Words
from qa.web.turns import Turn, ask, conversation, find_turn, previous_question

EXAMPLES = (
    "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?",
    "Hoeveel slachtoffers werden in 2017 en 2018 geregistreerd?",
    "In welke landen nam criminele uitbuiting toe?",
    "How many victims were registered in 2017 and 2018?",
)


def show_chat(index: Index, words: Words, address: Address) -> None:
    """The conversation, with the question that was just asked, or that a link holds."""
    scope = scope_now(index, address)
    turns = conversation(index)
    with st.bottom:
        show_lost(scope, words)
        foot = st.container(horizontal=True, gap="small", key="foot")
        typed = st.chat_input(words("ask"), key="ask")
    asked = typed or st.session_state.pop("picked", "")
    linked = bool(address.question) and find_turn(turns, address) is None
    with foot:
        _show_foot(index, words, scope, turns)
    welcome = st.empty()  # what stood in it goes at once, not only when the answer is there
    if asked.strip():
        _answer(index, words, turns, asked, scope)
    elif linked:
        _answer(index, words, turns, address.question, address.scope, linked=True)
    if not turns:
        with welcome.container():
            _welcome(index, words)
    show_turns(index, words, turns)
    if turns:
        scroll_to("latest" if len(turns) > 1 else "top", "start", len(turns))


def _answer(
    index: Index, words: Words, turns: list[Turn], question: str, scope: Scope, linked: bool = False
) -> None:
    """Show a question at once, under the others; add it with what comes of it, and show that."""
    show_turns(index, words, turns)
    show_coming(question, words)
    scroll_to("coming" if turns else "top", "start", -len(turns))
    # A link holds a question in full, and is in the address already.
    turns.append(ask(index, question, None if linked else previous_question(turns), scope))
    if not linked:
        write_address(turns[-1].address)
    st.rerun()


def show_coming(question: str, words: Words) -> None:
    """A question whose answer is not there yet; it can be scrolled to as "coming"."""
    with st.chat_message(words("question"), avatar=":material/person:"):
        st.html(f'<span id="coming"></span>{card.question_html(question)}')
    with st.chat_message(words("answer"), avatar=":material/format_quote:"):
        st.html(f'<p class="al-coming" role="status">{words("searching")}</p>')


def show_turns(index: Index, words: Words, turns: list[Turn], current: Turn | None = None) -> None:
    """All turns, in order; the current one, or else the last, can be scrolled to as "latest"."""
    for number, turn in enumerate(turns):
        latest = turn is current if current else number == len(turns) - 1
        _show_turn(index, words, turn, number, latest=latest)


def _show_foot(index: Index, words: Words, scope: Scope, turns: list[Turn]) -> None:
    """What is searched, and what can be done with the conversation."""
    show_scope(index, scope, words, turns[-1].asked if turns else None)
    if turns:
        _show_export(index, words, turns)
        st.button(
            words("new_conversation"),
            key="new-conversation",
            icon=":material/add_comment:",
            on_click=_begin_anew,
        )


def _show_export(index: Index, words: Words, turns: list[Turn]) -> None:
    """The conversation as a file, made when it is asked for."""
    base = st.context.url
    kept = list(turns)
    with st.popover(words("export"), icon=":material/download:", key="export"):
        for suffix, mime, make in (
            (
                "docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                partial(export_word.to_docx, index, kept, words, base),
            ),
            ("md", "text/markdown", partial(export.to_markdown, index, kept, words, base)),
            ("json", "application/json", partial(export.to_json, kept)),
        ):
            st.download_button(
                words({"md": "export_markdown"}.get(suffix, f"export_{suffix}")),
                make,
                file_name=export.file_name(words, suffix),
                mime=mime,
                key=f"export-{suffix}",
                on_click="ignore",
                width="stretch",
            )


def _begin_anew() -> None:
    st.session_state["turns"] = []
    forget_lost()
    write_address(Address(scope=current_scope(Address())))


def _welcome(index: Index, words: Words) -> None:
    """What the page is for, what is in it, and questions that it answers."""
    st.html(f'<p class="al-tagline">{words("tagline")}</p>')
    documents = index.documents()
    if not documents:
        st.info(words("empty_index"), icon=":material/info:")
        return
    examples = _answered_examples(index, index.generation)
    if examples:
        st.html(f'<h2 class="al-small">{words("examples")}</h2>')
        with st.container(gap="xsmall"):
            for number, question in enumerate(examples):
                st.button(question, key=f"example-{number}", on_click=_pick, args=(question,))
    # An icon would take the place of the arrow that says that it opens.
    shown = st.expander(words.documents(len(documents)), key="documents", on_change="rerun")
    if shown.open:
        with shown:
            for document in documents:
                count = words.paragraphs(document.paragraph_count)
                label = f"{document.title or document.id} · {count}"
                st.button(
                    card.literal(label),
                    key=f"document-{document.id}",
                    type="tertiary",
                    on_click=write_address,
                    args=(Address(place=Place(document.id)),),
                )
    st.caption(words("about"))


@st.cache_data(max_entries=4, show_spinner=False)
def _answered_examples(_index: Index, generation: str | None) -> list[str]:
    """The examples that this index answers; another collection may answer none."""
    del generation  # part of the key only
    return [question for question in EXAMPLES if _index.ask(question, k=1).answered]


def _pick(question: str) -> None:
    st.session_state["picked"] = question


def _show_turn(index: Index, words: Words, turn: Turn, number: int, latest: bool) -> None:
    with st.chat_message(words("question"), avatar=":material/person:"):
        anchor = '<span id="latest"></span>' if latest else ""
        st.html(anchor + card.question_html(turn.asked))
    with st.chat_message(words("answer"), avatar=":material/format_quote:"):
        if turn.error:
            st.warning(words.error(turn.error), icon=":material/info:")
        if not turn.result:
            return
        if turn.result.understood:
            _show_understood(index, words, turn, number)
        if turn.result.answered:
            show_answers(index, words, turn, number)
        else:
            searched = describe_scope(index, turn.scope, words)
            if not within(index.documents(), turn.scope):
                searched = f"{searched} {words('scope_widen')}"
            show_nearest(index, words, turn, number, searched)


def _show_understood(index: Index, words: Words, turn: Turn, number: int) -> None:
    """How the question was taken, and the way to ask it on its own."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(card.understood_html(turn.question, words), width="content")
        st.button(
            words("alone"),
            key=f"alone-{number}",
            type="tertiary",
            on_click=partial(_ask_alone, index, number),
        )


def _ask_alone(index: Index, number: int) -> None:
    """Put a question of the conversation anew, as it stands."""
    turns: list[Turn] = st.session_state["turns"]
    turns[number] = ask(index, turns[number].asked, scope=turns[number].scope)
    write_address(turns[number].address)
