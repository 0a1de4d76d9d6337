"""The XML of Dutch official publications: papers, questions, proceedings; and what is refused."""

from xml_files import PAPER, QUESTIONS, read, titles

from qa.document import ParagraphKind
from qa.load import load


def test_a_parliamentary_paper_keeps_its_headings_with_their_depth():
    assert titles(read(PAPER)) == [
        (1, "31 239 Duurzame energie"),
        (2, "Nr. 185 BRIEF VAN DE MINISTER"),
        (3, "1. Inleiding"),
        (4, "Kosten"),
        (3, "Bijlage"),
        (4, "Artikel 1"),
    ]


def test_a_parliamentary_paper_keeps_paragraphs_items_rows_and_signature():
    document = read(PAPER)
    assert [(p.kind.value, p.text) for p in document.paragraphs] == [
        ("body", "Den Haag, 3 maart 2021"),
        ("body", "Hierbij bied ik u het rapport aan."),
        ("body", "Er staan veel molens. Dat blijft zo."),
        ("list item", "a. op zee;"),
        ("list item", "b. op land:"),
        ("list item", "– in het bos."),
        ("body", "Molens per jaar"),
        ("table row", "2019 412"),
        ("signature", "De Minister van Energie, A.B. de Wind"),
        ("body", "2. Molens draaien."),
    ]
    row = document.paragraphs[7]
    assert row.context == "Molens per jaar · Jaar · Aantal"
    assert document.section_path(row.section)[-1] == "Kosten"
    assert [document.text[slice(*span)] for span in document.furniture] == [
        "Vergaderjaar 2020-2021",
        "Jaar\tAantal",
    ]


def test_an_element_is_found_by_its_id_or_else_by_a_short_path():
    locators = {p.text: p.locator for p in read(PAPER).paragraphs}
    assert locators["Er staan veel molens. Dat blijft zo."] == "a7"
    assert locators["2019 412"] == "divisie 1/table 1/row 2"
    assert locators["2. Molens draaien."] == "bijlage 1/artikel 1/lid 1/al 1"


def test_a_note_is_linked_to_every_place_that_refers_to_it():
    document = read(PAPER)
    (note,) = document.footnotes
    assert (note.marker, note.text, note.locator) == ("1", "Zie het jaarverslag.", "n1")
    text = document.paragraphs[2].text
    assert [text[: reference.at] for reference in note.referred_from] == [
        "Er staan veel molens",
        "Er staan veel molens. Dat blijft zo.",
    ]


def test_what_a_paper_says_of_itself_is_read_with_its_span_where_it_stands_in_the_text():
    document = read(PAPER)
    said = document.metadata
    assert said.title is not None and said.title.value == "Brief over windmolens"
    assert (said.title.span, said.title.origin) == (None, "metadata")
    assert said.date is not None and said.date.value == "2021-03-03"
    assert said.date.span and document.text[slice(*said.date.span)] == "3 maart 2021"
    assert said.reference is not None and said.reference.value == "31 239, nr. 185"
    assert said.recipient is not None and said.recipient.value == "Tweede Kamer"
    assert said.sender is not None and said.sender.value == "De Minister van Energie"
    assert said.signatory is not None and said.signatory.value == "A.B. de Wind"
    assert said.signatory.span and document.text[slice(*said.signatory.span)] == "A.B. de Wind"


def test_questions_are_no_answers_and_answers_are_found_by_their_question(tmp_path):
    file = tmp_path / "vragen.xml"
    file.write_text(QUESTIONS, encoding="utf-8")
    document = load(file, "vragen")
    rows = [(p.kind, p.text, p.context, p.locator) for p in document.paragraphs[1:]]
    assert rows == [
        (ParagraphKind.QUESTION, "Kent u het bericht?", "", "vraag 1/al 1"),
        (ParagraphKind.BODY, "Ja.", "Kent u het bericht?", "antwoord 1/al 1"),
        (ParagraphKind.QUESTION, "Wat kost brood gemiddeld?", "", "vraag 2/al 1"),
        (ParagraphKind.BODY, "Twee euro.", "Wat kost brood gemiddeld?", "antwoord 2/al 1"),
        (ParagraphKind.BODY, "Dat stijgt.", "Wat kost brood gemiddeld?", "antwoord 2/al 2"),
    ]


def test_questions_say_their_subject_their_number_and_when_they_were_answered():
    said = read(QUESTIONS).metadata
    assert said.title is not None and said.title.value == "de prijs van brood"
    assert said.date is not None and said.date.value == "2020-11-11"
    assert said.reference is not None
    assert said.reference.value == "Aanhangsel Handelingen II 2020/21, nr. 708"


def test_a_file_that_was_encoded_twice_is_read_as_it_was_meant():
    twice = ("\ufeff" + PAPER.replace("de Wind", "Kröger")).encode().decode("latin-1").encode()
    document = read(twice)
    assert document.encoding == "UTF-8, encoded twice"
    assert document.paragraphs[8].text == "De Minister van Energie, A.B. Kröger"


def test_other_xml_is_read_where_it_holds_text():
    document = read(
        "<boek><title>De molen</title><p>Een molen maalt het graan van de boeren in het dorp."
        "</p><p>De wind <i>draait</i> de wieken, en de wieken draaien de stenen.</p></boek>"
    )
    assert [p.text for p in document.paragraphs] == [
        "Een molen maalt het graan van de boeren in het dorp.",
        "De wind draait de wieken, en de wieken draaien de stenen.",
    ]
    assert document.sections[0].title == "De molen"
