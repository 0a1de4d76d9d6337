"""A document on the page, a window of it where it is long: as pages, in reading form, in lines."""

from __future__ import annotations

from functools import partial

import streamlit as st

from qa.document import Document
from qa.errors import AlineaError
from qa.index import Index
from qa.load.pdf.page_pictures import Picture, draw_page
from qa.reading import Span
from qa.web import pages_view, reading_form, source
from qa.web.cited import Cited, Found
from qa.web.library import file_of
from qa.web.text import Words


def modes(index: Index, document: Document) -> list[str]:
    """How a document can be shown, the best way first."""
    if document.line_boxes:
        return ["pages", "reading"] if file_of(index, document) else ["reading"]
    return ["lines", "reading"] if document.has_lines else ["reading"]


def show_document(
    index: Index, document: Document, cited: Cited | None, found: Found, mode: str, words: Words
) -> None:
    """The part of a document around what is looked at, and the way to the other parts."""
    spans = found.here or (cited.spans if cited else ())
    key = f"first-{mode}-{document.id}-{document.sha256[:8]}-{spans}"
    first: int = st.session_state.setdefault(key, _first(document, spans, mode))
    count, window = _extent(document, mode)
    last = min(first + window - 1, count)
    if document.line_boxes and mode != "pages" and modes(index, document) == ["reading"]:
        st.caption(words("no_pages"))
    st.caption(words(f"legend_{mode}"))
    if first > 1:
        st.button(
            words(f"earlier_{mode}"),
            key="earlier",
            icon=":material/arrow_upward:",
            on_click=partial(_move, key, max(first - window, 1)),
        )
    st.html(_html(index, document, cited, found, mode, words, range(first, last + 1)))
    if last < count:
        st.caption(words(f"window_{mode}", first=first, last=last, count=count))
        st.button(
            words(f"later_{mode}"),
            key="later",
            icon=":material/arrow_downward:",
            on_click=partial(_move, key, last + 1),
        )


def _first(document: Document, spans: tuple[Span, ...], mode: str) -> int:
    if mode == "pages":
        return pages_view.first_page(document, spans)
    if mode == "reading":
        return reading_form.first_paragraph(document, spans)
    return source.first_line(document, spans)


def _extent(document: Document, mode: str) -> tuple[int, int]:
    """How many pages, paragraphs or lines there are, and how many are shown at once."""
    if mode == "pages":
        return len(document.pages), pages_view.WINDOW
    if mode == "reading":
        return len(document.paragraphs), reading_form.WINDOW
    return source.line_count(document), source.WINDOW


def _html(
    index: Index,
    document: Document,
    cited: Cited | None,
    found: Found,
    mode: str,
    words: Words,
    shown: range,
) -> str:
    if mode == "lines":
        return source.source_html(document, cited, words, shown.start, found)
    if mode == "reading":
        return reading_form.reading_html(document, cited, found, words, shown.start)
    try:
        pictures = {page: _picture(index, document, document.sha256, page) for page in shown}
    except AlineaError as error:
        st.warning(words.error(error), icon=":material/error:")
        return reading_form.reading_html(document, cited, found, words)
    return pages_view.pages_html(document, pictures, cited, found, words)


@st.cache_data(max_entries=64, show_spinner=False)
def _picture(_index: Index, _document: Document, sha256: str, page: int) -> Picture:
    del sha256  # part of the key only
    file = file_of(_index, _document)
    if file is None:
        raise AlineaError("file_gone", f"The file of {_document.id} is not as it was read.")
    return draw_page(file, page)


def _move(key: str, first: int) -> None:
    st.session_state[key] = first
