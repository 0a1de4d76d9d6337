"""What the front matter of a Markdown file says of it, and its lists of definitions."""

import pytest
from document_view import view

from qa.load import parse


def loaded(text):
    return parse(text.encode(), None, "nota.md", "nota")


def test_title_and_author_have_their_place():
    document = loaded(
        '---\ntitle: "Nota: opvang"  # kort\nauthor: Jan de Vries\ndate: 2021-03-03\n---\n\n# Kop\n\nTekst.\n'
    )
    said = document.metadata
    assert (said.title.value, document.text[slice(*said.title.span)]) == (
        "Nota: opvang",
        "Nota: opvang",
    )
    assert (said.sender.value, document.text[slice(*said.sender.span)]) == (
        "Jan de Vries",
        "Jan de Vries",
    )
    assert said.date.value == "2021-03-03"


@pytest.mark.parametrize(
    ("front", "title", "sender"),
    [
        ("title: >-\n  Nota over\n  opvang\nauteur: Jan", "Nota over opvang", "Jan"),
        ('titel: Nota\nauthors:\n  - "Jan"\n  - Piet Puk', "Nota", "Jan, Piet Puk"),
        ("Title: Nota\n\nauthor: [Jan, 'Piet Puk']\nx: y", "Nota", "Jan, Piet Puk"),
        ("title:\nauthor: ''", "Kop", None),
        ("subtitle: Nota", "Kop", None),
    ],
)
def test_fields_as_yaml_writes_them(front, title, sender):
    said = loaded(f"---\n{front}\n---\n\n# Kop\n\nTekst.\n").metadata
    assert (said.title and said.title.value) == title
    assert (said.sender and said.sender.value) == sender


def test_a_table_without_front_matter_says_nothing():
    assert loaded("| title: Nota | x |\n|---|---|\n| 1 | 2 |\n").metadata.title is None


def test_definitions_stand_apart_from_what_they_define():
    document = loaded(
        "Opvang\n: Een plek om te wonen.\n\n  Ook tijdelijk.\n\nWat is COA?\n: Een dienst.\n"
    )
    assert view(document) == [
        "body: Opvang",
        "body: Een plek om te wonen.",
        "body: Ook tijdelijk.",
        "question: Wat is COA?",
        "body: Een dienst.",
    ]
    assert [p.context for p in document.paragraphs] == ["", "Opvang", "Opvang", "", "Wat is COA?"]
