"""The page in a real browser, served by a real server, both watched for other hosts."""

import subprocess
import sys
from pathlib import Path

import pytest

from qa.evaluate.questions import read_questions

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from browsing import (
    CHROMIUM,
    LAPTOP,
    Server,
    Visit,
    foreign_connections,
    knock_as,
)
from playwright.sync_api import Browser

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")
QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
SENTENCE = "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."


def test_ask_open_share(server: Server, visit: Visit, browser: Browser) -> None:
    page = visit.page
    page.goto(server.url)
    visit.ask(QUESTION)
    page.wait_for_selector(".al-card mark")
    assert visit.marked(".al-card") == [
        "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."
    ]
    assert visit.in_viewport("mark")

    page.get_by_role("button", name="regels 182–183").click()
    page.wait_for_selector("#cited")
    assert visit.marked(".al-source") == [
        "Arbeids-",
        "uitbuiting raakt voor een meerderheid mannen (68%).",
    ]
    assert visit.in_viewport("#cited")
    style = page.eval_on_selector(
        "#cited", "e => [getComputedStyle(e).fontWeight, getComputedStyle(e).textDecorationLine]"
    )
    assert style == ["600", "underline"]

    page.locator(".st-key-source").get_by_role("button", name="Kopieer of deel").click()
    link = page.locator("[data-testid='stCode'] code").first.inner_text().replace("\n", "")
    assert link == page.url
    other = Visit(browser, LAPTOP)
    other.page.goto(link)
    other.page.wait_for_selector("#cited")
    assert other.marked(".al-source") == visit.marked(".al-source")
    assert other.in_viewport("#cited")
    other.context.close()
    assert other.hosts <= {"127.0.0.1", None}


def test_the_history_of_the_browser_leads_back_to_the_answer(server: Server, visit: Visit) -> None:
    page = visit.page
    page.goto(server.url)
    visit.ask(QUESTION)
    page.get_by_role("button", name="regels 182–183").click()
    page.wait_for_selector("#cited")
    page.go_back()
    page.locator("#cited").wait_for(state="detached")
    page.wait_for_selector(".al-card")
    assert visit.marked(".al-card") == [
        "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."
    ]


def test_footnotes_lead_there_and_back(server: Server, visit: Visit) -> None:
    page = visit.page
    page.goto(f"{server.url}?doc=kamerbrief-mensenhandel&cite=kamerbrief-mensenhandel%23p17")
    page.wait_for_selector("#ref-fn6-1")
    page.click("#ref-fn6-1")
    assert visit.in_viewport("#note-fn6")
    page.click("#note-fn6")
    assert visit.in_viewport("#ref-fn6-1")


def test_the_language_switch_is_in_the_address(server: Server, visit: Visit) -> None:
    page = visit.page
    page.goto(server.url)
    page.get_by_role("radio", name="en", exact=True).click()
    page.get_by_placeholder("Ask a question about the documents").wait_for()
    assert page.url == f"{server.url}?lang=en"
    visit.ask("Wie won het WK voetbal in 2010?")
    page.get_by_role("heading", name="Not in these documents").wait_for()
    page.wait_for_url("**q=Wie*")
    assert "lang=en" in page.url


@pytest.mark.parametrize(
    ("question", "sentence", "shown"),
    [
        ("Hoeveel inspecteurs zijn er?", "Er zijn twee inspecteurs, waar er vier nodig zijn.", 0),
        (
            "Hoeveel veerponten zijn er opgeheven?",
            "Er zijn vier veerponten opgeheven.",
            "Er zijn vier veerponten opgeheven.",
        ),
        (
            "In welke bak gaat papier?",
            "Papier gaat in de blauwe bak, zonder plastic.",
            "Papier gaat in de blauwe bak, zonder plastic.",
        ),
        (
            "Hoeveel brievenbussen staan er nu?",
            "Er staan nu 8.200 brievenbussen.",
            "Er staan nu 8.200 brievenbussen.",
        ),
    ],
    ids=["pdf", "docx", "html", "xml"],
)
def test_a_citation_opens_in_each_format(
    server: Server, visit: Visit, question: str, sentence: str, shown: str | int
) -> None:
    page = visit.page
    page.goto(server.url)
    visit.ask(question)
    page.wait_for_selector(".al-answer")
    assert page.locator(".al-answer").inner_text() == sentence
    page.locator("[class*='st-key-open-0-0'] button").click()
    page.wait_for_selector("#cited")
    assert visit.in_viewport("#cited")
    if isinstance(shown, str):
        assert "".join(visit.marked(".st-key-source .al-source")) == shown
    else:  # a page as it looks, with a box over the line
        assert page.locator(".al-sheet img").first.evaluate("e => e.naturalWidth") > 800
        assert "Er zijn twee inspecteurs" in page.locator("#cited").text_content()


