"""The page, run in this process without a browser."""

import shutil
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from qa import Index

APP = str(Path(__file__).parent.parent.parent / "app.py")
QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
SENTENCE = "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."
MARKED = "<mark>Arbeidsuitbuiting raakt voor een meerderheid mannen (<strong>68%</strong>).</mark>"
WHERE = "kamerbrief-mensenhandel › Statistische gegevens › alinea 20 · pagina 4 · regels 182–183"
OFF_TOPIC = "Hoe bak ik een appeltaart?"


def plain(label: str) -> str:
    """A label without what keeps Markdown off."""
    return label.replace("\u2060", "").replace("\\", "")


def html(page: AppTest) -> str:
    return "\n".join(element.value for element in page.html)


def visible(text: str) -> str:
    """HTML of a card without the words for those who hear it."""
    for hidden in ("citaat: ", " einde citaat", "quote: ", " end of quote"):
        text = text.replace(f'<span class="al-hidden">{hidden}</span>', "")
    return text


@pytest.fixture
def page(letter_index_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("ALINEA_INDEX", str(letter_index_path))
    return AppTest.from_file(APP, default_timeout=60)


def ask(page: AppTest, question: str) -> AppTest:
    page.chat_input[0].set_value(question).run()
    assert not page.exception
    return page


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


def test_confidence_is_said_in_words_with_the_number_on_demand(page: AppTest) -> None:
    ask(page.run(), QUESTION)
    said = [element.value for element in page.markdown]
    assert said[0].startswith("Geschatte kans dat deze zin de vraag beantwoordt: ")


def test_no_index_says_how_to_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALINEA_INDEX", raising=False)
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception
    assert page.subheader[0].value == (
        "Er zijn nog geen documenten om in te zoeken: maak eerst een index."
    )
    assert page.code[0].value == "qa index corpus/"
    assert not page.button


def test_the_page_makes_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("De vergadering begint om tien uur.\n")
    (tmp_path / "corpus" / "kapot.pdf").write_bytes(b"%PDF-1.4 rommel")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALINEA_INDEX", str(tmp_path / "made"))
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert page.button(key="build").label == "Maak de index van de map corpus/"
    page.button(key="build").click().run()
    deadline = time.monotonic() + 60
    while not page.chat_input and time.monotonic() < deadline:
        time.sleep(0.2)
        page.run()
    assert not page.exception
    (said,) = (error.value.replace("\\", "").replace("\u2060", "") for error in page.error)
    assert said == (
        "Niet gelezen: corpus/kapot.pdf. Het bestand is beschadigd of niet te lezen: haal het "
        "opnieuw op."
    )
    ask(page, "Hoe laat begint de vergadering?")
    assert "<mark>tien uur</mark>." in html(page) or "<mark>om tien uur</mark>." in html(page)
    assert not page.run().error


def test_where_no_file_can_be_read_each_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "kapot.pdf").write_bytes(b"%PDF-1.4 rommel")
    (tmp_path / "corpus" / "leeg.txt").write_text("\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALINEA_INDEX", str(tmp_path / "made"))
    page = AppTest.from_file(APP, default_timeout=60).run()
    page.button(key="build").click().run()
    deadline = time.monotonic() + 60
    while not page.error and time.monotonic() < deadline:
        time.sleep(0.2)
        page.run()
    said = " ".join(error.value for error in page.error).replace("\\", "").replace("\u2060", "")
    assert "Niet gelezen: corpus/kapot.pdf. Het bestand is beschadigd" in said
    assert "Niet gelezen: corpus/leeg.txt. " in said
    assert page.button(key="build").label == "Maak de index van de map corpus/"


def test_a_broken_index_gets_one_sentence(
    letter_index_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(letter_index_path, broken)
    next(broken.glob("generations/*/segment-1.arrays")).write_text("no")
    monkeypatch.setenv("ALINEA_INDEX", str(broken))
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert not page.exception
    assert [error.value for error in page.error] == [
        (
            "De index is beschadigd: herstel hem met `qa doctor --repair`, of maak hem opnieuw met "
            "`qa index`."
        )
    ]
    page.segmented_control(key="lang").set_value("en").run()
    assert page.error[0].value == (
        f"The index in {broken} is damaged (segment-1.arrays): run `qa doctor --repair`, or make it "
        "anew with `qa index SOURCE`."
    )


def test_an_index_of_another_format_gets_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old"
    old.mkdir()
    (old / "manifest.json").write_text('{"format": 3}')
    monkeypatch.setenv("ALINEA_INDEX", str(old))
    page = AppTest.from_file(APP, default_timeout=60).run()
    assert [error.value for error in page.error] == [
        "De index is gemaakt door een andere versie van Alinea: maak hem opnieuw met `qa index`."
    ]


def test_an_index_replaced_meanwhile_is_opened_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, index = tmp_path / "uur.txt", tmp_path / "index"
    source.write_text("De vergadering begint om tien uur.\n")
    Index.build([source], index)
    monkeypatch.setenv("ALINEA_INDEX", str(index))
    page = ask(AppTest.from_file(APP, default_timeout=60).run(), "Wanneer begint de vergadering?")
    assert "tien uur" in html(page)
    source.write_text("De vergadering begint om elf uur.\n")
    Index.build([source], index)
    page.run()
    assert not page.exception
    assert "elf uur" in html(page)
    assert "tien uur" not in html(page)
