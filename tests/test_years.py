"""Which years a text speaks of, and when these are others than those of a question."""

from __future__ import annotations

import pytest

from qa.years import speaks_of_others, years


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2017 en 2018 waren er 14.145 meldingen.", {2017, 2018}),
        ("over 2015 tot en met 2018", {2015, 2016, 2017, 2018}),
        ("de monitor 2014–2016", {2014, 2015, 2016}),
        ("seizoen 2019-21", {2019, 2020, 2021}),
        ("from 2017 to 2019", {2017, 2018, 2019}),
        ("op 2005-12-31", {2005}),
        ("van 2015 tot 18 meldingen", {2015}),
        ("de begroting voor 2020", {2020}),
        ("richtlijn 2011/36/EU, € 2.015 en 2015,5 en 12015", set()),
    ],
)
def test_years_are_found_with_those_between(text: str, found: set[int]) -> None:
    assert years(text) == found


@pytest.mark.parametrize(
    ("question", "text", "others"),
    [
        ("Hoeveel mensen overleden in 2015?", "In 2011 overleden ruim 5.000 mensen.", True),
        ("Hoeveel mensen overleden in 2011?", "In 2011 overleden ruim 5.000 mensen.", False),
        ("Hoeveel mensen overleden in 2015?", "Sinds 2011 overlijden er 5.000 per jaar.", False),
        ("Hoeveel mensen overleden in 2010?", "Sinds 2011 overlijden er 5.000 per jaar.", True),
        ("How many people died in 2010?", "Until 2011 some 5,000 people died.", False),
        ("Hoeveel is begroot voor 2021?", "Voor 2019 is 5 miljoen begroot.", True),
        ("Hoeveel is er tot 2021 nodig?", "Vóór 2023 is 5 miljoen nodig.", False),
        ("Hoeveel mensen overleden in 2015?", "Ruim 5.000 mensen overleden.", False),
        ("Hoeveel mensen overleden er?", "In 2011 overleden ruim 5.000 mensen.", False),
    ],
)
def test_other_years_are_told_from_the_same(question: str, text: str, others: bool) -> None:
    assert speaks_of_others(question, text) == others
