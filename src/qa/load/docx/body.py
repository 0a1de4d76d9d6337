"""From the body of a DOCX file to its blocks, in the order of the file."""

from __future__ import annotations

from lxml import etree

from qa.load.docx.blocks import Block, common_look, joined, split_at_breaks, under_title
from qa.load.docx.characters import Characters
from qa.load.docx.names import child, local, switch, value, w
from qa.load.docx.notes import Note, Notes
from qa.load.docx.numbering import Numbering
from qa.load.docx.package import Package
from qa.load.docx.styles import Styles
from qa.load.docx.tables import read_cells, table_blocks
from qa.load.elements import Run

_HOLDERS = {"customXml", "ins", "moveTo", "sdtContent"}
_CONTENTS = "Table of Contents"


class Body:
    """Reads the blocks of a DOCX file; paragraphs and tables are counted as they come."""

    def __init__(self, package: Package) -> None:
        styles = Styles(package.part("styles"))
        self._styles = styles
        self._numbering = Numbering(package.part("numbering"), styles)
        kinds = {"footnote": package.part("footnotes"), "endnote": package.part("endnotes")}
        self.notes = Notes(kinds, package.part("settings"))
        self._characters = Characters(styles, self.notes)
        self._document = package.document
        for root in (package.document, *kinds.values()):
            if root is not None:
                self._characters.find_fields(root)
        self._held: list[Run] = []  # of paragraphs whose end was deleted

    def blocks(self) -> list[Block]:
        """The blocks of the running text."""
        body = child(self._document, "body")
        if body is None:
            return []
        sections = body.iter(w("sectPr"))
        self._sections = list(sections)
        self.notes.enter_section(next(iter(self._sections), None))
        self._counted = {"paragraph": 0, "table": 0}
        return under_title(self._read(body, None))

    def note_runs(self, note: Note) -> tuple[Run, ...]:
        """The characters of a note; its paragraphs become one."""
        return joined(self._read(note.content, note.name))

    def _read(
        self, parent: etree._Element, locator: str | None, *, furniture: bool = False
    ) -> list[Block]:
        """Blocks of a part of the file; with `locator` that is where all of them stand."""
        found: list[Block] = []
        for part in parent:
            name = local(part)
            if name == "p":
                found += self._paragraph(part, locator, furniture=furniture)
            elif name == "tbl":
                found += self._table(part, locator)
            elif name in _HOLDERS:
                found += self._read(part, locator, furniture=furniture)
            elif name == "sdt" and not switch(part, "sdtPr/showingPlcHdr"):
                contents = value(part, "sdtPr/docPartObj/docPartGallery") == _CONTENTS
                found += self._read(part, locator, furniture=furniture or contents)
            elif name == "AlternateContent":
                for choice in list(part)[:1]:
                    found += self._read(choice, locator, furniture=furniture)
        return found

    def _paragraph(
        self, paragraph: etree._Element, locator: str | None, *, furniture: bool
    ) -> list[Block]:
        if locator is None:
            self._counted["paragraph"] += 1
            locator = f"paragraph {self._counted['paragraph']}"
        place = self._numbering.place(paragraph)
        content = self._characters.read(paragraph)
        self._section_ends(paragraph)
        content.runs[:0], content.looks[:0] = self._held, [None] * len(self._held)
        self._held = []
        if child(paragraph, "pPr/rPr/del") is not None:  # it goes on in the next one
            self._held = content.runs
            return []
        furniture = furniture or content.of_contents or self._styles.of_contents(paragraph)
        found: list[Block] = []
        for part in split_at_breaks(content):
            look, size = common_look(part)
            found.append(
                Block(
                    runs=tuple(part.runs),
                    locator=locator,
                    look=look,
                    size=size,
                    level=self._styles.heading_level(paragraph),
                    place=None if found else place,
                    furniture=furniture,
                )
            )
        for box in content.boxes:
            found += self._read(box, f"{locator}, text box")
        return found

    def _section_ends(self, paragraph: etree._Element) -> None:
        """After the paragraph that holds a section's properties the next section begins."""
        own = child(paragraph, "pPr/sectPr")
        if own in self._sections:
            following = self._sections[self._sections.index(own) + 1 :]
            self.notes.enter_section(following[0] if following else None)

    def _table(self, table: etree._Element, locator: str | None) -> list[Block]:
        if locator is None:
            self._counted["table"] += 1
            locator = f"table {self._counted['table']}, row"
        else:
            locator = f"{locator}, inner row"
        return table_blocks(read_cells(table, locator, self._read))
