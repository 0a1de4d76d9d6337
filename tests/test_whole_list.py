"""A list is an answer as a whole, and what leads it is read with its items."""

from __future__ import annotations

import pytest

from qa import Index

FAQ = """Over de energietoeslag

De energietoeslag is een bedrag van 800 euro voor huishoudens met een laag inkomen.

U hebt recht op de energietoeslag als:

- uw inkomen lager is dan 120 procent van het sociaal minimum;
- u zelf een energiecontract hebt;
- u 21 jaar of ouder bent en geen student.

De aanvraag duurt zes weken.

Het college stelt de volgende bezuinigingen voor:

1. minder onderhoud van parken;
2. een hogere parkeerheffing;
3. sluiting van het zwembad.
"""
RIGHT_TO_IT = ["energie#p2", "energie#p3", "energie#p4", "energie#p5"]


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("faq")
    (folder / "energie.txt").write_text(FAQ, "utf-8")
    return Index.build(folder / "energie.txt", folder / "index")


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("Wie heeft recht op de energietoeslag?", RIGHT_TO_IT),
        (
            "Welke bezuinigingen stelt het college voor?",
            ["energie#p7", "energie#p8", "energie#p9", "energie#p10"],
        ),
    ],
)
def test_a_list_answers_though_its_lead_alone_does_not(index, question, ids):
    answers = index.ask(question).answers
    assert [answer.citation.id for answer in answers[: len(ids)]] == ids
    assert answers[0].text.endswith(":")
    assert answers[0].span is None  # what answers is in the items


def test_a_list_counts_as_one_answer_wherever_it_stands(index):
    answers = index.ask("Hoeveel bedraagt de energietoeslag?", k=2, min_confidence=0).answers
    assert [a.citation.id for a in answers] == ["energie#p1", *RIGHT_TO_IT]


def test_the_number_of_an_item_is_no_answer(index):
    answer = index.ask("Gaat het zwembad dicht?", min_confidence=0).answers[0]
    assert answer.text == "3. sluiting van het zwembad."
    assert answer.span is None or answer.text[slice(*answer.span)] != "3"
