"""The main path over TCP: ask, search, look, add, remove; what is refused; the log."""

import json
from pathlib import Path

import httpx
import pytest
from jsonschema import Draft202012Validator

from qa.cli import run

SCHEMAS = Path(__file__).parent.parent / "schemas"
DOC = "kamerbrief-mensenhandel"
QUESTION = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
SHELTER = "Opvang\n\nDe gemeente Ede opent een opvang.1 Er is plaats.\n\n1 Besluit van mei.\n"


def check(name, value):
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(value)


def test_the_whole_path(serve, letter):
    server = serve()
    client = server.client

    assert client.get("health").json() == {"status": "ok", "version": "0.1.0"}
    ready = client.get("ready")
    assert ready.json()["documents"] == 1
    first = ready.headers["alinea-generation"]
    assert ready.json()["generation"] == first

    result = client.post("ask", json={"question": QUESTION}).json()
    check("ask", result)
    assert result["answers"][0]["text"] == (
        "Arbeidsuitbuiting raakt voor een meerderheid mannen (68%)."
    )
    again = client.get("ask", params={"question": QUESTION, "reader": False, "k": 1}).json()
    check("ask", again)
    assert again["answers"][0]["id"] == f"{DOC}#p20.s3"

    hits = client.post("search", json={"question": "gedwongen bedelarij", "k": 2}).json()
    assert len(hits) == 2
    check("hit", hits[0])
    found = client.get("search", params={"question": "gedwongen bedelarij", "k": 2})
    assert found.json() == hits
    sections = client.post("search", json={"question": "cijfers", "unit": "section"}).json()
    assert {hit["kind"] for hit in sections} == {"section"}

    check("list", client.get("documents").json())
    check("show", client.get(f"documents/{DOC}").json())
    source = client.get(f"documents/{DOC}/source")
    assert source.headers["content-type"] == "text/plain; charset=utf-8"
    assert source.content.decode("utf-8") == letter.text

    place = client.get(f"citations/{DOC}%23p20.s3", params={"neighbours": 2}).json()
    assert place["citation"]["id"] == f"{DOC}#p20"
    assert [unit["id"] for unit in place["before"]] == [f"{DOC}#p18", f"{DOC}#p19"]
    assert [unit["id"] for unit in place["after"]] == [f"{DOC}#p21", f"{DOC}#p22"]
    note = client.get(f"citations/{DOC}%23fn1").json()
    assert note["before"] == []
    assert note["after"][0]["id"] == f"{DOC}#fn2"

    added = server.upload(("../../Op vang.txt", SHELTER.encode()))
    assert added.status_code == 202
    job = server.ended(added.json()["id"])
    assert (job["state"], job["documents"], job["files"]) == ("done", ["op-vang"], ["Op-vang.txt"])
    kept = server.folder / "index-files" / "documents" / "Op-vang.txt"
    assert kept.read_text("utf-8") == SHELTER
    asked = client.post("ask", json={"question": "Welke gemeente opent een opvang?"})
    assert asked.headers["alinea-generation"] != first
    assert asked.json()["answers"][0]["citation"]["document"] == "op-vang"

    changed = server.upload(("Op vang.txt", SHELTER.replace("Ede", "Assen").encode()))
    assert server.ended(changed.json()["id"])["documents"] == ["op-vang"]
    assert "Assen" in client.get("documents/op-vang/source").text

    removed = client.delete("documents/op-vang")
    assert removed.status_code == 202
    assert server.ended(removed.json()["id"])["state"] == "done"
    assert [row["id"] for row in client.get("documents").json()] == [DOC]
    assert not kept.exists()
    assert [job["kind"] for job in client.get("jobs").json()] == ["remove", "add", "add"]

    metrics = client.get("metrics").text
    assert 'alinea_requests_total{method="POST",path="/v1/ask",status="200"} 2.0' in metrics
    assert 'alinea_questions_total{answered="true"} 3.0' in metrics
    assert 'alinea_jobs{state="done"} 3.0' in metrics

    server.stop()
    log = server.log.read_text("utf-8")
    rows = [json.loads(line) for line in log.splitlines()]
    assert set(rows[2]) == {"time", "method", "path", "status", "ms", "generation"}
    assert {row["path"] for row in rows} >= {"/v1/ask", "/v1/documents/{document_id}/source"}
    assert "arbeidsuitbuiting" not in log
    assert "Ede" not in log


def test_questions_are_logged_when_asked_for(serve):
    server = serve("--log-questions")
    server.client.post("search", json={"question": "gedwongen bedelarij"})
    server.stop()
    assert json.loads(server.log.read_text())["question"] == "gedwongen bedelarij"


