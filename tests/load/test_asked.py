"""Questions that a page shows as such, and marks of notes in titles and questions."""

import pytest
from document_view import marked, view

from qa.document import Document
from qa.load import parse

WIDE = (
    "Het kabinet heeft in dat jaar met gemeenten overlegd over de opvang in de regio en het rijk."
)


def read(text: str, name: str) -> Document:
    return parse(text.encode(), None, name, "d")


def told(document: Document) -> list[tuple[str, str, str]]:
    return [(p.kind.value, p.text, p.context) for p in document.paragraphs]


def test_a_question_in_a_list_of_terms_or_a_summary_is_no_answer() -> None:
    page = (
        "<h1>Toeslag</h1><dl><dt>Krijgen studenten de toeslag?</dt><dd>Nee, nooit.</dd>"
        "<dt>Toeslag</dt><dd>Geld van het Rijk.</dd></dl>"
        "<details><summary>Waar vraag ik die aan?</summary><p>Bij de balie.</p><p>Of thuis.</p>"
        "</details><p>Tot ziens.</p>"
    )
    assert told(read(page, "a.html")) == [
        ("question", "Krijgen studenten de toeslag?", ""),
        ("body", "Nee, nooit.", "Krijgen studenten de toeslag?"),
        ("body", "Toeslag", ""),
        ("body", "Geld van het Rijk.", "Toeslag"),
        ("question", "Waar vraag ik die aan?", ""),
        ("body", "Bij de balie.", "Waar vraag ik die aan?"),
        ("body", "Of thuis.", "Waar vraag ik die aan?"),
        ("body", "Tot ziens.", ""),
    ]


PAGE = """<h1>T</h1><p><b>Wat kost het?</b></p><p>Tien euro.</p><ul><li>Of twaalf.</li></ul>
<h2>Slot</h2><p>Wie <b>betaalt dat?</b></p><p>Einde.</p><p><strong>Vragen?</strong></p>"""
MARKDOWN = """# T

**Wat kost het?**

Tien euro.

- Of twaalf.

## Slot

Wie **betaalt dat?**

Einde.

**Vragen?**
"""


@pytest.mark.parametrize(("name", "text"), [("a.html", PAGE), ("a.md", MARKDOWN)])
def test_a_bold_question_is_answered_up_to_the_next_heading(name: str, text: str) -> None:
    found = told(read(text, name))
    assert [(kind, context) for kind, _, context in found] == [
        ("question", ""),
        ("body", "Wat kost het?"),
        ("list item", "Wat kost het?"),
        ("body", ""),
        ("body", ""),
        ("body", ""),
    ]


def test_a_question_with_a_mark_is_a_question_and_refers_to_its_note() -> None:
    document = read(
        f"Vraag 1\n\nBent u bekend met het bericht 'Wachten op een vergunning'?1\n\nAntwoord 1\n\n{WIDE}\n\n"
        f"Vraag 2\n\nDuurt dit te lang?\n\nAntwoord 2\n\n{WIDE}\n\n1 De Telegraaf, 3 mei 2024.\n",
        "a.txt",
    )
    assert view(document)[:2] == [
        "# Vraag 1",
        "question: Bent u bekend met het bericht 'Wachten op een vergunning'?",
    ]
    assert marked(document) == ["Bent u bekend met het bericht 'Wachten op een vergunning'?[1]"]
    assert [(r.id, r.at) for r in document.footnotes[0].referred_from] == [("d#p1", 58)]


def test_the_note_of_a_heading_is_referred_to_by_the_paragraph_below() -> None:
    document = read(
        f"{WIDE}\n\n2 Opvang en steun1\n\n{WIDE}\n\n{WIDE}\n\n1 Zie de brief van 3 mei 2024.\n",
        "a.txt",
    )
    assert [s.title for s in document.sections] == [None, "2 Opvang en steun"]
    assert [(r.id, r.at) for r in document.footnotes[0].referred_from] == [("d#p2", 0)]
