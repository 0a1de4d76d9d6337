"""Many files are read by several processes, as one alone would read them one after another."""

import importlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from encoders import WordEncoder

from qa import AlineaError, Index
from qa.load import many
from qa.load.many import Loaded, Wanted, load_file, load_many

# A program as a user writes it, without `if __name__ == "__main__"`.
PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from encoders import WordEncoder
from qa import Index
print("begun", flush=True)
folder = Path(sys.argv[1])
index = Index.build(folder / "in", folder / "index", WordEncoder(), print)
print(len(index.documents()), "documents", flush=True)
"""


@pytest.fixture
def several(monkeypatch):
    """As on a machine of three processors."""
    monkeypatch.setattr(many, "processors", lambda: 3)


@pytest.fixture
def folder(tmp_path):
    """31 files, of which two cannot be read; two share a name, but for how it ends."""
    made = tmp_path / "in"
    made.mkdir()
    for number in range(30):
        (made / f"stuk-{number:02}.txt").write_text(f"Dit is stuk {number}.\n\nZaak {number}.")
    (made / "stuk-09.txt").write_text(" \n")
    (made / "stuk-20.docx").write_bytes(b"PK nothing")
    return made


def wanted(folder):
    return [Wanted(file, file.stem) for file in sorted(folder.iterdir())]


def said(outcome):
    return outcome.message if isinstance(outcome, AlineaError) else outcome


def test_each_file_is_read_as_alone_and_in_order(folder, several):
    files = wanted(folder)
    outcomes = [said(outcome) for outcome in load_many(files)]
    assert outcomes == [said(load_file(file)) for file in files]
    assert [outcome.document.id for outcome in outcomes if isinstance(outcome, Loaded)][-1] == (
        "stuk-29"
    )
    assert [number for number, o in enumerate(outcomes) if isinstance(o, str)] == [9, 20]


def test_what_is_known_is_not_read_again(folder, several):
    first = [outcome for outcome in load_many(wanted(folder)) if isinstance(outcome, Loaded)]
    known = [Wanted(folder / f"{o.document.id}.txt", o.document.id, o.digest) for o in first]
    (folder / "stuk-25.txt").write_text("Dit is nu anders.")
    again = list(load_many(known))
    assert [o.document.id for o in again if o.document] == ["stuk-25"]


def test_few_are_taken_ahead(folder, several):
    taken = []

    def files():
        for file in wanted(folder):
            taken.append(file)
            yield file

    outcomes = load_many(files())
    ahead = [len(taken) - done for done, _ in enumerate(outcomes)]
    assert (max(ahead), len(ahead)) == (6, 31)


def test_an_index_is_the_same_and_told_of_the_same(folder, tmp_path, monkeypatch):
    (folder / "later").mkdir()
    for name in ("stuk-09", "stuk-20", "stuk-21"):  # the first takes the place of one unread
        (folder / "later" / f"{name}.txt").write_text(f"Een ander {name}.")
    seen = []
    for processors in (1, 3):
        monkeypatch.setattr(many, "processors", lambda count=processors: count)
        told, steps = [], []
        index = Index.build(
            folder,
            tmp_path / f"index-{processors}",
            WordEncoder(),
            lambda *step, steps=steps: steps.append(step),
            failed=lambda file, error, told=told: told.append((file.name, error.message)),
        )
        rows = [(row.id, row.source, row.sha256) for row in index.documents()]
        texts = [index.document(row[0]) for row in rows]
        hits = [(hit.id, hit.rank_score) for hit in index.search("zaak 17", 40)]
        seen.append((rows, texts, hits, told, steps))
    assert seen[0] == seen[1]
    rows, _, _, told, _ = seen[1]
    assert [name for name, _ in told] == ["stuk-09.txt", "stuk-20.docx"]
    assert [row[0] for row in rows if "ander" in row[1] or row[0].endswith("-2")] == [
        "stuk-20-2",
        "stuk-21-2",
    ]


def test_a_program_without_a_guard_reads_with_several_processes(folder, tmp_path):
    (folder / "stuk-09.txt").unlink()
    (folder / "stuk-20.docx").unlink()
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    command = [sys.executable, program, tmp_path, Path(__file__).parents[1]]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("begun\nload 0 29\n")
    assert done.stdout.endswith("29 documents\n")
    assert done.stdout.count("begun") == 1


def children():
    """Processes that this one has started, without the one that looks."""
    command = ["ps", "-A", "-o", "pid=,ppid=,comm="]
    rows = map(str.split, subprocess.check_output(command, text=True).splitlines())
    return {
        int(pid) for pid, parent, name, *_ in rows if parent == str(os.getpid()) and name != "ps"
    }


def test_whoever_stops_ends_the_processes_too(folder, several):
    before = children()
    outcomes = load_many(wanted(folder))
    for _ in range(10):
        next(outcomes)
    assert children() - before
    outcomes.close()
    assert not children() - before


def test_processes_that_are_killed_cost_nothing(folder, several):
    files = wanted(folder)
    outcomes = load_many(files)
    before = children()
    read = [next(outcomes) for _ in range(12)]
    for pid in children() - before:
        os.kill(pid, signal.SIGKILL)
    read += outcomes
    assert list(map(said, read)) == [said(load_file(file)) for file in files]


def test_a_file_that_crashes_its_reader_is_told_and_the_rest_read(
    folder, several, tmp_path, monkeypatch
):
    (tmp_path / "fatal.py").write_text(
        "import os\n"
        "from qa.load.many import load_file\n"
        "def load(wanted, beat):\n"
        "    return os.abort() if wanted.doc_id == 'stuk-12' else load_file(wanted)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(many, "_load", importlib.import_module("fatal").load)
    read = list(load_many(wanted(folder)))
    assert said(read[12]) == (
        "stuk-12.txt cannot be read, it fails (the reader crashes): open it and save it anew."
    )
    assert [n for n, outcome in enumerate(read) if isinstance(outcome, AlineaError)] == [9, 12, 20]


def test_a_loader_that_cannot_work_at_all_ends_the_build(folder, tmp_path):
    def away(files):
        raise AlineaError("no_cluster", "Ray cannot be joined.")
        yield

    told = []
    with pytest.raises(AlineaError, match="cannot be joined"):
        Index.build(
            folder,
            tmp_path / "index",
            WordEncoder(),
            failed=lambda file, error: told.append(file),
            loader=away,
        )
    assert told == []
