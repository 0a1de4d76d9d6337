"""The page in a real browser, served by a real server, both watched for other hosts."""

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from samples import HOSTILE_TITLE

from qa import Index
from qa.evaluate.questions import read_questions

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from browsing import (
    CHROMIUM,
    LAPTOP,
    PHONE,
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_needs_no_sideways_scrolling(server: Server, browser: Browser, scheme: str) -> None:
    phone = Visit(browser, PHONE, scheme)
    phone.page.goto(server.url)
    phone.page.wait_for_selector("textarea")
    assert not phone.overflows()
    phone.ask(QUESTION)
    phone.page.wait_for_selector("mark")
    assert not phone.overflows()
    phone.page.get_by_role("button", name="regels 182–183").click()
    phone.page.wait_for_selector("#cited")
    assert phone.in_viewport("#cited")
    assert not phone.overflows()
    phone.context.close()


def test_a_phone_leaves_room_for_the_answer(server: Server, browser: Browser) -> None:
    phone = Visit(browser, {"width": 390, "height": 844})
    page = phone.page
    page.goto(f"{server.url}?q={QUESTION}")
    page.wait_for_selector(".al-answer")
    page.get_by_role("button", name="Nieuw gesprek").wait_for()
    assert page.get_by_role("button", name="Bewaar gesprek").is_visible()
    foot = page.get_by_test_id("stBottom").bounding_box()
    assert foot["height"] <= 844 * 0.2
    assert {
        round(page.locator(f".st-key-{key} button").bounding_box()["y"])
        for key in ("scope-open", "export", "new-conversation")
    } == {round(page.locator(".st-key-foot").bounding_box()["y"])}
    page.get_by_role("button", name="Zoekt in alles").click()
    for label in ("Alleen in deze documenten", "Vanaf", "Tot en met"):
        page.get_by_text(label, exact=True).wait_for()
    body = page.get_by_test_id("stPopoverBody")
    assert body.evaluate("e => e.scrollHeight <= e.clientHeight")
    box = body.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 844
    phone.context.close()


NOUNS = ("inspecteurs", "boetes", "gemeenten")


def test_a_question_is_shown_at_once(server: Server, visit: Visit) -> None:
    page = visit.page
    page.goto(f"{server.url}?q={QUESTION}")
    page.wait_for_selector(".al-answer")
    page.evaluate(
        """() => {
        window.seen = [];
        const look = () => {
            const asked = document.querySelector("#coming")?.parentElement;
            const said = document.querySelector(".al-coming");
            if (asked && said) window.seen.push(`${asked.textContent} ${said.textContent}`);
        };
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
        }"""
    )
    shown = []  # an answer that comes at once may overtake its question: one in three is enough
    for number, noun in enumerate(NOUNS, start=2):
        visit.ask(f"Hoeveel {noun} zijn er?")
        page.wait_for_function(
            "n => document.querySelectorAll('.al-answer, .al-abstain').length >= n", arg=number
        )
        shown += page.evaluate("window.seen")
    questions = [f"Hoeveel {noun} zijn er? Er wordt gezocht…" for noun in NOUNS]
    assert set(shown) & set(questions)
    page.locator("#coming").wait_for(state="detached")


def test_a_very_long_question_breaks_nothing(server: Server, visit: Visit) -> None:
    visit.page.goto(server.url)
    visit.ask("waaromwaaromwaarom" * 556)
    visit.page.get_by_text("De vraag is te lang").wait_for()
    assert not visit.overflows()
    visit.ask(QUESTION)
    visit.page.wait_for_selector("mark")


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


def test_source_and_conversation_stand_side_by_side_where_there_is_room(
    server: Server, visit: Visit
) -> None:
    page = visit.page
    page.goto(server.url)
    visit.ask("Welke vorm van mensenhandel wordt in de EU het meest geregistreerd?")
    page.get_by_role("button", name="regels 168–170").click()
    page.wait_for_selector("#cited")
    assert page.locator(".st-key-conversation .al-answer").inner_text() == (
        "Uit het Third Progress Report komt voorts naar voren dat binnen de EU seksuele "
        "uitbuiting nog steeds de meest geregistreerde vorm van mensenhandel is."
    )
    page.keyboard.press("Alt+ArrowDown")
    page.get_by_text("Vindplaats 2 van 3").wait_for()
    page.keyboard.press("Alt+ArrowUp")
    page.get_by_text("Vindplaats 1 van 3").wait_for()
    page.get_by_label("Zoek in dit document").fill("ELA")
    page.keyboard.press("Enter")
    page.wait_for_selector("#found")
    assert visit.in_viewport("#found")
    assert "find=ELA" in page.url
    page.set_viewport_size({"width": 1000, "height": 800})
    assert not page.locator(".st-key-conversation").is_visible()
    assert page.locator("#cited").count() == 1


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


def test_on_paper_the_citation_stays(server: Server, visit: Visit) -> None:
    page = visit.page
    page.goto(f"{server.url}?q={QUESTION}")
    page.get_by_text("Klopt dit antwoord?").wait_for()
    page.get_by_text("regels 182–183").wait_for()
    text = pypdfium2.PdfDocument(page.pdf())[0].get_textpage().get_text_range()
    lines = " ".join(text.split())
    assert f"{QUESTION} {SENTENCE} kamerbrief-mensenhandel › Statistische gegevens" in lines
    assert "alinea 20 · pagina 4 · regels 182–183" in lines
    assert "Nieuw gesprek" not in lines
    assert "Kopieer of deel" not in lines


def test_the_conversation_is_saved_as_a_file(server: Server, visit: Visit) -> None:
    page = visit.page
    page.goto(f"{server.url}?q={QUESTION}")
    page.get_by_role("button", name="Bewaar gesprek").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Markdown (.md)").click()
    assert saved.value.suggested_filename.startswith("alinea-gesprek-")
    assert SENTENCE in Path(saved.value.path()).read_text()


def test_text_of_documents_is_shown_as_it_is(
    server: Server, visit: Visit, formats_index_path: Path
) -> None:
    harmful = next(
        d.id for d in Index.open(formats_index_path).documents() if d.title == HOSTILE_TITLE
    )
    page = visit.page
    page.goto(f"{server.url}?in={harmful}")
    visit.ask("Wat is het bedrag in euro? <b>$z$</b> :smile:")
    page.wait_for_selector(".al-answer, .al-near")
    asked = page.locator(".al-question").inner_text()
    assert asked == "Wat is het bedrag in euro? <b>$z$</b> :smile:"
    assert "<script>window.harm = 1</script> 12 euro, $y^2$ en **vet** :smile:." in (
        page.locator(".stMain").inner_text()
    )
    button = page.locator("[class*='st-key-open-0-0'] button, [class*='st-key-near-0-0'] button")
    assert button.first.inner_text().replace("\u2060", "").startswith(HOSTILE_TITLE)
    button.first.click()
    page.wait_for_selector("#cited")
    assert page.locator("h2.al-where").inner_text().startswith(HOSTILE_TITLE)
    shown = page.locator(".al-source").inner_text()
    assert "onerror='window.harm = 2'> staat hier." in shown
    assert page.evaluate("window.harm") is None
    assert page.locator(".stMain img").count() == 0


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
