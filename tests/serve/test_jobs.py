"""Jobs: progress, cancelling, and a service that is killed in the midst of one."""

import contextlib
import json
import os
import signal
import threading
import time
from pathlib import Path

from qa import Index

DOC = "kamerbrief-mensenhandel"


def long_text(paragraphs, place="Ede"):
    """A text that takes long enough to encode to be seen at it."""
    sentences = (
        f"In {place} telde de gemeente in week {n} precies {n * 7} meldingen over de straat "
        f"met nummer {n}, en {n * 3} daarvan kwamen van bewoners die er langer dan {n} jaar "
        "wonen en er zelden eerder iets van hadden gezegd."
        for n in range(1, paragraphs + 1)
    )
    return "\n\n".join(sentences).encode()


def at_work(server, job_id):
    """The job once its encoding is under way."""
    for _ in range(600):
        job = server.client.get(f"jobs/{job_id}").json()
        assert not job["ended"], job
        if job["progress"] > 0:
            return job
        time.sleep(0.02)
    raise AssertionError(job)


def test_a_job_tells_how_far_it_is_and_can_be_cancelled(serve):
    server = serve("--rate", "100000")
    short = server.ended(server.upload(("lang.txt", long_text(1))).json()["id"])
    assert short["state"] == "done"
    before = server.client.get("ready").json()
    job_id = server.upload(("lang.txt", long_text(70))).json()["id"]
    waiting = server.upload(("later.txt", b"Een tekst die wacht.")).json()["id"]
    job = at_work(server, job_id)
    assert (job["state"], job["stage"]) == ("running", "encode")
    assert 0 < job["progress"] < 1
    assert job["seconds_left"] > 0
    assert server.client.delete(f"jobs/{waiting}").json()["state"] == "cancelled"
    assert server.client.delete(f"jobs/{job_id}").status_code == 202
    assert server.ended(job_id)["state"] == "cancelled"
    again = server.client.delete(f"jobs/{job_id}")
    assert (again.status_code, again.json()["error"]["code"]) == (409, "job_ended")
    assert server.client.get("ready").json() == before
    kept = server.folder / "index-files" / "documents" / "lang.txt"
    assert kept.read_bytes() == long_text(1)  # the file of the document that is still there
    assert list((server.folder / "index-files" / "incoming").iterdir()) == []


def test_kill_9_in_mid_add_loses_nothing(serve):
    server = serve("--rate", "100000")
    before = server.client.get("ready").json()
    job_id = server.upload(("lang.txt", long_text(40))).json()["id"]
    queued = server.upload(("kort.txt", b"De haven van Delfzijl bleef open.")).json()["id"]
    at_work(server, job_id)
    server.stop(signal.SIGKILL)
    left = Index.open(server.index)  # whole, and as it was
    assert left.generation == before["generation"]
    assert [document.id for document in left.documents()] == [DOC]

    server = serve("--rate", "100000")
    assert server.ended(job_id)["state"] == "done"
    assert server.ended(queued)["state"] == "done"
    rows = server.client.get("documents").json()
    assert [row["id"] for row in rows] == [DOC, "kort", "lang"]
    assert rows[2]["paragraph_count"] == 40
    assert server.client.get("documents/lang/source").content == long_text(40)


def worker_of(server):
    """The process that works for a service, or None."""
    tasks = Path(f"/proc/{server.process.pid}/task").glob("*/children")
    return next((int(pid) for task in tasks for pid in task.read_text().split()), None)


def kill_worker(server):
    """End the process that works for a service, as soon as there is one; it cannot say a word."""
    while not (worker := worker_of(server)):
        time.sleep(0.01)
    os.kill(worker, signal.SIGKILL)
    while worker_of(server) == worker:
        time.sleep(0.01)


def test_work_that_dies_is_done_again(serve):
    server = serve("--rate", "100000")
    job_id = server.upload(("lang.txt", long_text(40))).json()["id"]
    at_work(server, job_id)
    kill_worker(server)
    assert server.ended(job_id)["state"] == "done"
    assert [row["id"] for row in server.client.get("documents").json()] == [DOC, "lang"]


