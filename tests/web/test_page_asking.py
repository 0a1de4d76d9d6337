"""Questions on the page that cannot be asked, and what is in sight while one is."""

import pytest
from page_text import ask, html, visible
from streamlit.testing.v1 import AppTest

from qa import Index

QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
MARKED = "<mark>Arbeidsuitbuiting raakt voor een meerderheid mannen (<strong>68%</strong>).</mark>"
OFF_TOPIC = "Hoe bak ik een appeltaart?"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("?!", "De vraag is leeg: typ een vraag in woorden."),
        (
            "waarom " * 1500,
            "De vraag is te lang (hoogstens 2000 tekens): vraag het in een of twee zinnen.",
        ),
    ],
)
def test_a_question_that_cannot_be_asked_gets_one_sentence(
    page: AppTest, question: str, sentence: str
) -> None:
    ask(page.run(), question)
    assert [warning.value for warning in page.warning] == [sentence]
    assert "q" not in page.query_params
    ask(page, QUESTION)
    assert MARKED in visible(html(page))


def test_a_question_is_shown_as_it_was_typed(page: AppTest) -> None:
    ask(page.run(), "<script>alert(1)</script> **vet** $x^2$ :smile: <img src=x>")
    assert (
        '<h2 class="al-question">&lt;script&gt;alert(1)&lt;/script&gt; **vet** $x^2$ :smile: '
        "&lt;img src=x&gt;</h2>" in html(page)
    )


def test_a_question_is_in_sight_while_its_answer_is_looked_for(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(page.run(), OFF_TOPIC)

    def never(*args: object, **named: object) -> None:
        raise RuntimeError("no answer yet")

    monkeypatch.setattr(Index, "ask", never)
    page.chat_input[0].set_value(QUESTION).run()
    shown = html(page)
    assert shown.index(f'<h2 class="al-question">{OFF_TOPIC}</h2>') < shown.index(
        f'<h2 class="al-question">{QUESTION}</h2>'
    )
    assert shown.count('<p class="al-coming" role="status">Er wordt gezocht…</p>') == 1
    monkeypatch.undo()


def test_beside_the_source_too_a_question_is_in_sight_at_once(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(page.run(), QUESTION)
    page.button(key="open-0-0").click().run()

    def never(*args: object, **named: object) -> None:
        raise RuntimeError("no answer yet")

    monkeypatch.setattr(Index, "ask", never)
    page.chat_input(key="ask-beside").set_value(OFF_TOPIC).run()
    shown = html(page)
    assert f'<h2 class="al-question">{OFF_TOPIC}</h2>' in shown
    assert "Er wordt gezocht…" in shown
    assert '<mark id="cited">Arbeids-</mark>' in shown  # the source stays
    monkeypatch.undo()


def test_what_was_looked_for_is_not_said_once_the_answer_is_there(page: AppTest) -> None:
    ask(page.run(), QUESTION)
    assert "Er wordt gezocht" not in html(page)


def test_a_blank_question_is_not_asked(page: AppTest) -> None:
    ask(page.run(), "   ")
    assert 'class="al-question"' not in html(page)
    assert not page.warning
    assert page.button(key="example-0").label == QUESTION
    ask(page, QUESTION)
    ask(page, " \n ")
    assert html(page).count('class="al-question"') == 1
    page.button(key="open-0-0").click().run()
    page.chat_input(key="ask-beside").set_value("   ").run()
    assert html(page).count('class="al-question"') == 1
    assert page.query_params["cite"] == "kamerbrief-mensenhandel#p20.s3"


def test_a_blank_question_of_a_link_is_none(page: AppTest) -> None:
    page.query_params["q"] = "   "
    page.run()
    assert not page.exception
    assert page.button(key="example-0").label == QUESTION
