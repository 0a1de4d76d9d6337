"""List items, and the blocks at the end of a letter that say who signed it."""

import pytest
from letters import parse

from qa.load import parse as load_parts

CLOSING = "Ik zal uw Kamer daarover in het voorjaar informeren.\n\n"


def kinds(letter):
    return [(paragraph.kind.value, paragraph.text) for paragraph in letter.paragraphs]


@pytest.mark.parametrize(
    ("block", "sender", "signatory"),
    [
        ("De Minister van Financiën,\nW.B. Hoekstra", "De Minister van Financiën", "W.B. Hoekstra"),
        (
            "De Minister van Volksgezondheid,\nWelzijn en Sport,\nHugo de Jonge",
            "De Minister van Volksgezondheid, Welzijn en Sport",
            "Hugo de Jonge",
        ),
        (
            "Hoogachtend,\nde minister van Financiën,\n\n\nW.B. Hoekstra",
            "de minister van Financiën",
            "W.B. Hoekstra",
        ),
        (
            "De Minister van OCW,\nmw. drs. I.K. van Engelshoven",
            "De Minister van OCW",
            "mw. drs. I.K. van Engelshoven",
        ),
        (
            "De Minister-President,\nMinister van Algemene Zaken,\nM. Rutte",
            "De Minister-President, Minister van Algemene Zaken",
            "M. Rutte",
        ),
        (
            "De minister van Justitie,\nDe minister van Recht,\nD. Yesilgoz\nF.M. Weerwind",
            "De minister van Justitie",
            "D. Yesilgoz",
        ),
        (
            "De minister van Justitie,\nD. Yesilgoz\nDe minister van Recht,\nF.M. Weerwind",
            "De minister van Justitie",
            "D. Yesilgoz",
        ),
        (
            "De Minister-President, Minister van Algemene Zaken,\nJ.P. Balkenende",
            "De Minister-President, Minister van Algemene Zaken",
            "J.P. Balkenende",
        ),
        (
            "De minister van\nBinnenlandse Zaken\nen Koninkrijksrelaties\nH.M. de Jonge",
            "De minister van Binnenlandse Zaken en Koninkrijksrelaties",
            "H.M. de Jonge",
        ),
    ],
)
def test_a_signature_names_a_function_and_a_person(block, sender, signatory):
    letter = parse(CLOSING + block + "\n")
    found = letter.metadata
    assert (found.sender.value, found.signatory.value) == (sender, signatory)
    assert letter.text[slice(*found.signatory.span)] == signatory
    assert letter.paragraphs[-1].kind == "signature"
    assert len(letter.paragraphs[-1].sentences) == 1


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n\n"])
def test_two_may_sign_and_the_first_is_the_signatory(between):
    letter = parse(
        CLOSING
        + "De Minister van Justitie en Veiligheid,\nF.B.J. Grapperhaus"
        + between
        + "De Minister voor Rechtsbescherming,\nS. Dekker\n"
    )
    assert kinds(letter)[1:] == [
        ("signature", "De Minister van Justitie en Veiligheid, F.B.J. Grapperhaus"),
        ("signature", "De Minister voor Rechtsbescherming, S. Dekker"),
    ]
    assert letter.metadata.signatory.value == "F.B.J. Grapperhaus"


def test_a_paragraph_that_only_speaks_of_a_minister_is_no_signature():
    letter = parse("De Minister van Financiën,\naldus de Kamer, moet dit doen.\n")
    assert kinds(letter) == [("body", "De Minister van Financiën, aldus de Kamer, moet dit doen.")]
    assert letter.metadata.signatory is None


def test_dashes_after_a_colon_are_list_items():
    letter = parse("Er is meer nodig:\n\n- opvang;\n- politie en de\n  burgemeester;\n- tijd.\n")
    assert kinds(letter) == [
        ("body", "Er is meer nodig:"),
        ("list item", "- opvang;"),
        ("list item", "- politie en de burgemeester;"),
        ("list item", "- tijd."),
    ]


def test_numbers_and_letters_that_count_on_are_list_items():
    letter = parse(
        "Er is nodig:\n1. opvang;\n2. geld.\n\nWie dat doen:\na) het Rijk;\nb) de stad.\n"
    )
    assert kinds(letter) == [
        ("body", "Er is nodig:"),
        ("list item", "1. opvang;"),
        ("list item", "2. geld."),
        ("body", "Wie dat doen:"),
        ("list item", "a) het Rijk;"),
        ("list item", "b) de stad."),
    ]


