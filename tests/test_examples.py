"""Each file in examples/ does on the letter what it says, and calls nobody elsewhere."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
WATCHED = Path(__file__).parent / "watched.py"
DOC = "kamerbrief-mensenhandel"
STATISTICS = f"{DOC} › Statistische gegevens"
QUOTE = "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."
PRINTED = {
    "haystack_answers.py": [
        QUOTE,
        f"{STATISTICS} › paragraph 20, page 4, lines 176-186 ExtractedAnswer.Span(start=489, end=547)",
    ],
    "langchain_retriever.py": [
        f"{STATISTICS} › paragraph 23, page 5, lines 218-228",
        f"{DOC} › Aanleiding › paragraph 1, page 1, lines 3-12",
        f"{STATISTICS} › paragraph 17, page 4, lines 154-158",
    ],
    "llama_index_retriever.py": [
        f"{DOC}#p23 Tevens blijkt dat slachtoffers van gedwongen bedelarij onder",
        f"{DOC}#p1 Tevens is een samenvatting van het rapport opgenomen, waarin",
        f"{DOC}#p17 Uit het rapport komt naar voren dat het totaal geregistreerd",
    ],
    "mcp_client.py": [
        f"“{QUOTE}” ({STATISTICS} › paragraph 20, page 4, lines 182-183)",
    ],
    "trec_run.py": ["RR@10 1.00", "Success@1 1.00", "Success@3 1.00"],
}
QUESTIONS = """\
{"id": "a", "question": "Wat zegt het rapport over gedwongen bedelarij?", "answerable": true,\
 "gold": [{"id": "kamerbrief-mensenhandel#p23", "text": "x", "reading_span": [0, 1]}]}
{"id": "b", "question": "Hoe hoog is de Eiffeltoren?", "answerable": false, "gold": []}
"""


@pytest.fixture
def folder(letter_index_path, tmp_path):
    shutil.copytree(letter_index_path, tmp_path / "index")
    (tmp_path / "home").mkdir()
    return tmp_path


def environment(folder):
    """As a user has it, with nothing said about reports; the commands of this environment."""
    own = ("HAYSTACK_TELEMETRY_ENABLED", "ORT_DISABLE_TELEMETRY", "LANGSMITH_TRACING", "CI")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: value for name, value in os.environ.items() if name not in own}
    return kept | {"PATH": path, "HOME": str(folder / "home"), "OMP_WAIT_POLICY": "passive"}


def run(folder, name, *arguments):
    ran = subprocess.run(
        [sys.executable, WATCHED, folder / "log", EXAMPLES / name, *arguments],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


def called(folder):
    """Addresses elsewhere that were looked up or connected to."""
    log = folder / "log"
    lines = log.read_text().splitlines() if log.exists() else []
    calls = [line for line in lines if line.startswith("socket.")]
    return [line for line in calls if "127.0.0.1" not in line and "localhost" not in line]


@pytest.mark.parametrize("name", sorted(PRINTED))
def test_an_example_prints_what_it_should_and_calls_nobody(name, folder):
    (folder / "questions.jsonl").write_text(QUESTIONS, "utf-8")
    arguments = ["questions.jsonl"] if name == "trec_run.py" else []
    assert run(folder, name, *arguments) == PRINTED[name]
    assert called(folder) == []
    assert list((folder / "home").rglob("*")) == []


def test_the_page_and_rest_run_in_one_process(folder):
    """The page's own session is tested in tests/web; here, that both are there, and safe."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, WATCHED, folder / "log", EXAMPLES / "page_and_rest.py", str(port)],
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        http = httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=60)
        for _ in range(300):
            try:
                page = http.get("/")
                break
            except httpx.TransportError:
                time.sleep(0.2)
        assert '<div id="root">' in page.text
        assert http.get("/_stcore/health").text == "ok"
        assert http.get("/rest/v1/ready").json()["documents"] == 1
        assert http.get("/rest/v1/ready", headers={"Origin": "http://a.nl"}).status_code == 403
        assert run(folder, "rest_client.py", f"http://127.0.0.1:{port}/rest/v1/") == [
            f"{QUOTE} 20 [182, 183]"
        ]
    finally:
        server.terminate()
        server.wait(20)
    assert called(folder) == []


def test_every_example_is_run_here():
    here = {"page_and_rest.py", "rest_client.py"}
    assert {path.name for path in EXAMPLES.glob("*.py")} == set(PRINTED) | here
