"""What a user waits for imports no torch: asking, indexing, the service and the page."""

import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from watched import HEAVY

ROOT = Path(__file__).parent.parent
WATCHED = Path(__file__).parent / "watched.py"
QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
QUOTE = "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."
PAGE = f"""
from streamlit.testing.v1 import AppTest
page = AppTest.from_file({str(ROOT / "app.py")!r}, default_timeout=120).run()
page.chat_input[0].set_value({QUESTION!r}).run()
print(*(shown.value for shown in page.html))
"""


@pytest.fixture
def watched(tmp_path):
    """Starts programs that are watched; and what heavy packages they imported."""
    log = tmp_path / "log"

    def start(*command):
        return subprocess.Popen(
            [sys.executable, str(WATCHED), str(log), *map(str, command)],
            cwd=tmp_path,
            env=os.environ | {"OMP_WAIT_POLICY": "passive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def heavy():
        lines = log.read_text().splitlines() if log.exists() else []
        return [line for line in lines if line.startswith("import\t")]

    return start, heavy


def test_what_is_imported_is_seen(watched, tmp_path):
    start, heavy = watched
    (tmp_path / "program.py").write_text(f"import {HEAVY[0]}")
    assert start(tmp_path / "program.py").wait(120) == 0
    assert f"import\t{HEAVY[0]}" in heavy()


def test_indexing_and_asking(watched):
    start, heavy = watched
    making = start("-m", "qa", "index", ROOT / "corpus", "--index", "index")
    assert "holds 1 document." in making.communicate(timeout=300)[0]
    asking = start("-m", "qa", "ask", QUESTION, "--index", "index")
    assert QUOTE in asking.communicate(timeout=300)[0]
    assert heavy() == []


def test_the_service(watched, letter_index_path):
    start, heavy = watched
    service = start("-m", "qa", "serve", "--index", letter_index_path, "--port", "0")
    address = service.stdout.readline().strip()
    assert re.fullmatch(r"http://[\d.]+:\d+/v1/", address)
    with httpx.Client(base_url=address, trust_env=False, timeout=60) as http:
        answer = http.post("ask", json={"question": QUESTION}).json()
    service.terminate()
    service.communicate(timeout=60)
    assert answer["answers"][0]["text"] == QUOTE
    assert heavy() == []


def test_the_page(watched, letter_index_path, tmp_path, monkeypatch):
    start, heavy = watched
    monkeypatch.setenv("ALINEA_INDEX", str(letter_index_path))
    (tmp_path / "page.py").write_text(PAGE)
    shown = start(tmp_path / "page.py").communicate(timeout=300)[0]
    assert "Arbeidsuitbuiting" in shown
    assert heavy() == []
