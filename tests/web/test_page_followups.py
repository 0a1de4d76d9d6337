"""Follow-up questions on the page: understood, linked, and asked on their own."""

from page_text import ask, html, visible
from streamlit.testing.v1 import AppTest

QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
MARKED = "<mark>Arbeidsuitbuiting raakt voor een meerderheid mannen (<strong>68%</strong>).</mark>"
OFF_TOPIC = "Hoe bak ik een appeltaart?"


COUNT = "Hoeveel slachtoffers werden in 2017 geregistreerd?"
IN_2018 = "Hoeveel slachtoffers werden in 2018 geregistreerd?"


def test_a_follow_up_is_understood_by_the_question_before_it(page: AppTest) -> None:
    ask(ask(page.run(), COUNT), "En in 2018?")
    shown = html(page)
    assert shown.count("Opgevat als: ") == 1
    assert f"Opgevat als: {IN_2018}</p>" in shown
    assert '<h2 class="al-question">En in 2018?</h2>' in shown
    assert page.query_params["q"] == IN_2018
    ask(page, "En in 2016?")
    assert "Opgevat als: Hoeveel slachtoffers werden in 2016 geregistreerd?</p>" in html(page)


def test_a_link_to_a_follow_up_holds_the_whole_question(page: AppTest) -> None:
    ask(ask(page.run(), COUNT), "En in 2018?")
    key = next(b.key for b in page.button if (b.key or "").startswith(("open-1-0", "near-1-0")))
    page.button(key=key).click().run()
    assert not page.exception
    assert page.query_params["q"] == IN_2018
    page.button(key="back").click().run()
    assert html(page).count('class="al-question"') == 2
    assert f"Opgevat als: {IN_2018}</p>" in html(page)


def test_beside_the_source_a_follow_up_goes_on_from_the_last_question_that_could_be_asked(
    page: AppTest,
) -> None:
    ask(ask(page.run(), COUNT), "???")
    page.query_params["q"] = COUNT
    page.query_params["doc"] = "kamerbrief-mensenhandel"
    page.query_params["cite"] = "kamerbrief-mensenhandel#p17"
    page.run()
    page.chat_input(key="ask-beside").set_value("En in 2018?").run()
    assert not page.exception
    assert f"Opgevat als: {IN_2018}</p>" in html(page)


def test_a_follow_up_can_be_asked_on_its_own(page: AppTest) -> None:
    ask(ask(page.run(), COUNT), "En in 2018?")
    assert page.button(key="alone-1").label == "Los stellen"
    page.button(key="alone-1").click().run()
    assert not page.exception
    assert "Opgevat als: " not in html(page)
    assert html(page).count('class="al-question"') == 2
    assert page.query_params["q"] == "En in 2018?"
    assert not [button for button in page.button if (button.key or "").startswith("alone")]


def test_a_question_that_stands_alone_is_left_alone(page: AppTest) -> None:
    ask(ask(page.run(), COUNT), QUESTION)
    assert "Opgevat als: " not in html(page)
    assert page.query_params["q"] == QUESTION


def test_several_questions_stay_in_sight(page: AppTest) -> None:
    ask(ask(page.run(), QUESTION), OFF_TOPIC)
    assert html(page).count('class="al-question"') == 2
    assert MARKED in visible(html(page))
    assert "Niet in deze documenten" in html(page)
