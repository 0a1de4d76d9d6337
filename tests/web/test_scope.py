"""What is searched: some documents, some dates; and which of them is newer."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from qa import Index
from qa.web.scope import describe_scope, within
from qa.web.state import Scope
from qa.web.text import Words

APP = str(Path(__file__).parent.parent.parent / "app.py")
QUESTION = "Hoe hoog is de bijdrage aan het zwembad?"


@pytest.fixture(scope="module")
def index_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three notes of three years, and 297 others."""
    folder = tmp_path_factory.mktemp("stukken")
    for year, text in (
        (2019, "De bijdrage aan het zwembad is 100 euro per jaar."),
        (2020, "De bijdrage aan het zwembad is 250 euro per jaar."),
        (2021, "Voortaan legt de gemeente op het zwembad 400 euro toe."),
    ):
        file = folder / f"nota-{year}.txt"
        file.write_text(f"{text}\n")
        file.with_suffix(".toml").write_text(f'title = "Nota {year}"\ndate = "{year}-06-01"\n')
    for number in range(297):
        (folder / f"stuk-{number:03}.txt").write_text(f"Punt {number} van de agenda.\n")
    Index.build([folder], folder.parent / "index-scope")
    return folder.parent / "index-scope"


@pytest.fixture
def page(index_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("ALINEA_INDEX", str(index_path))
    return AppTest.from_file(APP, default_timeout=60)


def ask(page: AppTest, question: str = QUESTION) -> AppTest:
    page.chat_input[0].set_value(question).run()
    assert not page.exception
    return page


def html(page: AppTest) -> str:
    return "\n".join(element.value for element in page.html)


def multiselect(page: AppTest):
    return next(m for m in page.multiselect if m.key.startswith("scope-in"))


@pytest.mark.parametrize("day", ["1000-01-01", "9999-12-31"])
def test_a_link_with_a_day_that_the_calendar_does_not_offer(page: AppTest, day: str) -> None:
    page.query_params["from"] = day
    page.run()
    assert not page.exception
    assert page.date_input(key="scope-since").value.isoformat() == day


def test_a_scope_leaves_documents_by_name_and_by_date(index_path: Path) -> None:
    documents = Index.open(index_path).documents()
    assert len(within(documents, Scope())) == 300
    assert [d.id for d in within(documents, Scope(("nota-2020", "stuk-001")))] == [
        "nota-2020",
        "stuk-001",
    ]
    dated = within(documents, Scope(since="2020-01-01", until="2021-12-31"))
    assert [d.id for d in dated] == ["nota-2020", "nota-2021"]
    assert within(documents, Scope(("stuk-001",), since="2020-01-01")) == []


def test_a_scope_is_said_in_words(index_path: Path) -> None:
    index = Index.open(index_path)
    assert describe_scope(index, Scope(), Words("nl")) == (
        "Er is gezocht in 300 documenten, 300 alinea's."
    )
    assert describe_scope(index, Scope(since="2021-01-01"), Words("nl")) == (
        "Er is gezocht in 1 document (Nota 2021 · 1 juni 2021) vanaf 1 januari 2021, 1 alinea."
    )


def test_a_document_is_chosen_among_three_hundred(page: AppTest) -> None:
    page.run()
    assert len(multiselect(page).options) == 300
    assert multiselect(page).options[0] == "Nota 2019 · 1 juni 2019"
    multiselect(page).set_value(["nota-2019"]).run()
    assert page.query_params["in"] == "nota-2019"
    ask(page)
    assert "<mark>100 euro" in html(page)
    assert page.query_params["in"] == "nota-2019"


def test_dates_restrict_and_are_in_the_link(page: AppTest) -> None:
    page.query_params["q"] = QUESTION
    page.query_params["from"] = "2020-01-01"
    page.query_params["to"] = "2020-12-31"
    page.run()
    assert not page.exception
    assert "<mark>250 euro" in html(page)
    assert "1 juni 2020" in html(page)
    assert str(page.date_input(key="scope-since").value) == "2020-01-01"
    page.button(key="scope-reset").click().run()
    assert page.date_input(key="scope-since").value is None


def test_a_newer_document_that_comes_near_is_pointed_out(page: AppTest) -> None:
    page.query_params["q"] = QUESTION
    page.query_params["in"] = ["nota-2019", "nota-2021"]
    shown = html(page.run())
    first = shown.index('class="al-quote al-answer"')
    assert "<mark>100 euro" in shown[first : first + 300]
    assert '<p class="al-date">1 juni 2019</p>' in shown
    assert (
        "Let op: er is een nieuwer document dat hierbij in de buurt komt, Nota 2021 (1 juni 2021)."
        in shown
    )
    page.session_state["nearest-0"] = True
    assert '1 juni 2021 <span class="al-newest">Nieuwer document</span>' in html(page.run())


def test_a_broken_scope_in_a_link_gets_one_sentence(page: AppTest) -> None:
    page.query_params["q"] = QUESTION
    page.query_params["in"] = "weg"
    page.query_params["from"] = "gisteren"
    page.run().run()
    assert not page.exception
    assert [warning.value for warning in page.warning] == [
        "Een van de datums klopt niet: kies ze opnieuw."
    ]


@pytest.fixture
def shrinking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Index:
    """Three notes, of which some will be taken out."""
    for name, euros in (("alfa", 100), ("beta", 250), ("gamma", 400)):
        (tmp_path / f"{name}.txt").write_text(f"De bijdrage aan het zwembad is {euros} euro.\n")
    monkeypatch.setenv("ALINEA_INDEX", str(tmp_path / "index"))
    return Index.build(sorted(tmp_path.glob("*.txt")), tmp_path / "index")


def captions(page: AppTest) -> str:
    return "\n".join(element.value for element in page.caption).replace("\u2060", "")


def test_a_document_that_is_gone_leaves_the_selection(shrinking: Index) -> None:
    page = AppTest.from_file(APP, default_timeout=60).run()
    multiselect(page).set_value(["alfa", "beta"]).run()
    shrinking.remove("beta")
    ask(page)
    assert "<mark>100 euro" in html(page)
    assert not page.warning
    assert page.query_params["in"] == "alfa"
    said = "Niet meer in de index, en daarom niet meer in de selectie: beta."
    assert said in captions(page)
    assert said in captions(page.run())
    multiselect(page).set_value(["gamma"]).run()
    assert "Niet meer in de index" not in captions(page)


def test_where_the_whole_selection_is_gone_that_is_said(shrinking: Index) -> None:
    page = AppTest.from_file(APP, default_timeout=60).run()
    multiselect(page).set_value(["beta"]).run()
    shrinking.remove("beta")
    ask(page)
    assert 'class="al-quote al-answer"' in html(page)
    assert "Niet meer in de index: beta. Er wordt nu in alle documenten gezocht." in captions(page)
    page.button(key="new-conversation").click().run()
    assert "Niet meer in de index" not in captions(page)


def test_a_question_of_a_link_to_a_document_that_is_gone(shrinking: Index) -> None:
    page = AppTest.from_file(APP, default_timeout=60)
    page.query_params["q"] = QUESTION
    page.query_params["in"] = "weg"
    page.run()
    assert [warning.value for warning in page.warning] == [
        "Een gekozen document staat niet (meer) in de index: maak een andere keuze."
    ]
    ask(page, "Hoe hoog is de bijdrage?")
    assert 'class="al-quote al-answer"' in html(page)


def test_beside_the_source_too_a_document_that_is_gone_leaves_the_selection(
    shrinking: Index,
) -> None:
    page = AppTest.from_file(APP, default_timeout=60)
    page.query_params["q"] = QUESTION
    page.query_params["in"] = ["alfa", "beta"]
    page.run()
    page.button(key="open-0-0").click().run()
    shrinking.remove("beta")
    page.chat_input(key="ask-beside").set_value("Hoe hoog is de bijdrage?").run()
    assert "<mark>100 euro" in html(page)
    assert "niet meer in de selectie: beta." in captions(page)