def test_what_is_wrong_is_said_in_one_shape(serve):
    server = serve()
    client = server.client

    def refused(response):
        assert set(response.json()) == {"error"}
        assert response.json()["error"]["message"].endswith(".")
        return response.status_code, response.json()["error"]["code"]

    assert refused(client.get("documents/none")) == (404, "no_such_document")
    assert refused(client.get("documents/none/source")) == (404, "no_such_document")
    assert refused(client.delete("documents/none")) == (404, "no_such_document")
    assert refused(client.get(f"citations/{DOC}%23p99")) == (404, "no_such_unit")
    assert refused(client.get("jobs/none")) == (404, "no_such_job")
    assert refused(client.get("nothing")) == (404, "no_such_path")
    assert refused(client.put("ask")) == (405, "method_not_allowed")
    assert refused(client.post("ask", content="{")) == (422, "bad_request")
    assert refused(client.post("ask", json={"question": "?!"})) == (422, "bad_request")
    assert refused(client.post("ask", json={"question": "a" * 2001})) == (422, "bad_request")
    assert refused(client.post("ask", json={"question": "a", "k": 0})) == (422, "bad_request")
    two = {"question": "wie", "since": "2021-02-01", "until": "2021-01-01"}
    assert refused(client.post("ask", json=two)) == (422, "bad_date")
    other = {"question": "wie", "documents": ["none"]}
    assert refused(client.post("search", json=other)) == (404, "no_such_document")
    assert refused(client.post("ask", json={"question": "a" * 70_000})) == (413, "too_large")
    chunks = (b" " * 10_000 for _ in range(9))
    headers = {"content-type": "application/json"}
    assert refused(client.post("ask", content=chunks, headers=headers)) == (413, "too_large")
    assert refused(server.upload(("a.exe", b"MZ"))) == (415, "unknown_format")
    assert refused(server.upload(("a.pdf", b"plain text"))) == (415, "other_content")
    assert refused(server.upload(("a.txt", b"%PDF-1.7 ..."))) == (415, "other_content")
    assert refused(server.upload(("a.txt", b""))) == (415, "other_content")
    many = [(f"{n}.txt", b"Tekst.") for n in range(21)]
    assert refused(server.upload(*many)) == (413, "too_many_files")
    foreign = {"origin": "https://example.org"}
    assert refused(client.get("documents", headers=foreign)) == (403, "other_origin")
    rebound = {"host": "example.org"}
    assert refused(client.get("documents", headers=rebound)) == (403, "other_origin")
    assert client.get("jobs").json() == []


def test_a_parameter_of_an_address_is_obeyed_or_refused(serve):
    server = serve()
    client = server.client
    job = server.upload(("Op vang.txt", SHELTER.encode())).json()
    assert server.ended(job["id"])["documents"] == ["op-vang"]

    def found(path, **more):
        hits = client.get(path, params={"question": "Welke gemeente?", "k": 50, **more}).json()
        return {hit["citation"]["document"] for hit in hits}

    assert found("search") == {DOC, "op-vang"}
    assert (
        found("search", documents="op-vang") == found("search", document="op-vang") == {"op-vang"}
    )
    assert found("search", documents=["op-vang"], document=DOC) == {DOC, "op-vang"}
    for path, known in (
        ("ask", "document, documents, k, min_confidence, previous, question, reader, since, until"),
        ("search", "document, documents, k, question, reader, since, unit, until"),
    ):
        refused = client.get(path, params={"question": QUESTION, "from": "2030-01-01"})
        assert refused.status_code == 422
        assert refused.json()["error"] == {
            "code": "unknown_parameter",
            "message": f"There is no parameter 'from': use {known}.",
        }


def test_a_section_opens_alone(serve):
    opened = serve().client.get(f"citations/{DOC}%23sec1").json()
    assert opened["citation"]["id"] == f"{DOC}#sec1"
    assert opened["citation"]["kind"] == "section"
    assert (opened["before"], opened["after"]) == ([], [])


@pytest.mark.parametrize("path", ["docs", "redoc", "v1/docs"])
def test_no_page_loads_scripts(serve, path):
    server = serve()
    root = str(server.client.base_url).removesuffix("/v1/")
    assert httpx.get(f"{root}/{path}", trust_env=False).status_code == 404
    document = server.client.get("openapi.json").json()
    assert document["paths"]["/v1/ask"]["post"]["requestBody"]["content"]["application/json"][
        "examples"
    ] == {"a question": {"value": {"question": QUESTION}}}


def test_a_file_that_cannot_be_read_fails_alone(serve):
    server = serve()
    both = server.upload(("goed.txt", SHELTER.encode()), ("fout.pdf", b"%PDF-1.7 broken"))
    job = server.ended(both.json()["id"])
    assert (job["state"], job["documents"]) == ("done", ["goed"])
    assert [(row["file"], row["code"]) for row in job["failed_files"]] == [
        ("fout.pdf", "broken_file")
    ]
    alone = server.ended(server.upload(("fout.pdf", b"%PDF-1.7 broken")).json()["id"])
    assert (alone["state"], alone["error"]["code"]) == ("failed", "broken_file")
    names = [path.name for path in (server.folder / "index-files" / "documents").iterdir()]
    assert names == ["goed.txt"]


def test_no_index_is_one_sentence(tmp_path, capsys):
    assert run(["serve", "--index", str(tmp_path / "none")]) == 1
    assert "There is no index in" in capsys.readouterr().err
