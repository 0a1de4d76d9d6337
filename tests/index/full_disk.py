"""Changes an index on a small disk that fills up, and looks at what is left.

    unshare --mount python tests/index/full_disk.py FOLDER [--tries 8] [--seed 1]

Before each change a ballast leaves some bytes of the disk free, from none to what the change
needs. The change is refused in one sentence, and the index answers as before while the disk is
still full; or it fits. With the ballast gone the same again finishes the work, and nothing
is left lying about. Last, each command is run with no byte free.
"""

import argparse
import subprocess
import sys
from collections import Counter
from pathlib import Path

from changes import KINDS, Trial, held, in_child
from small_disk import PAGE, fill, mounted

from qa import Index

_SIZE = 8_000_000
_ASKED = "Wanneer gaat het zwembad dicht?"


def try_once(trial, disk, kind, free):
    """Make a change with so many bytes free; whether it was refused."""
    act = trial.prepare(kind)
    before = held(trial.index)
    ballast = fill(disk, free)
    status, said = in_child(act)
    place = (kind, free, said)
    assert status == 0, place
    refused = said != ""
    if refused:
        check_sentence(said.removeprefix("disk_full "))
    found = held(trial.index)
    removed = kind == "purge" and refused and found == trial.expected()
    assert removed or found == (before if refused else trial.expected()), place
    assert not removed or "can no longer be found" in said, place
    ballast.unlink()
    assert in_child(act) == (0, ""), place
    trial.check_whole()
    return refused


def check_sentence(said):
    """One sentence says that the disk is full, and what to do."""
    assert "the disk is full" in said.lower(), said
    assert "make room" in said, said
    assert "\n" not in said, said
    assert said.endswith("."), said
    assert ". " not in said, said


def run(*arguments):
    """What a command prints, with what it says on standard error, and its exit code."""
    command = [sys.executable, "-m", "qa", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    return done.stdout, done.stderr, done.returncode


def check_commands(folder, disk):
    """Each command that changes an index, with no byte free, and then with room."""
    files, index = folder / "in", disk / "zwembad"
    files.mkdir()
    (files / "zwembad.txt").write_text("Het zwembad gaat in juni dicht.", "utf-8")
    Index.build(files, index)
    (files / "opvang.txt").write_text("De opvang gaat in mei open.", "utf-8")
    ballast = fill(disk, 0)
    for command in (
        ["index", files],
        ["add", files],
        ["add", "--watch", files],
        ["remove", "zwembad"],
        ["remove", "--purge", "zwembad"],
        ["doctor", "--repair"],
    ):
        printed, said, code = run(*command, "--index", index)
        assert (printed, code) == ("", 1), (command, printed, said, code)
        said = said.removeprefix(f"Following {files}; Ctrl-C ends it.\n")
        check_sentence(said.removeprefix("qa: ").removesuffix("\n"))
        printed, said, code = run("ask", _ASKED, "--index", index)
        assert "Het zwembad gaat in juni dicht." in printed, (command, printed, said)
    with (disk / "report").open("w") as full:
        command = [sys.executable, "-m", "qa", "list", "--index", index]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    check_sentence(done.stderr.removeprefix("qa: ").removesuffix("\n"))
    ballast.unlink()
    assert run("add", files, "--index", index)[1:] == ("", 0)
    assert run("remove", "--purge", "zwembad", "--index", index)[1:] == ("", 0)
    assert [row.id for row in Index.open(index).documents()] == ["opvang"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tries", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    outcomes = Counter()
    with mounted(given.folder / "disk", _SIZE) as disk:
        trial = Trial(given.folder / "files", disk / "index", given.seed)
        for kind in KINDS:
            for number in range(given.tries):
                free = 0 if number == 0 else int(PAGE * 2 ** trial.source.uniform(0, 9))
                outcomes[kind, try_once(trial, disk, kind, free)] += 1
        trial.check_answers(given.folder / "fresh")
        check_commands(given.folder, disk)
    for (kind, refused), count in sorted(outcomes.items()):
        print(f"{kind}: {count} times {'refused' if refused else 'done'}")
    print(f"{outcomes.total()} changes on a full disk, nothing lost")


if __name__ == "__main__":
    main()
