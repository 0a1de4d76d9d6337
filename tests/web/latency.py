"""How long a visitor waits: from opening a link with a question until its answer stands there.

Usage: python tests/web/latency.py   (server up, index of the letter built; a fresh visitor each time)
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from browsing import LAPTOP, Visit, serving, start_browser
from playwright.sync_api import sync_playwright

from qa import Index

LETTER = Path(__file__).parent.parent.parent / "corpus" / "kamerbrief-mensenhandel.txt"
QUESTIONS = (
    "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?",
    "Hoeveel slachtoffers werden in 2017 en 2018 geregistreerd?",
    "In welke landen nam criminele uitbuiting toe?",
)
ROUNDS = 4


def main() -> None:
    """Print the first wait, which also opens the index, and the median of those after it."""
    folder = Path(tempfile.mkdtemp())
    Index.build([LETTER], folder / "index")
    waits: list[float] = []
    with serving(folder / "index", folder) as server, sync_playwright() as playwright:
        browser = start_browser(playwright)
        for question in QUESTIONS * ROUNDS:
            visitor = Visit(browser, LAPTOP)
            start = time.perf_counter()
            visitor.page.goto(f"{server.url}?q={quote(question)}")
            visitor.page.wait_for_selector(".al-answer")
            waits.append(time.perf_counter() - start)
            visitor.context.close()
        browser.close()
    shutil.rmtree(folder)
    later = waits[1:]
    print(f"first visit after the start of the server: {waits[0]:.2f} s")  # noqa: T201
    print(  # noqa: T201
        f"{len(later)} visits after it: median {statistics.median(later):.2f} s, "
        f"slowest {max(later):.2f} s"
    )


if __name__ == "__main__":
    main()
