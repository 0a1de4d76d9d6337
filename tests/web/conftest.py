"""A real index of the letter and one of all formats, and the page over them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from built_once import built_once
from page_text import APP
from samples import HOSTILE_TEXT, HOSTILE_TITLE
from streamlit.testing.v1 import AppTest

from qa import Index

REPOSITORY = Path(__file__).parent.parent.parent
LETTER = REPOSITORY / "corpus" / "kamerbrief-mensenhandel.txt"
SAMPLES = REPOSITORY / "eval" / "parsing"
FORMATS = ("pdf/rapport.pdf", "docx/brief.docx", "html/pagina.html", "xml/kamerstuk.xml")


@pytest.fixture(scope="module")
def formats_index_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letter, a file of every other format, and one that means harm; each module its own."""

    def build(folder: Path) -> None:
        hostile = folder / "$a$ **b** :smile:.txt"
        hostile.write_text(HOSTILE_TEXT)
        hostile.with_suffix(".toml").write_text(f"title = '{HOSTILE_TITLE}'\n")
        Index.build([LETTER, hostile, *(SAMPLES / name for name in FORMATS)], folder / "index")

    return built_once(tmp_path_factory, "formats", build) / "index"


@pytest.fixture(scope="module")
def server(formats_index_path: Path) -> Iterator[object]:
    from browsing import serving

    with serving(formats_index_path, formats_index_path.parent) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    from browsing import start_browser
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = start_browser(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: object) -> Iterator[object]:
    """A visitor with a laptop, whose requests all went to this machine."""
    from browsing import LAPTOP, Visit

    visitor = Visit(browser, LAPTOP)
    yield visitor
    visitor.context.close()
    assert visitor.hosts <= {"127.0.0.1", None}


@pytest.fixture
def page(letter_index_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("ALINEA_INDEX", str(letter_index_path))
    return AppTest.from_file(APP, default_timeout=60)
