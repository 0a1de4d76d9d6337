"""A quote to take along: as text, in Markdown, and as Dutch lawyers refer to it."""

from pathlib import Path

import pytest

from qa import Index
from qa.document import Document, Metadata, MetadataField
from qa.web.legal import legal_reference
from qa.web.quoting import escape, in_markdown, legal, plain
from qa.web.text import Words

NL = Words("nl")


def document(**known: str) -> Document:
    fields = {name: MetadataField(value, None, "sidecar") for name, value in known.items()}
    return Document("stuk", "stuk.pdf", "0" * 64, "Tekst.", "text/1", metadata=Metadata(**fields))


@pytest.mark.parametrize(
    ("known", "reference"),
    [
        # The number that the document bears itself; the session from its date.
        (
            {"reference": "28 638, nr. 185", "date": "2020-11-18"},
            "Kamerstukken II 2020/21, 28638, nr. 185, p. 4.",
        ),
        (
            {"reference": "kst-28638-185", "date": "2020-09-14"},
            "Kamerstukken II 2019/20, 28638, nr. 185, p. 4.",
        ),
        (
            {"reference": "kst-28638-185", "date": "2020-09-15"},  # the third Tuesday
            "Kamerstukken II 2020/21, 28638, nr. 185, p. 4.",
        ),
        (
            {"reference": "kst-21501-02-7", "date": "1999-10-01"},
            "Kamerstukken II 1999/2000, 21501-02, nr. 7, p. 4.",
        ),
        ({"reference": "kst-34000-VI-2"}, "Kamerstukken II, 34000 VI, nr. 2, p. 4."),
        (
            {"reference": "Kamerstukken II 2021/22, 35 925 A, nr. 5", "date": "2021-11-03"},
            "Kamerstukken II 2021/22, 35925 A, nr. 5, p. 4.",
        ),
        (
            {"reference": "35 570 IXB, nr. 3", "date": "2020-11-03"},
            "Kamerstukken II 2020/21, 35570 IXB, nr. 3, p. 4.",
        ),
        (
            {"reference": "36 200 J, nr. 5", "date": "2022-11-03"},
            "Kamerstukken II 2022/23, 36200 J, nr. 5, p. 4.",
        ),
        (
            {"reference": "kst-35925-A", "date": "2022-02-01"},
            "Kamerstukken I 2021/22, 35925, A, p. 4.",
        ),
        (
            {"reference": "Aanhangsel Handelingen II 2023/24, nr. 2129"},
            "Aanhangsel Handelingen II 2023/24, nr. 2129, p. 4.",
        ),
        ({"reference": "h-tk-20172018-70-9"}, "Handelingen II 2017/18, nr. 70, item 9, p. 4."),
        ({"reference": "stb-2019-33"}, "Stb. 2019, 33, p. 4."),
        # Without one, what is known.
        (
            {
                "sender": "De Minister van Justitie en Veiligheid",
                "recipient": "de Voorzitter van de Tweede Kamer",
                "date": "2021-03-03",
                "reference": "5164758",
            },
            (
                "Brief van de Minister van Justitie en Veiligheid aan de Voorzitter van de Tweede "
                "Kamer, kenmerk 5164758, 3 maart 2021, p. 4."
            ),
        ),
        ({"title": "Weerbulletin", "date": "2022-01-10"}, "Weerbulletin, 10 januari 2022, p. 4."),
        ({}, "stuk, p. 4."),
    ],
)
def test_a_reference_after_the_leidraad(known: dict[str, str], reference: str) -> None:
    assert legal_reference(document(**known), ("4",), 20) == reference


def test_a_place_without_pages_is_a_paragraph_and_several_pages_a_range() -> None:
    assert legal_reference(document(title="Nota"), (), 20) == "Nota, al. 20."
    assert legal_reference(document(title="Nota"), ("4", "5"), 20) == "Nota, p. 4-5."
    assert legal_reference(document(title="Nota"), (), None) == "Nota."


def test_the_letter_has_no_number_of_its_own_and_gets_none(letter_index: Index) -> None:
    answer = letter_index.ask(
        "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
    ).answers[0]
    letter = letter_index.document("kamerbrief-mensenhandel")
    assert plain(letter, answer, NL) == (
        "“Arbeidsuitbuiting raakt voor een meerderheid mannen (68%).” (kamerbrief-mensenhandel › "
        "Statistische gegevens › alinea 20 · pagina 4 · regels 182–183)"
    )
    assert "Kamerstuk" not in legal(letter, answer)
    assert legal(letter, answer).endswith(", p. 4.")
    assert in_markdown(letter, answer, NL, "http://127.0.0.1/?q=a").endswith(
        "· regels 182–183](<http://127.0.0.1/?q=a>)"
    )


def test_markdown_shows_a_text_as_it_is(tmp_path: Path) -> None:
    assert escape("**vet** <b> [a](b) 3 - 1") == r"\*\*vet\*\* \<b\> \[a\](b) 3 - 1"
    assert escape("1. een\n- twee\n# drie") == "1\\. een\n\\- twee\n\\# drie"
