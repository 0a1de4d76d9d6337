"""Loader for HTML pages, on lxml.html.

lxml's parser repairs what browsers repair, is fast and safe, and is installed already for XML and
DOCX; html5lib is no longer kept, and a second parser in C would serve nothing more here.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html

from qa.document import Document
from qa.load.asked import with_answers
from qa.load.asked_lists import with_asked_lists
from qa.load.elements import Element, ElementKind
from qa.load.html.blocks import Blocks
from qa.load.html.notes import Notes, find_notes
from qa.load.html.source import make_parser, read_tree
from qa.load.markup import make_document
from qa.load.note_labels import split_label
from qa.load.signatures import with_signatures

LOADER = "html/3"


def load_html(data: bytes, name: str, doc_id: str, sha256: str) -> Document:
    """A Document of an HTML file's bytes.

    Scripts are never run, and what a reader does not see is not in it. Raises AlineaError for
    what is no text, is nested beyond measure, or holds no paragraph.
    """
    root, encoding = read_tree(data, name)
    elements = with_signatures(map(_with_label, Blocks(root, find_notes(root)).read()))
    elements = with_asked_lists(with_answers(elements))
    document = make_document(elements, doc_id=doc_id, source=name, sha256=sha256, loader=LOADER)
    return replace(document, encoding=encoding)


def _with_label(element: Element) -> Element:
    if element.kind is not ElementKind.NOTE:
        return element
    runs, labelled = split_label(element.runs, element.marker)
    return replace(element, runs=runs, labelled=labelled)


def fragment_elements(content: str) -> list[Element]:
    """The elements of a piece of HTML within a file of another kind."""
    try:
        root = lxml_html.document_fromstring(
            content.replace("\0", "").encode("utf-8", "replace"), parser=make_parser()
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    return Blocks(root, Notes()).read()
