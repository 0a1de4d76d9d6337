"""Marks glued to words, numbers and quotes: which digit is a mark and which is text."""

import pytest
from letters import around_marks, parse


def with_notes(body: str, *markers: str) -> str:
    return (
        body
        + "\n\n"
        + "\n".join(f"{m} Kamerstuk 28 638, nr. 18{i}." for i, m in enumerate(markers))
    )


def test_a_mark_may_follow_a_year_a_number_a_quote_and_a_bracket():
    letter = parse(
        with_notes(
            "In 2016 waren het er 13461 en in 2017 en 20186. Bijna 14 1457. Zie COVID-19 en \n"
            "artikel 20 van Richtlijn 2011/36/EU8 over «corona»9 en het offensief (BOTOC).10Zo \n"
            "gaat het, aldus de brief van 18 november jl.11.",
            *["6", "7", "8", "9", "10", "11"],
        )
    )
    assert letter.paragraphs[0].text == (
        "In 2016 waren het er 13461 en in 2017 en 2018. Bijna 14 145. Zie COVID-19 en artikel "
        "20 van Richtlijn 2011/36/EU over «corona» en het offensief (BOTOC). Zo gaat het, aldus "
        "de brief van 18 november jl.."
    )
    assert around_marks(letter.paragraphs[0]) == [
        ("17 en 2018", ". Bij"),
        ("jna 14 145", ". Zie"),
        ("2011/36/EU", " over"),
        ("r «corona»", " en h"),
        ("f (BOTOC).", " Zo g"),
        ("vember jl.", "."),
    ]
    assert [reference.id for reference in letter.paragraphs[0].footnotes] == [
        "brief#fn1",
        "brief#fn2",
        "brief#fn3",
        "brief#fn4",
        "brief#fn5",
        "brief#fn6",
    ]


def test_a_number_that_ends_in_the_next_marks_digit_is_no_mark():
    letter = parse(
        with_notes(
            "In 2013 telde het land 14 143 leden van de groep3, van wie 68%4 in 2014 en 2015 \n"
            "vertrok. De rest5 bleef in de 5e wijk en in artikel 5.",
            *["3", "4", "5"],
        )
    )
    assert letter.paragraphs[0].text == (
        "In 2013 telde het land 14 143 leden van de groep, van wie 68% in 2014 en 2015 vertrok. "
        "De rest bleef in de 5e wijk en in artikel 5."
    )
    assert [note.referred_from[0].at for note in letter.footnotes] == [48, 61, 94]


def test_each_page_may_number_from_one():
    letter = parse(
        "De opvang is in handen van de gemeenten1 en van het Rijk2. De cijfers over 2012 en \n"
        "2011 zijn bekend.\n\n1 Stcrt. 2012, nr. 2.\n2 Stcrt. 2011, nr. 1.\n\n"
        "De politie1 en de opvang2 werken samen.\n\n1 Stb. 2013, 1.\n2 Stb. 2013, 2.\n"
    )
    assert [note.id for note in letter.footnotes] == [f"brief#fn{i}" for i in (1, 2, 3, 4)]
    assert [note.marker for note in letter.footnotes] == ["1", "2", "1", "2"]
    assert [[n.id for n in p.footnotes] for p in letter.paragraphs] == [
        ["brief#fn1", "brief#fn2"],
        ["brief#fn3", "brief#fn4"],
    ]
    assert letter.paragraphs[1].text == "De politie en de opvang werken samen."


def test_bracketed_marks_leave_other_brackets_alone():
    letter = parse(with_notes("De opvang[1] van 2011 [sic] is er (1) voor allen.[2]", "[1]", "[2]"))
    assert letter.paragraphs[0].text == "De opvang van 2011 [sic] is er (1) voor allen."
    assert [(n.marker, n.text) for n in letter.footnotes] == [
        ("[1]", "Kamerstuk 28 638, nr. 180."),
        ("[2]", "Kamerstuk 28 638, nr. 181."),
    ]


