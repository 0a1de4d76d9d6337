"""Headings and paragraphs of a plain text in which no blank lines tell them."""

import pytest
from document_view import view

from qa.document import Document
from qa.load.plain import load_plain

PROSE = (
    "De gemeente onderzoekt of de oude brug over de vaart nog sterk genoeg is voor al het",
    "zware verkeer dat er nu dagelijks overheen rijdt. Tot de uitkomst bekend is geldt een",
    "beperking van het gewicht tot twaalf ton per voertuig, ook voor de bussen van de lijn",
    "naar zee, en daarvoor komt er een regeling.",
)
READ = " ".join(PROSE)


def load(*lines: str) -> Document:
    return load_plain("\n".join(lines).encode(), "plan.txt", "stuk", "0")


def test_a_short_line_over_running_text_is_a_heading() -> None:
    document = load(
        *PROSE, "2 Wonen", *PROSE, "2.1 Eigen huis", *PROSE, "Zorg voor ouderen", *PROSE
    )
    assert view(document) == [
        f"body: {READ}",
        "# 2 Wonen",
        f"body: {READ}",
        "## 2.1 Eigen huis",
        f"body: {READ}",
        "# Zorg voor ouderen",
        f"body: {READ}",
    ]


def test_headings_stand_on_each_other_and_capitals_go_on_over_a_line() -> None:
    document = load(*PROSE, "Zorg", "Voor ouderen", *PROSE, "WONEN EN WERKEN", "AAN ZEE", *PROSE)
    assert [line for line in view(document) if line.startswith("#")] == [
        "# Zorg",
        "# Voor ouderen",
        "# WONEN EN WERKEN AAN ZEE",
    ]


def test_the_end_of_a_sentence_and_a_narrow_column_are_no_headings() -> None:
    narrow = (
        "De bereikbaarheid van het land is",
        "Nederland niet goed genoeg. Wij willen",
        "ons inzetten voor een inhaalslag en het",
        "zo spoedig mogelijk wegnemen van alle",
        "knelpunten op de weg. De aandacht gaat",
        "naar het spoor, de fiets en de bus.",
    )
    document = load(*PROSE, *narrow, *PROSE, "Wij bouwen voor de", *PROSE)
    assert not [line for line in view(document) if line.startswith("#")]


def test_a_table_of_contents_is_no_text_and_names_the_headings() -> None:
    document = load(
        "Het plan voor de vaart",
        "Inhoudsopgave",
        "Voorwoord 3",
        "De brug over de vaart en alle",
        "wegen erheen 5",
        "Geld 12",
        "Wat wij doen! 14",
        "Voorwoord",
        *PROSE,
        "Wat wij doen!",
        *PROSE,
    )
    assert view(document) == [
        "# Het plan voor de vaart",
        "~ Inhoudsopgave",
        "~ Voorwoord 3",
        "~ De brug over de vaart en alle",
        "~ wegen erheen 5",
        "~ Geld 12",
        "~ Wat wij doen! 14",
        "# Voorwoord",
        f"body: {READ}",
        "# Wat wij doen!",
        f"body: {READ}",
    ]


def test_lines_with_numbers_that_nothing_names_are_text() -> None:
    document = load("Zo telt het op.", "Huizen 3", "Bruggen 5", "Wegen 12", "Bussen 14", *PROSE)
    assert document.furniture == ()


def test_where_lines_are_paragraphs_a_sentence_may_still_go_on() -> None:
    long = " ".join(PROSE * 2)
    document = load(
        long, "Juist in deze tijd moeten wij investeren in goed", long[0].lower() + long[1:], long
    )
    assert [p.text[:60] for p in document.paragraphs] == [
        long[:60],
        "Juist in deze tijd moeten wij investeren in goed de gemeente",
        long[:60],
    ]
    assert document.sections[0].title is None


def test_a_line_beside_the_page_number_of_most_pages_is_a_running_head() -> None:
    pages = [(f"Pagina {n} van 5", "Plan voor de vaart", *PROSE) for n in range(1, 6)]
    document = load(*(line for page in pages for line in page))
    assert [p.text for p in document.paragraphs] == [READ] * 5
    assert len(document.furniture) == 10


