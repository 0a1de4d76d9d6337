"""Articles, numbered headings and lines of a letterhead that have no blank line under them."""

import pytest
from document_view import view
from letters import parse

from qa.document import Document
from qa.load.plain import load_plain

PROSE = (
    "De gemeente onderzoekt of de oude brug over de vaart nog sterk genoeg is voor al het",
    "zware verkeer dat er nu dagelijks overheen rijdt. Tot de uitkomst bekend is geldt een",
    "beperking van het gewicht tot twaalf ton per voertuig, ook voor de bussen.",
)
READ = " ".join(PROSE)


def load(*lines: str) -> Document:
    return load_plain("\n".join((*PROSE, "", *lines, "", *PROSE)).encode(), "a.txt", "a", "0")


def between(*lines: str) -> list[str]:
    found = view(load(*lines))
    assert (found[0], found[-1]) == (f"body: {READ}", f"body: {READ}")
    return found[1:-1]


def test_an_article_is_a_heading_whatever_stands_under_it() -> None:
    assert between(
        "Artikel 1. Begripsbepalingen",
        "In deze verordening wordt verstaan onder:",
        "a. aanbieder: wie iets aanbiedt;",
        "b. college: het college.",
        "",
        "Artikel 2. Vergunningplicht",
        "1. Het is verboden zonder vergunning aan te bieden.",
        "2. De vergunning geldt drie jaar.",
        "Artikel 3a",
        "Deze verordening geldt vanaf 1 mei.",
    ) == [
        "# Artikel 1. Begripsbepalingen",
        "body: In deze verordening wordt verstaan onder:",
        "list item: a. aanbieder: wie iets aanbiedt;",
        "list item: b. college: het college.",
        "# Artikel 2. Vergunningplicht",
        "list item: 1. Het is verboden zonder vergunning aan te bieden.",
        "list item: 2. De vergunning geldt drie jaar.",
        "# Artikel 3a",
        "body: Deze verordening geldt vanaf 1 mei.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Artikel 3 van de wet bepaalt wat", "wij doen."),
        ("Artikel 3 is nieuw. Het geldt nu.", "Ook hier."),
        ("Artikel 1 Begrippen", "Artikel 2 Plicht", "Artikel 3 Slot."),
        ("Dat staat allemaal in", "Artikel 3 Wegenwet", "en dat blijft zo."),
    ],
)
def test_text_that_names_an_article_and_a_list_of_articles_are_no_headings(
    lines: tuple[str, ...],
) -> None:
    assert [s.title for s in load(*lines).sections] == [None]


def test_titles_stand_over_a_short_lead_over_items_and_on_each_other() -> None:
    assert between(
        "2. Advies",
        "U wordt geadviseerd om:",
        "- de brief te sturen",
        "- het plan te maken",
        "",
        "3. Kernpunten",
        "3.1 Juridisch kader",
        "De wet verplicht ons om te handelen.",
        "",
        "4. Toelichting",
        "a. De eerste reden is de brug.",
        "b. De tweede reden is de weg.",
        "",
        "Next steps",
        "We propose the following:",
        "- write the plan;",
        "- send the plan.",
    ) == [
        "# 2. Advies",
        "body: U wordt geadviseerd om:",
        "list item: - de brief te sturen",
        "list item: - het plan te maken",
        "# 3. Kernpunten",
        "## 3.1 Juridisch kader",
        "body: De wet verplicht ons om te handelen.",
        "# 4. Toelichting",
        "list item: a. De eerste reden is de brug.",
        "list item: b. De tweede reden is de weg.",
        "# Next steps",
        "body: We propose the following:",
        "list item: - write the plan;",
        "list item: - send the plan.",
    ]


def test_each_line_of_a_letterhead_is_a_paragraph_and_the_metadata_stay() -> None:
    letter = parse(
        "Datum: 3 mei 2024\nOns kenmerk: ABC/123\nUw kenmerk: DEF/456\nBehandeld door: J. Jansen\n"
        f"Onderwerp: Uw brief over\nde brug\n\nGeachte heer,\n\n{READ}\n"
    )
    assert [p.text for p in letter.paragraphs] == [
        "Datum: 3 mei 2024",
        "Ons kenmerk: ABC/123",
        "Uw kenmerk: DEF/456",
        "Behandeld door: J. Jansen",
        "Onderwerp: Uw brief over de brug",
        "Geachte heer,",
        READ,
    ]
    found = letter.metadata
    assert (found.date.value, found.reference.value) == ("2024-05-03", "ABC/123")
    assert found.title.value == "Uw brief over de brug"
