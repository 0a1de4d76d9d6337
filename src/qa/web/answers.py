"""What came of a question on the page: answers with where they stand, and the nearest passages."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from qa.document import Document
from qa.index import Index
from qa.passages import document_language
from qa.result import Answer, Hit, Result
from qa.web import card
from qa.web.cited import Cited
from qa.web.feedback_buttons import feedback_buttons
from qa.web.quoting import in_markdown, legal, plain
from qa.web.state import Address, place_of, write_address
from qa.web.text import DEFAULT, Words, day_of
from qa.web.turns import Turn

_LONGEST = 140  # characters of titles in a line to click on


def show_answers(index: Index, words: Words, turn: Turn, number: int) -> None:
    """The answers of a turn; under them, folded up, the passages that came nearest."""
    result = turn.result
    if result is None:
        return
    first, others = result.answers[0], result.answers[1:]
    document = index.document(first.citation.document)
    language = document_language(document)
    st.html(card.quote_html(first, words, language))
    _links(document, words, turn, first, f"{number}-0")
    st.html(card.context_html(first, words, language))
    _show_newer(index, words, result, document)
    feedback_buttons(index, words, turn.question, first, f"{number}-0")
    if others:
        st.html(f'<h3 class="al-small">{words("other_answers")}</h3>')
    for rank, answer in enumerate(others, start=1):
        other = index.document(answer.citation.document)
        st.html(card.other_html(answer, words, document_language(other)))
        _links(other, words, turn, answer, f"{number}-{rank}", than=document)
    nearest = st.expander(
        words("nearest_too", count=len(result.passages)),
        type="compact",
        key=f"nearest-{number}",
        on_change="rerun",
    )
    if nearest.open:
        with nearest:
            _show_passages(index, words, turn, number, document)


def show_nearest(index: Index, words: Words, turn: Turn, number: int, searched: str) -> None:
    """That the documents do not say, what was searched, and what comes nearest: no answers."""
    result = turn.result
    if result is None:
        return
    st.html(
        f'<div class="al-abstain"><h3>{words("abstained")}</h3>'
        f"<p>{words('abstained_why')} {escape(searched)}</p></div>"
    )
    if result.passages:
        st.html(f'<h4 class="al-small">{words("nearest")}</h4>')
        _show_passages(index, words, turn, number, None)


def line_of(document: Document, cited: Cited, words: Words) -> str:
    """The citation line of a place, as short as a line to click on should be."""
    return card.where(document, cited.unit.id, cited.spans, words, longest=_LONGEST)


def share(
    address: Address, words: Words, document: Document | None = None, answer: Answer | None = None
) -> None:
    """The link to a place, and the quote with its place in three forms, ready to copy."""
    link = address.link(st.context.url, words.language, DEFAULT)
    forms = {"share_link": link}
    if document and answer:
        forms |= {
            "share_quote": plain(document, answer, words),
            "share_legal": legal(document, answer),
            "share_markdown": in_markdown(document, answer, words, link),
        }
    for name, text in forms.items():
        st.caption(words(name))
        st.code(text, language=None, wrap_lines=True)


def _links(
    document: Document,
    words: Words,
    turn: Turn,
    answer: Answer,
    key: str,
    than: Document | None = None,
) -> None:
    """The citation line, which opens the source; the date, the confidence, the copies to take."""
    line = card.where(document, answer.citation.id, answer.source_spans, words, longest=_LONGEST)
    address = Address(turn.question, place_of(document, answer.id), turn.scope)
    open_button(line, address, f"open-{key}")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        _show_date(document, words, than)
        with st.popover(card.sure(answer.confidence, words), type="tertiary", key=f"sure-{key}"):
            st.write(words("sure_why", percent=card.percent(answer.confidence)))
        with st.popover(
            words("share"), type="tertiary", icon=":material/content_copy:", key=f"share-{key}"
        ):
            share(address, words, document, answer)


def _show_date(document: Document, words: Words, than: Document | None) -> None:
    """The date of a document, and whether that is newer than another one's."""
    html = card.date_html(document, words, newer=than is not None and is_newer(document, than))
    if html:
        st.html(html, width="content")


def is_newer(document: Document, other: Document) -> bool:
    """Whether a document is dated after another; unknown where either has no date."""
    one, two = day_of(_date(document)), day_of(_date(other))
    return bool(one and two and document.id != other.id and one > two)


def _date(document: Document) -> str:
    return document.metadata.date.value if document.metadata.date else ""


def _show_newer(index: Index, words: Words, result: Result, document: Document) -> None:
    """That a document which comes near is newer than the one that answers."""
    found = [answer.citation.document for answer in result.answers]
    found += [passage.citation.document for passage in result.passages]
    newer = [d for d in map(index.document, dict.fromkeys(found)) if is_newer(d, document)]
    if newer:
        latest = max(newer, key=_date)
        title = latest.metadata.title.value if latest.metadata.title else latest.id
        said = words("newer_found", title=title, date=words.date(_date(latest)))
        st.html(f'<p class="al-newer">{escape(said)}</p>')


def _show_passages(
    index: Index, words: Words, turn: Turn, number: int, than: Document | None
) -> None:
    for rank, hit in enumerate(turn.result.passages if turn.result else ()):
        document = index.document(hit.citation.document)
        st.html(card.passage_html(hit, words, document_language(document), tag=than is None))
        line, address = _near(document, words, turn, hit)
        open_button(line, address, f"near-{number}-{rank}")
        _show_date(document, words, than)


def _near(document: Document, words: Words, turn: Turn, hit: Hit) -> tuple[str, Address]:
    """Where the best sentence of a passage stands, and the address that opens it."""
    spans, cite = hit.citation.source_spans, hit.id
    if hit.best_sentence:
        cite = hit.best_sentence.id
        spans = document.unit(hit.id).reading.source_spans(hit.best_sentence.reading_span)
    line = card.where(document, hit.id, spans, words, longest=_LONGEST)
    return line, Address(turn.question, place_of(document, cite), turn.scope)


def open_button(line: str, address: Address, key: str) -> None:
    """A citation line that opens the source at its place."""
    st.button(
        card.literal(line),
        key=key,
        type="tertiary",
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=partial(write_address, address),
    )
