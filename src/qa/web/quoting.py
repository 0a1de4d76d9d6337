"""A quote with where it stands, ready to be pasted: plain, in Markdown, as a legal reference."""

from __future__ import annotations

import re

from qa.document import Document
from qa.result import Answer
from qa.web import card
from qa.web.legal import legal_reference
from qa.web.text import Words

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|$~])")


def plain(document: Document, answer: Answer, words: Words) -> str:
    """The quote in quotation marks, then where it stands."""
    return f"“{answer.text}” ({_where(document, answer, words)})"


def in_markdown(document: Document, answer: Answer, words: Words, link: str) -> str:
    """The quote as a block, then where it stands, as a link to it."""
    quote = "\n".join(f"> {escape(line)}" for line in answer.text.split("\n"))
    return f"{quote}\n>\n> — [{escape(_where(document, answer, words))}](<{link}>)"


def legal(document: Document, answer: Answer) -> str:
    """The quote in Dutch quotation marks, then the reference as lawyers write it."""
    return f"‘{answer.text}’ {reference(document, answer)}"


def reference(document: Document, answer: Answer) -> str:
    """The legal reference alone."""
    pages = answer.pages or ()
    labels = {page.page: page.label or str(page.page) for page in document.pages}
    return legal_reference(
        document, tuple(labels[page] for page in pages), answer.citation.paragraph
    )


def escape(text: str) -> str:
    """A text that Markdown shows as it is."""
    text = _MARKDOWN.sub(r"\\\1", text)
    return re.sub(r"^(\s*(?:\d+(?=[.)]))?)([-+.)])", r"\1\\\2", text, flags=re.M)


def _where(document: Document, answer: Answer, words: Words) -> str:
    return card.where(document, answer.citation.id, answer.source_spans, words)