def test_a_number_that_ends_a_sentence_at_a_line_start_is_no_list_item():
    letter = parse("De regels staan in artikel\n3. Daarin staat ook meer.\n")
    assert kinds(letter) == [("body", "De regels staan in artikel 3. Daarin staat ook meer.")]


def test_short_numbered_items_after_a_colon_are_no_headings():
    letter = parse("Dit vraagt drie dingen:\n\n1. Opvang\n2. Geld\n3. Tijd\n\nDe rest volgt.\n")
    assert kinds(letter) == [
        ("body", "Dit vraagt drie dingen:"),
        ("list item", "1. Opvang"),
        ("list item", "2. Geld"),
        ("list item", "3. Tijd"),
        ("body", "De rest volgt."),
    ]


def test_a_numbered_heading_after_a_colon_stays_a_heading():
    letter = parse("Dit is het plan:\n\n1. Opvang\n\nDe opvang gaat dicht.\n")
    assert [section.title for section in letter.sections] == [None, "1. Opvang"]
    assert kinds(letter) == [("body", "Dit is het plan:"), ("body", "De opvang gaat dicht.")]


def test_bullets_may_touch_their_words_and_numbers_be_roman():
    letter = parse("Er is nodig:\n•opvang;\n•geld.\n\nEn:\n(i) tijd;\n(ii) rust;\n(iii) plaats.\n")
    assert kinds(letter) == [
        ("body", "Er is nodig:"),
        ("list item", "•opvang;"),
        ("list item", "•geld."),
        ("body", "En:"),
        ("list item", "(i) tijd;"),
        ("list item", "(ii) rust;"),
        ("list item", "(iii) plaats."),
    ]


@pytest.mark.parametrize(
    ("block", "sender", "signatory"),
    [
        ("Hoogachtend,\n\nJ. de Vries\nDirecteur Natuur", "Directeur Natuur", "J. de Vries"),
        (
            "Hoogachtend,\n\nCora van Nieuwenhuizen\nMinister van Infrastructuur",
            "Minister van Infrastructuur",
            "Cora van Nieuwenhuizen",
        ),
        (
            "Yours sincerely,\n\nMaria Kovács\nExecutive Director",
            "Executive Director",
            "Maria Kovács",
        ),
        (
            "Met vriendelijke groet,\nP. Jansen\nHoofd afdeling Vergunningen\nGemeente Ede",
            "Hoofd afdeling Vergunningen Gemeente Ede",
            "P. Jansen",
        ),
    ],
)
def test_under_a_greeting_the_name_may_stand_above_the_function(block, sender, signatory):
    letter = parse(f"{CLOSING}{block}\n\nBijlage 1 Overzicht\n\n{CLOSING}")
    (signature,) = [p for p in letter.paragraphs if p.kind == "signature"]
    assert signature.text.endswith(f"{signatory} {sender}")
    assert (letter.metadata.sender.value, letter.metadata.signatory.value) == (sender, signatory)
    assert letter.text[slice(*letter.metadata.signatory.span)] == signatory


def test_a_name_without_a_function_or_a_greeting_is_no_signature():
    for block in ("Hoogachtend,\n\nGemeente Ede\nPostbus 1", "J. de Vries\nDirecteur Natuur"):
        letter = parse(f"{CLOSING}{block}\n")
        assert [p.kind.value for p in letter.paragraphs if p.kind == "signature"] == []
        assert letter.metadata.signatory is None


@pytest.mark.parametrize("between", ["</p><p>", "<br>"])
def test_the_name_may_stand_first_on_a_page_too(between):
    lines = between.join(("Hoogachtend,", "J. de Vries", "Directeur Natuur"))
    letter = load_parts(
        f"<p>Wij komen terug op uw brief.</p><p>{lines}</p>".encode(), None, "a.html", "a"
    )
    assert (letter.metadata.sender.value, letter.metadata.signatory.value) == (
        "Directeur Natuur",
        "J. de Vries",
    )
    assert letter.paragraphs[-1].kind == "signature"
