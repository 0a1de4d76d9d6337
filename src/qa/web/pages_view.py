"""Pages of a PDF as they look, with boxes over what is cited and what was looked for."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from html import escape

from qa.boxes import Box
from qa.document import Document
from qa.load.pdf.page_pictures import Picture
from qa.passages import document_language
from qa.reading import Span
from qa.web.cited import Cited, Found
from qa.web.text import Words

WINDOW = 5  # pages shown at once
_MARGIN = 1.5  # points that a box reaches beyond the letters


def first_page(document: Document, spans: tuple[Span, ...]) -> int:
    """The page that the view begins with: that before the cited one, if there are many."""
    pages = document.pages_of(spans)
    if not pages or len(document.pages) <= WINDOW:
        return 1
    return max(min(pages[0] - 1, len(document.pages) - WINDOW + 1), 1)


def pages_html(
    document: Document,
    pictures: Mapping[int, Picture],
    cited: Cited | None,
    found: Found,
    words: Words,
) -> str:
    """The pages as HTML: a picture each, boxes over it, paragraph numbers in its margin."""
    boxes = {
        "cited": document.boxes_of(cited.spans) if cited else (),
        "words": document.boxes_of(cited.words) if cited else (),
        "found": document.boxes_of(tuple(found.spans)),
        "here": document.boxes_of(found.here),
    }
    quote = " ".join(document.text[slice(*span)] for span in cited.spans) if cited else ""
    shown = (
        _page(document, page, picture, boxes, quote, words)
        for page, picture in sorted(pictures.items())
    )
    language = escape(document_language(document))
    return f'<div class="al-pages" lang="{language}">{"".join(shown)}</div>'


def _page(
    document: Document,
    page: int,
    picture: Picture,
    boxes: Mapping[str, tuple[Box, ...]],
    quote: str,
    words: Words,
) -> str:
    label = next((p.label for p in document.pages if p.page == page), None)
    name = words("page", first=page)
    if label and label != str(page):
        name += f" ({words('page_label', label=label)})"
    data = base64.b64encode(picture.data).decode("ascii")
    shapes = "".join(
        _shape(box, picture, kind, first=box is found[0], quote=quote, words=words)
        for kind, found in boxes.items()
        for box in found
        if box.page == page
    )
    return (
        f'<div class="al-page"><span>{escape(name)}</span></div>'
        f'<div class="al-sheet"><img src="data:image/webp;base64,{data}" '
        f'alt="{escape(name)}" width="{picture.width:.0f}" height="{picture.height:.0f}">'
        f"{shapes}{''.join(_numbers(document, page, picture, words))}</div>"
    )


def _shape(box: Box, picture: Picture, kind: str, *, first: bool, quote: str, words: Words) -> str:
    """A box over words; the first of the quote says it to those who hear the page."""
    name, said = "", ""
    if kind == "cited" and first:
        name = ' id="cited"'
        said = (
            f'<span class="al-hidden">{escape(words("quote_starts"))} '
            f"{escape(' '.join(quote.split()))} {escape(words('quote_ends'))}</span>"
        )
    elif kind == "here" and first:
        name = ' id="found"'
    left, top = box.left - _MARGIN, box.top - _MARGIN
    width, height = box.right - box.left + 2 * _MARGIN, box.bottom - box.top + 2 * _MARGIN
    place = (
        f"left:{100 * left / picture.width:.3f}%;top:{100 * top / picture.height:.3f}%;"
        f"width:{100 * width / picture.width:.3f}%;height:{100 * height / picture.height:.3f}%"
    )
    return f'<div class="al-box al-box-{kind}"{name} style="{place}">{said}</div>'


def _numbers(document: Document, page: int, picture: Picture, words: Words) -> Iterator[str]:
    """The number of each paragraph that begins on a page, in the margin beside it."""
    for paragraph in document.paragraphs:
        if page not in paragraph.pages or paragraph.pages[0] != page:
            continue
        boxes = document.boxes_of(paragraph.reading.pieces[:1])
        if boxes and boxes[0].page == page:
            top = 100 * boxes[0].top / picture.height
            left = 100 * max(boxes[0].left - 26, 4) / picture.width
            title = escape(words("paragraph", number=paragraph.number))
            yield (
                f'<span class="al-pnumber" title="{title}" style="left:{left:.3f}%;'
                f'top:{top:.3f}%">{paragraph.number}</span>'
            )
