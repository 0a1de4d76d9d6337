"""The page of the documents."""

from __future__ import annotations

import streamlit as st

from qa.web.navigation import language
from qa.web.text import Words


def show() -> None:
    """Show the page."""
    st.subheader(Words(language())("page_documents"), anchor=False)
