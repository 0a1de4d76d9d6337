"""The numbers that Word sets before headings and list items, counted as it counts them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from qa.load import numerals
from qa.load.docx.names import child, number, switch, value, w, whole
from qa.load.docx.styles import Styles

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": numerals.decimal,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": numerals.letter,
    "upperLetter": lambda n: numerals.letter(n).upper(),
    "lowerRoman": numerals.roman,
    "upperRoman": lambda n: numerals.roman(n).upper(),
    "ordinal": lambda n: f"{n}e",
    "chicago": numerals.sign,
}


@dataclass(frozen=True, slots=True)
class ListPlace:
    """That a paragraph is in a list, and what is set before it: nothing for a bullet."""

    level: int
    label: str


class Numbering:
    """Counts through the lists of a document, a paragraph at a time and in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, etree._Element] = {}
        self._abstract: dict[str, etree._Element] = {}
        for part in root if root is not None else ():
            if part.tag == w("num"):
                self._lists[part.get(w("numId"), "")] = part
            elif part.tag == w("abstractNum"):
                self._abstract[part.get(w("abstractNumId"), "")] = part
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def place(self, paragraph: etree._Element) -> ListPlace | None:
        """The paragraph's place in a list, None outside lists. Counts it."""
        list_id, level = self._list_of(paragraph)
        numbered = self._lists.get(list_id or "")
        abstract_id = value(numbered, "abstractNumId") or ""
        if list_id is None or numbered is None or abstract_id not in self._abstract:
            return None
        counts = self._counts.setdefault(abstract_id, [None] * _LEVELS)
        override = self._start_override(numbered, level)
        if override is not None and (list_id, level) not in self._begun:
            counts[level] = override
        else:
            before = counts[level]
            counts[level] = self._start(numbered, level) if before is None else before + 1
        self._begun.add((list_id, level))
        for deeper in range(level + 1, _LEVELS):
            restart = number(self._level(numbered, deeper), "lvlRestart")
            if restart is None or restart > level:  # 0: never
                counts[deeper] = None
        return ListPlace(level, self._label(numbered, level, counts))

    def _list_of(self, paragraph: etree._Element) -> tuple[str | None, int]:
        """Number of the list and level, from the paragraph or its styles; 0 is no list."""
        sources = [paragraph, *self._styles.of_paragraph(paragraph)]
        found = (value(source, "pPr/numPr/numId") for source in sources)
        levels = (number(source, "pPr/numPr/ilvl") for source in sources)
        list_id = next((n for n in found if n is not None), None)
        level = next((n for n in levels if n is not None), None)
        if level is None:
            level = self._level_of_style(list_id, sources[1:])
        return (None if list_id == "0" else list_id), min(max(level, 0), _LEVELS - 1)

    def _level_of_style(self, list_id: str | None, styles: list[etree._Element]) -> int:
        """The level that a list keeps for one of these styles."""
        ids = {style.get(w("styleId")) for style in styles}
        numbered = self._lists.get(list_id or "")
        for level in range(_LEVELS) if numbered is not None and ids else ():
            style = value(self._level(numbered, level), "pStyle")
            if style is not None and style in ids:
                return level
        return 0

    def _level(self, numbered: etree._Element | None, level: int) -> etree._Element | None:
        for override in numbered.iterchildren(w("lvlOverride")) if numbered is not None else ():
            own = child(override, "lvl")
            if whole(override.get(w("ilvl"))) == level and own is not None:
                return own
        abstract = self._abstract.get(value(numbered, "abstractNumId") or "")
        linked = self._linked(value(abstract, "numStyleLink"))
        abstract = abstract if linked is None else linked
        for found in abstract.iterchildren(w("lvl")) if abstract is not None else ():
            if whole(found.get(w("ilvl"))) == level:
                return found
        return None

    def _linked(self, style_id: str | None) -> etree._Element | None:
        """The levels that a numbering style keeps for lists that only name it."""
        for style in self._styles.chain(style_id) if style_id else ():
            numbered = self._lists.get(value(style, "pPr/numPr/numId") or "")
            return self._abstract.get(value(numbered, "abstractNumId") or "")
        return None

    def _start_override(self, numbered: etree._Element, level: int) -> int | None:
        for override in numbered.iterchildren(w("lvlOverride")):
            if whole(override.get(w("ilvl"))) == level:
                return number(override, "startOverride")
        return None

    def _start(self, numbered: etree._Element, level: int) -> int:
        start = number(self._level(numbered, level), "start")
        return 1 if start is None else start

    def _label(self, numbered: etree._Element, level: int, counts: list[int | None]) -> str:
        form = self._level(numbered, level)
        if value(form, "numFmt") in (None, "bullet", "none"):
            return ""
        legal = switch(form, "isLgl") or False

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            count = counts[place]
            if count is None:
                count = self._start(numbered, place)
            kind = "decimal" if legal else value(self._level(numbered, place), "numFmt")
            return FORMATS.get(kind or "decimal", numerals.decimal)(count)

        return _PLACE.sub(shown, value(form, "lvlText") or "").strip()
