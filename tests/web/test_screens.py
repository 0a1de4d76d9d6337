"""The page in a real browser on a laptop, a phone and paper: what is in sight."""

from pathlib import Path

import pypdfium2
import pytest
from samples import HOSTILE_TITLE

from qa import Index

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from browsing import (
    CHROMIUM,
    PHONE,
    Server,
    Visit,
)
from playwright.sync_api import Browser

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")
QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
SENTENCE = "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."


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
