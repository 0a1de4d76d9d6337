"""Items of a plain text that only the lines around them tell."""

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


def test_a_hollow_bullet_that_became_a_letter_begins_an_item() -> None:
    board = (
        "o Voorzitter: Jan Jansen  \no Penningmeester: Els de Wit, ook voor zaken die met\n"
        "geld te maken hebben\no Lid: Piet Vos\n"
    )
    assert read(f"{PROSE}\n{board}\nDe volgende lasten vervallen:\no BPM\no erfbelasting\n") == [
        READ,
        "list item: o Voorzitter: Jan Jansen",
        "list item: o Penningmeester: Els de Wit, ook voor zaken die met geld te maken hebben",
        "list item: o Lid: Piet Vos",
        "body: De volgende lasten vervallen:",
        "list item: o BPM",
        "list item: o erfbelasting",
    ]


def test_the_letter_alone_is_no_bullet() -> None:
    within = (
        "Het woord dat daar op de muur geschreven stond was volgens velen niet meer dan\no jee\n"
    )
    spaced = "o p e n b a r e o r d e\n\no v e r i g\n"
    assert not [line for line in read(f"{PROSE}\n{within}\n{spaced}") if "list item" in line]
    assert read(f"{PROSE}\no ja, dat is waar.\n")[1] == "body: o ja, dat is waar."


def test_three_numbered_lines_in_a_row_are_a_list_under_a_title_too() -> None:
    names = ["1. J. Jansen ( Jan )", "2. E. de Wit ( Els )", "3. P. Vos ( Piet )"]
    assert read(
        "\n".join(["Kandidaten voor de raad", "Partij van de Brug", *names, "", PROSE])
    ) == [
        "body: Kandidaten voor de raad Partij van de Brug",
        *(f"list item: {name}" for name in names),
        READ,
    ]


def test_two_are_none() -> None:
    text = "Het besluit rust volgens de raad op de artikelen\n1. en\n2. van de verordening.\n"
    assert not [line for line in read(f"{PROSE}\n{text}") if line.startswith("list item")]
