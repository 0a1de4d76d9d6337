"""What a document says of itself, with the place it was read from; and what it does not say."""

import pytest
from letters import parse

from qa.document import Metadata
from qa.load import load

FIELDS = [name for name in Metadata.__dataclass_fields__ if name not in ("language", "provenance")]
PROSE = "De gemeente opent in het voorjaar een opvang voor alle inwoners van de stad."


def read(text):
    """What was read, each field with what stands at its span."""
    document = parse(text)
    found = {name: getattr(document.metadata, name) for name in FIELDS}
    return {
        name: (field.value, document.text[slice(*field.span)])
        for name, field in found.items()
        if field
    }


def dated(*lines):
    return read("\n".join([*lines, "", PROSE, ""])).get("date", (None,))[0]


MINISTRY = f"""> Retouradres Postbus 99 1000 AA Stad

Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal
Postbus 99
1000 AA STAD

Datum 3 maart 2021
Betreft Antwoorden op vragen over de
opvang in de stad

Ons kenmerk
1234567
Uw kenmerk
2021Z00001

Geachte voorzitter,

{PROSE} Op 1 april 2020 schreef ik u daarover een brief met kenmerk 99.

Hoogachtend,
de minister van Opvang,

A. de Vries
"""


def test_a_letter_of_a_ministry():
    assert read(MINISTRY) == {
        "title": (
            "Antwoorden op vragen over de opvang in de stad",
            "Antwoorden op vragen over de\nopvang in de stad",
        ),
        "date": ("2021-03-03", "3 maart 2021"),
        "sender": ("de minister van Opvang", "de minister van Opvang"),
        "signatory": ("A. de Vries", "A. de Vries"),
        "recipient": (
            "de Voorzitter van de Tweede Kamer der Staten-Generaal",
            "de Voorzitter van de Tweede Kamer\nder Staten-Generaal",
        ),
        "reference": ("1234567", "1234567"),
    }


def test_a_parliamentary_paper():
    text = (
        "Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2020–2021\n\n99 123 XVI Opvang\n\n"
        "Nr. 42 BRIEF VAN DE MINISTER VAN OPVANG\n\n"
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
        f"Den Haag, 3 maart 2021\n\n{PROSE} Zie Kamerstuk 99 124, nr. 7.\n"
    )
    assert read(text) == {
        "title": ("BRIEF VAN DE MINISTER VAN OPVANG", "BRIEF VAN DE MINISTER VAN OPVANG"),
        "date": ("2021-03-03", "3 maart 2021"),
        "recipient": ("de Voorzitter van de Tweede Kamer der Staten-Generaal",) * 2,
        "reference": (
            "Kamerstuk 99 123 XVI, nr. 42",
            "99 123 XVI Opvang\n\nNr. 42",
        ),
    }


def test_printed_answers_to_questions():
    text = (
        "Tweede Kamer der Staten-Generaal 2\nVergaderjaar 2020–2021 Aanhangsel van de Handelingen\n"
        "Vragen gesteld door de leden der Kamer\n\n77\n\n"
        "Vragen van het lid De Boer (Partij) aan de Minister van Opvang over de\n"
        "opvang in de stad (ingezonden 5 januari 2021).\n\n"
        "Antwoord van Minister De Vries (Opvang), mede namens de Minister van Geld\n"
        "(ontvangen 3 maart 2021). Zie ook Aanhangsel Handelingen, vergaderjaar 2019–2020, nr. 5.\n"
        f"\nVraag 1\nKent u het bericht?\n\nAntwoord 1\n{PROSE}\n"
    )
    found = read(text)
    assert found["title"][0] == (
        "Vragen van het lid De Boer (Partij) aan de Minister van Opvang over de opvang in de stad"
    )
    assert found["date"] == ("2021-03-03", "3 maart 2021")
    assert found["sender"] == ("Minister De Vries (Opvang)",) * 2
    assert found["reference"][0] == "Aanhangsel Handelingen II 2020/21, nr. 77"
    assert found["reference"][1].startswith("2020–2021")


def test_an_english_letter():
    found = read(
        "To: The Municipality of Utrecht\nDate: 3 March 2021\nSubject: Shelter in the city\n"
        "Our reference: AB/2021-12\n\nDear Sir,\n\n"
        "The municipality opens a shelter for all who live there in the spring.\n"
    )
    assert found == {
        "title": ("Shelter in the city",) * 2,
        "date": ("2021-03-03", "3 March 2021"),
        "recipient": ("The Municipality of Utrecht",) * 2,
        "reference": ("AB/2021-12",) * 2,
    }


@pytest.mark.parametrize(
    "line",
    [
        "Den Haag, 3 maart 2021",
        "'s-Gravenhage, 3 maart 2021",
        "Bergen op Zoom, woensdag 3 maart 2021",
        "Datum: 03-03-2021",
        "Datum\n3 mrt. 2021",
        "Datum: Utrecht, 3 maart 2021",
        "Versie 2.1, 3 maart 2021",
        "Date: March 3, 2021",
        "Date: 2021-03-03",
    ],
)
def test_forms_of_a_date(line):
    assert dated(line) == "2021-03-03"


