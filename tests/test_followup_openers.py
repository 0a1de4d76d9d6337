"""What a follow-up may begin and end with, and names in capitals that look like such words."""

import pytest

from qa.followup import understand

COUNT = "Hoeveel slachtoffers waren er in 2017?"
ENGLISH = "How many victims were there in 2017?"
OM = "Hoeveel zaken deed het OM?"
EU = "What does the EU say?"


@pytest.mark.parametrize(
    "question",
    [
        "En in 2018 dan?",
        "En hoe zit het in 2018?",
        "En hoe zit dat in 2018?",
        "Ok, en in 2018?",
        "OK, en in 2018?",
        "Oké, en in 2018?",
        "Dus in 2018?",
        "Dus 2018?",
        "2018?",
        "Hoeveel waren er in 2018 dan?",
    ],
)
def test_another_year_is_asked_for(question: str) -> None:
    assert understand(question, COUNT) == "Hoeveel slachtoffers waren er in 2018?"


@pytest.mark.parametrize("question", ["And in 2018 then?", "OK, and in 2018?", "So in 2018?"])
def test_so_it_is_in_english(question: str) -> None:
    assert understand(question, ENGLISH) == "How many victims were there in 2018?"


@pytest.mark.parametrize(
    "question",
    ["En dan?", "En sinds dan?", "Dus in Nederland stijgt uitbuiting?", "Dus vrouwen werken?"],
)
def test_what_says_more_or_less_is_left_alone(question: str) -> None:
    assert understand(question, COUNT) is None


@pytest.mark.parametrize(
    ("previous", "question", "understood"),
    [
        (OM, "En de IND?", "Hoeveel zaken deed de IND?"),
        ("Hoeveel zaken deed de IND?", "En het OM?", OM),
        (
            "Hoeveel zaken behandelde de politie in 2018?",
            "En het OM?",
            "Hoeveel zaken behandelde het OM in 2018?",
        ),
        (
            "Hoeveel zaken behandelde de politie in 2018, wat betreft het OM?",
            "En de gemeente?",
            "Hoeveel zaken behandelde de politie in 2018, wat betreft de gemeente?",
        ),
        (EU, "And the US?", "What does the US say?"),
        (EU, "And the WHO?", "What does the WHO say?"),
        (EU, "And WHO?", "What does WHO say?"),
        # where all is in capitals they tell nothing
        (EU, "WHY?", "What does the EU say? WHY?"),
        (EU, "AND IN 2015?", "What does the EU say in 2015?"),
    ],
)
def test_a_name_in_capitals_is_no_small_word(previous: str, question: str, understood: str) -> None:
    assert understand(question, previous) == understood
