"""Notes of an HTML page: marks that link to them, and where the notes stand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from qa.load.html.names import HEADINGS, INLINE, tag, words

_MARK = re.compile(r"[\[(]?\s*(?:note?n?\s*)?(\d{1,4}|[a-z]|[ivxl]{1,6}|\*{1,4}|[†‡§¶])\s*[\])]?")
_ARROWS = re.compile(r"[\s\[\]()]*(?:[↩↑↵⤴^↖]\ufe0e?[\s\[\]()]*)+")
_NOTE_WORDS = re.compile(
    r"foot-?note|end-?note|voetnoot|eindnoot|noteref|cite_note|^#?_?(?:fn|ftn|edn|note)\W?\d"
)
_REFERENCE_ROLES = {"doc-noteref", "noteref"}
_NOTE_ROLES = {"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"}


@dataclass(slots=True)
class Notes:
    """Elements that are notes, with their names; links that mark them; links back to the mark.

    `markers` has the sign of each note by name.
    """

    elements: dict[etree._Element, str] = field(default_factory=dict)
    marks: dict[etree._Element, str] = field(default_factory=dict)
    back: set[etree._Element] = field(default_factory=set)
    markers: dict[str, str] = field(default_factory=dict)
    around: set[etree._Element] = field(default_factory=set)  # what notes stand in


def find_notes(root: etree._Element) -> Notes:
    """The notes of a page: what a short sign links to, after it and not around it."""
    order: dict[etree._Element, int] = {}
    targets: dict[str, etree._Element] = {}
    links: list[etree._Element] = []
    for place, element in enumerate(root.iter(etree.Element)):
        order[element] = place
        for name in (element.get("id"), element.get("name") if tag(element) == "a" else None):
            if name:
                targets.setdefault(name, element)
        if tag(element) == "a" and element.get("href", "").startswith("#"):
            links.append(element)
    found = Notes()
    pairs = [
        (link, _block(target), marker)
        for link in links
        if (target := targets.get(unquote(link.get("href", "")[1:]))) is not None
        and order[target] > order[link]
        and (marker := _marker(link, target))
    ]
    shared = Counter(block for block, _ in {(block, link.get("href")) for link, block, _ in pairs})
    for link, block, marker in pairs:
        around = block in link.iterancestors()
        if shared[block] > 1 or around or tag(block) in HEADINGS:
            continue
        name = found.elements.setdefault(block, f"note {len(found.elements) + 1}")
        found.markers.setdefault(name, marker)
        found.marks[link] = name
    for element in order:
        role = words(element, "role", "{http://www.idpf.org/2007/ops}type", "epub:type")
        if not _NOTE_ROLES.isdisjoint(role) and element not in found.elements:
            name = f"note {len(found.elements) + 1}"
            found.elements[element] = name
            found.markers.setdefault(name, "")
    _find_links_back(found)
    return found


def _marker(link: etree._Element, target: etree._Element) -> str:
    """The sign of a link that marks a note, "" for any other link."""
    text = "".join(link.itertext()).strip()
    match = _MARK.fullmatch(text)
    if match is None:
        return ""
    role = words(link, "role", "rel", "{http://www.idpf.org/2007/ops}type", "epub:type")
    raised = tag(link.getparent()) == "sup" or any(tag(inner) == "sup" for inner in link)
    named = any(
        _NOTE_WORDS.search(word)
        for element in (link, target)
        for word in words(element, "class", "id", "name", "href")
    )
    bracketed = text[0] in "[("
    if not _REFERENCE_ROLES.isdisjoint(role) or raised or named or bracketed:
        return match[1]
    return ""


def _block(target: etree._Element) -> etree._Element:
    """The element that a target stands in, or itself, if it is no part of a line."""
    block = target
    while tag(block) in INLINE and block.getparent() is not None:
        block = block.getparent()
    row = block.getparent()
    if tag(block) in ("td", "th") and row is not None and tag(row) == "tr":
        own = "".join(block.itertext()).strip()
        return row if _MARK.fullmatch(own) or not own else block
    return block


def _find_links_back(found: Notes) -> None:
    for element in found.elements:
        parent = element.getparent()
        while parent is not None and parent not in found.around:
            found.around.add(parent)
            parent = parent.getparent()
        for link in element.iter("a"):
            text = "".join(link.itertext())
            arrow = "doc-backlink" in words(link, "role") or _ARROWS.fullmatch(text)
            if link.get("href", "").startswith("#") and arrow:
                found.back.add(link)
