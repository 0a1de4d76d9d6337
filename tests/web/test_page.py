"""The page, run in this process without a browser."""

import pytest
from page_text import ask, html, plain, visible
from streamlit.testing.v1 import AppTest

QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
MARKED = "<mark>Arbeidsuitbuiting raakt voor een meerderheid mannen (<strong>68%</strong>).</mark>"
WHERE = "kamerbrief-mensenhandel › Statistische gegevens › alinea 20 · pagina 4 · regels 182–183"
OFF_TOPIC = "Hoe bak ik een appeltaart?"


def test_an_answer_is_the_sentence_marked_in_its_paragraph_with_its_place(page: AppTest) -> None:
    ask(page.run(), QUESTION)
    shown = visible(html(page))
    assert MARKED in shown
    assert "Ten aanzien van arbeidsuitbuiting meldt de EC" in shown
    assert plain(page.button(key="open-0-0").label) == WHERE
    assert page.query_params["q"] == QUESTION
    assert "cite" not in page.query_params


def test_the_citation_opens_the_source_and_the_way_back_leads_to_the_answer(page: AppTest) -> None:
    ask(page.run(), QUESTION)
    page.button(key="open-0-0").click().run()
    assert not page.exception
    assert page.query_params["doc"] == "kamerbrief-mensenhandel"
    assert page.query_params["cite"] == "kamerbrief-mensenhandel#p20.s3"
    assert '<mark id="cited">Arbeids-</mark>' in html(page)
    assert WHERE in html(page)
    page.button(key="back").click().run()
    assert MARKED in visible(html(page))
    assert "cite" not in page.query_params


def test_a_shared_link_opens_at_the_citation(page: AppTest) -> None:
    page.query_params["q"] = QUESTION
    page.query_params["doc"] = "kamerbrief-mensenhandel"
    page.query_params["cite"] = "kamerbrief-mensenhandel#p20.s3"
    page.run()
    assert not page.exception
    assert (
        "<mark>uitbuiting raakt voor een meerderheid mannen (<strong>68%</strong>).</mark>"
        in visible(html(page))
    )
    page.button(key="back").click().run()
    assert MARKED in visible(html(page))


def test_a_link_with_a_question_alone_asks_it(page: AppTest) -> None:
    page.query_params["q"] = QUESTION
    page.run()
    assert MARKED in visible(html(page))


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        (
            {"doc": "weg", "cite": "weg#p1.s1"},
            "Deze link wijst naar een plaats die niet (meer) in deze documenten staat.",
        ),
        (
            {"doc": "kamerbrief-mensenhandel", "cite": "kamerbrief-mensenhandel#p99.s1"},
            "Deze link wijst naar een plaats die niet (meer) in deze documenten staat.",
        ),
        (
            {"cite": "<script>alert(1)</script>"},
            "Deze link wijst naar een plaats die niet (meer) in deze documenten staat.",
        ),
        (
            {
                "doc": "kamerbrief-mensenhandel",
                "cite": "kamerbrief-mensenhandel#p1",
                "v": "00000000",
            },
            "Het document is veranderd sinds deze link is gemaakt; daarom is er niets gemarkeerd.",
        ),
    ],
)
def test_a_broken_or_stale_link_gets_one_sentence_and_no_mark(
    page: AppTest, parameters: dict[str, str], sentence: str
) -> None:
    for name, value in parameters.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    assert [warning.value for warning in page.warning] == [sentence]
    assert "<mark" not in html(page)


def test_without_an_answer_the_nearest_passages_are_said_to_be_none(page: AppTest) -> None:
    ask(page.run(), OFF_TOPIC)
    shown = html(page)
    assert "<h3>Niet in deze documenten</h3>" in shown
    assert shown.count('<span class="al-tag">Geen antwoord</span>') == 5
    assert "<mark" not in shown
    page.button(key="near-0-0").click().run()
    assert not page.exception
    assert '<mark id="cited">' in html(page)


def test_the_interface_is_dutch_and_can_be_english(page: AppTest) -> None:
    page.run()
    assert page.chat_input[0].placeholder == "Stel een vraag over de documenten"
    page.segmented_control(key="lang").set_value("en").run()
    assert page.chat_input[0].placeholder == "Ask a question about the documents"
    ask(page, OFF_TOPIC)
    assert "<h3>Not in these documents</h3>" in html(page)
    assert page.query_params["q"] == OFF_TOPIC


def test_the_language_is_a_parameter_of_the_address(page: AppTest) -> None:
    page.query_params["lang"] = "en"
    page.query_params["q"] = QUESTION
    page.run()
    assert plain(page.button(key="open-0-0").label) == (
        "kamerbrief-mensenhandel › Statistische gegevens › paragraph 20 · page 4 · lines 182–183"
    )


def test_examples_are_answered_and_go_once_something_is_asked(page: AppTest) -> None:
    page.run()
    assert page.button(key="example-0").label == QUESTION
    page.button(key="example-0").click().run()
    assert not page.exception
    assert MARKED in visible(html(page))
    assert not [button for button in page.button if (button.key or "").startswith("example")]


def test_confidence_is_said_in_words_with_the_number_on_demand(page: AppTest) -> None:
    ask(page.run(), QUESTION)
    said = [element.value for element in page.markdown]
    assert said[0].startswith("Geschatte kans dat deze zin de vraag beantwoordt: ")
