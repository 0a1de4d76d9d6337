"""An index that is changed step by step, with what it should hold: for what kills or hinders it."""

import hashlib
import os
import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from encoders import WordEncoder

from qa import AlineaError, Index
from qa.index import storage
from qa.index.repair import find_damage, repair
from qa.index.store import NAME, Store

QUESTION = "Welk besluit noemt de opvang van week 3?"
KINDS = ("add", "remove", "rebuild", "purge", "repair")


def write_text(path: Path, source: random.Random, size: int | None = None) -> None:
    """Write a document that no other is like, with a word that no other has."""
    lines = [
        f"Zaak {source.getrandbits(64):016x}.",
        *(
            f"Besluit {source.randrange(9)} noemt {source.choice(['de opvang', 'het plan'])} van "
            f"week {source.randrange(60)}."
            for _ in range(size or source.randint(2, 40))
        ),
    ]
    path.write_text("\n\n".join(lines), "utf-8")


def held(folder: Path) -> dict[str, str]:
    """What an index holds: the hash of each document's text; all of it is read."""
    index = Index.open(folder, WordEncoder())
    texts = {row.id: index.document(row.id).text for row in index.documents()}
    index.search(QUESTION)
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}


def in_child(act: Callable[[], object]) -> tuple[int, str]:
    """Do something in a process of its own: how it ended, and the AlineaError it met, if any."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            act()
            os._exit(0)
        except AlineaError as error:
            os.write(writing, f"{error.code} {error.message}".encode())
            os._exit(0)
        except BaseException as error:
            print(f"failed: {error!r}", flush=True)
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as said:
        message = said.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), message


class Trial:
    """An index in a folder, and files elsewhere, with what it should hold.

    With `paragraphs`, one document of so many is never changed.
    """

    def __init__(self, files: Path, index: Path, seed: int, paragraphs: int = 0) -> None:
        self.source = random.Random(seed)
        self.files, self.index = files, index
        self.files.mkdir(parents=True)
        for number in range(6):
            write_text(self.files / f"stuk-{number}.txt", self.source)
        self.there = {f"stuk-{number}" for number in range(6)}
        if paragraphs:
            write_text(self.files / "grond.txt", self.source, paragraphs)
            self.there.add("grond")
        self.purged: list[bytes] = []
        self.build()

    def build(self) -> None:
        Index.build(
            [self.files / f"{name}.txt" for name in sorted(self.there)], self.index, WordEncoder()
        )

    def expected(self) -> dict[str, str]:
        """What the files hold that are to be in the index."""
        texts = {name: (self.files / f"{name}.txt").read_text("utf-8") for name in self.there}
        return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}

    def prepare(self, kind: str) -> Callable[[], object]:
        """What makes a change of a kind, to be done in a child; what should be there changes."""
        if kind == "repair":
            return lambda: repair(self.index, WordEncoder())
        if kind in ("remove", "purge"):
            if len(self.there - {"grond"}) < 4:
                self._add_in_child()
            name = self.source.choice(sorted(self.there - {"grond"}))
            self.there.remove(name)
            if kind == "purge":
                self.purged.append((self.files / f"{name}.txt").read_bytes()[5:21])
            return lambda: self._remove(name, purge=kind == "purge")
        path = self._write_new()
        return self.build if kind == "rebuild" else lambda: self._open().add(path)

    def check_whole(self) -> None:
        """It holds what it should, every checksum is right, and nothing lies about."""
        assert held(self.index) == self.expected()
        assert find_damage(storage.read(self.index)) == []
        assert Store.open_to_read(self.index / NAME).versions(staged=True) == []
        names = {path.name for path in self.index.iterdir()}
        assert names <= {".lock", "generations", NAME, f"{NAME}-wal", f"{NAME}-shm"}, names
        assert len(list((self.index / "generations").iterdir())) == 1
        written = [path.read_bytes() for path in self.index.rglob("*") if path.is_file()]
        assert not any(word in data for word in self.purged for data in written)

    def check_answers(self, folder: Path) -> None:
        """It answers as one that is made at once."""
        files = [self.files / f"{name}.txt" for name in sorted(self.there)]
        fresh = Index.build(files, folder, WordEncoder())
        for question in (QUESTION, "plan", "week 7"):
            assert self._open().search(question, 50) == fresh.search(question, 50)
        shutil.rmtree(folder)

    def _open(self) -> Index:
        return Index.open(self.index, WordEncoder())

    def _remove(self, name: str, *, purge: bool) -> None:
        """As a user who does the same again: what is gone already is no more to be removed."""
        try:
            self._open().remove(name, purge=purge)
        except AlineaError as error:
            if error.code != "no_such_document":
                raise

    def _add_in_child(self) -> None:
        path = self._write_new()
        assert in_child(lambda: self._open().add(path)) == (0, "")

    def _write_new(self) -> Path:
        name = f"stuk-{self.source.randrange(9)}"
        write_text(self.files / f"{name}.txt", self.source)
        self.there.add(name)
        return self.files / f"{name}.txt"
