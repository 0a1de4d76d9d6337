"""The page in a real browser, served by a real server, both watched for other hosts."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from qa import Index

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
HERE = Path(__file__).parent
QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
LAPTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


@dataclass
class Server:
    process: subprocess.Popen
    log: Path
    url: str

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 0

    def contacted(self) -> set[str]:
        """Addresses that the process connected to or looked up, but for its own."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return {
            line for line in lines if not re.search(r"127\.0\.0\.1|localhost|::1|^\S+\t/", line)
        }


@contextlib.contextmanager
def serving(index: Path, folder: Path) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log, url = folder / "contacted.txt", f"http://127.0.0.1:{port}/"
    process = subprocess.Popen(
        [sys.executable, str(HERE / "audited.py"), str(log), str(index), str(port)],
        cwd=folder,
        env=os.environ | {"HOME": str(folder), "HF_HUB_OFFLINE": "1"},
        stdin=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"{url}_stcore/health", timeout=2)
                break
            except OSError:
                assert process.poll() is None, "the server has ended"
                assert time.monotonic() < deadline, "the server does not answer"
                time.sleep(0.2)
        yield Server(process, log, url)
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="module")
def server(letter_index_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(letter_index_path, tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


class Visit:
    """A fresh visitor of a server, who keeps the host of every request."""

    def __init__(self, browser: Browser, size: dict[str, int], scheme: str = "light") -> None:
        self.context: BrowserContext = browser.new_context(viewport=size, color_scheme=scheme)
        self.context.set_default_timeout(30_000)
        self.hosts: set[str | None] = set()
        self.context.on("request", lambda request: self.hosts.add(urlsplit(request.url).hostname))
        self.page: Page = self.context.new_page()
        self.page.on("websocket", lambda ws: self.hosts.add(urlsplit(ws.url).hostname))

    def ask(self, question: str) -> None:
        box = self.page.get_by_role("textbox")
        box.fill(question)
        box.press("Enter")

    def marked(self, within: str) -> list[str]:
        return [mark.inner_text() for mark in self.page.query_selector_all(f"{within} mark")]

    def in_viewport(self, selector: str) -> bool:
        """Whether an element comes to stand in sight, and stays there."""
        sights = 0
        for _ in range(50):  # scrolling is done a moment after the text is there
            self.page.wait_for_timeout(200)
            box = self.page.locator(selector).first.bounding_box()
            height = self.page.viewport_size["height"]
            seen = bool(box) and box["y"] > 60 and box["y"] + box["height"] < height
            sights = sights + 1 if seen else 0
            if sights == 4:
                return True
        return False

    def overflows(self) -> bool:
        return self.page.evaluate(
            "[document.documentElement, ...document.querySelectorAll('section, .stMain')]"
            ".some(e => e.scrollWidth > e.clientWidth + 1)"
        )


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    visitor = Visit(browser, LAPTOP)
    yield visitor
    visitor.context.close()
    assert visitor.hosts <= {"127.0.0.1", None}


def test_ask_open_share(server: Server, visit: Visit, browser: Browser) -> None:
    page = visit.page
    page.goto(server.url)
    visit.ask(QUESTION)
    page.wait_for_selector("mark")
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

    page.get_by_role("button", name="Deel").click()
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
    visit.ask("Hoe bak ik een appeltaart?")
    page.get_by_role("heading", name="Not in these documents").wait_for()
    page.wait_for_url("**q=Hoe*")
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


def test_a_very_long_question_breaks_nothing(server: Server, visit: Visit) -> None:
    visit.page.goto(server.url)
    visit.ask("waaromwaaromwaarom" * 556)
    visit.page.get_by_text("De vraag is te lang").wait_for()
    assert not visit.overflows()
    visit.ask(QUESTION)
    visit.page.wait_for_selector("mark")


TITLE = "**vet** :smile: $x^2$ -> <img src=x onerror=alert(1)> :material/home: [a](http://b.nl) `c`"
TEXT = (
    "Het bedrag is <script>window.harm = 1</script> 12 euro, $y^2$ en **vet** :smile:.\n\n"
    "Een andere alinea <img src='http://example.com/x.png' onerror='window.harm = 2'> staat hier.\n"
)


def test_text_of_documents_is_shown_as_it_is(
    tmp_path: Path, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "$a$ **b** :smile:.txt"
    source.write_text(TEXT)
    source.with_suffix(".toml").write_text(f"title = '{TITLE}'\n")
    Index.build([source], tmp_path / "index")
    with serving(tmp_path / "index", tmp_path) as other:
        page = visit.page
        page.goto(other.url)
        visit.ask("Wat is het bedrag in euro? <b>$z$</b> :smile:")
        page.wait_for_selector(".al-question")
        page.wait_for_selector(".al-card, .al-near")
        asked = page.locator(".al-question").inner_text()
        assert asked == "Wat is het bedrag in euro? <b>$z$</b> :smile:"
        assert "<script>window.harm = 1</script> 12 euro, $y^2$ en **vet** :smile:." in (
            page.locator(".stMain").inner_text()
        )
        button = page.locator(
            "[class*='st-key-open-0-0'] button, [class*='st-key-near-0-0'] button"
        )
        assert button.first.inner_text().replace("\u2060", "").startswith(TITLE)
        button.first.click()
        page.wait_for_selector("#cited")
        assert page.locator("h2.al-where").inner_text().startswith(TITLE)
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


def knock_as(origin: str, port: int) -> None:
    """Try to open the page's socket as a page of another origin would; it is refused."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as link:
        link.sendall(
            f"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            f"Sec-WebSocket-Version: 13\r\nOrigin: {origin}\r\n\r\n".encode()
        )
        assert b" 101 " not in link.recv(200).split(b"\r\n")[0]


def foreign_connections(pid: int) -> set[str]:
    """Remote ends of the process's TCP and UDP sockets that are not this machine."""
    inodes = set()
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            match = re.fullmatch(r"socket:\[(\d+)\]", str(entry.readlink()))
            if match:
                inodes.add(match.group(1))
    found = set()
    for table in ("tcp", "tcp6", "udp", "udp6"):
        path = Path(f"/proc/{pid}/net/{table}")
        for row in path.read_text().splitlines()[1:] if path.exists() else []:
            fields = row.split()
            address = fields[2].split(":")[0]
            own = (
                address.strip("0") == ""
                or address.endswith("0100007F")
                or address == "0" * 24 + "01000000"
            )
            if fields[9] in inodes and not own:
                found.add(fields[2])
    return found


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
