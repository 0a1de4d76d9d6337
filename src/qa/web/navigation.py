"""The frame of the page: its name, the switch of its language, and the pages to go to."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from qa.web import quiet
from qa.web.signin import may_enter
from qa.web.state import LANGUAGE, Address, forget_find, read_address
from qa.web.text import DEFAULT, LANGUAGES, Words

STYLE = Path(__file__).parent / "style.css"
ICON = Path(__file__).parent / "icon.svg"
WATCHED = "watched"  # whether this visitor is to see what comes of a change to the documents
TOLD = "told"  # whether that has been seen
_PAGES = Path(__file__).parent / "app_pages"


def show() -> None:
    """Show the page that the address names, once for every visit and every action."""
    quiet.never_ask_for_own_address()
    st.set_page_config(
        page_title="Alinea",
        page_icon=str(ICON),  # a Material icon would be fetched from another host
        menu_items={"About": "Alinea"},
    )
    st.html(STYLE)
    words = _header()
    if not may_enter(words):
        return
    address = read_address()
    if address.place is None:
        forget_find()
    pages = [
        ask_page(words),
        st.Page(_PAGES / "documents.py", title=words("page_documents")),
        st.Page(_PAGES / "evaluation.py", title=words("page_evaluation")),
    ]
    current = st.navigation(pages, position="hidden")  # its own menu hides itself on a phone
    with st.container(horizontal=True, gap="small", key="pages"):
        for page in pages:
            st.page_link(page)
    # Said once a run: of two layouts the browser sometimes keeps the first.
    wide = current != pages[0] or _beside(address)
    st.set_page_config(layout="wide" if wide else "centered")
    if current != pages[1] and st.session_state.get(TOLD):
        forget_outcome()
    current.run()


def forget_outcome() -> None:
    """Say no more what came of a change to the documents."""
    st.session_state.pop(WATCHED, None)
    st.session_state.pop(TOLD, None)


def _beside(address: Address) -> bool:
    """Whether the source stands beside the conversation, which wants more room."""
    return address.place is not None and bool(address.question)


def ask_page(words: Words) -> st.Page:
    """The page to ask on, which also shows places in documents: where links lead."""
    return st.Page(_PAGES / "ask.py", title=words("page_ask"), default=True)


def language() -> str:
    """The language that is chosen."""
    return str(st.session_state.get(LANGUAGE) or DEFAULT)


def _header() -> Words:
    """The name of the page and the switch of its language."""
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        # Those who hear the page are told its language; Streamlit's own is English.
        said = f'<script>document.documentElement.lang = "{Words(language()).language}"</script>'
        st.html(
            f'<h1 class="al-title" id="top">Alinea</h1>{said}',
            width="content",
            unsafe_allow_javascript=True,
        )
        st.segmented_control(
            "Taal / Language",
            list(LANGUAGES),
            default=DEFAULT,
            required=True,
            key=LANGUAGE,
            bind="query-params",
            label_visibility="collapsed",
        )
    return Words(language())
