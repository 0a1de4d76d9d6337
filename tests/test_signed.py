"""Who signed a letter is answered by its signature."""

from __future__ import annotations

import pytest

from qa import Index

LETTER = """Geachte voorzitter,

Met deze brief informeer ik uw Kamer over de handhaving in de visserij. De brief van de minister
van Economische Zaken over de haven, getekend in 2019, wordt hier aangehaald.

De Staatssecretaris van Landbouw,

P. Adema
"""
OTHER = """Geachte voorzitter,

In deze brief ga ik in op de bouw van woningen in Zeeland.

De Minister voor Volkshuisvesting,

H.M. de Jonge
"""


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    folder = tmp_path_factory.mktemp("signed")
    (folder / "visserij.txt").write_text(LETTER, "utf-8")
    (folder / "woningen.txt").write_text(OTHER, "utf-8")
    return Index.build([folder / "visserij.txt", folder / "woningen.txt"], folder / "index")


@pytest.mark.parametrize("reader", [True, False])
@pytest.mark.parametrize(
    ("question", "signature"),
    [
        ("wie heeft de kamerbrief over de visserij getekend", "P. Adema"),
        ("Door wie is de brief over de handhaving in de visserij ondertekend?", "P. Adema"),
        ("Van wie is de brief over woningen?", "H.M. de Jonge"),
        ("Wie stuurde deze brief over de bouw van woningen?", "H.M. de Jonge"),
        ("Wie ondertekende de antwoorden over de visserij?", "P. Adema"),
        ("Door wie is de beantwoording over woningen in Zeeland ondertekend?", "H.M. de Jonge"),
        ("Wie heeft het besluit over de handhaving in de visserij getekend?", "P. Adema"),
    ],
)
def test_the_signature_of_the_letter_asked_about_answers(letters, question, signature, reader):
    result = letters.ask(question, reader=reader)
    assert [answer.text.split(", ")[-1] for answer in result.answers] == [signature]
    assert result.confidence == 0.97


def test_in_english_with_one_letter(tmp_path):
    (tmp_path / "visserij.txt").write_text(LETTER, "utf-8")
    index = Index.build(tmp_path / "visserij.txt", tmp_path / "index")
    assert index.ask("Who signed the letter?").answers[0].text.endswith("P. Adema")


def test_where_two_letters_may_be_meant_both_are_told(letters):
    answers = letters.ask("Wie heeft de brief ondertekend?").answers
    assert {answer.citation.document for answer in answers[:2]} == {"visserij", "woningen"}


@pytest.mark.parametrize(
    "question",
    [
        "Wie heeft de brief over stikstof ondertekend?",
        "Wie heeft de brief van 2019 over de haven getekend?",
        "Wie schreef het rapport over de visserij?",
        "Van wie zijn de kamervragen over woningen?",
    ],
)
def test_where_no_one_letter_is_meant_no_signature_is_certain(letters, question):
    assert letters.ask(question).confidence < 0.97
