"""Letters of questions and answers: notes, sources and signatures around the answers."""

from question_files import read

from qa.passages import make_passages

BREAD = "Wat kost een brood bij de bakker in het dorp gemiddeld?"
MILK = "Hoeveel liter melk drinkt een gezin in een week?"


def test_the_signature_and_a_heading_after_the_last_answer_are_no_answer(tmp_path):
    text = f"""Vraag 1

{BREAD}

Antwoord op vraag 1

Drie euro.

Toelichting: deze vraag vult een eerdere aan.

De minister van Levensmiddelen,
J. de Bakker
"""
    assert [p.context for p in read(tmp_path, text).paragraphs] == ["", BREAD, "", ""]


def test_sources_below_the_last_answer_are_no_part_of_it(tmp_path):
    text = f"""Vraag 1

{BREAD[:-1]} [1]?

Antwoord op vraag 1

Drie euro.

[1] De prijslijst van de bakkers in het dorp.
"""
    document = read(tmp_path, text)
    assert [bool(p.context) for p in document.paragraphs] == [False, True]
    assert [note.text for note in document.footnotes] == [
        "De prijslijst van de bakkers in het dorp."
    ]


def test_a_note_of_a_question_is_not_found_by_the_question_that_refers_to_it(tmp_path):
    text = f"""Vraag 1

{BREAD[:-1]}?1 Kent u de prijs?

Antwoord op vraag 1

Drie euro.2 Dat is veel geld voor een brood.

1 Zie de prijslijst van de bakkers.
2 Zie het jaarverslag van de melkboer.
"""
    passages = make_passages([read(tmp_path, text)])
    assert [(p.text, p.lead) for p in passages if p.kind == "footnote"] == [
        ("Zie de prijslijst van de bakkers.", ""),
        ("Zie het jaarverslag van de melkboer.", "Drie euro."),
    ]


def test_a_footnote_of_a_label_is_referred_to_by_the_paragraph_below_it(tmp_path):
    text = f"""Vraag 1

{BREAD}

Antwoord op vraag 1

Drie euro.1 Dat is veel.

Vraag 2

{MILK}

Antwoord op vraag 2

Zes liter.2 Dat is weinig.

1 Zie de prijslijst van de bakkers in het dorp.
2 Zie het jaarverslag van de melkboer.
"""
    document = read(tmp_path, text)
    referred = [
        (note.marker, document.unit(reference.id).text)
        for note in document.footnotes
        for reference in note.referred_from
    ]
    assert referred == [("1", "Drie euro. Dat is veel."), ("2", "Zes liter. Dat is weinig.")]
