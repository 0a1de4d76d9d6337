"""The documentation: its blocks run, it builds, and nothing in it comes from elsewhere."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from doc_pages import Reader, blocks
from playwright.sync_api import sync_playwright

from qa.cli.manual import manual

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(path.name for path in DOCS.glob("*.md"))
MADE = "command-line.md"  # its blocks are usage, made from the commands
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.mark.parametrize("name", [name for name in PAGES if name != MADE])
def test_every_code_block_runs(name, letter_index_path, tmp_path):
    steps = list(blocks(DOCS / name))
    if any("curl " in code for *_, code in steps) and not shutil.which("curl"):
        pytest.skip("curl is not installed")
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    shutil.copytree(letter_index_path, tmp_path / "index")
    rows = (ROOT / "eval" / "questions.jsonl").read_text("utf-8").splitlines()[:10]
    (tmp_path / "questions.jsonl").write_text("\n".join(rows), "utf-8")
    reader = Reader(tmp_path)
    try:
        for step in steps:
            reader.read(*step)
    finally:
        reader.close()


def test_the_manual_is_that_of_the_commands():
    assert (DOCS / MADE).read_text("utf-8") == manual(), "run `make docs`"


def test_every_command_and_option_is_explained():
    rows = re.findall(r"^\| `(.+)` \| (.*) \|$", manual(), re.MULTILINE)
    assert [names for names, text in rows if not text] == []
    assert len(rows) > 50


def test_every_page_is_in_the_navigation():
    nav = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]["nav"]
    assert sorted(re.findall(r"'([\w-]+\.md)'", str(nav))) == PAGES


def test_every_file_that_a_page_names_is_there():
    named = {
        path
        for page in PAGES
        for path in re.findall(
            r"`(?:python )?((?:container|corpus|docs|eval|examples|tests)/[\w./-]*)",
            (DOCS / page).read_text("utf-8"),
        )
    }
    kept = {path for path in named if not path.startswith("eval/runs")}
    assert len(kept) >= 8
    assert [path for path in sorted(kept) if not (ROOT / path).exists()] == []


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site, built strictly: a broken link is an error."""
    folder = tmp_path_factory.mktemp("docs")
    shutil.copytree(DOCS, folder / "docs")
    shutil.copy(ROOT / "zensical.toml", folder)
    command = [Path(sys.executable).parent / "zensical", "build", "--strict"]
    built = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "build" / "site"


def test_no_page_names_a_script_font_or_picture_of_another_host(site):
    for page in [*site.rglob("*.html"), *site.rglob("*.css")]:
        text = page.read_text("utf-8")
        loaded = re.findall(r"""(?:src=|url\(|@import )["']?((?:https?:)?//[^"')\s]+)""", text)
        loaded += re.findall(r"<link[^>]+href=[\"']?((?:https?:)?//[^\"'>\s]+)", text)
        assert loaded == [], page.name


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
def test_a_browser_fetches_nothing_from_elsewhere(site):
    asked = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        for name in PAGES:
            page.goto((site / name).with_suffix(".html").as_uri())
            assert page.locator("h1").first.is_visible()
        browser.close()
    assert len(asked) >= len(PAGES)
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
