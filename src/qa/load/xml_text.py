"""The characters of an XML element as runs: white space folded, notes as marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from qa.load.elements import Run
from qa.load.xml_tree import local_name

_BLANKS = re.compile(r"\s+")
# What an indenting writer puts between the pieces of a sentence; \x00 stands for a mark and \x01
# for a raised or lowered sign, and XML itself can hold neither.
_BEFORE_CLOSING = re.compile(r"(?<!\s)(?=[^\S\n]*+\n)\s++(?=[,.;:!?)\]\x00\x01])")
_AFTER_OPENING = re.compile(r"(?<=[(\[])\s*\n\s*")
_MARK = re.compile(r"\x00(\d+)\x00")
# Elements printed apart although no blank need stand between them.
_APART = frozenset(
    """
    achternaam afkorting al datum dossiernr dossiernummer functie hoofdletters label li li.nr
    naam noot.al nr ondernummer organisatie plaats stuknr titel voornaam voorvoegsels
    """.split()
)


@dataclass
class Text:
    """Characters gathered from pieces of an element, and the notes that stand in them."""

    notes: dict[etree._Element, str]  # the name of each note of the file
    named: dict[str, str]  # the same, by the id in the file
    parts: list[str] = field(default_factory=list)
    marks: list[Run] = field(default_factory=list)
    found: list[etree._Element] = field(default_factory=list)

    def add_node(self, node: etree._Element) -> None:
        """Add all the text of an element, its tail aside."""
        name = local_name(node)
        if name == "noot":
            if node in self.notes:
                self._mark(Run("", self.notes[node]))
                self.found.append(node)
            return
        if name == "nootref":
            reference = self.named.get(node.get("refid") or "")
            text = _BLANKS.sub(" ", "".join(node.itertext())).strip()
            if reference is not None:
                self._mark(Run(text, reference))
            else:
                self.parts.append(text)
            return
        apart = "\n" if name in _APART or name == "br" else ""
        shifted = "\x01" if name in ("sup", "inf") else ""
        self.parts.append(apart + shifted)
        inside = node.text or ""
        self.parts.append(inside.lstrip() if shifted else inside)
        for child in node:
            self.add_node(child)
            self.parts.append(child.tail or "")
        self.parts.append(apart)

    def _mark(self, run: Run) -> None:
        self.parts.append(f"\x00{len(self.marks)}\x00")
        self.marks.append(run)

    def runs(self) -> tuple[Run, ...]:
        """The runs: plain ones with white space folded, and marks between them."""
        text = _BEFORE_CLOSING.sub("", "".join(self.parts))
        text = _BLANKS.sub(" ", _AFTER_OPENING.sub("", text).replace("\x01", "")).strip()
        runs: list[Run] = []
        for index, piece in enumerate(_MARK.split(text)):
            if index % 2:
                runs.append(self.marks[int(piece)])
            elif piece:
                runs.append(Run(piece))
        return tuple(runs)
