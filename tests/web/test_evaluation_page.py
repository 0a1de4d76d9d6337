"""The page of the evaluation: measure, see what went wrong, compare, look at feedback."""

import json
import shutil
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from qa import Index
from qa.errors import AlineaError
from qa.evaluate.questions import read_questions
from qa.feedback import Feedback
from qa.web.feedback_questions import accept, candidates, questions_path
from qa.web.runs import Run, compare, outcome, read_run

REPOSITORY = Path(__file__).parent.parent.parent
APP = str(REPOSITORY / "app.py")
PAGE = "src/qa/web/app_pages/evaluation.py"
ASKED = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"


@pytest.fixture(scope="module")
def folder(letter_index_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with an index and a question set, one of it expecting what is not so."""
    folder = tmp_path_factory.mktemp("evaluation")
    shutil.copytree(letter_index_path, folder / "index")
    lines = (REPOSITORY / "eval" / "questions.jsonl").read_text().splitlines()
    rows = [json.loads(line) for line in lines[:40]]
    chosen = [row for row in rows if row["answerable"]][:6]
    chosen += [json.loads(line) for line in lines if '"answerable": false' in line][:3]
    gold = [{"id": "kamerbrief-mensenhandel#p2", "text": "M", "reading_span": [0, 1]}]
    chosen.append(
        {"id": "fout", "question": ASKED, "kind": "**x**", "answerable": True, "gold": gold}
    )
    (folder / "eval").mkdir()
    (folder / "eval" / "questions.jsonl").write_text(
        "".join(json.dumps(row) + "\n" for row in chosen)
    )
    return folder


@pytest.fixture
def page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("ALINEA_INDEX", str(folder / "index"))
    return AppTest.from_file(APP, default_timeout=60).run().switch_page(PAGE)


def run(page: AppTest) -> AppTest:
    deadline = time.monotonic() + 120
    page.run()
    while any(button.key == "cancel" for button in page.button) and time.monotonic() < deadline:
        time.sleep(0.2)
        page.run()
    assert not page.exception
    return page


def html(page: AppTest) -> str:
    return "\n".join(element.value for element in page.html)


def test_a_run_is_made_and_looked_at(page: AppTest, folder: Path) -> None:
    assert "Er is nog niet gemeten" in run(page).info[0].value
    page.selectbox(key="measure-folds").set_value("all")
    page.button(key="measure-start").click()
    run(page)
    assert len(list(folder.glob("eval/runs/*/report.json"))) == 1
    assert [metric.label for metric in page.metric][:2] == [
        "Antwoord juist",
        "Eerste vindplaats juist",
    ]
    assert len(page.get("vega_lite_chart")) == 2
    page.session_state["choose-part"] = "wrong"
    shown = html(run(page))
    assert f'<h3 class="al-question">{ASKED}</h3>' in shown
    assert "Verkeerde passage · **x** · " in shown
    assert "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)." in shown
    links = [link.proto.label for link in page.get("page_link")]
    assert any("alinea 20 · pagina 4 · regels 182–183" in link for link in links)
    assert not [link for link in links if "#" in link]


def row(name: str, **values: object) -> dict:
    known = {"id": name, "gold": [f"a#{name}"], "answerable": True, "answered": True}
    return known | {"contains_gold": True, "citation_right": True} | values


def test_what_came_of_a_question_has_a_name() -> None:
    assert outcome(row("a")) == "right"
    assert outcome(row("a", contains_gold=False)) == "wrong_words"
    assert outcome(row("a", contains_gold=False, citation_right=False)) == "wrong_passage"
    assert outcome(row("a", answered=False)) == "falsely_refused"
    assert outcome(row("a", answerable=False)) == "answered"
    assert outcome(row("a", answerable=False, answered=False)) == "right"


def test_two_runs_are_compared_on_the_questions_of_both() -> None:
    wrong = {"contains_gold": False}
    first = Run("een", {"rows": [row("a", **wrong), row("b"), row("c"), row("d")]})
    second = Run("twee", {"rows": [row("a"), row("b", **wrong), row("c"), row("e")]})
    found = compare(first, second)
    assert (found.questions, found.better, found.worse) == (3, ("a",), ("b",))
    assert found.first == found.second == pytest.approx(2 / 3)
    assert found.p == 1.0
    with pytest.raises(AlineaError, match="no question in common"):
        compare(first, Run("drie", {"rows": [row("z")]}))


def test_a_run_is_named_by_a_link_only_if_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "goed").mkdir()
    (tmp_path / "goed" / "report.json").write_text("{}")
    for name in ("../goed", "weg", "/etc"):
        with pytest.raises(AlineaError, match="There is no evaluation run"):
            read_run(name, tmp_path)
    with pytest.raises(AlineaError, match="is no report of an evaluation"):
        read_run("goed", tmp_path)


def test_feedback_becomes_a_question_once_it_is_looked_at(
    letter_index: Index, tmp_path: Path
) -> None:
    feedback = Feedback(tmp_path / "said.sqlite")
    answer = "kamerbrief-mensenhandel#p20.s3"
    feedback.add(ASKED, answer, "right", None)
    feedback.add("Welke sectoren?", answer, "wrong answer", None)
    feedback.add("Hoeveel slachtoffers zijn vrouw?", answer, "wrong passage", None)
    feedback.add("Wie?", "weg#p1.s1", "right", None)
    right, other, elsewhere, gone = feedback.rows()
    assert [one.id for one in candidates(letter_index, right)] == [answer]
    assert [one.id for one in candidates(letter_index, other)][:2] == [
        "kamerbrief-mensenhandel#p20.s1",
        "kamerbrief-mensenhandel#p20.s2",
    ]
    assert all(
        one.unit != "kamerbrief-mensenhandel#p20" for one in candidates(letter_index, elsewhere)
    )
    assert candidates(letter_index, gone) == []
    accept(feedback, right, candidates(letter_index, right)[0])
    accept(feedback, elsewhere, None)
    path = questions_path(feedback)
    assert path.stat().st_mode & 0o777 == 0o600
    known, none = read_questions(path)
    assert (known.question, known.gold[0].text) == (
        ASKED,
        "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%).",
    )
    assert (none.answerable, none.lang) == (False, "nl")
    assert [row.question for row in feedback.rows()] == ["Welke sectoren?", "Wie?"]


def test_feedback_is_looked_at_on_the_page(page: AppTest, folder: Path) -> None:
    feedback = Feedback(folder / "index-feedback.sqlite")
    feedback.add(ASKED, "kamerbrief-mensenhandel#p20.s3", "wrong answer", None)
    feedback.add(ASKED, "kamerbrief-mensenhandel#p20.s3", "right", None)
    page.session_state["choose-part"] = "feedback"
    run(page)
    assert "Oordeel: juiste passage, verkeerd antwoord" in html(page)
    links = [link.proto.label.replace("\u2060", "") for link in page.get("page_link")]
    assert (
        links[-2:]
        == [
            "kamerbrief\\-mensenhandel › Statistische gegevens › alinea 20 · pagina 4 · regels 182–183"
        ]
        * 2
    )
    assert page.button(key="accept-1").disabled
    page.selectbox(key="right-1").select_index(1)
    run(page).button(key="accept-1").click()
    run(page).button(key="discard-2").click()
    run(page)
    assert page.info[0].value == "Er is niets na te kijken."
    assert "1 vragen uit feedback staan in" in page.caption[-1].value
    assert (
        read_questions(folder / "index-feedback.jsonl")[0]
        .gold[0]
        .text.startswith(
            "Het rapport laat zien dat slachtoffers worden uitgebuit in de agrarische sector"
        )
    )
