"""The source view on the page: a document's lines, opened at a citation."""

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
from qa.web.scroll import scroll_to
from qa.web.source import WINDOW, Cited, find, first_line, line_count, of_answer, source_html
from qa.web.state import Address, Place, write_address
from qa.web.text import Words
from qa.web.turns import turn_of


def show_source(index: Index, words: Words, address: Address, place: Place) -> None:
    """The document of a place, its cited words marked and in sight."""
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
    cited = _cited(index, document, address, place, words)
    title = document.metadata.title.value if document.metadata.title else document.id
    if cited:
        title = card.where(document, cited.unit.id, cited.spans, words)
        with row.popover(words("share"), type="tertiary", icon=":material/link:", key="share"):
            share(address, words)
    bar.html(f'<h2 class="al-where">{escape(title)}</h2>')
    st.caption(words("source_legend"))
    _lines(document, cited, words)


def _cited(
    index: Index, document: Document, address: Address, place: Place, words: Words
) -> Cited | None:
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
    result = turn_of(index, address).result if address.question else None
    for answer in result.answers if result else ():
        if answer.id == place.cite:
            return of_answer(document, answer)
    return cited


def _lines(document: Document, cited: Cited | None, words: Words) -> None:
    """The lines, a window of them where there are many."""
    shown_key = f"first-{document.id}-{cited.spans if cited else ''}"
    first: int = st.session_state.setdefault(shown_key, first_line(document, cited))
    count = line_count(document)
    last = min(first + WINDOW - 1, count)
    if first > 1:
        st.button(
            words("earlier"),
            icon=":material/arrow_upward:",
            on_click=partial(_move, shown_key, max(first - WINDOW, 1)),
        )
    st.html(source_html(document, cited, words, first))
    if last < count:
        st.caption(words("window", first=first, last=last, count=count))
        st.button(
            words("later"),
            icon=":material/arrow_downward:",
            on_click=partial(_move, shown_key, last + 1),
        )
    if cited:
        scroll_to("cited", "center", first, focus=True)


def _move(key: str, first: int) -> None:
    st.session_state[key] = first
