"""Numbers, percentages, fractions, dates and identifiers meet in one normal form."""

import pytest

from qa.analysis import Analyser, Parts

BARE = Analyser([])


def terms(text, language="nl"):
    return BARE.document_terms(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("14 145", "nl"),
        ("14.145", "nl"),
        ("14145", "nl"),
        ("14\u00a0145", "nl"),
        ("14,145", "en"),
        ("14145", "en"),
    ],
)
def test_thousands_are_one_number(text, language):
    assert terms(text, language) == ["14145"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("68%", "nl"),
        ("68 %", "nl"),
        ("68 procent", "nl"),
        ("achtenzestig procent", "nl"),
        ("68 percent", "en"),
        ("68 per cent", "en"),
        ("sixty-eight percent", "en"),
        ("sixty eight per cent", "en"),
    ],
)
def test_a_percentage_is_a_number_and_a_unit(text, language):
    assert terms(text, language) == ["68", "unit:%"]


@pytest.mark.parametrize(
    ("text", "language", "share"),
    [
        ("een kwart", "nl", "25"),
        ("één op de vier", "nl", "25"),
        ("driekwart", "nl", "75"),
        ("de helft", "nl", "50"),
        ("twee derde", "nl", "2/3"),
        ("een derde van", "nl", "1/3"),
        ("½", "nl", "50"),
        ("a quarter", "en", "25"),
        ("one in four", "en", "25"),
        ("three quarters", "en", "75"),
        ("half of", "en", "50"),
        ("two thirds", "en", "2/3"),
        ("a third of", "en", "1/3"),
    ],
)
def test_a_fraction_is_a_percentage(text, language, share):
    assert terms(text, language) == [share, "unit:%"]


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("vijf", "nl", "5"),
        ("five", "en", "5"),
        ("tweeëntwintig", "nl", "22"),
        ("honderdtwintig", "nl", "120"),
        ("honderdentwintig", "nl", "120"),
        ("twaalfhonderd", "nl", "1200"),
        ("tweeduizend", "nl", "2000"),
        ("2,5 miljoen", "nl", "2500000"),
        ("12 duizend", "nl", "12000"),
        ("two hundred and fifty", "en", "250"),
        ("fourteen thousand", "en", "14000"),
        ("12,5", "nl", "12.5"),
        ("12.5", "en", "12.5"),
    ],
)
def test_numbers_in_words_are_digits(text, language, number):
    assert terms(text, language) == [number]


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("€ 48,6 mln", "nl", "48600000"),
        ("3 mld", "nl", "3000000000"),
        ("2,5 mrd", "nl", "2500000000"),
        ("£5bn", "en", "5000000000"),
        ("€1.2m", "en", "1200000"),
        ("anderhalf miljoen", "nl", "1500000"),
        ("één miljoen", "nl", "1000000"),
        ("een half miljoen", "nl", "500000"),
        ("one million", "en", "1000000"),
        ("€ 1.461,52", "nl", "1461.52"),
        ("1.234.567,5", "nl", "1234567.5"),
        ("drieduizend vijfhonderd", "nl", "3500"),
        ("een miljoen vijfhonderdduizend", "nl", "1500000"),
        ("two thousand five hundred", "en", "2500"),
    ],
)
def test_a_large_number_is_one_number(text, language, number):
    assert terms(text, language) == [number]


def test_numbers_that_follow_each_other_stay_apart():
    assert terms("2 miljoen vijf jaar terug") == ["2000000", "5", "jaar", "terug"]
    assert terms("drieduizend en vijfhonderd") == ["3000", "500"]
    assert terms("5 m of road", "en") == ["5", "m", "road"]
    assert terms("1.234,567") == ["1.234,567"]


@pytest.mark.parametrize(
    ("text", "share"),
    [("1 op 8", "1/8"), ("een op acht", "1/8"), ("drievijfde", "60"), ("een derde minder", "1/3")],
)
def test_a_share_has_several_forms(text, share):
    assert terms(text)[:2] == [share, "unit:%"]


