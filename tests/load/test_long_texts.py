"""Long and odd texts are read too: what grows with the square of their length would take minutes."""

import pytest

from qa.load import parse


def loaded(text, name="lang.txt"):
    return parse(text.encode(), None, name, "lang")


def lines(line, count):
    return "\n".join(line.format(n) for n in range(1, count + 1))


ROW = "naam {}   12   13"
NUMBERED = "{} " + "De tekst van dit punt staat op een enkele regel, " * 4 + "en dan."


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param(f"Het begin van\u00a0het{' ' * 20000}verhaal.", 1, id="blanks"),
        pytest.param(lines("de man gaat {}", 4000), 1, id="short lines"),
        pytest.param(f"Hoogachtend,\n{lines('de man gaat', 4000)}", 1, id="greeting over a block"),
        pytest.param(lines(ROW, 3000), 3000, id="rows that end in a number"),
        pytest.param(lines(NUMBERED, 999), 999, id="numbers that may be notes"),
        pytest.param(f"De titel{' .' * 20000} x\nvolgende regel.", 1, id="dots"),
        pytest.param(f"{'x, ' * 9}{'x' * 30}. " * 1000, 1, id="one line"),
        pytest.param(f"Hoogachtend,\nJan {'Aa-' * 60}Aa.", 2, id="name of many parts"),
    ],
)
def test_long_plain_text_is_read(text, paragraphs):
    assert len(loaded(text).paragraphs) == paragraphs


def test_many_headings_have_their_ends():
    text = "\n\n".join(f"Over punt {n * n}\n\nDat geldt hier dan ook." for n in range(1, 3001))
    document = loaded(text)
    assert len(document.sections) == 3000
    shown = document.text[slice(*document.sections[1].span)]
    assert shown == "Over punt 4\n\nDat geldt hier dan ook."


def test_many_notes_are_linked_in_order():
    text = "\n\n".join(f"Dat schreef de Kamer.{n}" for n in range(1, 1000))
    notes = "\n\n".join(f"{n} Kamerstuk {n}" for n in range(1, 1000))
    footnotes = loaded(f"{text}\n\n{notes}\n").footnotes
    assert [note.referred_from[0].id for note in footnotes] == [
        f"lang#p{n}" for n in range(1, 1000)
    ]


def test_a_reference_without_end_is_none():
    text = (
        f"Datum 3 maart 2021\nOns kenmerk: 1{' 1/1 11' * 20}!\n\nGeachte voorzitter,\n\nDat is zo."
    )
    assert loaded(text).metadata.reference is None


def test_many_lists_that_begin_anew_are_read():
    assert len(loaded("<p>1. Punt</p>" * 4000, "lang.html").paragraphs) == 4000


def test_many_blocks_of_other_xml_keep_their_places():
    block = "<al>De gemeente betaalt de opvang.</al>"
    paragraphs = loaded(f"<stuk>{block * 6000}</stuk>", "lang.xml").paragraphs
    assert [p.locator for p in (paragraphs[0], paragraphs[-1])] == ["al[1]", "al[6000]"]
