"""Every page by axe-core, in both themes: no fault against WCAG 2.2 AA in what we render."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from axe_playwright_python.sync_playwright import Axe
from browsing import CHROMIUM, LAPTOP, Server, Visit
from playwright.sync_api import Browser

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
QUESTION = quote("Welk percentage van de slachtoffers van arbeidsuitbuiting is man?")
CITED = f"?q={QUESTION}&doc=kamerbrief-mensenhandel&cite=kamerbrief-mensenhandel%23p20.s3"
PAGES = {
    "ask": ("", "h2.al-small"),
    "answer": (f"?q={QUESTION}", ".al-answer"),
    "silence": (f"?q={quote('Wat kost een reis naar Mars?')}", ".al-abstain"),
    "source": (CITED, "#cited"),
    "pages": ("?doc=rapport&cite=rapport%23p3.s1", "#cited"),
    "documents": ("documents?document=rapport", "[data-testid=stDataFrame]"),
    "evaluation": ("evaluation", ".al-tagline"),
}
# What is Streamlit's own and cannot be set right from a page is listed in docs/accessibility.md.


@pytest.fixture(scope="module", params=["light", "dark"])
def visitor(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    visitor = Visit(browser, LAPTOP, request.param)
    yield visitor
    visitor.context.close()
    assert visitor.hosts <= {"127.0.0.1", None}


@pytest.mark.parametrize("name", PAGES)
def test_no_fault_is_found(server: Server, visitor: Visit, name: str) -> None:
    address, selector = PAGES[name]
    visitor.page.goto(server.url + address)
    visitor.page.wait_for_selector(selector)
    visitor.page.locator("[data-stale=true]").first.wait_for(state="detached")
    visitor.page.get_by_role("button", name="Stop").wait_for(state="detached")  # Streamlit's own
    found = Axe().run(visitor.page, options={"runOnly": {"type": "tag", "values": LEVELS}}).response
    faults = [
        (fault["id"], node["html"][:200])
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
    assert faults == []
    assert len(found["passes"]) > 5
    assert visitor.page.locator("html").get_attribute("lang") == "nl"
