"""The ledger: every character of a source has one role, whatever the text is."""

from hypothesis import example, given
from hypothesis import strategies as st
from letters import Layout, parse, typeset

from qa.errors import AlineaError
from qa.ledger import Role, ledger


def roles(letter):
    return [(letter.text[start:end], role) for (start, end), role in ledger(letter)]


def test_each_part_of_a_letter_has_its_role():
    text = typeset(
        ["Aanleiding", "De opvang{a} is vol."],
        {"a": "Stcrt. 12."},
        Layout(foot="Pagina 1 van 2", trail=""),
    )
    letter = parse(text + "\n\nHet einde.\n\nPagina 2 van 2")
    inked = [(ink, role) for ink, role in roles(letter) if role is not Role.WHITE_SPACE]
    assert inked == [
        ("Aanleiding", Role.HEADING),
        ("De", Role.BODY),
        ("opvang", Role.BODY),
        ("1", Role.MARK),
        ("is", Role.BODY),
        ("vol.", Role.BODY),
        ("1", Role.FOOTNOTE),
        ("Stcrt.", Role.FOOTNOTE),
        ("12.", Role.FOOTNOTE),
        ("Pagina", Role.FURNITURE),
        ("1", Role.FURNITURE),
        ("van", Role.FURNITURE),
        ("2", Role.FURNITURE),
        ("Het", Role.BODY),
        ("einde.", Role.BODY),
        ("Pagina", Role.FURNITURE),
        ("2", Role.FURNITURE),
        ("van", Role.FURNITURE),
        ("2", Role.FURNITURE),
    ]


def test_the_letter_of_the_corpus_is_accounted_for(letter):
    runs = ledger(letter)
    assert runs[0][0][0] == 0
    assert runs[-1][0][1] == len(letter.text) == 14647
    assert sum(role is Role.MARK for _, role in runs) == 10
    assert {role for _, role in runs} == set(Role) - {Role.FURNITURE}


PIECES = [
    *["opvang", "De opvang is vol", "Kamercom-", "groep3", "20186.", "«corona»1", "(BOTOC).2Zo"],
    *[
        "1",
        "2 Noot",
        "1 Kamerstuk 28 638, nr. 185.",
        "[1] Noot",
        "noot[1]",
        "* Noot",
        "noot*",
        "**",
    ],
    *["Aanleiding", "1.1 Opvang", "- punt;", "a) punt", "Pagina 1 van 2", "- 2 -", "Hoogachtend,"],
    *["De Minister van Financiën,", "W.B. Hoekstra", "Noten", ".", "-", "\u00ad", "¹", "²"],
    *[" ", "  ", "\n", "\n", "\n\n", "\n\n", "\f", "\t", "\r\n", "\u00a0", "\u2028", "\x85", "\0"],
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)


@given(TEXTS)
@example("Noot over de Kamercom-[1] en\n\nDe opvang is vol.\n\n[1] Noot")
@example("opvang-\fopvang")
@example("opvang-\n\u2028\n\x85vol")
def test_any_text_is_refused_or_accounted_for(text):
    try:
        letter = parse(text)
    except AlineaError:
        return
    position = 0
    for (start, end), _ in ledger(letter):
        assert start == position < end
        position = end
    assert position == len(letter.text)
    for unit in (*letter.paragraphs, *letter.footnotes):
        assert unit.reading.render(letter.text) == unit.text == unit.text.strip()
        assert unit.reading.pieces
    for paragraph in letter.paragraphs:
        assert paragraph.sentences
        assert all(letter.unit(n.id).referred_from for n in paragraph.footnotes)
