"""The characters of a DOCX paragraph as Word shows them: insertions in, deletions out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from qa.load.docx.names import MATH_TEXT, child, local, switch, w
from qa.load.docx.notes import Note, Notes
from qa.load.docx.styles import Look, Styles
from qa.load.elements import Run

# Elements that only hold others; w:del, w:moveFrom and all that is not named here show nothing.
_HOLDERS = {"hyperlink", "smartTag", "customXml", "ins", "moveTo", "dir", "bdo", "sdtContent"}
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PAGE_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
_CONTENTS_FIELD = "TOC"
# Signs of the fonts Symbol and Wingdings that stand in text.
_SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0E0: "→", 0xF0E8: "→", 0xF0FC: "✓", 0xF0FE: "☑", 0xF0A8: "☐",
    0xF06F: "☐", 0xF0A3: "≤", 0xF0B3: "≥", 0xF0B1: "±", 0xF0B4: "×", 0xF06D: "μ", 0xF0AE: "→",
}  # fmt: skip
_PRIVATE = range(0xE000, 0xF900)
_LONGEST_MARK = 5


@dataclass(slots=True)
class Content:
    """What a paragraph shows: runs, how each looks, the text boxes tied to it.

    `of_contents`: it begins within a table of contents.
    """

    runs: list[Run] = field(default_factory=list)
    looks: list[Look | None] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    of_contents: bool = False

    def add(self, text: str, look: Look | None = None, note: str | None = None) -> None:
        """Append characters; with `note` they mark a note."""
        alike = self.runs and self.runs[-1].note is None is note and self.looks[-1] == look
        if alike:
            self.runs[-1] = Run(self.runs[-1].text + text)
        elif text or note is not None:
            self.runs.append(Run(text, note))
            self.looks.append(look)


@dataclass(slots=True)
class _Field:
    code: str = ""
    shows: bool = False


class Characters:
    """Reads paragraphs in order; a field (a table of contents) may go over many of them."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes
        self._fields: list[_Field] = []
        self._whole: set[etree._Element] = set()
        self._custom: Note | None = None  # a note whose mark is the text that follows

    def find_fields(self, root: etree._Element) -> None:
        """Learn the fields of a part of the file; one without an end is not taken for one."""
        begun: list[etree._Element] = []
        for mark in root.iter(w("fldChar")):
            if mark.get(w("fldCharType")) == "begin":
                begun.append(mark)
            elif mark.get(w("fldCharType")) == "end" and begun:
                self._whole.add(begun.pop())

    def read(self, paragraph: etree._Element) -> Content:
        """The content of a paragraph."""
        content = Content(of_contents=any(_kind(f) == _CONTENTS_FIELD for f in self._fields))
        self._custom = None
        self._walk(paragraph, paragraph, content)
        return content

    def _walk(self, parent: etree._Element, paragraph: etree._Element, content: Content) -> None:
        for part in parent:
            name = local(part)
            if name == "r":
                self._run(part, paragraph, content)
            elif name in _HOLDERS:
                self._walk(part, paragraph, content)
            elif name == "sdt":
                self._control(part, paragraph, content)
            elif name == "fldSimple":
                if _kind(_Field(part.get(w("instr"), ""))) not in _PAGE_FIELDS:
                    self._walk(part, paragraph, content)
            elif name in ("oMath", "oMathPara"):
                content.add("".join(t.text or "" for t in part.iter(MATH_TEXT)))
            elif name == "AlternateContent":
                self._walk(_alternative(part), paragraph, content)
            else:
                self._pass_over(part, content)

    def _pass_over(self, part: etree._Element, content: Content) -> None:
        """Leave out what was deleted, but for where fields begin and end."""
        for mark in part.iter(w("fldChar")):
            self._field(mark, content)

    def _control(
        self, control: etree._Element, paragraph: etree._Element, content: Content
    ) -> None:
        if switch(control, "sdtPr/showingPlcHdr"):  # it asks for text and has none
            self._pass_over(control, content)
        else:
            self._walk(control, paragraph, content)

    def _run(self, run: etree._Element, paragraph: etree._Element, content: Content) -> None:
        look = self._styles.look(run, paragraph)
        for part in _parts(run):
            name = local(part)
            if name == "fldChar":
                self._field(part, content)
            elif name == "instrText" and self._fields:
                self._fields[-1].code += part.text or ""
            elif look.hidden or not all(f.shows for f in self._fields):
                continue
            elif name in ("footnoteReference", "endnoteReference"):
                self._reference(name.removesuffix("Reference"), part, content)
            elif name == "ruby":
                base = child(part, "rubyBase")
                if base is not None:
                    self._walk(base, paragraph, content)
            elif name in ("drawing", "pict", "object"):
                content.boxes += _outermost(part, w("txbxContent"))
            else:
                self._text(_characters(part, name), look, content)

    def _text(self, text: str, look: Look, content: Content) -> None:
        if self._custom is not None and text:
            note, self._custom = self._custom, None
            if len(text.strip()) <= _LONGEST_MARK:
                note.marker = text.strip()
                content.add(text, note=note.name)
                return
            content.add("", note=note.name)
        content.add(text, look)

    def _field(self, mark: etree._Element, content: Content) -> None:
        kind = mark.get(w("fldCharType"))
        if kind == "begin" and mark in self._whole:
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            found = self._fields[-1]
            found.shows = _kind(found) not in _PAGE_FIELDS
            if _kind(found) == _CONTENTS_FIELD and not content.runs:
                content.of_contents = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _reference(self, kind: str, part: etree._Element, content: Content) -> None:
        custom = part.get(w("customMarkFollows")) in ("1", "true", "on")
        note = self._notes.refer(kind, part.get(w("id"), ""), custom=custom)
        if note is not None and custom:
            self._custom = note
        elif note is not None:
            content.add("", note=note.name)


def _parts(run: etree._Element) -> Iterator[etree._Element]:
    """What a run holds, of alternatives the one that is shown."""
    for part in run:
        if local(part) == "AlternateContent":
            yield from _parts(_alternative(part))
        else:
            yield part


def _alternative(part: etree._Element) -> etree._Element:
    """The first alternative; the fallback where there is none."""
    return next((c for c in part if local(c) in ("Choice", "Fallback")), etree.Element("none"))


def _characters(part: etree._Element, name: str) -> str:
    if name == "t":
        return part.text or ""
    if name == "sym":
        return _symbol(part.get(w("char"), ""))
    if name == "br" and part.get(w("type")) in ("page", "column"):
        return "\n\n"
    return _CHARACTERS.get(name, "")


def _symbol(code: str) -> str:
    """A sign of a symbol font; "" for one that no character is known for."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if point in _SYMBOLS:
        return _SYMBOLS[point]
    return chr(point) if 0x20 <= point < 0x110000 and point not in _PRIVATE else ""


def _kind(found: _Field) -> str:
    words = found.code.split()
    return words[0].upper() if words else ""


def _outermost(part: etree._Element, tag: str) -> list[etree._Element]:
    """Descendants of a name that are not within another; of alternatives only the first."""
    found: list[etree._Element] = []
    for inner in part:
        if inner.tag == tag:
            found.append(inner)
        elif local(inner) == "AlternateContent":
            found += _outermost(_alternative(inner), tag)
        else:
            found += _outermost(inner, tag)
    return found
