"""The letter of the corpus, against what a person reads in it."""

import re

import pytest
from letters import around_marks

PARAGRAPHS = [
    # number, section, number in it, pages, lines, sentences
    (1, 1, 1, (1,), (3, 12), 4),
    (2, 1, 2, (1,), (14, 19), 2),
    (3, 2, 1, (1,), (24, 30), 4),
    (4, 2, 2, (2,), (33, 40), 4),
    (5, 2, 3, (2,), (42, 54), 5),
    (6, 2, 4, (2,), (56, 66), 4),
    (7, 2, 5, (2,), (68, 76), 5),
    (8, 2, 6, (2,), (78, 79), 2),
    (9, 2, 7, (2,), (81, 82), 1),
    (10, 3, 1, (3,), (87, 90), 1),
    (11, 4, 1, (3,), (94, 102), 5),
    (12, 4, 2, (3,), (104, 110), 2),
    (13, 4, 3, (3,), (112, 115), 1),
    (14, 4, 4, (3,), (117, 122), 2),
    (15, 4, 5, (3,), (124, 131), 2),
    (16, 5, 1, (3, 4), (135, 152), 6),
    (17, 5, 2, (4,), (154, 158), 3),
    (18, 5, 3, (4,), (160, 166), 4),
    (19, 5, 4, (4,), (168, 174), 4),
    (20, 5, 5, (4,), (176, 186), 5),
    (21, 5, 6, (4,), (188, 198), 4),
    (22, 5, 7, (5,), (206, 216), 4),
    (23, 5, 8, (5,), (218, 228), 6),
    (24, 5, 9, (5,), (230, 236), 3),
    (25, 6, 1, (5,), (240, 245), 3),
    (26, 6, 2, (5,), (247, 250), 2),
    (27, 6, 3, (5,), (252, 259), 4),
]

NOTES = [
    # marker, page, lines, paragraph that refers to it, reading offset there, text
    ("1", 1, (32, 32), 1, 48, "PB 101 van 15.4.2011, blz. 1."),
    ("2", 2, (84, 84), 4, 443, "Kamerstuk 28 638, nr. 185."),
    (
        "3",
        3,
        (141, 142),
        14,
        225,
        (
            "Nationaal Rapporteur Mensenhandel en Seksueel Geweld Tegen Kinderen (2020). "
            "Slachtoffermonitor Mensenhandel 2015–2019. Den Haag: BNRM"
        ),
    ),
    ("4", 3, (144, 144), 15, 124, "Kamerstuk 28 638, nr. 183"),
    ("5", 3, (145, 145), 15, 479, "Aanhangsel Handelingen II 2020/21, nr. 708"),
    (
        "6",
        4,
        (200, 202),
        17,
        183,
        (
            "Dit jaar heeft de Europese Commissie de slachtoffers van het VK niet meegerekend. "
            "Indien dat wel gedaan zou zijn, dan zijn de cijfers als volgt: 20 532 in 2015 en "
            "2016, en 26 268 2017 en 2018."
        ),
    ),
    (
        "7",
        4,
        (204, 205),
        18,
        496,
        (
            "Slachtoffermonitor 2014–2018 van de Nationaal Rapporteur Mensenhandel en Seksueel "
            "Misbruik van Kinderen."
        ),
    ),
    ("8", 5, (261, 261), 22, 351, "Kamerstuk 26 485, nr. 337"),
    (
        "9",
        5,
        (262, 262),
        24,
        264,
        "Aanhangsel Handelingen II 2019/20, nr. 2751; Kamerstuk 28 638, nr. 185.",
    ),
    ("10", 5, (263, 263), 26, 250, "Kamerstuk 28 638, nr. 184."),
]


def test_it_has_264_lines_on_five_pages(letter):
    assert letter.text.count("\n") == 263
    assert letter.encoding == "UTF-8"
    assert [(page.page, page.label) for page in letter.pages] == [(i, None) for i in range(1, 6)]
    assert [letter.lines_of(page.span)[0] for page in letter.pages] == [1, 33, 85, 146, 206]
    assert letter.pages[-1].span == (11379, len(letter.text))


def test_it_has_six_headings_of_one_level(letter):
    assert [(s.title, s.level, s.parent, s.lines[0]) for s in letter.sections] == [
        ("Aanleiding", 1, None, 1),
        (
            "Third Progress Report en de Nederlandse inzet voor de EU-strategie mensenhandel",
            1,
            None,
            21,
        ),
        ("Samenvatting Third Progress Report", 1, None, 85),
        ("COVID-19 en de inzet van technologie", 1, None, 92),
        ("Statistische gegevens", 1, None, 133),
        ("Aandachtsgebieden", 1, None, 238),
    ]