@pytest.mark.parametrize(
    "last",
    [
        "waarvan 68 procent man was.1",
        "waarvan 68 procent man was.[1]",
        "of zoals zij zelf zegt: “Er zijn 240 plaatsen.”",
        "de helft van wie man was (zie ook het antwoord op vraag 3.)",
    ],
)
def test_a_short_paragraph_that_ends_in_a_mark_or_quote_is_no_heading(last: str) -> None:
    wide = "Het kabinet heeft in dat jaar met gemeenten overlegd over de opvang in de regio"
    document = load(
        *(f"{wide} en\n{wide}.\n\n" * 3).split("\n"),
        "In 2020 zijn in totaal 1.013 slachtoffers van mensenhandel gemeld bij de politie",
        last,
        "",
        *f"{wide} en\n{wide}.\n\n1 Jaaroverzicht 2020.".split("\n"),
    )
    assert [s.title for s in document.sections] == [None]
    assert any(p.text.startswith("In 2020 zijn in totaal 1.013") for p in document.paragraphs)


def test_a_number_of_a_version_ends_no_heading() -> None:
    wide = "Het kabinet heeft in dat jaar met gemeenten overlegd over de opvang in de regio"
    document = load("Nieuwe versie 2.1", "", *f"{wide} en\n{wide}.\n\n{wide}.".split("\n"))
    assert [s.title for s in document.sections] == ["Nieuwe versie 2.1"]


@pytest.mark.parametrize(
    "last",
    [
        "In dat jaar zijn er veel gebouwd, zie ook het eerdere Kamerstuk 32 847.1",
        "Zie ook nr. 12.1",
        "Zie Kamerstuk 32 847.1",
    ],
)
def test_a_number_with_the_mark_of_a_note_ends_a_paragraph(last: str) -> None:
    document = load(*PROSE, "", last, "", *PROSE, "", *PROSE)
    assert view(document) == [f"body: {READ}", f"body: {last}", f"body: {READ}", f"body: {READ}"]


def test_whole_paragraphs_and_lines_of_a_register_are_no_headings() -> None:
    long = " ".join(PROSE * 2)
    item = (
        "24. We wijzen het verdrag af. Het is van te weinig nut voor het land en zijn mensen, die"
    )
    register = "Eigen risico Zvw .................................. ........... 26"
    document = load(
        long, item + " " + PROSE[0], "in het land wonen en werken", long, register, long
    )
    assert [s.title for s in document.sections] == [None]
    assert [p.text for p in document.paragraphs] == [
        long,
        f"{item} {PROSE[0]} in het land wonen en werken",
        long,
        register,
        long,
    ]


def test_the_first_line_of_a_paragraph_may_be_its_heading() -> None:
    document = load("Plan", "", "Inleiding", *PROSE, "", "1.1 Dijken", *PROSE, "", *PROSE)
    assert view(document) == [
        "# Plan",
        "# Inleiding",
        f"body: {READ}",
        "## 1.1 Dijken",
        f"body: {READ}",
        f"body: {READ}",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Ministerie van Justitie", "Postbus 20301", "2500 EH Den Haag"),
        ("Datum 3 maart 2021", f"Betreft {PROSE[0][:70]}"),
        ("Geachte voorzitter", *PROSE),
        ("3 maart 2021", *PROSE),
        ("Wat wij willen", "- bruggen die sterk genoeg zijn voor al het verkeer, en wegen ook."),
    ],
)
def test_first_lines_of_letters_and_lists_are_no_headings(lines: tuple[str, ...]) -> None:
    document = load(*PROSE, "", *lines, "", *PROSE, "", *PROSE)
    assert [s.title for s in document.sections] == [None]


def test_a_table_is_read_by_rows_with_the_heads_of_its_columns() -> None:
    document = load(
        *PROSE,
        "",
        "Tabel 1: woningen per jaar",
        "Jaar    Gebouwd    Doel",
        "2021    71.000     75.000",
        "2022    74.000     75.000",
        "",
        *PROSE,
    )
    assert view(document) == [
        f"body: {READ}",
        "body: Tabel 1: woningen per jaar",
        "~ Jaar    Gebouwd    Doel",
        "table row: 2021 71.000 75.000",
        "table row: 2022 74.000 75.000",
        f"body: {READ}",
    ]
    assert [p.context for p in document.paragraphs[2:4]] == ["Jaar · Gebouwd · Doel"] * 2


def test_columns_without_figures_are_no_table() -> None:
    lines = ("Datum    3 maart 2021", "Betreft    De brug", "Kenmerk    2021-12")
    document = load(*PROSE, "", *lines, "", *PROSE)
    assert [p.kind for p in document.paragraphs] == ["body"] * 5
