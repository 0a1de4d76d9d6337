"""Running heads within the lines of a plain text, and paragraphs told by a short last line."""

import pytest

from qa.document import Document
from qa.ledger import ledger
from qa.load.plain import load_plain

# Each page ends with the chapter's name, glued to the number and head of the next page.
PAGES = (
    "Wij verlagen de huren in alle steden en dorpen",
    "van het land, en bouwen jaarlijks duizend huizen",
    "voor wie er nu geen heeft. Iedereen die werkt in",
    "de zorg krijgt voorrang, en wie er al lang wacht",
    "op een huis ook. De stad betaalt de helft van de",
    "kosten daarvan, en het land de rest ervan.",
)


def load(text: str) -> Document:
    return load_plain(text.encode(), "programma.txt", "stuk", "0")


def test_heads_between_words_are_taken_out_of_the_sentence() -> None:
    text = PAGES[0] + " 6 Programma van de Waterpartij"
    for number, line in enumerate(PAGES[1:], start=7):
        head = f"Goed wonen{number} Programma van de Waterpartij" if number < 11 else ""
        rest = "\n".join(PAGES).lower()
        text += f"{line}\n{rest}\n{rest}\n{head}"
    document = load(text)
    assert ledger(document)
    assert [text[slice(*span)] for span in document.furniture] == [
        "6 Programma van de Waterpartij",
        *(f"Goed wonen{number} Programma van de Waterpartij" for number in range(7, 11)),
    ]
    read = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert "in alle steden en dorpen van het land" in read
    assert "Waterpartij" not in read
    assert "Goed wonen" not in read


def test_items_of_a_list_are_no_heads() -> None:
    text = "\n".join(f"{n} Huizen bouwen voor de stad {name}." for n, name in enumerate("abcdefg"))
    assert load(text).furniture == ()


def test_words_beside_numbers_that_do_not_count_on_stay() -> None:
    years = (3, 9, 4, 7, 2, 12)
    text = "\n\n".join(f"Zie daarover bladzijde {n} van het verslag van de raad." for n in years)
    assert load(text).furniture == ()


def test_a_short_last_line_ends_a_paragraph() -> None:
    first = (*PAGES[:3], "de zorg krijgt voorrang.")
    document = load("\n".join((*first, *PAGES)))
    assert [paragraph.text for paragraph in document.paragraphs] == [
        " ".join(first),
        " ".join(PAGES),
    ]


@pytest.mark.parametrize("pages", [3, 4, 6])
@pytest.mark.parametrize("feed", ["\f", ""])
def test_a_foot_with_its_number_on_the_line_is_taken_out_however_few_pages(pages, feed) -> None:
    foot = "Tweede Kamer, vergaderjaar 2020–2021, 28 638, nr. 185                  {}"
    towns = ["Almelo", "Breda", "Capelle", "Delft", "Ede", "Franeker"][:pages]
    body = "Het kabinet spreekt in dat jaar met gemeenten over de opvang in de regio en in\n" * 12
    text = "".join(
        f"{body}de doorlooptijd in {town}\n\n{foot.format(page)}\n{feed}is in {town} gedaald.\n\n"
        for page, town in enumerate(towns, start=1)
    )
    document = load(text)
    words = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert all(f"de doorlooptijd in {town} is in {town} gedaald." in words for town in towns)
    assert "vergaderjaar" not in words
    assert all("185" not in (section.title or "") for section in document.sections)


def test_what_a_printed_page_of_the_web_says_of_itself_is_furniture() -> None:
    stamp = "http://www.waterpartij.example Gemaakt met Blad! Gegenereerd op: 3 mei 2024"
    pages = ("\n".join(f"- {line} {number}" for line in PAGES * 2) for number in "abcde")
    glued = "Waterpartij\n" + stamp
    document = load("".join(f"{page}{glued}\n" for page in pages))
    assert [p.text for p in document.paragraphs[9:12]] == [
        "- de zorg krijgt voorrang, en wie er al lang wacht a",
        "- op een huis ook. De stad betaalt de helft van de a",
        "- kosten daarvan, en het land de rest ervan. a",
    ]
    assert [document.text[s:e] for s, e in document.furniture] == ["Waterpartij", stamp] * 5
    ledger(document)