def test_work_that_dies_just_after_the_index_was_written_is_known_to_be_done(serve):
    server = serve("--rate", "100000")
    before = Index.open(server.index).generation
    job_id = server.upload(("lang.txt", long_text(3))).json()["id"]
    while Index.open(server.index).generation == before:
        time.sleep(0.001)
    if worker := worker_of(server):  # else it has ended well already
        with contextlib.suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)
    job = server.ended(job_id)
    assert (job["state"], job["documents"]) == ("done", ["lang"])
    assert server.client.get("documents/lang/source").content == long_text(3)


def test_work_that_dies_twice_fails_and_leaves_everything_as_it_was(serve):
    server = serve("--rate", "100000")
    job_id = server.upload(("lang.txt", long_text(40))).json()["id"]
    for _ in range(2):
        at_work(server, job_id)
        kill_worker(server)
    job = server.ended(job_id)
    assert job["state"] == "failed"
    assert job["error"]["message"] == (
        "The work ended before its time, perhaps for want of memory: try again."
    )
    assert [row["id"] for row in server.client.get("documents").json()] == [DOC]
    assert list((server.folder / "index-files" / "documents").iterdir()) == []


def test_generations_change_while_requests_run(serve):
    """Each answer is from one generation: all its words stand in the source of that one."""
    server = serve("--rate", "100000")
    places = {}
    stop = threading.Event()
    results = []

    def ask():
        while not stop.is_set():
            response = server.client.post(
                "search", json={"question": "Waar telde de gemeente meldingen?", "k": 5}
            )
            assert response.status_code == 200, response.text
            found = {
                hit["text"].split()[1]
                for hit in response.json()
                if "telde de gemeente" in hit["text"]
            }
            results.append((response.headers["alinea-generation"], found))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for place in ("Ede", "Assen", "Delft"):
        job = server.upload(("telling.txt", long_text(5, place))).json()
        assert server.ended(job["id"])["state"] == "done"
        places[server.client.get("ready").json()["generation"]] = {place}
    stop.set()
    for thread in threads:
        thread.join()
    assert all(found == places.get(generation, set()) for generation, found in results)
    assert {generation for generation, _ in results} >= set(list(places)[:2])


def test_a_change_by_the_command_line_is_seen(serve, tmp_path):
    server = serve("--rate", "100000")
    assert len(server.client.get("documents").json()) == 1
    (tmp_path / "los.txt").write_text("De haven van Delfzijl bleef open.", "utf-8")
    Index.open(server.index).add(tmp_path / "los.txt")
    assert [row["id"] for row in server.client.get("documents").json()] == [DOC, "los"]
    job = server.client.delete("documents/los").json()
    assert server.ended(job["id"])["state"] == "done"
    assert (tmp_path / "los.txt").exists()  # it was not uploaded: it is not ours to delete
    owned = json.loads((tmp_path / "index-files" / "owned.json").read_text())
    assert owned == {}


def test_a_document_from_elsewhere_is_not_replaced_and_the_job_names_it(serve, tmp_path):
    server = serve("--rate", "100000")
    for name in ("het plan.txt", "los.txt"):
        (tmp_path / name).write_text("De haven van Delfzijl bleef open.", "utf-8")
    Index.open(server.index).add(tmp_path / "het plan.txt", tmp_path / "los.txt")
    for _ in range(2):  # the second replaces the first, and that is not named
        job = server.upload(("het plan.txt", b"De haven van Delfzijl ging dicht.")).json()
        ended = server.ended(job["id"])
        assert (ended["documents"], ended["beside"]) == (["het-plan-2"], ["het-plan"])
    rows = server.client.get("documents").json()
    assert [row["id"] for row in rows] == ["het-plan", "het-plan-2", DOC, "los"]
    assert server.ended(server.client.delete("documents/het-plan").json()["id"])["beside"] == []
    again = server.upload(("het plan.txt", b"De haven van Delfzijl bleef dicht.")).json()
    assert server.ended(again["id"])["beside"] == []


def test_two_services_on_one_index_do_not_both_change_it(serve):
    first, second = serve(), serve()
    added = first.upload(("een.txt", b"De haven van Delfzijl bleef open."))
    assert first.ended(added.json()["id"])["state"] == "done"
    refused = second.upload(("twee.txt", b"De haven van Harlingen ging dicht."))
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "index_busy")
    assert [row["id"] for row in second.client.get("documents").json()] == ["een", DOC]
    first.stop()
    taken = second.upload(("twee.txt", b"De haven van Harlingen ging dicht."))
    assert second.ended(taken.json()["id"])["documents"] == ["twee"]
