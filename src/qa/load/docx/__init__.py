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
from qa.load.elements import Element, ElementKind
from qa.load.markup import make_document
from qa.load.note_labels import split_label
from qa.load.signatures import with_signatures
from qa.load.typed_notes import with_typed_notes

LOADER = "docx/4"


def load_docx(data: bytes, name: str, doc_id: str, sha256: str) -> Document:
    """A Document of a DOCX file's bytes.

    Headers, footers, comments, deleted and hidden text are not in it. Raises AlineaError for
    what is no DOCX, is protected, damaged or unpacks to too much, or holds no paragraph.
    """
    body = Body(Package(data, name))
    elements = with_typed_notes(with_signatures(classify(body.blocks())))
    return make_document(
        [*elements, *_notes(body)], doc_id=doc_id, source=name, sha256=sha256, loader=LOADER
    )


def _notes(body: Body) -> Iterator[Element]:
    for note in body.notes.met():
        runs, labelled = split_label(body.note_runs(note), note.marker)
        yield Element(
            ElementKind.NOTE,
            runs,
            note.name,
            note=note.name,
            marker=note.marker,
            labelled=labelled,
        )
