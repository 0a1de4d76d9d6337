"""How a document was read, on the page: the doctor's own page within it."""

from __future__ import annotations

import streamlit as st

from qa.doctor import examine_document
from qa.doctor.html import render
from qa.doctor.page_images import PageImage, page_image
from qa.document import Document
from qa.index import Index
from qa.web.library import Row, file_of
from qa.web.text import Words

_MOST_PAGES = 30  # with pictures; a page of them more takes long to send


def show_parse(index: Index, row: Row, words: Words) -> None:
    """The source of a document beside what was recognised in it."""
    document = index.document(row.summary.id)
    html = _rendered(index, document, row.summary.sha256, row.state)
    st.html(f'<h3 class="al-small" id="parse">{words("examine")}</h3>')
    st.iframe(html, height=640, alt=words("examine"))
    st.download_button(
        words("examine_save"),
        html,
        file_name=f"{document.id}.html",
        mime="text/html",
        key="examine-save",
        icon=":material/download:",
        on_click="ignore",
    )


@st.cache_data(max_entries=4, show_spinner=False)
def _rendered(_index: Index, _document: Document, sha256: str, state: str) -> str:
    del sha256, state  # part of the key only
    return render(_document, examine_document(_document), _images(_index, _document))


def _images(index: Index, document: Document) -> list[PageImage]:
    """Pictures of the pages, where the file is still the PDF that was read."""
    file = file_of(index, document) if document.line_boxes else None
    if file is None or len(document.pages) > _MOST_PAGES:
        return []
    return [page_image(file, page.page) for page in document.pages]
