"""Hyphens at line ends: which one only split a word, and which belongs to it."""

import json
from pathlib import Path

import pytest
from letters import parse

from qa.load.decode import decode
from qa.load.joins import Joiner
from qa.load.lines import split_lines

LABELLED = Path(__file__).parents[2] / "eval" / "parsing" / "hyphens.jsonl"
DOCUMENTS = Path(__file__).parents[3] / "shared" / "documents" / "txt"


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("de Vaste Kamercom-\nmissie van Justitie", "de Vaste Kamercommissie van Justitie"),
        ("een groep mensenhan- \ndelaars", "een groep mensenhandelaars"),
        ("samenwerking met EU-\nagentschappen", "samenwerking met EU-agentschappen"),
        ("het platform Empact-\nTHB is er", "het platform Empact-THB is er"),
        ("de uitbraak van COVID-\n19 in het land", "de uitbraak van COVID-19 in het land"),
        ("mensen met drugs- \nen alcoholverslaving", "mensen met drugs- en alcoholverslaving"),
        ("in- \nof uitvoer van goederen", "in- of uitvoer van goederen"),
        ("de periode 2014-\n2018 en later", "de periode 2014-2018 en later"),
        ("een zachte af\u00ad\nbreking", "een zachte afbreking"),
        ("een pauze -\nof niet", "een pauze - of niet"),
        ("de gouver-\nnementele steun", "de gouvernementele steun"),
        ("een niet-\ngouvernementele organisatie", "een niet-gouvernementele organisatie"),
        ("wat niet-\nig is verklaard", "wat nietig is verklaard"),
        ("de regels voor auto-\nrijden", "de regels voor autorijden"),
        ("de provincie Noord-\nHolland", "de provincie Noord-Holland"),
        ("de covid-19-\nuitbraak", "de covid-19-uitbraak"),
        ("de vee-\nindustrie hier", "de vee-industrie hier"),
        ("een politiek-\nbestuurlijke keuze", "een politiek-bestuurlijke keuze"),
        ("een ver-van-\nmijn-bed-show", "een ver-van-mijn-bed-show"),
        ("alle ggz-\naanbieders samen", "alle ggz-aanbieders samen"),
        ("het VERKIEZINGS-\nPROGRAMMA van nu", "het VERKIEZINGSPROGRAMMA van nu"),
        ("een reeks en – zo\nblijkt – meer", "een reeks en – zo blijkt – meer"),
        ("elk A-\nmerk in de winkel", "elk A-merk in de winkel"),
        ("een e-\nmail aan allen", "een e-mail aan allen"),
    ],
)
def test_a_line_end_is_read_as_a_person_would(source, reading):
    letter = parse(f"Dit gaat over {source} zoals bekend.")
    assert letter.paragraphs[0].text == f"Dit gaat over {reading} zoals bekend."


def test_a_compound_that_the_text_hyphenates_elsewhere_keeps_its_hyphen():
    letter = parse("Het money-principe is bekend. Ook hier geldt het money-\nprincipe weer.")
    assert letter.paragraphs[0].text == (
        "Het money-principe is bekend. Ook hier geldt het money-principe weer."
    )


def test_a_word_may_be_broken_over_the_notes_of_a_page():
    letter = parse(
        "De opvang1 van de slachtoffers is in handen van de gemeen-\n\n"
        "1 Stcrt. 2012, nr. 2.\nten en van het Rijk.\n"
    )
    assert letter.paragraphs[0].text == (
        "De opvang van de slachtoffers is in handen van de gemeenten en van het Rijk."
    )
    assert letter.paragraphs[0].reading.pieces == ((0, 9), (10, 58), (82, 102))
    assert letter.footnotes[0].lines == (3, 3)


def test_an_english_compound_keeps_its_hyphen():
    letter = parse(
        "The committee has the honour to report on what was found. The long-\n"
        "stay facility and its opera-\ntion were looked at by the inspec-\ntors.\n"
    )
    assert letter.paragraphs[0].text == (
        "The committee has the honour to report on what was found. The long-stay facility and "
        "its operation were looked at by the inspectors."
    )


def _kept(text: str, offset: int) -> bool:
    """Whether the hyphen at an offset, the last of its line, is in the reading text."""
    lines = [line for line in split_lines(text) if not line.blank and line.end > offset]
    reading = Joiner(text, []).join([(lines[0].start, offset + 1), lines[1].span])
    return reading.reading_offset(offset) is not None


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the party programmes are not here")
def test_hyphens_of_party_programmes_are_read_as_labelled_by_hand():
    rows = [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines()]
    reported = [row for row in rows if row["part"] == "report"]
    right = 0
    for row in reported:
        text, _ = decode((DOCUMENTS / row["file"]).read_bytes(), row["file"])
        around = slice(max(row["offset"] - 3000, 0), row["offset"] + 3000)  # as in a short letter
        right += _kept(text[around], row["offset"] - around.start) == row["kept"]
    assert len(reported) == 76
    assert right / len(reported) >= 0.9
