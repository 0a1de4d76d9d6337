"""Title and author in the front matter of a Markdown file (YAML, of which one field is read)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.document import Document, MetadataField
from qa.lang.front_matter import AUTHORS, TITLES
from qa.reading import Span

_FIELD = re.compile(r"(?P<name>[^\s:#'\"-][^:]*?)\s*:(?:\s+(?P<value>.*))?$")
_BLOCK = re.compile(r"[>|][-+0-9]*")  # the value stands below, indented
_ITEM = re.compile(r"\s*-\s+")
_COMMENT = re.compile(r"\s#.*")
_QUOTES = "\"'"


def read_title(document: Document, lines: int) -> MetadataField | None:
    """The title in the first `lines` lines of a document's text, which are its front matter."""
    return _read(document, lines, TITLES)


def read_author(document: Document, lines: int) -> MetadataField | None:
    """Who wrote a document, as its front matter says; several names are parted by commas."""
    return _read(document, lines, AUTHORS)


def _read(document: Document, lines: int, names: Sequence[str]) -> MetadataField | None:
    spans = document.furniture[:lines]
    texts = [document.text[start:end] for start, end in spans]
    for at, text in enumerate(texts):
        match = _FIELD.match(text)
        if match is None or match["name"].lower() not in names:
            continue
        value = match["value"] or ""
        if value.strip() and not _BLOCK.fullmatch(value.strip()):
            begin = spans[at][0] + match.start("value")
            pieces = _parted(document.text, (begin, begin + len(value)))
        else:
            below = _indented(texts[at + 1 :])
            pieces = [_bare(document.text, span) for span in spans[at + 1 : at + 1 + below]]
        joint = ", " if names is AUTHORS else " "
        kept = [piece for piece in pieces if piece[0] < piece[1]]
        shown = joint.join(document.text[start:end] for start, end in kept)
        return MetadataField(shown, (kept[0][0], kept[-1][1])) if kept else None
    return None


def _indented(texts: Sequence[str]) -> int:
    """How many lines, from the first, belong to the field above."""
    found = (at for at, text in enumerate(texts) if text[:1].strip() and not _ITEM.match(text))
    return next(found, len(texts))


def _parted(text: str, span: Span) -> list[Span]:
    """The values of a list in brackets, or the one value that there is."""
    start, end = _bare(text, span)
    if text[start : start + 1] != "[" or text[end - 1 : end] != "]":
        return [(start, end)]
    pieces: list[Span] = []
    for match in re.finditer(r"[^,]+", text[start + 1 : end - 1]):
        pieces.append(_bare(text, (start + 1 + match.start(), start + 1 + match.end())))
    return pieces


def _bare(text: str, span: Span) -> Span:
    """A value without its comment, the mark of a list item, blanks and quotation marks."""
    start, end = span
    item = _ITEM.match(text, start, end)
    start = item.end() if item else start
    start += len(text[start:end]) - len(text[start:end].lstrip())
    quote = text[start : start + 1]
    closing = text.find(quote, start + 1, end) if quote and quote in _QUOTES else -1
    if closing > start:
        return start + 1, closing
    comment = _COMMENT.search(text, start, end)
    return start, start + len(text[start : comment.start() if comment else end].rstrip())
