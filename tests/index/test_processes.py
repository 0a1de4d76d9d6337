"""Several processes at one index, and processes that die at the wrong moment."""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from encoders import WordEncoder

from qa import AlineaError, Index

OLD = "Zwembad\n\nHet zwembad sluit in juni.\n"
NEW = "Opvang\n\nDe gemeente opent een opvang.\n\n" + "".join(
    f"Regel {i} van het besluit gaat over artikel {i} van de wet.\n\n" for i in range(60)
)

# Builds an index as any program may; `slow` waits in its encoder until it is let go.
PROGRAM = """
import resource, sys
from encoders import WordEncoder
from qa import AlineaError, Index

class Slow(WordEncoder):
    def encode_document(self, texts):
        if "slow" in sys.argv:
            print("encoding", flush=True)
            sys.stdin.readline()
        return super().encode_document(texts)

for word in sys.argv:
    if word.startswith("disk="):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(word[5:]), int(word[5:])))
try:
    for source in sys.argv[2].split(","):
        Index.build(source, sys.argv[1], Slow())
except AlineaError as error:
    print(error.code, error.message, flush=True)
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "zwembad.txt").write_text(OLD, "utf-8")
    (tmp_path / "opvang.txt").write_text(NEW, "utf-8")
    Index.build(tmp_path / "zwembad.txt", tmp_path / "index", WordEncoder())
    return tmp_path


@contextlib.contextmanager
def program(folder, sources, *words):
    """The program above, building into the folder's index; ended with the block."""
    paths = ",".join(str(folder / source) for source in sources)
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder / "index"), paths, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def state(folder):
    index = Index.open(folder / "index", WordEncoder())
    return [(d.id, d.paragraph_count) for d in index.documents()], index.search("regels en wetten")


def test_a_process_killed_while_it_encodes_leaves_the_old_index_whole(folder):
    before = state(folder)
    with program(folder, ["opvang.txt"], "slow") as process:
        assert process.stdout.readline() == "encoding\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert state(folder) == before
    Index.build(folder / "opvang.txt", folder / "index", WordEncoder())  # nothing is in the way
    assert state(folder)[0] == [("opvang", 61)]


@pytest.mark.parametrize("most", [4_096, 60_000])
def test_a_full_disk_leaves_the_old_index_whole(folder, most):
    before = state(folder)
    files = sorted(folder.rglob("*"))
    with program(folder, ["opvang.txt"], f"disk={most}") as process:
        said = process.communicate(timeout=60)[0]
    assert said.startswith("index_not_written ")
    assert said.endswith("; what was there is unchanged.\n")
    assert state(folder) == before
    assert sorted(folder.rglob("*")) == files


def test_what_is_killed_in_any_stage_leaves_the_state_before_or_after(tmp_path):
    command = [sys.executable, Path(__file__).with_name("kills.py"), tmp_path / "kills"]
    # Ten times in each stage, and at random moments, take minutes: `make soak`.
    ran = subprocess.run([*command, "--each", "2"], capture_output=True, text=True, timeout=1200)
    assert ran.stdout.splitlines()[-1:] == ["50 kills, nothing lost"], ran.stdout + ran.stderr


def test_what_is_killed_among_segments_leaves_the_state_before_or_after(tmp_path):
    command = [sys.executable, Path(__file__).with_name("kills.py"), tmp_path / "kills"]
    command += ["--each", "0", "--kills", "5", "--paragraphs", "2100"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=1200)
    assert ran.stdout.splitlines()[-1:] == ["5 kills, nothing lost"], ran.stdout + ran.stderr


