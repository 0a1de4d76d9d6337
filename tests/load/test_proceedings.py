"""Proceedings of parliament in XML: who speaks, and what is put and answered there."""

from pathlib import Path

import pytest
from xml_files import PROCEEDINGS, read

from qa.ledger import ledger
from qa.load import load

DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents" / "xml"


def test_what_is_said_in_parliament_stands_under_its_speaker():
    document = read(PROCEEDINGS)
    said = [(document.section_path(p.section)[1:], p.text) for p in document.paragraphs]
    speaker = "Mevrouw De Boer (XYZ):"
    assert said == [
        ((speaker,), "Een molen van 70m2 is genoeg (12345, nr. 6)."),
        ((speaker, "Motie"), "verzoekt de regering molens te bouwen,"),
        (
            (speaker, "Motie", "De voorzitter:"),
            "Deze motie is voorgesteld door het lid De Boer.",
        ),
        ((speaker,), "Tot zover."),
        ((), "De beraadslaging wordt gesloten."),
    ]
    motion = document.paragraphs[1]
    assert motion.context == "Deze motie is voorgesteld door het lid De Boer."
    assert motion.locator == "M-1/al 1"
    assert document.metadata.reference is not None
    assert document.metadata.reference.value == "h-tk-20202021-4-9"


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the shared documents are not here")
def test_the_six_proceedings_load_with_their_speakers():
    documents = {f.stem: load(f, f.stem) for f in sorted(DOCUMENTS.glob("*.xml"))}
    assert [len(d.paragraphs) for d in documents.values()] == [6, 2, 28, 1, 77, 188]
    for document in documents.values():
        ledger(document)
    speakers = {s.title for s in documents["h-tk-20172018-70-9"].sections}
    assert "Mevrouw Kröger (GroenLinks):" in speakers
