"""Letters that are set otherwise than the one in the corpus, each with what must be read in it."""

import pytest
from letters import Layout, around_marks, parse, typeset

OPENING = (
    "De Minister heeft in 2013 een plan voor de aanpak van mensenhandel vastgesteld, dat ook "
    "geldt voor de gemeenten, de politie en de opvang van slachtoffers in de grote steden{a}. "
    "De Kamercom\u00admissie vroeg om een reactie op dat plan en om cijfers over de jaren "
    "daarna, die nu beschikbaar zijn gekomen{b}."
)
SHELTER = (
    "In deze brief ga ik in op de vragen van de commissie over de opvang. De opvang is in "
    "handen van de gemeenten en wordt betaald uit het gemeentefonds{c}. Daarnaast ontvangen "
    "de instellingen een bijdrage van het Rijk, die sinds 2018 is verhoogd tot 14 145 euro."
)
OUTLOOK = (
    "Over de toekomst van de opvang wordt dit najaar met de gemeenten gesproken. Ik zal uw "
    "Kamer daarover in het voorjaar informeren."
)
NOTES = {
    "a": "Kamerstuk 28 638, nr. 185.",
    "b": "Zie de brief van 1 juli jl. over de cijfers van de opvang en de begeleiding van "
    "slachtoffers in de grote steden.",
    "c": "Stcrt. 2019, nr. 12.",
}
BLOCKS = ["Aanleiding", OPENING, SHELTER, "Toekomst", OUTLOOK]

OPENING_READ = (
    "De Minister heeft in 2013 een plan voor de aanpak van mensenhandel vastgesteld, dat ook "
    "geldt voor de gemeenten, de politie en de opvang van slachtoffers in de grote steden. "
    "De Kamercommissie vroeg om een reactie op dat plan en om cijfers over de jaren daarna, "
    "die nu beschikbaar zijn gekomen."
)
SHELTER_READ = (
    "In deze brief ga ik in op de vragen van de commissie over de opvang. De opvang is in "
    "handen van de gemeenten en wordt betaald uit het gemeentefonds. Daarnaast ontvangen de "
    "instellingen een bijdrage van het Rijk, die sinds 2018 is verhoogd tot 14 145 euro."
)
NOTE_B_READ = (
    "Zie de brief van 1 juli jl. over de cijfers van de opvang en de begeleiding van "
    "slachtoffers in de grote steden."
)


LAYOUTS = {
    "narrow": Layout(width=50),
    "wide": Layout(width=95, trail=""),
    "unwrapped": Layout(width=4000),
    "pages without a sign": Layout(width=50, height=12),
    "wide pages without a sign": Layout(width=95, height=9),
    "form feeds": Layout(width=60, height=9, page_break="\f"),
    "numbers at the foot": Layout(width=60, height=9, foot="Pagina {page} van {pages}"),
    "numbers at the head": Layout(width=60, height=9, head="- {page} -"),
    "notes at the end": Layout(notes_at="end"),
    "notes under a title": Layout(notes_at="end", notes_title="Noten"),
    "brackets": Layout(width=60, height=9, numbering=lambda number, _: f"[{number}]"),
    "restarting": Layout(width=60, height=9, numbering=lambda _, on_page: str(on_page)),
    "stars": Layout(width=60, height=9, numbering=lambda _, on_page: "*" * on_page),
    "superscripts": Layout(width=70, numbering=lambda number, _: "⁰¹²³"[number]),
    "windows": Layout(newline="\r\n"),
    "old macintosh": Layout(newline="\r", height=9),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_the_same_letter_reads_the_same_however_it_is_set(layout):
    letter = parse(typeset(BLOCKS, NOTES, layout))
    assert [paragraph.text for paragraph in letter.paragraphs] == [
        OPENING_READ,
        SHELTER_READ,
        OUTLOOK,
    ]
    assert [section.title for section in letter.sections][:2] == ["Aanleiding", "Toekomst"]
    assert [note.text for note in letter.footnotes] == [
        "Kamerstuk 28 638, nr. 185.",
        NOTE_B_READ,
        "Stcrt. 2019, nr. 12.",
    ]
    assert [[(r.id, r.at) for r in note.referred_from] for note in letter.footnotes] == [
        [("brief#p1", 172)],
        [("brief#p1", 292)],
        [("brief#p2", 147)],
    ]


@pytest.mark.parametrize(
    ("name", "markers"),
    [
        ("narrow", ["1", "2", "3"]),
        ("brackets", ["[1]", "[2]", "[3]"]),
        ("restarting", ["1", "2", "1"]),
        ("stars", ["*", "**", "*"]),
        ("superscripts", ["¹", "²", "³"]),
    ],
)
def test_markers_are_kept_as_printed(name, markers):
    letter = parse(typeset(BLOCKS, NOTES, LAYOUTS[name]))
    assert [note.marker for note in letter.footnotes] == markers
    assert [note.id for note in letter.footnotes] == ["brief#fn1", "brief#fn2", "brief#fn3"]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("narrow", [(3, 9), (11, 16), (20, 22)]),
        ("wide", [(3, 6), (8, 10), (14, 15)]),
        ("unwrapped", [(3, 3), (5, 5), (9, 9)]),
        ("notes at the end", [(3, 7), (9, 12), (16, 17)]),
    ],
)
def test_lines_are_those_of_the_source(name, lines):
    letter = parse(typeset(BLOCKS, NOTES, LAYOUTS[name]))
    assert [paragraph.lines for paragraph in letter.paragraphs] == lines


