"""Items of a plain text that look like headings, stand within items, or touch their mark."""

import pytest
from document_view import view

from qa.load.plain import load_plain

PROSE = (
    "De gemeente onderzoekt of de oude brug over de vaart nog sterk genoeg is voor al het\n"
    "zware verkeer dat er nu dagelijks overheen rijdt. Tot de uitkomst bekend is geldt een\n"
    "beperking van het gewicht tot twaalf ton per voertuig, ook voor de bussen.\n"
)
READ = "body: " + " ".join(PROSE.split())


def read(text: str) -> list[str]:
    return view(load_plain(text.encode(), "plan.txt", "plan", "0"))


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_numbers_that_stand_on_each_other_are_items(between: str) -> None:
    items = ["1. Nederland veiliger", "2. Huren omlaag", "3. Minder ministeries", "4. Meer geld"]
    assert read(f"{PROSE}\n{between.join(items)}\n\n{PROSE}") == [
        READ,
        *(f"list item: {item}" for item in items),
        READ,
    ]


def test_an_item_with_bullets_begins_such_a_list() -> None:
    text = "1. Veiligheid\n- Meer politie\n-Verbod op vuurwerk\n2. Huren omlaag\n3. Minder regels\n4. Meer geld\n"
    assert read(f"{PROSE}\n{text}\n{PROSE}") == [
        READ,
        "list item: 1. Veiligheid",
        "list item: - Meer politie",
        "list item: -Verbod op vuurwerk",
        "list item: 2. Huren omlaag",
        "list item: 3. Minder regels",
        "list item: 4. Meer geld",
        READ,
    ]


def test_what_has_text_under_it_or_comes_back_is_no_item() -> None:
    assert read(f"{PROSE}\n1. Inleiding\n\n2. Wonen\n\n{PROSE}\n3. Zorg\n\n{PROSE}") == [
        READ,
        "# 1. Inleiding",
        "# 2. Wonen",
        READ,
        "# 3. Zorg",
        READ,
    ]
    parts = "".join(
        f"{n}. {word}\n\n{PROSE}\n" for n, word in enumerate(("Geld", "Huis", "Zorg"), 1)
    )
    listed = read(f"{PROSE}\n1. Geld\n\n2. Huis\n\n3. Zorg\n\n{PROSE}\n{parts}")
    assert not [line for line in listed if line.startswith("list item")]


def test_a_heading_after_ended_items_stays_one() -> None:
    text = f"{PROSE}\n1. Er komt geld.\n2. Er komt tijd.\n\n3. Zorg\n\n{PROSE}"
    assert read(text)[3:] == ["# 3. Zorg", READ]


def test_a_number_goes_on_after_the_letters_within_its_item() -> None:
    assert read(
        "1. Het college weigert de vergunning indien:\n"
        "a. de veiligheid op de weg voor de gebruikers daarvan in het geding komt;\n"
        "b. het aantal van de voertuigen in de gemeente ook te groot zou worden.\n"
        "2. Het college kan de vergunning geheel of gedeeltelijk intrekken.\n"
    ) == [
        "list item: 1. Het college weigert de vergunning indien:",
        "list item: a. de veiligheid op de weg voor de gebruikers daarvan in het geding komt;",
        "list item: b. het aantal van de voertuigen in de gemeente ook te groot zou worden.",
        "list item: 2. Het college kan de vergunning geheel of gedeeltelijk intrekken.",
    ]


def test_a_number_within_a_sentence_counts_on_from_the_last_one_only() -> None:
    assert read(
        "1. Er komt een fonds voor iedereen die in het land woont en er ook werkt.\n"
        "2. Wij steunen het streven van velen om minder koolstofdioxide (CO\n"
        "2) uit te stoten in de jaren die nog komen, zoals ook is afgesproken.\n"
    )[1] == (
        "list item: 2. Wij steunen het streven van velen om minder koolstofdioxide (CO 2) "
        "uit te stoten in de jaren die nog komen, zoals ook is afgesproken."
    )
