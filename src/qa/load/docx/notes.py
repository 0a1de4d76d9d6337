"""Footnotes and endnotes: their texts, and the numbers that Word counts for their marks."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from qa.load import numerals
from qa.load.docx.names import child, number, value, w
from qa.load.docx.numbering import FORMATS

_KINDS = ("footnote", "endnote")
_USUAL_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(slots=True)
class Note:
    """A note that was referred to: its name ("footnote 2"), its mark as shown, its content."""

    name: str
    marker: str
    content: etree._Element


class Notes:
    """The notes of a document; each gets its number where it is first referred to."""

    def __init__(
        self, parts: dict[str, etree._Element | None], settings: etree._Element | None
    ) -> None:
        self._settings = settings
        self._section: etree._Element | None = None
        self._contents: dict[tuple[str, str], etree._Element] = {}
        for kind, root in parts.items():
            for content in root.iterchildren(w(kind)) if root is not None else ():
                if content.get(w("type"), "normal") == "normal":  # not a separating line
                    self._contents[kind, content.get(w("id"), "")] = content
        self._counts: dict[str, int] = {}
        self._met: dict[tuple[str, str], Note] = {}

    def refer(self, kind: str, note_id: str, *, custom: bool) -> Note | None:
        """The note of a reference; None if the file has no such note."""
        key = (kind, note_id)
        if key in self._met or key not in self._contents:
            return self._met.get(key)
        ordinal = 1 + sum(met == kind for met, _ in self._met)
        marker = "" if custom else self._count(kind)
        self._met[key] = Note(f"{kind} {ordinal}", marker, self._contents[key])
        return self._met[key]

    def enter_section(self, properties: etree._Element | None) -> None:
        """What follows stands in the section with these properties."""
        self._section = properties
        for kind in _KINDS:
            if self._rule(kind, "numRestart") == "eachSect":
                self._counts.pop(kind, None)

    def met(self) -> list[Note]:
        """The notes referred to: footnotes and then endnotes, each in order of reference."""
        return [n for kind in _KINDS for (met, _), n in self._met.items() if met == kind]

    def _count(self, kind: str) -> str:
        if self._rule(kind, "numRestart") == "eachPage":
            return ""  # only the layout would tell
        start = number(self._properties(kind), "numStart")
        count = self._counts.get(kind, (1 if start is None else start) - 1) + 1
        self._counts[kind] = count
        form = self._rule(kind, "numFmt") or _USUAL_FORMATS[kind]
        return FORMATS.get(form, numerals.decimal)(count)

    def _properties(self, kind: str) -> etree._Element | None:
        own = child(self._section, f"{kind}Pr")
        return own if own is not None else child(self._settings, f"{kind}Pr")

    def _rule(self, kind: str, name: str) -> str | None:
        said = value(child(self._section, f"{kind}Pr"), name)
        return said or value(child(self._settings, f"{kind}Pr"), name)
