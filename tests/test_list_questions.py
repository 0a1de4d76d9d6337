"""Questions that ask for a list, and answers that are one by themselves."""

import pytest
from encoders import WordEncoder

from qa.extent import names_several
from qa.list_questions import asks_list
from qa.question import make_question


@pytest.mark.parametrize(
    "question",
    [
        "Welke landen doen mee?",
        "Welke minder opvallende groepen mogen niet over het hoofd worden gezien?",
        "Met welke twee organen werkt de EU samen?",
        "Op welke terreinen is meer nodig?",
        "Noem de oorzaken",
        "Wat zijn de gevolgen van de crisis?",
        "Om wat voor groepen gaat het?",
        "Geef een opsomming",
        "Which European countries take part?",
        "What measures were taken?",
        "What are the consequences?",
        "Name two partners of Europol.",
        "Ik zoek een lijst van landen",
        "Give me a list of the sectors",
        "Which main new measures were announced?",
        "Which member states objected?",
        "Which industry associations object to the rules?",
        "Which young people should be reached?",
        "Which countries?",
        "Which police forces work together?",
        "What new measures were taken?",
        "What measures does the letter announce?",
        "What kinds of exploitation exist?",
        "What rules apply to companies?",
        "Name the countries that take part.",
        "Noem de belangrijkste oorzaken",
        "Noem er drie",
        "Welke belangrijke wetten zijn er?",
    ],
)
def test_a_question_asks_for_several_things(question):
    assert asks_list(make_question(question, WordEncoder().encode_query([question])[0]))


@pytest.mark.parametrize(
    "question",
    [
        "Welke wettelijke basis heeft dit?",
        "Welk jaar was dat?",
        "Welke afkorting gebruikt de brief?",
        "Welke rol spelen gemeenten?",
        "Wat is mensenhandel?",
        "Hoeveel slachtoffers zijn er?",
        "Wie ondertekende de brief?",
        "What is the deadline?",
        "Which country has most victims?",
        "What happens next?",
        "Wat is de som van de boetes?",
        "Staat Nederland op de lijst?",
        "What is the name of the centre?",
        "Who signed the list?",
        "",
        "What determines the amount?",
        "What explains the rise?",
        "What happened last Christmas?",
        "What drives crime?",
        "What partly explains the rise?",
        "What stands in article 3?",
        "What remains unclear?",
        "What matters?",
        "Which minister signs the letter?",
        "Which minister signs letters?",
        "Which act covers it?",
        "Which act covers labour exploitation?",
        "Which general signs the order?",
        "Which hospital treats victims?",
        "Which organisation supports victims in the Netherlands?",
        "Name the minister who signed the letter.",
        "Noem de grootste stad",
        "Noem het jaar waarin de wet inging",
        "Welke boete betalen werkgevers?",
        "Welke informatie geven banken?",
        "Welke eurocommissaris maakt de strategie bekend?",
    ],
)
def test_a_question_asks_for_one_thing(question):
    assert not asks_list(make_question(question, WordEncoder().encode_query([question])[0]))


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("de IND, het COA en de politie", True),
        ("Rotterdam, Den Haag of Utrecht", True),
        ("mannen, vrouwen, kinderen", True),
        ("a school, a library, and a station", True),
        ("Op 1 mei 2020, en dat is laat", False),
        ("ja, of nee", False),
        ("Kaag, de minister", False),
        ("De minister, die ziek is, komt", False),
        ("1,5 en 2", False),
    ],
)
def test_words_that_name_several_things_are_a_list_by_themselves(text, several):
    assert names_several(text, "en" if text.startswith("a ") else "nl") is several
