"""The title of an HTML page: the first heading of the highest level, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from lxml import etree

from qa.load.elements import Element, ElementKind
from qa.load.html.names import is_banner, is_furniture, tag, unseen


def find_title(root: etree._Element, main: etree._Element | None) -> etree._Element | None:
    """The first h1 of the main part or an article, where these have one; else of the page.

    A site's name may be an h1 too: it stands above a main part or article with an h1 of its own.
    """
    articles = (e for e in root.iter(etree.Element) if tag(e) == "article")
    parts: Iterable[etree._Element] = (main,) if main is not None else articles
    for part in chain(parts, (root,)):
        for element in part.iter(etree.Element):
            if tag(element) == "h1" and _may_be_title(element):
                return element
    return None


def _may_be_title(heading: etree._Element) -> bool:
    """Whether a heading is seen, has text, and stands in no furniture but the head of the page."""
    around = (heading, *heading.iterancestors())
    aside = any(is_furniture(e, set()) and not is_banner(e) for e in around)
    hidden = any(map(unseen, around))
    return not (aside or hidden) and bool("".join(heading.itertext()).strip())


def under_title(elements: Sequence[Element], title: int) -> list[Element]:
    """The elements, with the headings after a title in the page's head a level lower.

    Where no other heading is of the title's level, all stay as they are.
    """
    level = elements[title].level
    headings = [e for e in elements[title + 1 :] if e.kind is ElementKind.HEADING]
    if not any(heading.level <= level for heading in headings):
        return list(elements)
    lower = (
        replace(e, level=e.level + 1) if e.kind is ElementKind.HEADING else e
        for e in elements[title + 1 :]
    )
    return [*elements[: title + 1], *lower]
