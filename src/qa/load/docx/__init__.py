"""Loader for Word documents (DOCX), on lxml and zipfile.

lxml is the well-kept XML library that python-docx builds on; python-docx itself has no footnotes,
text boxes, content controls, numbers of lists or tracked changes, which are read here.
"""

from __future__ import annotations

from collections.abc import Iterator

from qa.document import Document
from qa.load.docx.body import Body
from qa.load.docx.headings import classify
from qa.load.docx.package import Package
from qa.load.elements import Element, ElementKind, Run
from qa.load.markup import make_document

LOADER = "docx/1"


def load_docx(data: bytes, name: str, doc_id: str, sha256: str) -> Document:
    """A Document of a DOCX file's bytes.

    Headers, footers, comments, deleted and hidden text are not in it. Raises AlineaError for
    what is no DOCX, is protected, damaged or unpacks to too much, or holds no paragraph.
    """
    body = Body(Package(data, name))
    elements = classify(body.blocks())
    return make_document(
        [*elements, *_notes(body)], doc_id=doc_id, source=name, sha256=sha256, loader=LOADER
    )


def _notes(body: Body) -> Iterator[Element]:
    for note in body.notes.met():
        runs = body.note_runs(note)
        first = next(iter(runs), Run(""))
        begins = bool(note.marker) and first.text.lstrip().startswith(note.marker)
        rest = first.text.lstrip()[len(note.marker) :]
        labelled = begins and rest[:1] in ("", " ", "\t", ".", ")")
        if labelled:  # the mark was typed
            end = len(first.text) - len(rest)
            runs = (Run(first.text[:end]), Run(first.text[end:]), *runs[1:])
        yield Element(
            ElementKind.NOTE,
            runs,
            note.name,
            note=note.name,
            marker=note.marker,
            labelled=labelled,
        )
