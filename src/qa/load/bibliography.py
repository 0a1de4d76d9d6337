"""Entries of a bibliography are kept whole: a title alone would speak as if the document did."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.document import Document, Paragraph, ParagraphKind, Sentence
from qa.lang.bibliographies import BIBLIOGRAPHIES

_NAME = f"(?:{'|'.join(BIBLIOGRAPHIES)})"
_TITLE = re.compile(rf"(?:(?:[a-z]+ )?[\divx.]+[.:)]?\s+)?{_NAME}(?: \w+ {_NAME})?\s*:?", re.I)
_DATED = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b|https?:|www\.")
_LONGEST = 80  # words of an entry
_KINDS = (ParagraphKind.BODY, ParagraphKind.LIST_ITEM)


def with_whole_entries(document: Document) -> Document:
    """The document with each entry of its bibliography as one sentence."""
    listed = {s.id for s in document.sections if s.title and _TITLE.fullmatch(s.title)}
    if not listed:
        return document
    paragraphs = tuple(
        _whole(paragraph) if paragraph.section in listed and _is_entry(paragraph) else paragraph
        for paragraph in document.paragraphs
    )
    return replace(document, paragraphs=paragraphs)


def _is_entry(paragraph: Paragraph) -> bool:
    """Whether a paragraph names a publication: it is short, with a year or an address."""
    short = len(paragraph.text.split()) <= _LONGEST
    return paragraph.kind in _KINDS and short and bool(_DATED.search(paragraph.text))


def _whole(paragraph: Paragraph) -> Paragraph:
    sentence = Sentence(f"{paragraph.id}.s1", (0, len(paragraph.text)))
    return replace(paragraph, sentences=(sentence,))
