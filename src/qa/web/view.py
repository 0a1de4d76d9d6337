"""The source view: a document opened at a citation, beside the conversation on a wide screen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from qa.document import Document
from qa.errors import AlineaError
from qa.index import Index
from qa.web import card
from qa.web.answers import share
from qa.web.chat import show_coming, show_turns
from qa.web.cited import NOTHING_FOUND, Cited, Found, find, find_words, of_answer
from qa.web.scope import keep_known
from qa.web.scroll import scroll_to, scroll_within
from qa.web.state import FIND, Address, Place, place_of, put_address, write_address
from qa.web.text import Words
from qa.web.turns import Turn, ask, conversation, previous_question, turn_of
from qa.web.windows import modes, show_document

_VIEW = "view"
_LONGEST = 90  # characters of titles in the bar that stays in sight


def show_source(index: Index, words: Words, address: Address, place: Place) -> None:
    """The document of a place, its cited words marked and in sight."""
    turn = turn_of(index, address) if address.question else None
    if turn is None:
        _show_place(index, words, address, place, None)
        return
    with st.container(key="beside"):
        left, right = st.columns([2, 3], gap="medium")
    with left, st.container(key="conversation"):
        turns = conversation(index)
        show_turns(index, words, turns, turn)
        scroll_within("st-key-conversation", "latest", turns.index(turn))
        coming = st.container()
        asked = st.chat_input(words("ask"), key="ask-beside") or ""
    if asked.strip():
        with coming:
            show_coming(asked, words)
            scroll_within("st-key-conversation", "coming", len(turns))
    with right, st.container(key="source"):
        _show_place(index, words, address, place, turn)
    if asked.strip():  # after the source, which would fade while the answer is not there
        scope = keep_known(index, turn.scope)
        turns.append(ask(index, asked, previous_question(turns), scope))
        put_address(turns[-1].address)
        st.rerun()


def _show_place(
    index: Index, words: Words, address: Address, place: Place, turn: Turn | None
) -> None:
    bar = st.container(key="source-bar", gap="xsmall")
    row = bar.container(horizontal=True, horizontal_alignment="distribute")
    row.button(
        words("back" if address.question else "back_ask"),
        type="tertiary",
        icon=":material/arrow_back:",
        key="back",
        on_click=partial(write_address, replace(address, place=None)),
    )
    try:
        document = index.document(place.document)
    except AlineaError:
        st.warning(words("stale_place"), icon=":material/link_off:")
        return
    cited = _cited(document, place, turn, words)
    whole = document.metadata.title.value if document.metadata.title else document.id
    title = card.shortened(whole, 2 * _LONGEST)
    if cited:
        whole = card.where(document, cited.unit.id, cited.spans, words)
        title = card.where(document, cited.unit.id, cited.spans, words, longest=_LONGEST)
        with row.popover(words("share"), type="tertiary", icon=":material/link:", key="share"):
            share(address, words)
    bar.html(f'<h2 class="al-where" title="{escape(whole)}">{escape(title)}</h2>')
    if turn:
        with bar:
            _show_neighbours(index, words, address, place, turn)
    with bar.container(
        horizontal=True, vertical_alignment="bottom", gap="small", key="source-tools"
    ):
        found = _find(document, words)
        mode = _mode(index, document, words)
    here = bool(found.places)
    show_document(index, document, cited, found, mode, words)
    if here:
        scroll_to("found", "center", hash((found.here, mode)))
    elif cited:
        scroll_to("cited", "center", hash((cited.spans, mode)), focus=True)


def _mode(index: Index, document: Document, words: Words) -> str:
    """How the document is shown, as it was chosen or as fits it."""
    known = modes(index, document)
    if len(known) == 1:
        return known[0]
    wanted = st.query_params.get(_VIEW, "")
    key = f"{_VIEW}-{'-'.join(known)}"
    chosen = st.segmented_control(
        words("mode"),
        known,
        default=wanted if wanted in known else known[0],
        required=True,
        format_func=lambda mode: words(f"mode_{mode}"),
        key=key,
        on_change=partial(_keep_mode, key),
        label_visibility="collapsed",
    )
    return str(chosen or known[0])


def _keep_mode(key: str) -> None:
    """Put the view that is chosen in the address."""
    st.query_params[_VIEW] = st.session_state[key]


def _find(document: Document, words: Words) -> Found:
    """The places of the words that are looked for; those who look go from one to the next."""
    query = st.text_input(
        words("find"),
        type="search",
        placeholder=words("find"),
        key=FIND,
        bind="query-params",
        label_visibility="collapsed",
        width=260,
    )
    if not (query or "").strip():
        return NOTHING_FOUND
    places = find_words(document, query or "")
    if not places:
        st.html(f'<p class="al-date" role="status">{escape(words("find_none"))}</p>', width=110)
        return NOTHING_FOUND
    key = f"find-at-{document.id}-{query}"
    at = st.session_state.setdefault(key, 0) % len(places)
    said = escape(words("find_at", at=at + 1, count=len(places)))
    for name, icon, to in (
        ("find_previous", ":material/keyboard_arrow_up:", at - 1),
        ("find_next", ":material/keyboard_arrow_down:", at + 1),
    ):
        st.button(words(name), icon=icon, key=name, on_click=partial(_set, key, to % len(places)))
    st.html(f'<p class="al-date" role="status">{said}</p>', width="content")
    return Found(places, at)


def _show_neighbours(
    index: Index, words: Words, address: Address, place: Place, turn: Turn
) -> None:
    """The way to the previous and the next citation of the same question, by keyboard too."""
    places = citations(index, turn)
    ids = [one.cite for one in places]
    if place.cite not in ids or len(places) < 2:
        return
    at = ids.index(place.cite)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="neighbours"):
        for name, shortcut, to in (
            ("citation_previous", "Alt+Up", at - 1),
            ("citation_next", "Alt+Down", at + 1),
        ):
            inside = 0 <= to < len(places)
            st.button(
                words(name),
                key=name,
                type="tertiary",
                shortcut=shortcut,
                disabled=not inside,
                on_click=partial(write_address, replace(address, place=places[to]))
                if inside
                else None,
            )
        said = escape(words("citation_of", at=at + 1, count=len(places)))
        st.html(f'<p class="al-date" role="status">{said}</p>', width="content")


def citations(index: Index, turn: Turn) -> list[Place]:
    """The places that a turn cites: its answers, or else its passages by their best sentence."""
    result = turn.result
    if result is None:
        return []
    cited = [(answer.citation.document, answer.id) for answer in result.answers] or [
        (hit.citation.document, hit.best_sentence.id if hit.best_sentence else hit.id)
        for hit in result.passages
    ]
    return [place_of(index.document(document), cite) for document, cite in cited]


def _cited(document: Document, place: Place, turn: Turn | None, words: Words) -> Cited | None:
    """What the place stands for; None, after saying why, where nothing can be marked."""
    if not place.cite:
        return None
    if place.version and not document.sha256.startswith(place.version):
        st.warning(words("stale_version"), icon=":material/link_off:")
        return None
    cited = find(document, place.cite)
    if cited is None:
        st.warning(words("stale_place"), icon=":material/link_off:")
        return None
    for answer in turn.result.answers if turn and turn.result else ():
        if answer.id == place.cite:
            return of_answer(document, answer)
    return cited


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