def test_what_is_no_number_is_left_alone():
    assert terms("een half jaar, een huis") == ["half", "jaar", "huis"]
    assert terms("half a million", "en") == ["50", "unit:%", "million"]
    assert terms("een derde verslag") == ["der", "verslag"]
    assert terms("2017 en 2018") == ["2017", "2018"]
    assert terms("13461 in 2015", "en") == ["13461", "2015"]
    assert terms("de nacht, gewacht en negentig nachten", "nl") == ["nacht", "wacht", "90", "nacht"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("18 november 2020", "nl"),
        ("18 nov. 2020", "nl"),
        ("18-11-2020", "nl"),
        ("18/11/2020", "nl"),
        ("18.11.2020", "nl"),
        ("2020-11-18", "nl"),
        ("November 18, 2020", "en"),
        ("18th of November 2020", "en"),
        ("11/18/2020", "en"),
    ],
)
def test_a_date_is_a_day_a_month_and_a_year(text, language):
    assert terms(text, language) == ["date:11-18", "month:11", "2020"]


def test_parts_of_dates_meet():
    assert terms("18 november jl.") == ["date:11-18", "month:11", "jl"]
    assert terms("in mei 2021") == terms("in May 2021", "en") == ["month:05", "2021"]
    assert terms("on March 3rd", "en") == terms("op 3 maart") == ["date:03-03", "month:03"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("10-11 april 2018", "nl"),
        ("10 t/m 11 april 2018", "nl"),
        ("10 tot en met 11 april 2018", "nl"),
        ("10 en 11 april 2018", "nl"),
        ("10 to 11 April 2018", "en"),
        ("April 10-11, 2018", "en"),
    ],
)
def test_both_days_have_the_month(text, language):
    assert terms(text, language) == ["date:04-10", "date:04-11", "month:04", "2018"]


@pytest.mark.parametrize(
    "text",
    ["Q3 2025", "2025Q3", "derde kwartaal 2025", "3e kwartaal van 2025", "kwartaal 3 in 2025"],
)
def test_a_quarter_is_a_number_and_a_year(text):
    assert sorted(terms(text)) == ["2025", "kwartaal", "quarter:3"]


def test_a_quarter_is_the_same_in_english():
    assert terms("third quarter of 2025", "en") == ["quarter:3", "quarter", "2025"]
    assert terms("quarter 5", "en") == ["quarter", "5"]


@pytest.mark.parametrize("text", ["9:05 uur", "9.05 uur", "09.05 uur", "09:05 uur"])
def test_a_time_of_day_has_a_full_stop(text):
    assert terms(text) == ["9.05", "uur"]


def test_what_is_no_time_is_left_alone():
    assert terms("10:15:30") == ["10", "15", "30"]
    assert terms("schaal 1:10.000") == ["schaal", "1", "10000"]


def test_what_is_no_date_is_left_alone():
    assert terms("in november 18 zaken") == ["month:11", "18", "zaak"]
    assert terms("you may march", "en") == ["march"]
    assert terms("31-13-2020") == ["31", "13", "2020"]
    assert terms("2015–2019") == ["2015", "2019"]


@pytest.mark.parametrize(
    "text",
    ["28 638, nr. 185", "28638-185", "28638 nr 185", "28.638, nr. 185", "28 638 XV, nr. 185"],
)
def test_a_parliamentary_paper_is_a_dossier_and_a_number(text):
    assert terms(text) == ["id:28638-185", "28638", "185"]


def test_other_identifiers():
    assert terms("Richtlijn 2011/36/EU") == terms("richtlijn 2011/36") == ["richtlijn", "2011/36"]
    assert terms("2020/21") == terms("2020-2021") == terms("2020–21") == ["2020", "2021"]
    assert terms("ECLI:NL:HR:2020:123.") == ["id:ecli:nl:hr:2020:123"]


def test_each_of_these_can_be_switched_off():
    text = "68% van 14 145 op 18 november in 28 638, nr. 185"
    off = Analyser([], Parts(numbers=False, dates=False, identifiers=False))
    assert off.document_terms(text, "nl") == [
        *["68", "14", "145", "18", "november", "28", "638", "nr", "185"]
    ]


def test_an_english_question_gives_its_numbers_their_english_meaning():
    assert BARE.question_terms("Were 14,145 victims, or two thirds?", "nl", "en") == [
        *["14145", "victim", "2/3", "unit:%"]
    ]
