"""Letters of questions and answers: what is a question, and which question an answer is to."""

from pathlib import Path

import pytest

from qa.document import Document, ParagraphKind
from qa.ledger import ledger
from qa.load import load
from qa.load.labels import read_label
from qa.passages import make_passages

DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents" / "docx"

BREAD = "Wat kost een brood bij de bakker in het dorp gemiddeld?"
MILK = "Hoeveel liter melk drinkt een gezin in een week?"
EGGS = "Bent u bereid om eieren gratis uit te delen?"


def read(tmp_path: Path, text: str) -> Document:
    file = tmp_path / "brief.txt"
    file.write_text(text, encoding="utf-8")
    document = load(file, "brief")
    ledger(document)  # raises where a character has no role or two
    assert [p.number for p in document.paragraphs] == list(range(1, len(document.paragraphs) + 1))
    assert [p.id for p in document.paragraphs] == [
        f"brief#p{number}" for number in range(1, len(document.paragraphs) + 1)
    ]
    return document


def rows(document: Document) -> list[tuple[str, str, str]]:
    """Kind, first words and context of each paragraph."""
    return [
        (p.kind.value, " ".join(p.text.split()[:3]), " ".join(p.context.split()[:3]))
        for p in document.paragraphs
    ]


def test_labels_of_their_own_become_headings_and_answers_know_their_question(tmp_path):
    text = f"""Geachte voorzitter, hierbij beantwoord ik de vragen over levensmiddelen.

Vraag 1

{BREAD}

Antwoord op vraag 1

Een brood kost drie euro.

Dat was vroeger minder.

Vraag 2

{MILK}

Vraag 3

{EGGS}

Antwoord op vragen 2 en 3

Dat houdt niemand bij.
"""
    document = read(tmp_path, text)
    assert rows(document) == [
        ("body", "Geachte voorzitter, hierbij", ""),
        ("question", "Wat kost een", ""),
        ("body", "Een brood kost", "Wat kost een"),
        ("body", "Dat was vroeger", "Wat kost een"),
        ("question", "Hoeveel liter melk", ""),
        ("question", "Bent u bereid", ""),
        ("body", "Dat houdt niemand", "Hoeveel liter melk"),
    ]
    assert document.paragraphs[-1].context == f"{MILK} {EGGS}"
    assert [section.title for section in document.sections if section.title] == [
        "Vraag 1",
        "Antwoord op vraag 1",
        "Vraag 2",
        "Vraag 3",
        "Antwoord op vragen 2 en 3",
    ]


def test_a_short_answer_without_a_full_stop_is_no_heading(tmp_path):
    document = read(
        tmp_path,
        f"Vraag 1\n{BREAD}\n\nAntwoord op vraag 1\nJa\n\n"
        f"Vraag 2\n{MILK}\n\nAntwoord op vraag 2\nNee, dat is niet juist\n\n"
        f"Vraag 3\n{EGGS}\n\nAntwoord op vraag 3\nZie het antwoord op vraag 2\n",
    )
    assert rows(document)[1::2] == [
        ("body", "Ja", "Wat kost een"),
        ("body", "Nee, dat is", "Hoeveel liter melk"),
        ("body", "Zie het antwoord", "Bent u bereid"),
    ]


def test_equal_answers_beside_numbers_that_count_on_are_text(tmp_path):
    document = read(
        tmp_path,
        f"1\n{BREAD}\n\n2\n{MILK}\n\n3\n{EGGS}\n\nAntwoord van Minister Bakker\n\n"
        "1\nJa.\n\n2\nJa.\n\n3\nNee. Er zijn 240 bakkers, dat is voldoende.\n",
    )
    text = " ".join(p.text for p in document.paragraphs)
    assert text.count("Ja.") == 2
    assert "Nee. Er zijn 240 bakkers" in text


def test_answers_without_a_number_are_to_what_was_asked_since_the_last(tmp_path):
    text = f"""Vraag 1: {BREAD}

Antwoord: drie euro.

Vraag 2: {MILK}

Vraag 3: {EGGS}

Antwoord: daar doen wij niet aan.
"""
    assert rows(read(tmp_path, text)) == [
        ("question", "Vraag 1: Wat", ""),
        ("body", "Antwoord: drie euro.", "Wat kost een"),
        ("question", "Vraag 2: Hoeveel", ""),
        ("question", "Vraag 3: Bent", ""),
        ("body", "Antwoord: daar doen", "Hoeveel liter melk"),
    ]


def test_questions_with_a_number_only_are_linked_where_the_answers_are_labelled(tmp_path):
    text = f"""1. {BREAD}

Antwoord

Drie euro.

2. {MILK}

Antwoord

Zes liter.
"""
    document = read(tmp_path, text)
    assert [row for row in rows(document) if row[0] != "question"] == [
        ("body", "Drie euro.", "1. Wat kost"),
        ("body", "Zes liter.", "2. Hoeveel liter"),
    ]
    assert [p.kind for p in document.paragraphs].count(ParagraphKind.QUESTION) == 2


