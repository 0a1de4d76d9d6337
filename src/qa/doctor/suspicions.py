"""Paragraphs that look as if a parse went wrong, and marks without a note."""

from __future__ import annotations

import re
from bisect import bisect_right

from qa.document import Document, Paragraph, ParagraphKind
from qa.reading import Op, Span

_LONG = 350  # words
_CLOSED = re.compile(r"[.!?:;…][\"'»”’)\]]*$")
_LONE_NUMBER = re.compile(r"(?m)^[ \t]*\d{1,4}[ \t]*$")
# Looked for from where a word begins only: a long one would be gone through from each letter.
_GLUED = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,}[»”’)\]]?[.,]?(\d{1,2})(?=[\s.,;:)]|$)")
_QUOTES = "«“\"'‘([•-–—*"
_PROSE = (ParagraphKind.BODY, ParagraphKind.QUESTION)


def suspicions(document: Document, paragraph: Paragraph) -> list[str]:
    """What is odd about a paragraph, in a few words each.

    Where paragraphs begin and end is doubted only where lines had to tell it.
    """
    text = paragraph.text
    words = text.split()
    odd: list[str] = []
    if paragraph.kind in _PROSE and document.has_lines:
        if len(words) <= 2 and not _CLOSED.search(text) and not text.endswith(","):
            odd.append("very short")
        if len(words) > 8 and not _CLOSED.search(text):
            odd.append("ends in mid-sentence")
        if text.lstrip(_QUOTES)[:1].islower():
            odd.append("begins in mid-sentence")
    if len(words) > _LONG:
        odd.append("very long")
    if document.has_lines and paragraph.kind is not ParagraphKind.TABLE_ROW and len(words) > 1:
        first, last = paragraph.reading.pieces[0][0], paragraph.reading.pieces[-1][1]
        inside = document.text[first:last]
        copied = sorted(s.source for s in paragraph.reading.steps if s.op is Op.COPY)
        numbers = [
            match.group().strip()
            for match in _LONE_NUMBER.finditer(inside)
            if _is_within(first + match.end() - 1, copied)
        ]
        odd += [f"a number alone on its line ({number})" for number in numbers]
    return odd


def unlinked_marks(paragraph: Paragraph) -> list[str]:
    """Words with a number glued to them that may be the mark of a note which was not found."""
    return [match.group() for match in _GLUED.finditer(paragraph.text)]


def _is_within(offset: int, spans: list[Span]) -> bool:
    """Whether an offset lies in one of some spans, which are in order."""
    at = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return at >= 0 and offset < spans[at][1]
