"""Loader for the XML of Dutch official publications: parliamentary papers, questions, proceedings.

The schema is that of officielebekendmakingen.nl ("op-xsd"). What it does not name is read by its
text: an element with characters of its own is a paragraph, one without is a container.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from qa.document import Document
from qa.load.elements import Element, ElementKind, Run
from qa.load.markup import make_document
from qa.load.other_xml import read_other
from qa.load.xml_metadata import read_metadata
from qa.load.xml_motions import moved, requested
from qa.load.xml_schema import (
    BLOCKS,
    INLINE,
    NAMELESS,
    NUMBERS,
    OPENING,
    PASSED_OVER,
    RUNNING_HEADS,
    SINGLE,
    TITLED,
)
from qa.load.xml_tables import is_regular, table_rows
from qa.load.xml_text import Text
from qa.load.xml_tree import child_names, has_text, local_name, parse_xml
from qa.load.xml_votes import with_motions

LOADER = "xml/3"
_ROOT = "officiele-publicatie"
_NUMBER = re.compile(r"\d[\w.:-]*\b")


@dataclass(frozen=True)
class _Place:
    """Where an element stands: the level of the section it is in, its path, its context."""

    level: int
    path: str = ""
    context: str = ""
    kind: ElementKind = ElementKind.BODY
    lead: tuple[Run, ...] = ()  # a list item's number, printed before its first words


def load_xml(data: bytes, name: str, doc_id: str, sha256: str) -> Document:
    """A Document of an XML file's bytes.

    Raises AlineaError for XML that is malformed, unsafe, without a paragraph, or no text.
    """
    root, encoding = parse_xml(data, name)
    official = local_name(root) == _ROOT or next(root.iter(f"{{*}}{_ROOT}"), None) is not None
    elements = with_motions(_Reader(root).read()) if official else read_other(root, name)
    document = make_document(elements, doc_id=doc_id, source=name, sha256=sha256, loader=LOADER)
    if official:
        document = replace(document, metadata=read_metadata(root, document))
    return replace(document, encoding=encoding)


class _Reader:
    """Reads the elements of one official publication, in reading order."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        notes = list(root.iter("{*}noot"))
        self._notes = {note: f"note {number}" for number, note in enumerate(notes, start=1)}
        self._named = {note.get("id", ""): name for note, name in self._notes.items()}
        self._counts: Counter[str] = Counter()

    def read(self) -> Iterator[Element]:
        """All elements of the publication."""
        return self._node(self._root, _Place(level=0))

    def _node(self, node: etree._Element, place: _Place) -> Iterator[Element]:
        name = local_name(node)
        if name in PASSED_OVER:
            return
        if name in RUNNING_HEADS:
            for part in [node] if has_text(node) else node:
                yield from self._one(ElementKind.FURNITURE, [part], place)
            return
        place = self._place(node, name, place)
        answers = name == "kamervraagomschrijving" and node.get("type") == "antwoord"
        if name in SINGLE and not answers:
            yield from self._one(SINGLE[name], [node], place)
        elif name in TITLED:
            yield from self._titled(node, TITLED[name], place)
        elif name == "noot":
            yield from self._note(node, place)
        elif name == "table" and is_regular(node):
            yield from self._table(node, place)
        elif name in ("li", "lid"):
            yield from self._numbered(node, place)
        elif name == "al" or has_text(node) or (len(node) and child_names(node) <= INLINE):
            yield from self._paragraph(node, place)
        else:
            yield from self._container(node, place)

    def _place(self, node: etree._Element, name: str, place: _Place) -> _Place:
        place = replace(place, path=self._path(node, name, place.path))
        if name == "li":
            return replace(place, kind=ElementKind.LIST_ITEM)
        if name == "motie":
            return replace(place, context=moved(node))
        return replace(place, context=requested(node)) if name == "motie-info" else place

    def _path(self, node: etree._Element, name: str, path: str) -> str:
        own = node.get("id") or node.get("{http://www.w3.org/XML/1998/namespace}id")
        if own or name in NAMELESS:
            return own or path
        step = f"{path}/{name}" if path else name
        self._counts[step] += 1
        printed = _NUMBER.search(node.findtext("{*}nr") or node.findtext("{*}kop/{*}nr") or "")
        return f"{step} {printed[0] if printed else self._counts[step]}"

    def _titled(
        self, node: etree._Element, titles: tuple[str, ...], place: _Place
    ) -> Iterator[Element]:
        """A container whose heading is made of some of its children; the rest stands under it."""
        heads = [child for child in node if local_name(child) in titles]
        rest = [child for child in node if local_name(child) not in titles]
        yield from (opened := list(self._one(ElementKind.HEADING, heads, place)))
        loose = self._text()
        loose.parts += [node.text or "", *(child.tail or "" for child in node)]
        yield from self._made(place.kind, loose, place)
        yield from self._children(rest, replace(place, level=place.level + bool(opened)))

    def _container(self, node: etree._Element, place: _Place) -> Iterator[Element]:
        """The children of an element; what follows its `kop` stands a level deeper."""
        for kop in node.iterchildren("{*}kop"):
            yield from self._node(kop, place)
        inside = replace(place, level=place.level + ("kop" in child_names(node)))
        yield from self._children([n for n in node if local_name(n) != "kop"], inside)

    def _children(self, nodes: Iterable[etree._Element], place: _Place) -> Iterator[Element]:
        """Elements one after another: what follows one that is a heading stands under it."""
        under = replace(place, level=place.level + 1)
        headed = False
        for child in nodes:
            opens = local_name(child) in OPENING
            yield from self._node(child, under if headed and not opens else place)
            headed = headed or opens

    def _numbered(self, node: etree._Element, place: _Place) -> Iterator[Element]:
        """A list item or member of an article: its number stands before its first words."""
        text = self._text()
        for child in node:
            if local_name(child) in NUMBERS:
                text.add_node(child)
        lead = (*text.runs(), Run(" ")) if text.runs() else ()
        if has_text(node):
            yield from self._paragraph(node, replace(place, lead=lead))
            return
        for child in node:
            if local_name(child) not in NUMBERS:
                yield from self._node(child, replace(place, lead=lead))
                lead = ()
        if lead:
            yield Element(place.kind, lead, place.path, within=place.level)
        for note in text.found:
            yield from self._note(note, place)

    def _paragraph(self, node: etree._Element, place: _Place) -> Iterator[Element]:
        """The text of an element; a list or table within it stands between its halves."""
        text = self._text()
        text.parts.append(node.text or "")
        for child in node:
            if local_name(child) in NUMBERS:
                pass
            elif local_name(child) in BLOCKS:
                yield from self._made(place.kind, text, place)
                text, place = self._text(), replace(place, lead=())
                yield from self._node(child, place)
            else:
                text.add_node(child)
            text.parts.append(child.tail or "")
        yield from self._made(place.kind, text, place)

    def _one(
        self, kind: ElementKind, nodes: list[etree._Element], place: _Place
    ) -> Iterator[Element]:
        """One element of the texts of some nodes."""
        text = self._text()
        for node in nodes:
            text.parts.append("\n")
            text.add_node(node)
        yield from self._made(kind, text, place)

    def _made(self, kind: ElementKind, text: Text, place: _Place) -> Iterator[Element]:
        runs = text.runs()
        if any(run.text for run in runs):
            heading = kind is ElementKind.HEADING
            apart = heading or kind is ElementKind.SIGNATURE  # it signs all, not a section
            yield Element(
                kind,
                runs if heading else (*place.lead, *runs),
                locator=place.path or None,
                level=place.level + 1 if heading else 1,
                context="" if heading else place.context,
                within=None if apart else place.level,
            )
        for note in text.found:
            yield from self._note(note, replace(place, path=self._path(note, "noot", place.path)))

    def _note(self, node: etree._Element, place: _Place) -> Iterator[Element]:
        """A note below what refers to it, its number before its words."""
        label, body = self._text(), self._text()
        body.parts.append(node.text or "")
        for child in node:
            (label if local_name(child) == "noot.nr" else body).add_node(child)
            body.parts.append(child.tail or "")
        marker = "".join(run.text for run in label.runs())
        name = self._notes[node]
        yield Element(
            ElementKind.NOTE,
            (*((Run(f"{marker} "),) if marker else ()), *body.runs()),
            locator=place.path,
            note=name,
            marker=marker or name.removeprefix("note "),
            labelled=bool(marker),
        )
        for inner in (*label.found, *body.found):
            yield from self._note(inner, place)

    def _table(self, node: etree._Element, place: _Place) -> Iterator[Element]:
        for title in node.iterchildren("{*}title", "{*}titel"):
            yield from self._one(ElementKind.BODY, [title], place)
        for number, row in enumerate(table_rows(node, self._text), start=1):
            yield replace(row.element, locator=f"{place.path}/row {number}", within=place.level)
            for note in row.notes:
                yield from self._note(note, place)

    def _text(self) -> Text:
        return Text(self._notes, self._named)