def test_its_paragraphs_stand_where_they_stand(letter):
    assert [
        (
            p.number,
            int(p.section.removeprefix("brief#sec")),
            p.number_in_section,
            p.pages,
            p.lines,
            len(p.sentences),
        )
        for p in letter.paragraphs
    ] == PARAGRAPHS
    assert [p.id for p in letter.paragraphs] == [f"brief#p{i}" for i in range(1, 28)]
    assert [p.number for p in letter.paragraphs if p.kind != "body"] == [9]


def test_its_notes_stand_where_they_stand_and_are_referred_to(letter):
    assert [
        (n.marker, *n.pages, n.lines, int(r.id.removeprefix("brief#p")), r.at, n.text)
        for n in letter.footnotes
        for r in n.referred_from
    ] == NOTES
    assert [n.id for n in letter.footnotes] == [f"brief#fn{i}" for i in range(1, 11)]


def test_the_words_around_each_mark_are_whole(letter):
    assert [around for p in letter.paragraphs for around in around_marks(p)] == [
        ("2011/36/EU", " («ri"),
        ("nsenhandel", " ontv"),
        ("ktober jl.", ". In "),
        ("1 juli jl.", " is t"),
        ("ns corona»", " is h"),
        ("17 en 2018", ". Bij"),
        ("tste groep", "."),
        ("eede Kamer", ". De "),
        ("t (BOTOC).", " Zo s"),
        ("vember jl.", "."),
    ]


def test_no_mark_is_left_in_the_reading_text(letter):
    text = " ".join(paragraph.text for paragraph in letter.paragraphs)
    assert re.findall(r"[^\W\d]\d+|[.»)]\d+", text) == []
    assert set(re.findall(r"\d{5,}", text)) == {"13461"}
    assert "COVID-19" in text
    assert "Richtlijn 2011/36/EU («richtlijn" in text
    assert "van 13461 in 2015 en 2016 naar 14 145 in 2017 en 2018. Bijna" in text


def test_the_statistics_are_cut_by_their_mark_alone(letter):
    paragraph = letter.unit("brief#p17")
    assert paragraph.reading.pieces == ((8237, 8422), (8423, 8579))
    assert paragraph.sentences[0].reading_span == (0, 184)
    assert paragraph.reading.source_spans((0, 184)) == ((8237, 8422), (8423, 8424))
    assert letter.section_path(paragraph.section) == ("Statistische gegevens",)


def test_a_paragraph_runs_over_the_notes_of_page_three(letter):
    paragraph = letter.unit("brief#p16")
    assert paragraph.text.startswith("Op basis van statistische informatie die door de lidstaten")
    assert "daar niet alle slachtoffers in beeld zijn bij de autoriteiten." in paragraph.text
    assert paragraph.text.endswith("en waar nodig van duiding voorzien.")
    assert paragraph.reading.pieces == ((7165, 7535), (7751, 8234))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (2, "de Vaste Kamercommissie van Justitie"),
        (3, "Mensenhandelaars maken"),
        (4, "signaleren en ondersteunen."),
        (5, "de dwarsverbanden met andere"),
        (5, "zoals arbeidsmarktontwikkelingen,"),
        (6, "multinationale ondernemingen"),
        (12, "slechtere economische situatie"),
        (13, "aan het onderzoeken en"),
        (15, "de Kamervragen d.d. 6 november jl."),
        (16, "de slachtofferpopulatie binnen"),
        (18, "de Nederlandse nationaliteit"),
        (20, "recyclingbedrijven, bosbouw"),
        (20, "Arbeidsuitbuiting raakt"),
        (21, "(Empact-THB)"),
        (21, "met EU-agentschappen die"),
        (22, "IMVO-beleid"),
        (23, "omvat voornamelijk gevallen"),
        (23, "met drugs- en alcoholverslaving,"),
        (24, "(BOTOC). Zo start"),
    ],
)
def test_words_broken_at_line_ends_are_whole(letter, number, words):
    assert words in letter.unit(f"brief#p{number}").text


def test_only_what_the_letter_says_of_itself_is_metadata(letter):
    found = letter.metadata
    assert (found.title, found.date, found.recipient, found.reference) == (None,) * 4
    assert (found.signatory.value, found.signatory.span) == ("A. Broekers-Knol", (4532, 4548))
    assert found.sender.value == "De Staatssecretaris van Justitie en Veiligheid"
    assert (found.language.value, found.language.origin) == ("nl", "sidecar")
    assert letter.furniture == ()
