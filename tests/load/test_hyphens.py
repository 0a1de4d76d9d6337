"""Hyphens at line ends: which one only split a word, and which belongs to it."""

import pytest
from letters import parse


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
        ("een reeks en – zo\nblijkt – meer", "een reeks en – zo blijkt – meer"),
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
