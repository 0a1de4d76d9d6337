"""Lines within a paragraph of Markdown or HTML that are list items, or answers under questions."""

import pytest
from document_view import view

from qa.load import parse


def loaded(text, name):
    return parse(text.encode(), None, name, "nota")


LISTED = [
    "body: De regeling geldt voor:",
    "list item: a. ouderen boven 67 jaar;",
    "list item: b. kinderen onder de 12 jaar;",
    "list item: c. studenten.",
]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "nota.md",
            "De regeling geldt voor:\na. ouderen boven 67 jaar;\nb. kinderen onder\nde 12 jaar;\nc. studenten.\n",
        ),
        (
            "nota.md",
            "De regeling geldt voor:  \na. ouderen boven 67 jaar;  \nb. kinderen onder de 12 jaar;\\\nc. studenten.\n",
        ),
        (
            "nota.html",
            (
                "<p>De regeling geldt voor:<br>a. <b>ouderen</b> boven 67 jaar;<br/>\n"
                "b. kinderen onder\nde 12 jaar;<br>c. studenten.</p>"
            ),
        ),
    ],
)
def test_lines_that_count_on_are_items(name, text):
    assert view(loaded(text, name)) == LISTED


def test_a_list_may_begin_the_paragraph_and_text_may_follow_it():
    page = (
        "<p>- een pas<br>- een foto;<br>Zonder pas niet.<br>Echt niet.</p><p>1) een<br>2) twee</p>"
    )
    assert view(loaded(page, "a.html")) == [
        "list item: - een pas",
        "list item: - een foto;",
        "body: Zonder pas niet. Echt niet.",
        "list item: 1) een",
        "list item: 2) twee",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Zie artikel 2, onderdeel\na. van het boek.\n",  # one mark alone
        "Dat staat in de onderdelen\na. en\nb. van het boek.\n",  # two, in running text
        "Er waren er:\nb. drie;\nd. vier.\n",  # that do not count on
    ],
)
def test_marks_that_make_no_list_stay_in_the_paragraph(text):
    assert view(loaded(text, "a.md")) == ["body: " + " ".join(text.split())]


def test_code_is_no_list():
    assert view(loaded("```\na. een\nb. twee\n```\n", "a.md")) == ["body: a. een b. twee"]


PAIRS = [
    ("question", "1. Hoeveel reizigers gebruiken lijn 12?", ""),
    ("body", "Antwoord: In 2022 waren het er 300.", "1. Hoeveel reizigers gebruiken lijn 12?"),
    ("question", "2. En lijn 13?", ""),
    ("body", "Antwoord: Geen.", "2. En lijn 13?"),
]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.md",
            (
                "1. Hoeveel reizigers gebruiken lijn 12?\nAntwoord: In 2022 waren het er 300.\n\n"
                "2. En lijn 13?\nAntwoord: Geen.\n"
            ),
        ),
        (
            "a.html",
            (
                "<ol><li>Hoeveel reizigers gebruiken lijn 12?<br>Antwoord: In 2022 waren het er 300."
                "</li><li>En lijn 13?<br>Antwoord: Geen.</li></ol>"
            ),
        ),
    ],
)
def test_an_answer_under_its_question_is_apart_from_it(name, text):
    document = loaded(text, name)
    assert [(p.kind.value, p.text, p.context) for p in document.paragraphs] == PAIRS


def test_running_text_that_goes_on_with_a_label_is_whole():
    assert view(loaded("Dat staat in\nvraag 3. De rest\nVraag 4 niet.\n", "a.md")) == [
        "body: Dat staat in vraag 3. De rest Vraag 4 niet."
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "Wat mag niet in de bak?\n\n- glas\n- blik\n\nDe rest wel.\n"),
        (
            "a.html",
            "<p>Wat mag niet in de bak?</p><ul><li>glas</li><li>blik</li></ul><p>De rest wel.</p>",
        ),
    ],
)
def test_a_question_over_a_list_is_answered_by_its_items(name, text):
    assert [(p.kind.value, p.text, p.context) for p in loaded(text, name).paragraphs] == [
        ("question", "Wat mag niet in de bak?", ""),
        ("list item", "glas", "Wat mag niet in de bak?"),
        ("list item", "blik", "Wat mag niet in de bak?"),
        ("body", "De rest wel.", ""),
    ]


def test_a_question_over_questions_is_not():
    assert view(loaded("Kunt u dit zeggen?\n\n- hoeveel?\n- waar?\n", "a.md")) == [
        "body: Kunt u dit zeggen?",
        "list item: hoeveel?",
        "list item: waar?",
    ]
