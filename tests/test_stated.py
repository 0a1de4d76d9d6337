"""What a document states of itself is answered from the line that states it."""

import pytest
from encoders import WordEncoder

from qa import Index
from qa.question import make_question

LETTER = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum 3 maart 2021

Betreft Opvang van slachtoffers in de regio

Geachte voorzitter,

In de brief van 5 mei 2019 heb ik toegezegd de opvang uit te breiden. De gemeente opent een
nieuwe locatie met veertig plaatsen.

De Minister van Justitie,

F. Jansen
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("brief")
    (folder / "brief.txt").write_text(LETTER, "utf-8")
    return Index.build(folder / "brief.txt", folder / "index")


@pytest.mark.parametrize(
    ("question", "text", "line"),
    [
        ("Van welke datum is de brief?", "Datum 3 maart 2021", 3),
        ("Wat is het onderwerp van de brief?", "Betreft Opvang van slachtoffers in de regio", 5),
        (
            "Aan wie is de brief gericht?",
            "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
            1,
        ),
        ("Wie heeft de brief ondertekend?", "De Minister van Justitie, F. Jansen", 12),
    ],
)
def test_a_letter_answers_what_it_states_of_itself(index, question, text, line):
    answer = index.ask(question).answers[0]
    assert (answer.text, answer.lines[0]) == (text, line)


def test_a_line_of_the_letterhead_is_a_paragraph_and_no_heading(index):
    document = index.document("brief")
    assert [s.title for s in document.sections] == [None]
    assert [p.text for p in document.paragraphs[1:3]] == [
        "Datum 3 maart 2021",
        "Betreft Opvang van slachtoffers in de regio",
    ]
    assert document.metadata.date.value == "2021-03-03"


@pytest.mark.parametrize(
    ("question", "signature", "reference"),
    [
        ("Wie heeft dit ondertekend.", True, False),
        ('Wie is de "afzender"?', True, False),
        ("Waar staat dat (voetnoot)?", False, True),
        ("Welke bron/voetnoot hoort erbij?", False, True),
        ("Welke open-source programma's zijn er?", False, False),
    ],
)
def test_signs_beside_a_word_do_not_hide_what_is_asked_for(question, signature, reference):
    asked = make_question(question, WordEncoder().encode_query([question])[0])
    assert (asked.asks_signature, asked.asks_reference) == (signature, reference)
