"""The chat: questions, answers as cards, and the nearest passages where there is no answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st

from qa.errors import AlineaError
from qa.index import Index
from qa.passages import document_language
from qa.result import Answer, Citation, Result
from qa.web import card
from qa.web.feedback_buttons import feedback_buttons
from qa.web.scroll import scroll_to
from qa.web.state import VERSION_LENGTH, Address, Place, write_address
from qa.web.text import DEFAULT, Words

EXAMPLES = (
    "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?",
    "Hoeveel slachtoffers werden in 2017 en 2018 geregistreerd?",
    "In welke landen nam criminele uitbuiting toe?",
    "How many victims were registered in 2017 and 2018?",
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it, in one generation of the index.

    `asked` is the question as it was typed, after `previous`, if that can tell what it means.
    """

    asked: str
    generation: str | None
    result: Result | None = None
    error: AlineaError | None = None
    previous: str | None = None

    @property
    def question(self) -> str:
        """The question in full, as it was understood: it can be asked again alone."""
        understood = self.result.understood if self.result else None
        return understood or self.asked


def ask(index: Index, question: str, previous: str | None = None) -> Turn:
    """Put a question to the index, after another one or alone."""
    try:
        result = index.ask(question, previous=previous)
    except AlineaError as error:
        return Turn(question, index.generation, error=error, previous=previous)
    return Turn(question, index.generation, result, previous=previous)


def show_chat(index: Index, words: Words, address: Address) -> None:
    """The conversation so far, with the question that was just asked."""
    turns: list[Turn] = st.session_state.setdefault("turns", [])
    turns[:] = [
        t if t.generation == index.generation else ask(index, t.asked, t.previous) for t in turns
    ]
    previous = next((turn.question for turn in reversed(turns) if turn.result), None)
    asked = st.chat_input(words("ask"), key="ask") or st.session_state.pop("picked", None)
    if asked is None and address.question not in ("", *(turn.question for turn in turns)):
        asked, previous = address.question, None  # a link holds a question in full
    if asked is not None:
        turn = ask(index, asked, previous)
        turns.append(turn)
        # A question that cannot be asked is not worth a link, and may be very long.
        write_address(Address(turn.question if turn.result else ""))
    if not turns:
        _welcome(index, words)
    for number, turn in enumerate(turns):
        _show_turn(index, words, turn, number, latest=number == len(turns) - 1)
    if turns:
        scroll_to("latest" if len(turns) > 1 else "top", "start", len(turns))


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
    with st.expander(words.documents(len(documents)), icon=":material/description:"):
        for document in documents:
            label = f"{document.title or document.id} · " + words(
                "paragraphs", count=document.paragraph_count
            )
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
            _show_answers(index, words, turn.result, turn.question, number)
        else:
            _show_nearest(index, words, turn.result, turn.question, number)


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
    turns[number] = ask(index, turns[number].asked)
    write_address(Address(turns[number].question))


def _show_answers(index: Index, words: Words, result: Result, question: str, number: int) -> None:
    first, others = result.answers[0], result.answers[1:]
    st.html(card.answer_html(first, words, _language(index, first.citation)))
    _links(index, words, question, first, f"{number}-0")
    feedback_buttons(index, words, question, first, f"{number}-0")
    if others:
        st.html(f'<h3 class="al-small">{words("other_answers")}</h3>')
    for rank, answer in enumerate(others, start=1):
        st.html(card.other_html(answer, words, _language(index, answer.citation)))
        _links(index, words, question, answer, f"{number}-{rank}")


def _links(index: Index, words: Words, question: str, answer: Answer, key: str) -> None:
    """The citation line, which opens the source; the confidence; the link to share."""
    document = index.document(answer.citation.document)
    line = card.where(document, answer.citation.id, answer.source_spans, words)
    address = Address(question, _place(index, answer.citation, answer.id))
    _open_button(line, address, f"open-{key}")
    with st.container(horizontal=True, gap="small"):
        with st.popover(card.sure(answer.confidence, words), type="tertiary", key=f"sure-{key}"):
            st.write(words("sure_why", percent=card.percent(answer.confidence)))
        with st.popover(
            words("share"), type="tertiary", icon=":material/link:", key=f"share-{key}"
        ):
            share(address, f"“{answer.text}” ({line})", words)


def share(address: Address, quote: str | None, words: Words) -> None:
    """The link to a place, and the quote with its place, ready to copy."""
    st.caption(words("share_link"))
    link = address.link(st.context.url, words.language, DEFAULT)
    st.code(link, language=None, wrap_lines=True)
    if quote:
        st.caption(words("share_quote"))
        st.code(quote, language=None, wrap_lines=True)


def _show_nearest(index: Index, words: Words, result: Result, question: str, number: int) -> None:
    """That the documents do not say, and what comes nearest, marked as no answer."""
    st.html(
        f'<div class="al-abstain"><h3>{words("abstained")}</h3>'
        f"<p>{words('abstained_why')}</p></div>"
    )
    if not result.passages:
        return
    st.html(f'<h4 class="al-small">{words("nearest")}</h4>')
    for rank, hit in enumerate(result.passages):
        st.html(card.passage_html(hit, words, _language(index, hit.citation)))
        document = index.document(hit.citation.document)
        reading, spans = document.unit(hit.id).reading, hit.citation.source_spans
        if hit.best_sentence:
            spans = reading.source_spans(hit.best_sentence.reading_span)
        cite = hit.best_sentence.id if hit.best_sentence else hit.id
        line = card.where(document, hit.id, spans, words)
        address = Address(question, _place(index, hit.citation, cite))
        _open_button(line, address, f"near-{number}-{rank}")


def _open_button(line: str, address: Address, key: str) -> None:
    st.button(
        card.literal(line),
        key=key,
        type="tertiary",
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=partial(write_address, address),
    )


def _place(index: Index, citation: Citation, cite: str) -> Place:
    version = index.document(citation.document).sha256[:VERSION_LENGTH]
    return Place(citation.document, cite, version)


def _language(index: Index, citation: Citation) -> str:
    return document_language(index.document(citation.document))
