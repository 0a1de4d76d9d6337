"""Kills a process that changes an index at random moments, and looks at what it left.

    python tests/index/kills.py FOLDER [--kills 200] [--seed 1] [--paragraphs 0]

Each time the index must hold what it held before or what it was to hold after, whole, and to
do the same again must finish the work. At the end it must answer as one that is made at once.
With more than 2,000 paragraphs that stay, a change writes segments beside those that are there.
"""

import argparse
import hashlib
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from encoders import WordEncoder

from qa import Index
from qa.index import storage
from qa.index.repair import find_damage

QUESTION = "Welk besluit noemt de opvang van week 3?"


def write_text(path, source, size=None):
    """Write a document that no other is like."""
    lines = [
        f"Besluit {source.randrange(9)} noemt {source.choice(['de opvang', 'het plan'])} van "
        f"week {source.randrange(60)}."
        for _ in range(size or source.randint(2, 40))
    ]
    path.write_text("\n\n".join(lines), "utf-8")


def held(index):
    """What an index holds: the hash of each document's text; all of it is read."""
    texts = {row.id: index.document(row.id).text for row in index.documents()}
    index.search(QUESTION)
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}


def in_child(act, delay):
    """Do something in a process of its own, killed after a delay unless that is None; seconds."""
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            act()
            os._exit(0)
        except BaseException as error:
            print(f"failed: {error!r}", flush=True)
            os._exit(1)
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL), status
    return time.perf_counter() - start


class Trial:
    """An index in a folder, with what it should hold."""

    def __init__(self, folder, seed, paragraphs=0):
        self.source = random.Random(seed)
        self.files, self.index = folder / "files", folder / "index"
        self.files.mkdir(parents=True)
        for number in range(6):
            write_text(self.files / f"stuk-{number}.txt", self.source)
        self.there = {f"stuk-{number}" for number in range(6)}
        self.kinds = ["add", "add", "remove", "rebuild"]
        if paragraphs:
            write_text(self.files / "grond.txt", self.source, paragraphs)
            self.there.add("grond")
            self.kinds.remove("rebuild")
        self.usual = {}
        self.outcomes = Counter()
        self.build()

    def build(self):
        Index.build(
            [self.files / f"{name}.txt" for name in sorted(self.there)], self.index, WordEncoder()
        )

    def expected(self):
        """What the files hold that are to be in the index."""
        texts = {name: (self.files / f"{name}.txt").read_text("utf-8") for name in self.there}
        return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}

    def choose(self):
        """A change: its kind and what does it; what should be there is changed at once."""
        kind = self.source.choice(self.kinds)
        loose = sorted(self.there - {"grond"})
        if kind == "remove" and len(loose) > 3:
            name = self.source.choice(loose)
            self.there.remove(name)
            return kind, lambda: Index.open(self.index, WordEncoder()).remove(name)
        name = f"stuk-{self.source.randrange(9)}"
        write_text(self.files / f"{name}.txt", self.source)
        self.there.add(name)
        if kind == "rebuild":
            return kind, self.build
        path = self.files / f"{name}.txt"
        return "add", lambda: Index.open(self.index, WordEncoder()).add(path)

    def kill_once(self):
        """Make a change that is killed, look, and make it again."""
        before = held(Index.open(self.index, WordEncoder()))
        kind, act = self.choose()
        after = self.expected()
        delay = self.source.uniform(0, 1.2 * self.usual.get(kind, 0.3))
        in_child(act, delay)
        found = held(Index.open(self.index, WordEncoder()))
        assert found in (before, after), (kind, before, found, after)
        self.outcomes[kind, "after" if found == after else "before"] += 1
        if found != after:
            taken = in_child(act, None)
            self.usual[kind] = (self.usual.get(kind, taken) + taken) / 2
        assert held(Index.open(self.index, WordEncoder())) == after
        assert find_damage(storage.read(self.index)) == []

    def check_end(self, folder):
        """The index answers as one that is made at once, and has no files too many."""
        kept = Index.open(self.index, WordEncoder())
        files = [self.files / f"{name}.txt" for name in sorted(self.there)]
        fresh = Index.build(files, folder / "fresh", WordEncoder())
        for question in (QUESTION, "plan", "week 7"):
            assert kept.search(question, 50) == fresh.search(question, 50)
        assert len(list((self.index / "generations").iterdir())) == 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--paragraphs", type=int, default=0, help="that stay through all changes")
    given = parser.parse_args()
    trial = Trial(given.folder, given.seed, given.paragraphs)
    for _ in range(given.kills):
        trial.kill_once()
    trial.check_end(given.folder)
    for (kind, state), count in sorted(trial.outcomes.items()):
        print(f"killed while it had to {kind}: {count} times the state {state}")
    print(f"{given.kills} kills, nothing lost")


if __name__ == "__main__":
    main()
