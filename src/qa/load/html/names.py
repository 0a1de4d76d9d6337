"""What the elements of HTML are for: text, nothing, furniture of the page."""

from __future__ import annotations

import re

from lxml import etree

HEADINGS = {f"h{level}": level for level in range(1, 7)}
INLINE = frozenset(
    "a abbr acronym b basefont bdi bdo big br cite code data dfn em font i img ins kbd label mark "
    "nobr output q rb ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
_UNSEEN = frozenset(
    "head script style template noscript iframe object embed svg canvas audio video map datalist "
    "select button textarea input progress meter rt rp del title meta link annotation "
    "annotation-xml".split()
)
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDING_CLASSES = {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "noprint"}
_FURNITURE_ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "doc-toc"}
_CONTENTS = {"toc", "inhoudsopgave", "table-of-contents"}
_OF_PAGE = {"header", "footer", "aside"}  # furniture unless they belong to an article
_SECTIONS = {"article", "main", "section", "blockquote", "figure"}


def tag(element: etree._Element) -> str:
    """The element's name in lower case, without a prefix; "" for a comment."""
    name = element.tag if isinstance(element.tag, str) else ""
    return name.rpartition("}")[2].rpartition(":")[2].lower()


def words(element: etree._Element, *attributes: str) -> set[str]:
    """The words of some attributes, in lower case."""
    return {word for name in attributes for word in element.get(name, "").lower().split()}


def unseen(element: etree._Element) -> bool:
    """Whether a reader of the page does not see an element."""
    name = tag(element)
    return (
        name in _UNSEEN
        or (name == "dialog" and element.get("open") is None)
        or element.get("hidden") is not None
        or bool(_HIDING_STYLE.search(element.get("style", "")))
        or not _HIDING_CLASSES.isdisjoint(words(element, "class"))
    )


def is_main(element: etree._Element) -> bool:
    """Whether an element holds what the page is about."""
    return tag(element) == "main" or element.get("role") == "main"


def is_banner(element: etree._Element) -> bool:
    """Whether an element is the head of a page or article, where its title may stand."""
    return tag(element) == "header" or "banner" in words(element, "role")


def is_furniture(element: etree._Element, around: set[str]) -> bool:
    """Whether an element is furniture of the page; `around` are the elements that it stands in."""
    name = tag(element)
    return (
        name == "nav"
        or not _FURNITURE_ROLES.isdisjoint(words(element, "role"))
        or not _CONTENTS.isdisjoint(words(element, "id", "class"))
        or (name in _OF_PAGE and _SECTIONS.isdisjoint(around))
    )
