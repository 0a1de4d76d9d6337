"""What questions are put to: all documents, or some of them by name and by date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from qa.index import DocumentSummary, Index
from qa.web import card
from qa.web.state import EVERYTHING, Address, Scope, write_address
from qa.web.text import Words, day_of

_SCOPE = "scope"
_LOST = "scope-lost"  # documents that were chosen and are gone, till another choice is made
_EARLIEST, _LATEST = date(1800, 1, 1), date(2200, 12, 31)


def current_scope(address: Address) -> Scope:
    """What this visitor has chosen; at first what the address says."""
    chosen: Scope = st.session_state.setdefault(_SCOPE, address.scope)
    return chosen


def scope_now(index: Index, address: Address) -> Scope:
    """What this visitor has chosen, as far as it is still there."""
    scope = st.session_state[_SCOPE] = keep_known(index, current_scope(address))
    return scope


def keep_known(index: Index, scope: Scope) -> Scope:
    """A scope without the documents that are gone; `show_lost` will name them."""
    if not scope.documents:
        return scope
    known = {document.id for document in index.documents()}
    kept = tuple(doc_id for doc_id in scope.documents if doc_id in known)
    if kept == scope.documents:
        return scope
    st.session_state[_LOST] = tuple(doc_id for doc_id in scope.documents if doc_id not in known)
    return replace(scope, documents=kept)


def show_lost(scope: Scope, words: Words) -> None:
    """Which documents are no longer in the selection, as they are no longer in the index."""
    lost: tuple[str, ...] = st.session_state.get(_LOST, ())
    if lost:
        names = card.literal(", ".join(lost))
        st.caption(words("scope_lost" if scope.documents else "scope_lost_all", names=names))


def forget_lost() -> None:
    """Say no more which documents are gone."""
    st.session_state.pop(_LOST, None)


def within(documents: Sequence[DocumentSummary], scope: Scope) -> list[DocumentSummary]:
    """The documents that a scope leaves."""
    first, last = day_of(scope.since) or date.min, day_of(scope.until) or date.max
    dated = bool(scope.since or scope.until)
    return [
        document
        for document in documents
        if (not scope.documents or document.id in scope.documents)
        and (not dated or first <= (day_of(document.date) or date.min) <= last)
        and (not dated or day_of(document.date))
    ]


def show_scope(index: Index, scope: Scope, words: Words, last_question: str | None) -> None:
    """The button that says what is searched, and opens the choice; with one document, nothing."""
    documents = index.documents()
    if len(documents) < 2 and not scope:
        return
    total = words.documents(len(documents))
    label = words("scope_all", documents=total)
    if scope:
        count = len(within(documents, scope))
        label = words("scope_some", count=count, documents=total)
    with (
        st.popover(
            label, icon=":material/filter_alt:" if scope else ":material/search:", key="scope-open"
        ),
        st.container(key="choice"),
    ):
        _choose(index, documents, scope, words)
        if scope:
            with st.container(horizontal=True):
                st.button(words("scope_reset"), key="scope-reset", on_click=_reset)
                if last_question:
                    st.button(
                        words("scope_again"),
                        key="scope-again",
                        type="primary",
                        on_click=partial(_ask_again, last_question),
                    )


def _choose(index: Index, documents: Sequence[DocumentSummary], scope: Scope, words: Words) -> None:
    names = {document.id: _name(document, words) for document in documents}
    generation = index.generation
    st.multiselect(
        words("scope_documents"),
        list(names),
        default=[doc_id for doc_id in scope.documents if doc_id in names],
        format_func=lambda doc_id: names.get(doc_id, doc_id),
        key=f"scope-in-{generation}",
        placeholder=words("scope_placeholder"),
        select_all=False,
        on_change=partial(_choose_documents, f"scope-in-{generation}"),
    )
    with st.container(horizontal=True):
        for name, chosen in (("since", scope.since), ("until", scope.until)):
            day = day_of(chosen)  # a link may hold one outside what the calendar offers
            st.date_input(
                words(f"scope_{name}"),
                value=day,
                min_value=min(_EARLIEST, day or _EARLIEST),
                max_value=max(_LATEST, day or _LATEST),
                format="DD-MM-YYYY",
                key=f"scope-{name}",
                on_change=partial(_choose_day, name),
            )
    if scope.since and scope.until and scope.since > scope.until:
        st.warning(words("scope_wrong"), icon=":material/error:")
    undated = sum(1 for document in documents if not day_of(document.date))
    if (scope.since or scope.until) and undated:
        st.caption(words("scope_undated", documents=words.documents(undated)))


def describe_scope(index: Index, scope: Scope, words: Words, *, named: int = 3) -> str:
    """What a question was put to, in words: how many documents and paragraphs, of which dates.

    Where there are no more than `named` documents, they are named.
    """
    documents = within(index.documents(), scope)
    if not documents:
        return words("searched_none")
    parts = [words.documents(len(documents))]
    if len(documents) <= named:
        parts[0] += f" ({', '.join(_name(document, words) for document in documents)})"
    if scope.since:
        parts.append(words("dated_from", date=words.date(scope.since)))
    if scope.until:
        parts.append(words("dated_until", date=words.date(scope.until)))
    paragraphs = sum(document.paragraph_count for document in documents)
    return words("searched", documents=" ".join(parts), paragraphs=words.paragraphs(paragraphs))


def _choose_documents(key: str) -> None:
    chosen = tuple(st.session_state[key])
    old = current_scope(Address())
    _take(Scope(chosen, old.since, old.until))


def _choose_day(name: str) -> None:
    day: date | None = st.session_state[f"scope-{name}"]
    old, value = current_scope(Address()), day.isoformat() if day else ""
    since, until = (value, old.until) if name == "since" else (old.since, value)
    _take(Scope(old.documents, since, until))


def _take(scope: Scope) -> None:
    st.session_state[_SCOPE] = scope
    forget_lost()
    if not st.session_state.get("turns"):
        write_address(Address(scope=scope))


def _reset() -> None:
    for key in [key for key in st.session_state if str(key).startswith("scope-")]:
        del st.session_state[key]
    _take(EVERYTHING)


def _ask_again(question: str) -> None:
    st.session_state["picked"] = question


def _name(document: DocumentSummary, words: Words) -> str:
    title = document.title or document.id
    return f"{title} · {words.date(document.date)}" if document.date else title
