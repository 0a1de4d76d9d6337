"""Older assistants, keys, pages of other sites, an index that changes, and one that is not there."""

import shutil
import subprocess
import sys

import httpx2
import pytest
from assistants import COMMAND, connected, over_http, over_stdio
from mcp.client.streamable_http import streamable_http_client

from qa import Index

QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
INITIALIZE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}
ACCEPT = {"Accept": "application/json, text/event-stream"}


def run(*arguments):
    return subprocess.run(
        [sys.executable, *COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
    )


def test_an_assistant_of_an_older_protocol_is_served_too(letter_index_path):
    def first_words(server):
        with connected(server, mode="legacy") as assistant:
            return assistant.call("ask", question=QUESTION, k=1)["answers"][0]["words"]

    assert first_words(over_stdio(letter_index_path)) == "68%"
    with over_http(letter_index_path) as address:
        assert first_words(address) == "68%"


def test_a_change_of_the_index_is_seen(letter_index_path, tmp_path):
    shutil.copytree(letter_index_path, tmp_path / "index")
    (tmp_path / "haven.txt").write_text("De haven van Delfzijl bleef open.", "utf-8")
    with connected(over_stdio(tmp_path / "index")) as assistant:
        assert len(assistant.call("list_documents")["documents"]) == 1
        Index.open(tmp_path / "index").add(tmp_path / "haven.txt")
        listed = assistant.call("list_documents")["documents"]
        assert [document["id"] for document in listed] == ["haven", "kamerbrief-mensenhandel"]
        opened = assistant.call("open_citation", id="haven#p1")
        assert opened["cited"]["text"] == "De haven van Delfzijl bleef open."


def test_beyond_this_machine_only_with_a_key(letter_index_path, tmp_path):
    shutil.copytree(letter_index_path, tmp_path / "index")
    index = tmp_path / "index"
    refused = run("--http", "--host", "0.0.0.0", "--index", index)
    assert refused.returncode == 2
    assert "make a key" in refused.stderr
    key = subprocess.run(
        [sys.executable, "-m", "qa", "serve", "--add-key", "krant", "--index", str(index)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    with over_http(index, "--host", "0.0.0.0") as address:
        without = httpx2.post(address, json=INITIALIZE, headers=ACCEPT)
        assert without.status_code == 401
        assert without.json()["error"]["code"] == "no_key"
        http = httpx2.AsyncClient(headers={"Authorization": f"Bearer {key}"})
        with connected(streamable_http_client(address, http_client=http)) as assistant:
            assert len(assistant.call("list_documents")["documents"]) == 1


def test_pages_of_other_sites_and_other_ways_are_refused(letter_index_path):
    with over_http(letter_index_path) as address:
        own = httpx2.post(address, json=INITIALIZE, headers=ACCEPT)
        assert own.json()["result"]["serverInfo"]["name"] == "alinea"
        for header in ({"Origin": "https://example.org"}, {"Host": "example.org"}):
            other = httpx2.post(address, json=INITIALIZE, headers=ACCEPT | header)
            assert other.status_code == 403
        listening = httpx2.get(address, headers={"Accept": "text/event-stream"})
        assert (listening.status_code, listening.headers["allow"]) == (405, "POST")
        large = httpx2.post(address, content=b"x" * 70_000, headers=ACCEPT)
        assert large.status_code == 413


@pytest.mark.parametrize("way", [[], ["--http", "--port=0"]])
def test_without_an_index_it_says_so_and_stops(tmp_path, way):
    ended = run(*way, "--index", tmp_path / "none")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith("qa: There is no index in ")
    assert len(ended.stderr.splitlines()) == 1
