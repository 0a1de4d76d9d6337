"""Makes the pictures in docs/screenshots: every page, in both themes.

Usage: python tests/web/screenshots.py [WORD]   (only the pictures whose name holds the word)
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from browsing import serving, start_browser
from playwright.sync_api import Page, sync_playwright

from qa import Index
from qa.evaluate import evaluate_file

REPOSITORY = Path(__file__).parent.parent.parent
PICTURES = REPOSITORY / "docs" / "screenshots"
SAMPLES = (
    "pdf/rapport.pdf", "pdf/brief.pdf", "docx/brief.docx", "docx/rapport.docx", "html/pagina.html",
    "xml/kamerstuk.xml", "xml/kamervragen.xml", "md/nota.md",
)  # fmt: skip
EVERY = 5  # of the questions, every fifth is measured
LARGEST = 300_000  # bytes of a picture
QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
CITED = {"doc": "kamerbrief-mensenhandel", "cite": "kamerbrief-mensenhandel#p20.s3"}
WIDE, LAPTOP, PHONE = (1440, 860), (1280, 860), (390, 844)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its name, the address, what to wait for, the size, and what to click on first."""

    name: str
    path: str
    wait: str
    values: dict[str, str]
    size: tuple[int, int] = LAPTOP
    click: str = ""


def pictures() -> Iterator[Picture]:
    yield Picture("ask", "", "h2.al-small", {})
    yield Picture("answer", "", ".al-answer", {"q": QUESTION})
    yield Picture("copy", "", ".al-answer", {"q": QUESTION}, click=".st-key-share-0-0 button")
    yield Picture("silence", "", ".al-abstain", {"q": "Hoeveel slachtoffers waren er in 2023?"})
    yield Picture("source", "", "#cited", {"q": QUESTION} | CITED, WIDE)
    pdf = {"q": "Hoeveel inspecteurs zijn er?", "doc": "rapport", "cite": "rapport#p3.s2"}
    yield Picture("pages", "", "#cited", pdf, WIDE)
    yield Picture("documents", "documents", "[data-testid=stDataFrame]", {"document": "rapport"})
    yield Picture("evaluation", "evaluation", "canvas, .vega-embed svg", {})
    yield Picture("wrong", "evaluation", ".al-said", {"part": "wrong"})
    yield Picture("phone", "", ".al-answer", {"q": QUESTION}, PHONE)


def take(page: Page, url: str, picture: Picture, scheme: str) -> None:
    """Open an address and save how it looks."""
    page.goto(f"{url}{picture.path}?{urlencode(picture.values)}")
    page.wait_for_selector(picture.wait)
    page.wait_for_timeout(3500)  # fonts, scrolling
    if picture.click:
        page.locator(picture.click).first.click()
        page.wait_for_timeout(1000)
    target = PICTURES / f"{picture.name}-{scheme}.png"
    page.screenshot(path=target)
    size = target.stat().st_size
    print(f"{target.name}: {size // 1000} kB{'  TOO LARGE' if size > LARGEST else ''}")  # noqa: T201


def main(word: str) -> None:
    """Index the letter and samples of every format, measure, serve, and take the pictures."""
    folder = Path(tempfile.mkdtemp())
    sources = [REPOSITORY / "corpus", *(REPOSITORY / "eval" / "parsing" / n for n in SAMPLES)]
    index = Index.build(sources, folder / "index")
    (folder / "eval").mkdir()
    questions = (REPOSITORY / "eval" / "questions.jsonl").read_text("utf-8").splitlines()
    (folder / "eval" / "questions.jsonl").write_text("\n".join(questions[::EVERY]) + "\n")
    chosen = [one for one in pictures() if word in one.name]
    if any(one.path == "evaluation" for one in chosen):
        report = evaluate_file(index, folder / "eval" / "questions.jsonl")
        report.write(folder / "eval" / "runs")
    with serving(folder / "index", folder) as server, sync_playwright() as playwright:
        browser = start_browser(playwright)
        for scheme in ("light", "dark"):
            for picture in chosen:
                width, height = picture.size
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme
                )
                take(context.new_page(), server.url, picture, scheme)
                context.close()
        browser.close()
    shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
