"""XML that is no official publication: read where it plainly holds text in blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from qa.errors import AlineaError
from qa.load.elements import Element, ElementKind
from qa.load.xml_text import Text
from qa.load.xml_tree import has_text, local_name

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 head heading kop titel title".split())
_FEWEST_WORDS = 20  # of text in blocks
_SHORTEST_BLOCK = 5  # words; data files hold shorter ones
_LEAST_SHARE = 0.5  # of the words that stand in blocks of that length


def read_other(root: etree._Element, name: str) -> list[Element]:
    """The blocks of text of an XML file, where most of its words stand in sentences.

    Raises AlineaError for data, drawings and settings, which are XML but no text.
    """
    elements = list(_blocks(root))
    lengths = [len("".join(run.text for run in e.runs).split()) for e in elements]
    long = sum(length for length in lengths if length >= _SHORTEST_BLOCK)
    if long < _FEWEST_WORDS or long < _LEAST_SHARE * sum(lengths):
        space = etree.QName(root).namespace
        kind = f"<{local_name(root)}>" + (f" of {space}" if space else "")
        raise AlineaError(
            "unknown_format",
            f"{name} is XML of a kind that Alinea does not read ({kind}, and little text in it): "
            "leave it out or convert it to text.",
        )
    return elements


def _blocks(node: etree._Element, path: str = "") -> Iterator[Element]:
    """The topmost elements that have characters of their own.

    `path` leads to the node from the root: getelementpath would count its siblings anew for each.
    """
    if not has_text(node):
        names, before = Counter(child.tag for child in node), Counter[str]()
        for child in node:
            before[child.tag] += 1
            step = f"{child.tag}[{before[child.tag]}]" if names[child.tag] > 1 else child.tag
            yield from _blocks(child, f"{path}/{step}".lstrip("/"))
        return
    text = Text({}, {})
    text.parts.append(node.text or "")
    for child in node:
        text.add_node(child)
        text.parts.append(child.tail or "")
    heading = local_name(node).lower() in _HEADINGS
    kind = ElementKind.HEADING if heading else ElementKind.BODY
    yield Element(kind, text.runs(), locator=node.get("id") or path or ".")