@pytest.mark.parametrize(
    "lines",
    [
        ["Verkiezingen", "3 maart 2021"],  # a day alone may be that of an event
        ["Uw brief van 3 maart 2021"],
        ["Datum vergadering: 3 maart 2021"],
        ["Datum: 31 februari 2021"],
        ["Datum: 3 maart"],
        ["Den Haag, 3 maart 2021", "Den Haag, 4 maart 2021"],
    ],
)
def test_what_is_no_date_of_the_document(lines):
    assert dated(*lines) is None


def test_a_date_in_the_text_or_a_note_is_that_of_something_else():
    assert read(f"{PROSE} In de krant1 stond meer.\n\nUtrecht, 3 maart 2021\n") == {}
    assert read(f"{PROSE} In de krant1 stond het.\n\n1 Trouw, 3 maart 2021\n") == {}


def test_a_decree_is_dated_above_its_signature():
    found = read(
        f"{PROSE} Dit besluit treedt morgen in werking.\n\nDen Haag, 3 maart 2021\n\n"
        "De Minister van Opvang,\nA. de Vries\n"
    )
    assert found["date"] == ("2021-03-03", "3 maart 2021")


@pytest.mark.parametrize(
    "lines",
    [
        ["Aan de slag"],
        ["Aan de inwoners valt veel te danken"],
        ["Onderwerp van gesprek is de opvang"],
        ["Van binnen uit"],
        ["Uw kenmerk: 2021Z00001"],
        ["Kenmerk van goed bestuur"],
        ["De leden van de vereniging"],
        ["Opvang"],
    ],
)
def test_nothing_is_made_of_other_words_above_a_text(lines):
    assert read("\n".join([*lines, "", PROSE, ""])) == {}


def test_the_letter_in_the_corpus_says_only_who_signed(letter):
    known = {name for name in FIELDS if getattr(letter.metadata, name)}
    assert known == {"sender", "signatory"}


def test_the_heading_above_all_others_is_the_title(tmp_path):
    path = tmp_path / "plan.md"
    path.write_text(f"# Het plan\n\n## Opvang\n\n{PROSE}\n\n## Geld\n\n{PROSE}\n", "utf-8")
    document = load(path, "plan")
    title = document.metadata.title
    assert (title.value, document.text[slice(*title.span)]) == ("Het plan", "Het plan")
    path.write_text(f"# Opvang\n\n{PROSE}\n\n# Geld\n\n{PROSE}\n", "utf-8")
    assert load(path, "plan").metadata.title is None


def test_a_sidecar_wins_over_what_is_read(tmp_path):
    (tmp_path / "brief.txt").write_text(MINISTRY, "utf-8")
    (tmp_path / "brief.toml").write_text('title = "Opvang"\ndate = 2021-03-04\n', "utf-8")
    metadata = load(tmp_path / "brief.txt", "brief").metadata
    assert (metadata.title.value, metadata.title.origin) == ("Opvang", "sidecar")
    assert (metadata.date.value, metadata.date.span) == ("2021-03-04", None)
    assert metadata.reference.value == "1234567"


def loaded(path, text):
    path.write_text(text, "utf-8")
    return load(path, "stuk")


def test_the_title_block_of_printed_answers_is_in_no_section_path(tmp_path):
    document = loaded(
        tmp_path / "stuk.txt",
        "Tweede Kamer der Staten-Generaal 2\n\n"
        "Vergaderjaar 2020–2021 Aanhangsel van de Handelingen\n\n77\n\n"
        "Vragen van het lid De Boer (Partij) over de opvang (ingezonden 5 januari 2021).\n\n"
        "Antwoord van Minister De Vries (ontvangen 3 maart 2021).\n\n"
        f"Vraag 1\n\nKent u het bericht?\n\nAntwoord 1\n\n{PROSE}\n",
    )
    assert document.metadata.reference.value == "Aanhangsel Handelingen II 2020/21, nr. 77"
    assert [s.title for s in document.sections] == [None, "Vraag 1", "Antwoord 1"]
    first = document.paragraphs[0]
    assert (first.id, first.text.split(" (")[0]) == ("stuk#p1", "Vragen van het lid De Boer")
    assert [document.text[slice(*span)] for span in document.furniture] == [
        "Tweede Kamer der Staten-Generaal 2",
        "Vergaderjaar 2020–2021 Aanhangsel van de Handelingen",
        "77",
    ]


def test_a_chapter_that_is_named_like_a_series_stays_a_heading(tmp_path):
    text = f"Opvang\n\n{PROSE}\n\nHandelingen van de gemeente\n\n{PROSE}\n"
    document = loaded(tmp_path / "stuk.txt", text)
    assert [s.title for s in document.sections] == ["Opvang", "Handelingen van de gemeente"]
