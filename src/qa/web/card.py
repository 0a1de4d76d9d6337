"""The answer as a card: the quote marked inside its paragraph, with where it stands."""

from __future__ import annotations

import re
from html import escape

from qa.cite import cite, place
from qa.document import Document, Footnote
from qa.reading import Span
from qa.references.resolve import linked
from qa.result import Answer, Citation, Hit
from qa.web.text import Words

_SURE = ((0.9, "sure_3"), (0.6, "sure_2"), (0.0, "sure_1"))
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LEAST_OF_TITLE = 12  # characters of a title that are always left
_WORD_JOINER = "\u2060"


def quote_html(answer: Answer, words: Words, language: str) -> str:
    """The first answer, large: the quote alone, with the words in it that answer marked."""
    text = escape(answer.text)
    if answer.span:
        start, end = answer.span
        text = (
            f"{escape(answer.text[:start])}<mark>{escape(answer.text[start:end])}</mark>"
            f"{escape(answer.text[end:])}"
        )
    return f'<blockquote class="al-quote al-answer" lang="{escape(language)}">{text}</blockquote>'


def context_html(answer: Answer, words: Words, language: str) -> str:
    """The whole paragraph with the quote marked in it, where it holds more, and the notes to it."""
    citation = answer.citation
    paragraph = ""
    if citation.paragraph_text != answer.text:
        whole = marked(citation.paragraph_text, answer.reading_span, answer.span, words)
        paragraph = (
            f'<h3 class="al-small">{escape(words("in_context"))}</h3>'
            f'<blockquote class="al-quote al-context" lang="{escape(language)}">{whole}'
            "</blockquote>"
        )
    return (
        f'<div class="al-card">{paragraph}{_notes(citation, words, language)}'
        f"{_also_in(citation, words)}</div>"
    )


def other_html(answer: Answer, words: Words, language: str) -> str:
    """A further answer: the quote alone."""
    quote = marked(answer.text, (0, len(answer.text)), answer.span, words)
    return f'<blockquote class="al-quote al-other" lang="{escape(language)}">{quote}</blockquote>'


def passage_html(hit: Hit, words: Words, language: str, *, tag: bool = True) -> str:
    """A near passage, with `tag` said to be no answer; nothing in it is marked."""
    text = hit.best_sentence.text if hit.best_sentence else hit.text
    said = f'<span class="al-tag">{escape(words("no_answer"))}</span>' if tag else ""
    return f'<div class="al-near">{said}<p lang="{escape(language)}">{escape(text)}</p></div>'


def date_html(document: Document, words: Words, *, newer: bool) -> str:
    """The date of a document, said to be newer where it is; empty where it has none."""
    if document.metadata.date is None:
        return ""
    said = f' <span class="al-newest">{escape(words("newer"))}</span>' if newer else ""
    return f'<p class="al-date">{escape(words.date(document.metadata.date.value))}{said}</p>'


def marked(text: str, quote: Span, answering: Span | None, words: Words) -> str:
    """A text with a span of it marked, and in that the words that answer, all escaped."""
    start, end = quote
    inner = escape(text[start:end])
    if answering:
        first, last = start + answering[0], start + answering[1]
        inner = (
            f"{escape(text[start:first])}<strong>{escape(text[first:last])}</strong>"
            f"{escape(text[last:end])}"
        )
    before = f'<span class="al-hidden">{escape(words("quote_starts"))} </span>'
    after = f'<span class="al-hidden"> {escape(words("quote_ends"))}</span>'
    return f"{escape(text[:start])}{before}<mark>{inner}</mark>{after}{escape(text[end:])}"


def question_html(question: str) -> str:
    """The question as it was typed."""
    return f'<h2 class="al-question">{escape(question)}</h2>'


def understood_html(understood: str, words: Words) -> str:
    """The question as it was taken after the one before it."""
    return f'<p class="al-also">{escape(words("understood", question=understood))}</p>'


def where(
    document: Document,
    unit_id: str,
    spans: tuple[Span, ...],
    words: Words,
    *,
    longest: int | None = None,
) -> str:
    """The citation line: document › section › paragraph · page · lines, as far as known.

    `spans` are the source spans of the words cited, which lie in the unit. Of titles that have
    more than `longest` characters together the ends are left out, of the longest first; of the
    place never.
    """
    citation = cite(document, unit_id)
    title = citation.title or citation.document
    path = [title, *(name for name in citation.section if name != title)]
    if longest:
        path = _shortened(path, longest)
    if citation.paragraph is not None:
        path.append(words("paragraph", number=citation.paragraph))
    unit = document.unit(unit_id)
    if isinstance(unit, Footnote):
        path.append(words("footnote", marker=unit.marker))
    lines, pages = place(document, spans)
    return " · ".join([" › ".join(path), *_place(lines, pages, words)])


def shortened(text: str, longest: int) -> str:
    """A text without its end where it is longer, between words if that leaves most of it."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    head = kept.rpartition(" ")[0]
    return f"{(head if len(head) > longest // 2 else kept).rstrip()}…"


def sure(confidence: float, words: Words) -> str:
    """Confidence in words."""
    return words(next(name for least, name in _SURE if confidence >= least))


def percent(confidence: float) -> str:
    """Confidence as a whole percentage; never 100 and never 0, as it is an estimate."""
    return f"{min(max(int(confidence * 100), 1), 99)}%"


def literal(text: str) -> str:
    """A text for a label that knows Markdown, so written that it is shown as it is.

    Backslashes keep Markdown off; a word joiner, which is not seen, keeps `:emoji:`, `->`
    and the like from being replaced afterwards.
    """
    return _PUNCTUATION.sub(rf"\\\1{_WORD_JOINER}", text)


def _shortened(titles: list[str], longest: int) -> list[str]:
    """Titles that have so many characters together, or nearly: the longest give way first."""
    most = max(map(len, titles))
    while most > _LEAST_OF_TITLE and sum(min(len(title), most) for title in titles) > longest:
        most -= 1
    return [shortened(title, most) for title in titles]


def _place(lines: Span | None, pages: tuple[int, ...] | None, words: Words) -> list[str]:
    found = [words.numbers("page", "pages", pages)] if pages else []
    return [*found, words.numbers("line", "lines", lines)] if lines else found


def _notes(citation: Citation, words: Words, language: str) -> str:
    if not citation.footnotes:
        return ""
    rows = "".join(
        f'<p><span class="al-marker">{escape(note.marker)}</span> {_with_links(note.text)}</p>'
        for note in citation.footnotes
    )
    return (
        f'<div class="al-notes"><h4>{escape(words("footnotes"))}</h4>'
        f'<div lang="{escape(language)}">{rows}</div></div>'
    )


def _with_links(text: str) -> str:
    """A text whose references to official documents lead to their official web address."""
    return "".join(
        f'<a href="{escape(address)}" target="_blank" rel="noopener">{escape(part)}</a>'
        if address
        else escape(part)
        for part, address in linked(text)
    )


def _also_in(citation: Citation, words: Words) -> str:
    if not citation.also_in:
        return ""
    places = "; ".join(
        " · ".join([other.document, *_place(other.lines, other.pages, words)])
        for other in citation.also_in
    )
    return f'<p class="al-also">{escape(words("also_in", places=places))}</p>'