def test_a_line_that_begins_with_a_number_is_no_note_when_nothing_refers_to_it():
    letter = parse("De opvang is vol.\n\n3 procent van de plaatsen is vrij in 2013.\n")
    assert letter.footnotes == ()
    assert letter.paragraphs[1].text == "3 procent van de plaatsen is vrij in 2013."


def test_such_a_line_does_not_hide_the_notes_after_it():
    letter = parse(
        "De opvang is vol1.\n\n1 Stcrt. 2012, nr. 2.\n\n"
        "2 procent van de plaatsen is vrij, zegt de commissie2.\n\n2 Stcrt. 2011, nr. 1.\n"
    )
    assert [note.text for note in letter.footnotes] == [
        "Stcrt. 2012, nr. 2.",
        "Stcrt. 2011, nr. 1.",
    ]
    assert letter.paragraphs[1].text == "2 procent van de plaatsen is vrij, zegt de commissie."


@pytest.mark.parametrize("box", ["20011", "20301"])
@pytest.mark.parametrize(
    ("body", "read", "before"),
    [
        ("Zie de brief van 3 mei 2023.1", "Zie de brief van 3 mei 2023.", "mei 2023."),
        ("Zie Kamerstuk 32 847, nr. 12.1", "Zie Kamerstuk 32 847, nr. 12.", " nr. 12."),
        (
            "In de brief van toen is het rapport aangekondigd, en ook in Kamerstuk 29 628, nr.\n1138,1 en later.",
            "In de brief van toen is het rapport aangekondigd, en ook in Kamerstuk 29 628, nr. 1138, en later.",
            "nr. 1138,",
        ),
        ("Het waren er meer in 20181, zegt men.", "Het waren er meer in 2018, zegt men.", "2018"),
    ],
)
def test_a_post_office_box_keeps_its_last_digit(box, body, read, before):
    letter = parse(with_notes(f"Postbus {box}\n2500 EA Den Haag\n\n{body}", "1"))
    assert [p.text for p in letter.paragraphs] == [f"Postbus {box} 2500 EA Den Haag", read]
    assert [n.referred_from[0].id for n in letter.footnotes] == ["brief#p2"]
    assert around_marks(letter.paragraphs[1])[0][0].endswith(before)


@pytest.mark.parametrize("number", ["nr. 20181", "€ 20181", "tel. 070-20181", "Postbus 20181"])
def test_a_number_of_five_digits_is_no_year_with_a_mark(number):
    letter = parse(with_notes(f"Dit staat bij {number} van de lijst.", "1"))
    assert letter.paragraphs[0].text == f"Dit staat bij {number} van de lijst."
    assert letter.footnotes == ()


def test_of_two_places_as_likely_the_later_has_the_mark():
    letter = parse(
        with_notes("Kenmerk 32 8471 van het stuk.\n\nZie Kamerstuk 29 6281 hierover.", "1")
    )
    assert [p.text for p in letter.paragraphs] == [
        "Kenmerk 32 8471 van het stuk.",
        "Zie Kamerstuk 29 628 hierover.",
    ]


def test_the_lowered_digit_of_a_formula_on_a_line_of_its_own_begins_no_note():
    long = "De energie in dit land komt van de zon en van de wind op zee, en dat blijft zo. " * 3
    letter = parse(
        f"{long}\n1. Energie die de voedselvoorziening in gevaar brengt kost daadwerkelijk CO\n"
        f"2 wordt \nbespaard. \n2. De aarde2 warmt op.\n{long}"
    )
    assert [p.text[:90] for p in letter.paragraphs][1:3] == [
        "1. Energie die de voedselvoorziening in gevaar brengt kost daadwerkelijk CO 2 wordt bespaa",
        "2. De aarde2 warmt op.",
    ]
    assert letter.footnotes == ()