def test_of_two_writers_one_is_told_to_wait(folder):
    index = Index.open(folder / "index", WordEncoder())
    with program(folder, ["opvang.txt"], "slow") as process:
        assert process.stdout.readline() == "encoding\n"
        for act in (
            lambda: index.add(folder / "opvang.txt"),
            lambda: index.remove("zwembad"),
            lambda: Index.build(folder / "zwembad.txt", folder / "index", WordEncoder()),
        ):
            with pytest.raises(AlineaError) as caught:
                act()
            assert caught.value.code == "index_busy"
        assert index.search("zwembad")[0].id == "zwembad#p1"  # reading goes on meanwhile
        process.communicate("\n" * 9, timeout=60)
    assert state(folder)[0] == [("opvang", 61)]


def test_a_reader_sees_the_old_index_or_the_new_one_and_nothing_between(folder):
    seen = set()
    with program(folder, ["opvang.txt", "zwembad.txt"] * 15) as process:
        while process.poll() is None:
            seen.add(str(state(folder)[0]))
    assert seen <= {"[('zwembad', 1)]", "[('opvang', 61)]"}
    assert process.returncode == 0


def test_a_change_by_another_process_is_kept_and_shown(folder):
    index = Index.open(folder / "index", WordEncoder())
    other = Index.open(folder / "index", WordEncoder())
    before = index.generation
    other.add(folder / "opvang.txt")
    assert index.generation == other.generation != before
    index.remove("zwembad")
    assert [document.id for document in index.documents()] == ["opvang"]


def test_what_another_removed_is_asked_no_more(folder):
    Index.open(folder / "index", WordEncoder()).add(folder / "opvang.txt")
    index = Index.open(folder / "index", WordEncoder())
    pinned = Index.open(folder / "index", WordEncoder(), pinned=True)
    assert index.search("Wanneer sluit het zwembad?")[0].id == "zwembad#p1"
    Index.open(folder / "index", WordEncoder()).remove("zwembad")
    asked = index.ask("Wanneer sluit het zwembad?", min_confidence=0, reader=False)
    assert {answer.citation.document for answer in asked.answers} == {"opvang"}
    assert [document.id for document in index.documents()] == ["opvang"]
    with pytest.raises(AlineaError) as caught:
        index.document("zwembad")
    assert caught.value.code == "no_such_document"
    assert pinned.search("Wanneer sluit het zwembad?")[0].id == "zwembad#p1"
    assert [document.id for document in pinned.documents()] == ["opvang", "zwembad"]


class Interrupted(WordEncoder):
    """Does something once while it encodes a question, as another thread might."""

    meanwhile = None

    def encode_query(self, texts):
        if act := self.meanwhile:
            self.meanwhile = None
            act()
        return super().encode_query(texts)


@pytest.mark.parametrize("method", ["ask", "search"])
def test_a_question_during_a_change_is_put_to_one_state_alone(folder, method):
    for name in ("aanvang", "bestek", "zwemles"):
        (folder / f"{name}.txt").write_text(f"Het zwembad begint met {name}.\n", "utf-8")
    encoder = Interrupted()
    index = Index.open(folder / "index", encoder)
    index.add(*(folder / f"{name}.txt" for name in ("aanvang", "bestek", "zwemles")))
    encoder.meanwhile = lambda: index.remove("aanvang")
    more = {"min_confidence": 0, "reader": False} if method == "ask" else {}
    found = getattr(index, method)("Waarmee begint het zwembad?", documents=["bestek"], **more)
    places = found.answers if method == "ask" else found
    assert {place.citation.id for place in places} == {"bestek#p1"}
    assert [document.id for document in index.documents()] == ["bestek", "zwembad", "zwemles"]


def test_an_index_made_anew_with_another_encoder_is_not_written_to(folder):
    index = Index.open(folder / "index", WordEncoder())
    Index.build(folder / "opvang.txt", folder / "index", WordEncoder(seed="other"))
    with pytest.raises(AlineaError) as caught:
        index.remove("opvang")
    assert caught.value.code == "other_encoder"
    with pytest.raises(AlineaError) as caught:
        index.search("zwembad")
    assert caught.value.code == "other_encoder"