def test_a_paragraph_runs_over_the_notes_of_an_unmarked_page():
    letter = parse(typeset(BLOCKS, NOTES, LAYOUTS["wide pages without a sign"]))
    assert letter.pages == ()
    assert [paragraph.pages for paragraph in letter.paragraphs] == [(), (), ()]
    assert letter.paragraphs[1].lines == (8, 15)
    assert len(letter.paragraphs[1].reading.pieces) == 3  # cut by the mark, and by the notes
    assert [note.lines for note in letter.footnotes] == [(11, 11), (12, 13), (14, 14)]


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("form feeds", [None, None, None]),
        ("numbers at the foot", ["1", "2", "3"]),
        ("numbers at the head", ["1", "2", "3"]),
    ],
)
def test_pages_are_told_by_form_feeds_and_by_printed_numbers(name, labels):
    letter = parse(typeset(BLOCKS, NOTES, LAYOUTS[name]))
    assert [page.label for page in letter.pages] == labels
    assert [paragraph.pages for paragraph in letter.paragraphs] == [(1,), (2,), (2, 3)]
    assert [note.pages for note in letter.footnotes] == [(1,), (1,), (2,)]


def test_printed_page_numbers_are_furniture():
    letter = parse(typeset(BLOCKS, NOTES, LAYOUTS["numbers at the foot"]))
    assert [letter.text[slice(*span)] for span in letter.furniture] == [
        "Pagina 1 van 3",
        "Pagina 2 van 3",
        "Pagina 3 van 3",
    ]


def test_a_first_page_without_a_number_is_a_page_too():
    set_text = typeset(BLOCKS, NOTES, Layout(width=60, height=9, head="Pagina {page} van {pages}"))
    letter = parse(set_text.removeprefix("Pagina 1 van 3\n\n"))
    assert [(page.page, page.label) for page in letter.pages] == [(1, None), (2, "2"), (3, "3")]
    assert [paragraph.pages for paragraph in letter.paragraphs] == [(1,), (2,), (2, 3)]


def test_notes_at_the_end_may_have_a_title_of_their_own():
    letter = parse(typeset(BLOCKS, NOTES, LAYOUTS["notes under a title"]))
    assert [section.title for section in letter.sections] == ["Aanleiding", "Toekomst", "Noten"]


def test_numbered_headings_have_levels_and_are_no_notes():
    blocks = ["1 Aanleiding", OPENING, "1.1 Opvang", SHELTER, "2 Toekomst", OUTLOOK]
    letter = parse(typeset(blocks, NOTES, Layout(notes_at="end")))
    assert [(s.title, s.level, s.parent) for s in letter.sections] == [
        ("1 Aanleiding", 1, None),
        ("1.1 Opvang", 2, "brief#sec1"),
        ("2 Toekomst", 1, None),
    ]
    assert letter.section_path("brief#sec2") == ("1 Aanleiding", "1.1 Opvang")
    assert [note.marker for note in letter.footnotes] == ["1", "2", "3"]
    assert [n.referred_from[0].id for n in letter.footnotes] == ["brief#p1"] * 2 + ["brief#p2"]


def test_a_heading_may_take_two_lines():
    title = "Derde voortgangsrapportage van de Europese Commissie en de inzet van\nNederland"
    letter = parse(typeset([title, OUTLOOK], {}, Layout()))
    assert letter.sections[0].title == (
        "Derde voortgangsrapportage van de Europese Commissie en de inzet van Nederland"
    )
    assert [paragraph.lines for paragraph in letter.paragraphs] == [(4, 5)]


def test_text_without_headings_stands_in_one_section_without_a_title():
    letter = parse(typeset([OUTLOOK, OUTLOOK], {}, Layout()))
    assert [(s.id, s.title, s.span, s.lines) for s in letter.sections] == [
        ("brief#sec1", None, (0, 261), (1, 5))
    ]
    assert [p.section for p in letter.paragraphs] == ["brief#sec1", "brief#sec1"]


def test_a_text_may_have_a_paragraph_on_each_long_line():
    letter = parse(
        "Aanleiding\n"
        + SHELTER.replace("{c}", "1")
        + "\n"
        + SHELTER.replace("{c}", "")
        + "\n1 Stcrt. 2019, nr. 12.\n"
    )
    assert [(p.text, p.lines) for p in letter.paragraphs] == [
        (SHELTER_READ, (2, 2)),
        (SHELTER_READ, (3, 3)),
    ]
    assert [(n.text, n.lines) for n in letter.footnotes] == [("Stcrt. 2019, nr. 12.", (4, 4))]
    assert around_marks(letter.paragraphs[0]) == [("eentefonds", ". Daa")]
