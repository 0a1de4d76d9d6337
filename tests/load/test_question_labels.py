"""Labels of questions and answers, and the documents that have none."""

from pathlib import Path

import pytest
from question_files import read

from qa.document import ParagraphKind
from qa.load import load
from qa.load.labels import read_label

DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents" / "docx"


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
