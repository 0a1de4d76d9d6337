"""Real PDFs, where they are: every one loads whole, and what a person sees on its pages is there."""

from pathlib import Path

import pytest
from pdf_files import outline

from qa.document import Document
from qa.ledger import ledger
from qa.load import load

DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents" / "pdf"

pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the shared PDFs are not here")


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {path.stem: load(path, "stuk") for path in sorted(DOCUMENTS.glob("*.pdf"))}


def test_each_document_is_whole(documents: dict[str, Document]) -> None:
    assert len(documents) == 12
    for document in documents.values():
        assert ledger(document)
        for paragraph in document.paragraphs:
            assert paragraph.reading.render(document.text) == paragraph.text
            assert document.boxes_of(paragraph.reading.pieces)


def test_parliamentary_answers_have_a_section_for_each_question_and_answer(
    documents: dict[str, Document],
) -> None:
    document = documents["1c0f765c-d7b4-455e-a241-35a4e9a9dc36"]
    titles = [section.title for section in document.sections]
    assert titles[0] is None
    assert titles[1:] == [f"{kind} {n}" for n in range(1, 10) for kind in ("Vraag", "Antwoord")]
    assert [document.text[slice(*span)] for span in document.furniture[:4]] == [
        "Tweede Kamer der Staten-Generaal\t2",
        "Vergaderjaar 2023–2024\tAanhangsel van de Handelingen",
        "Vragen gesteld door de leden der Kamer, met de daarop door de\nregering gegeven antwoorden",
        "1178",
    ]
    assert document.paragraphs[0].text.startswith("Vragen van ")
    assert document.section_path(document.paragraphs[3].section) == ("Antwoord 1",)
    assert [note.marker for note in document.footnotes] == [str(n) for n in range(1, 16)]
    assert all(len(note.referred_from) == 1 for note in document.footnotes)
    assert [page.label for page in document.pages] == ["1", "2", "3", "4", "5"]
    assert not any("vergaderjaar 2023–2024, Aanhangsel" in p.text for p in document.paragraphs)


def test_report_has_its_numbered_sections_and_tables(documents: dict[str, Document]) -> None:
    document = documents["pbl_verhuismotieven"]
    titles = [section.title for section in document.sections]
    numbered = [title for title in titles if title and title[0].isdigit()]
    assert numbered == [
        "1 Aanleiding",
        "2 Het verhuisproces en motieven: kort literatuuroverzicht",
        "3 Data en methoden",
        "4 Resultaten van de empirische analyse",
        "4.1 Motieven om te verhuizen",
        "4.2 Verandering van de woonsituatie na een verhuizing",
        "4.3 Ruimtelijke verhuispatronen en afstanden",
    ]
    row = next(p for p in document.paragraphs if p.text == "Woonomgeving 20,2 21,5 1,3")
    assert row.pages == (22,)
    assert row.context == (
        "Woon-werk afstand voor verhuizing (km) · Woon-werk afstand na verhuizing (km) · "
        "Verandering woon-werk afstand"
    )
    assert "I. Verandering in eigendomsvorm (huur en koop)" not in titles


def test_a_table_over_two_pages_keeps_its_heads(documents: dict[str, Document]) -> None:
    document = documents["pbl_verhuismotieven"]
    second = [p for p in document.paragraphs if p.pages == (17,) and p.kind == "table row"]
    assert not any(p.text.startswith("Aantal verhuizingen met") for p in document.paragraphs)
    assert (second[0].text, second[1].text[:9]) == ("Eigendom (t.o.v. koop)", "Huur 1.37")
    heads = (
        "Woning · Woonomgeving · Familie/vrienden · Gezondheid · Samenwonen · Zelfstandig · "
        "Einde relatie · Werk · Studie · Andere reden"
    )
    assert {p.context for p in second} == {heads}


def test_headings_of_body_type_are_told_by_the_room_around_them(
    documents: dict[str, Document],
) -> None:
    lines = outline(documents["geneeskundig_inspecteurs"])
    assert lines[0] == "# 1865 Geneeskundig inspecteurs"
    headings = [line for line in lines if line.startswith("# ")]
    assert "# 1971 Walcherenonderzoek" in headings  # the last line of its page
    assert len(headings) >= 50


def test_bulletin_has_headings_tables_and_no_running_foot(documents: dict[str, Document]) -> None:
    document = documents["knmi_weerbulletin"]
    lines = outline(document)
    assert "table row: 05.00 06.00-12.00" in lines
    assert not any("Pagina" in line for line in lines)
    titles = {section.title for section in document.sections}
    assert {
        "Situatie",
        "Significant weer",
        "8. Telefoonnummers",
        "10. Achtergrondinformatie",
    } <= titles
    under_title = {s.title for s in document.sections if len(document.section_path(s.id)) == 2}
    assert {
        "1. Korte inleiding",
        "6. Inhoud en werkwijze",
        "7. Bewaking/Amendering",
        "8. Telefoonnummers",
        "10. Achtergrondinformatie",
    } <= under_title
    assert "SIGMET" not in under_title