def test_a_document_is_added_asked_and_removed(server: Server, visit: Visit) -> None:
    page = visit.page
    question = "Wat heeft de glijbaan van het zwembad gekost?"
    page.goto(f"{server.url}documents")
    page.wait_for_selector("[data-testid=stDataFrame]")
    page.locator("input[type=file]").set_input_files(
        [
            {
                "name": "<img src=x onerror=window.harm=3>.txt",
                "mimeType": "text/plain",
                "buffer": b"De nieuwe glijbaan van het zwembad kostte 4312 euro.\n",
            },
            {"name": "nep.pdf", "mimeType": "application/pdf", "buffer": b"geen pdf"},
        ]
    )
    page.get_by_text("nep.pdf").wait_for()
    page.get_by_role("button", name="Voeg toe").click()
    page.get_by_text("Toegevoegd: ").wait_for()
    said = page.locator(".stMain").inner_text().replace("\u2060", "")
    assert "Niet gelezen: nep.pdf. De inhoud is niet wat de naam zegt" in said
    page.get_by_role("link", name="Vraag").click()
    visit.ask(question)
    page.wait_for_selector(".al-answer")
    assert page.locator(".al-answer mark").inner_text() == "4312 euro"
    where = page.locator("[class*='st-key-open-0-0'] button")
    added = where.inner_text().replace("\u2060", "").split(" ›")[0]
    assert page.evaluate("window.harm") is None

    page.goto(f"{server.url}documents?document={added}")
    page.get_by_role("button", name="Verwijder …").click()
    page.get_by_role("button", name="Ja, verwijder").click()
    page.get_by_text("Verwijderd: ").wait_for()
    page.get_by_role("link", name="Vraag").click()
    visit.ask(question)
    page.wait_for_selector(".al-abstain")
    assert "4312" not in page.locator(".stMain").inner_text()


def test_feedback_becomes_an_evaluation_question(
    server: Server, visit: Visit, formats_index_path: Path
) -> None:
    page = visit.page
    page.goto(server.url)
    visit.ask("Hoeveel brievenbussen staan er nu?")
    page.get_by_role("radio", name="Juist", exact=True).or_(
        page.get_by_role("button", name="Juist", exact=True)
    ).click()
    page.get_by_text("Bewaard op deze computer").wait_for()
    page.goto(f"{server.url}evaluation?part=feedback")
    page.get_by_text("Oordeel: juist").wait_for()
    page.get_by_role("button", name="Neem op").click()
    page.get_by_text("Er is niets na te kijken.").wait_for()
    (question,) = read_questions(formats_index_path.with_name("index-feedback.jsonl"))
    assert question.question == "Hoeveel brievenbussen staan er nu?"
    assert [gold.text for gold in question.gold] == ["Er staan nu 8.200 brievenbussen."]


def test_two_people_ask_at_once(server: Server, browser: Browser) -> None:
    one, two = Visit(browser, LAPTOP), Visit(browser, LAPTOP, "dark")
    one.page.goto(server.url)
    two.page.goto(f"{server.url}?lang=en")
    for visitor, question in ((one, QUESTION), (two, "Hoeveel inspecteurs zijn er?")):
        visitor.page.get_by_test_id("stChatInputTextArea").fill(question)
    one.page.keyboard.press("Enter")
    two.page.keyboard.press("Enter")
    two.page.wait_for_selector(".al-answer")
    one.page.wait_for_selector(".al-answer")
    assert one.page.locator(".al-answer").inner_text() == SENTENCE
    assert two.page.locator(".al-answer").inner_text().startswith("Er zijn twee inspecteurs")
    assert one.page.get_by_text("De hele alinea").is_visible()
    assert two.page.get_by_text("The whole paragraph").is_visible()
    for visitor in (one, two):
        visitor.context.close()
        assert visitor.hosts <= {"127.0.0.1", None}


def test_the_conversation_is_saved_as_a_file(server: Server, visit: Visit) -> None:
    page = visit.page
    page.goto(f"{server.url}?q={QUESTION}")
    page.get_by_role("button", name="Bewaar gesprek").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Markdown (.md)").click()
    assert saved.value.suggested_filename.startswith("alinea-gesprek-")
    assert SENTENCE in Path(saved.value.path()).read_text()


def test_the_server_contacts_no_other_host(server: Server, visit: Visit) -> None:
    visit.page.goto(server.url)
    visit.ask(QUESTION)
    visit.page.wait_for_selector("mark")
    knock_as("http://example.com", server.port)
    assert server.contacted() == set()
    assert foreign_connections(server.process.pid) == set()


def test_a_port_in_use_gets_one_sentence(server: Server, letter_index_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "qa.web", str(letter_index_path), "--port", str(server.port)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 1
    assert ended.stderr == (
        f"Port {server.port} is in use on this machine: name another with --port.\n"
    )
