"""Styles of a DOCX file: what a paragraph or run is, with what its styles say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from qa.load.docx.names import child, number, switch, value, w

_HEADING_NAME = re.compile(r"(?:heading|kop)\s?([1-9])", re.IGNORECASE)
_TITLE_NAMES = {"title", "titel"}
_CONTENTS_NAME = re.compile(r"(?:toc|inhopg|inhoudsopgave)\s?(?:[1-9]|heading)", re.IGNORECASE)
_HALF_POINTS = 20  # Word's own size where nothing is said
_BODY_LEVEL = 9
TITLE = 0  # the level of what is styled as the document's title


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are shown."""

    hidden: bool
    bold: bool
    italic: bool
    underlined: bool
    size: int


_PLAIN = Look(hidden=False, bold=False, italic=False, underlined=False, size=_HALF_POINTS)


class Styles:
    """The styles of a document by id; a style has what it does not say from that it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        self._by_id: dict[str, etree._Element] = {}
        self._default: str | None = None
        for style in root.iter(w("style")) if root is not None else ():
            self._by_id[style.get(w("styleId"), "")] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                self._default = style.get(w("styleId"))
        self._run_defaults = child(root, "docDefaults/rPrDefault/rPr")
        self._chains: dict[str | None, list[etree._Element]] = {}
        self._looks: dict[tuple[str | None, str | None], Look] = {}

    def chain(self, style_id: str | None) -> list[etree._Element]:
        """A style and those that it is based on, itself first."""
        if style_id not in self._chains:
            found: list[etree._Element] = []
            step = style_id
            while step in self._by_id and self._by_id[step] not in found:
                found.append(self._by_id[step])
                step = value(found[-1], "basedOn")
            self._chains[style_id] = found
        return self._chains[style_id]

    def of_paragraph(self, paragraph: etree._Element) -> list[etree._Element]:
        """The styles of a paragraph, its own first."""
        return self.chain(value(paragraph, "pPr/pStyle") or self._default)

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """From 1, TITLE for a title; None for what no style or outline level calls a heading."""
        direct = number(paragraph, "pPr/outlineLvl")
        if direct is not None:
            return direct + 1 if 0 <= direct < _BODY_LEVEL else None
        for style in self.of_paragraph(paragraph):
            level = number(style, "pPr/outlineLvl")
            if _name(style).lower() in _TITLE_NAMES and not level:
                return TITLE
            if level is not None:
                return level + 1 if 0 <= level < _BODY_LEVEL else None
            named = _HEADING_NAME.fullmatch(_name(style))
            if named:
                return int(named[1])
        return None

    def of_contents(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph belongs to a table of contents by its style."""
        return any(_CONTENTS_NAME.fullmatch(_name(s)) for s in self.of_paragraph(paragraph)[:1])

    def look(self, run: etree._Element, paragraph: etree._Element) -> Look:
        """How the characters of a run are shown."""
        own = child(run, "rPr")
        ids = (value(own, "rStyle"), value(paragraph, "pPr/pStyle") or self._default)
        if ids not in self._looks:
            styles = [*self.chain(ids[0]), *self.chain(ids[1])]
            sources = [child(style, "rPr") for style in styles]
            self._looks[ids] = _look([*sources, self._run_defaults])
        from_styles = self._looks[ids]
        return _look([own], from_styles) if own is not None else from_styles


def _look(sources: list[etree._Element | None], otherwise: Look = _PLAIN) -> Look:
    """What the first source that says something says of each property."""

    def on(name: str, default: bool) -> bool:
        said = (switch(source, name) for source in sources)
        return next((answer for answer in said if answer is not None), default)

    sizes = (number(source, "sz") for source in sources)
    return Look(
        hidden=on("vanish", otherwise.hidden),
        bold=on("b", otherwise.bold),
        italic=on("i", otherwise.italic),
        underlined=on("u", otherwise.underlined),
        size=next((size for size in sizes if size), otherwise.size),
    )


def _name(style: etree._Element) -> str:
    return value(style, "name") or style.get(w("styleId"), "")
