"""The conversation as a Word document."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.index import Index
from qa.web.export import confidence, legal, link, made, notes, one_line, searched, where
from qa.web.text import Words
from qa.web.turns import Turn

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph


def to_docx(index: Index, turns: Sequence[Turn], words: Words, base: str | None) -> bytes:
    """The same as in Markdown, with Word's own styles."""
    import docx

    file = docx.Document()
    file.core_properties.title = words("export_title")
    file.core_properties.author = "Alinea"
    file.core_properties.language = words.language
    file.add_heading(_clean(words("export_title")), level=1)
    file.add_paragraph(made(words))
    for turn in turns:
        file.add_heading(one_line(_clean(turn.asked)), level=2)
        if turn.result is None:
            file.add_paragraph(_clean(words.error(turn.error)) if turn.error else "")
            continue
        if turn.result.understood:
            said = words("understood", question=one_line(turn.question))
            file.add_paragraph().add_run(_clean(said)).italic = True
        if not turn.result.answered:
            file.add_paragraph().add_run(f"{words('abstained')}. ").bold = True
            file.paragraphs[-1].add_run(words("abstained_why"))
        if said := searched(index, turn, words):
            file.add_paragraph(_clean(said))
        for answer in turn.result.answers:
            file.add_paragraph(_clean(answer.text), style="Intense Quote")
            place = file.add_paragraph("— ")
            # Without a page to lead to, an address would lead nowhere from a file.
            address = link(index, turn, answer, words, base) if base else ""
            _add_link(place, _clean(where(index, answer, words)), address)
            file.add_paragraph(_clean(legal(index, answer)))
            file.add_paragraph(confidence(answer, words))
            for note in notes(answer, words):
                file.add_paragraph(_clean(note))
    saved = io.BytesIO()
    file.save(saved)
    return saved.getvalue()


def _add_link(paragraph: Paragraph, text: str, address: str) -> None:
    """Add a text that leads to an address, for which the library has no way of its own."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    run = paragraph.add_run(text)
    if not address:
        return
    run.font.underline = True
    run.font.color.rgb = RGBColor(0x1F, 0x5F, 0x6B)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, True))
    paragraph._p.append(link)
    link.append(run._r)


def _clean(text: str) -> str:
    """A text without the control characters that XML cannot hold."""
    return "".join(c for c in text if c in "\n\t" or (c >= " " and c not in "\ufffe\uffff"))