def test_a_list_of_questions_answered_below_by_number_only_is_linked(tmp_path):
    text = f"""U stelde mij de volgende vragen:

1. {BREAD}

2. {MILK}

Mijn antwoorden luiden als volgt:

1. Een brood kost drie euro, zo meldt de bakker.

2. Een gezin drinkt zes liter, zo meldt de boer.
"""
    document = read(tmp_path, text)
    assert [(p.kind.value, p.context) for p in document.paragraphs] == [
        ("body", ""),
        ("question", ""),
        ("question", ""),
        ("body", ""),
        ("list item", f"1. {BREAD}"),
        ("list item", f"2. {MILK}"),
    ]


def test_questions_listed_first_and_answered_later_are_linked_by_their_number(tmp_path):
    text = f"""Vraag 1

{BREAD}

Vraag 2

{MILK}

Antwoord vraag 2

Zes liter.

Antwoord vraag 1

Drie euro.
"""
    assert rows(read(tmp_path, text))[2:] == [
        ("body", "Zes liter.", "Hoeveel liter melk"),
        ("body", "Drie euro.", "Wat kost een"),
    ]


def test_english_letters_are_linked_too(tmp_path):
    text = """Question 1

What does a loaf of bread cost in the village?

Answer to question 1

Three euros.

Question 2

How much milk does a family drink in a week?

Answer to question 2

Six litres.
"""
    assert rows(read(tmp_path, text)) == [
        ("question", "What does a", ""),
        ("body", "Three euros.", "What does a"),
        ("question", "How much milk", ""),
        ("body", "Six litres.", "How much milk"),
    ]


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


@pytest.mark.parametrize(
    "text",
    [
        # A report that asks and answers in passing.
        """De vraag

Wat is de vraag naar brood in het dorp?

De vraag naar brood is groot, en het antwoord daarop is een tweede bakker.

Vraag 3 bleef in het onderzoek open.
""",
        # Research questions, and other things that are numbered.
        """1. Wat is brood?

2. Wat is melk?

Het onderzoek volgde drie stappen.

1. Eerst is er gelezen.

2. Daarna is er geschreven.
""",
        # A questionnaire without answers.
        "Vraag 1\n\nHoe oud bent u op dit moment?\n\nVraag 2\n\nWaar woont u op dit moment?\n",
        # An answer to a letter that is not in it.
        "Antwoord\n\nGraag beantwoord ik uw brief over het brood van de bakker in het dorp.\n",
    ],
)
def test_a_document_that_is_no_letter_of_questions_and_answers_stays_as_it_is(tmp_path, text):
    document = read(tmp_path, text)
    assert {p.kind for p in document.paragraphs} <= {ParagraphKind.BODY, ParagraphKind.LIST_ITEM}
    assert {p.context for p in document.paragraphs} == {""}


@pytest.mark.parametrize(
    ("text", "asks", "numbers", "rest"),
    [
        ("Vraag 3", True, (3,), ""),
        ("Vragen 3 en 4", True, (3, 4), ""),
        ("Vraag 12: Kent u het bericht?", True, (12,), "Kent u het bericht?"),
        ("Antwoord op vragen 7, 8, en 9", False, (7, 8, 9), ""),
        ("Antwoorden op vraag 3, 4, 5, 9 en 10", False, (3, 4, 5, 9, 10), ""),
        ("Antwoord op de vragen 2 t/m 5", False, (2, 3, 4, 5), ""),
        ("Antwoord 3: Ja, dat is zo.", False, (3,), "Ja, dat is zo."),
        ("Antwoord 3 Ja, dat is zo.", False, (3,), "Ja, dat is zo."),
        ("ANTWOORD VRAAG 2", False, (2,), ""),
        ("Antwoord", False, (), ""),
        ("Answers to questions 2 and 3", False, (2, 3), ""),
        ("Reply to question 4.", False, (4,), ""),
    ],
)
def test_labels_are_read_with_their_numbers(text, asks, numbers, rest):
    label = read_label(text)
    assert label is not None
    assert (label.asks, label.numbers, label.rest) == (asks, numbers, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Vraag 3 bleef onbeantwoord.",
        "Vragen van het lid Jansen over brood",
        "Antwoord van Minister Pietersen (ontvangen 11 november 2020).",
        "Antwoorden van de minister op Kamervragen",
        "Antwoord is er niet.",
        "Vraagprijs 3",
        "Reactie",
        "In antwoord op vraag 3 meld ik u het volgende.",
        "Vraag 1" + ", " * 4000 + "!",
    ],
)
def test_other_words_are_no_labels(text):
    assert read_label(text) is None


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the shared documents are not here")
def test_ministers_letters_have_all_their_questions_and_other_documents_none():
    found = {}
    for file in sorted(DOCUMENTS.glob("*.docx")):
        kinds = [p.kind for p in load(file, "brief").paragraphs]
        found[file.name[:40]] = kinds.count(ParagraphKind.QUESTION)
    assert found == {
        "Advies.docx": 0,
        "Beantwoording Kamervragen leden Mutluer ": 8,
        "Beantwoording Kamervragen van de leden T": 10,
        "Beantwoording Kamervragen van het lid Wa": 14,
        "Beantwoording van Kamervragen van het va": 12,
        "RAG testen met inkoopmedwerkers I&W.docx": 0,
        "test_word.docx": 0,
        "v1.0 - Vergelijking open source modellen": 0,
        "v2.0 - Vergelijking open source modellen": 0,
        "v2.1 - Vergelijking open source modellen": 0,
    }
