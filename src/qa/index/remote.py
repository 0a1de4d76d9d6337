"""An index whose candidates are found by a server: kept as the index is, asked, and weighed here.

The index is the truth. The server has a copy of what is searched, which every opening compares
with the index and brings up to date, so that nothing is lost where one of the two was away.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
import uuid
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

import numpy as np

from qa.errors import AlineaError
from qa.index import storage
from qa.index.contents import Contents
from qa.index.preparation import preparation
from qa.index.segment import file_crc
from qa.index.store import PLACES
from qa.question import Question
from qa.retrieval.candidates import EVERYWHERE, Candidates, Held, Unit, Where
from qa.retrieval.engine import POOL, Evidence, Found
from qa.retrieval.local_engine import LocalEngine
from qa.retrieval.rows import Rows

Kind = Literal["passages", "sections"]
KINDS: tuple[Kind, ...] = ("passages", "sections")
_NAME = ".engine"  # what the index is called on a server
_TRIES, _PAUSE = 120, 0.5  # for the lock of the index, seconds between


class Remote:
    """The server's part of one index. Raises AlineaError where it does not answer."""

    def __init__(self, folder: Path, url: str, fingerprint: str, dimension: int) -> None:
        from qa.milvus import Milvus

        self._folder = folder
        self._server = Milvus(url)
        self._prefix = f"alinea_{_own_name(folder)}_"
        encoder = hashlib.sha256(fingerprint.encode()).hexdigest()[:8]
        self._names = {kind: f"{self._prefix}{encoder}_{kind}" for kind in KINDS}
        self._dimension = dimension

    def engine(self, contents: Contents) -> RemoteEngine:
        """The engine for this state of the index."""
        return RemoteEngine(contents, self._units())

    def follow(self, contents: Contents) -> None:
        """Bring the server up to date where it is not as these contents of the index are."""
        units = self._units()
        if _are_like(units, contents):
            return
        with contextlib.closing(storage.read(self._folder)) as newest:
            if _are_like(units, newest):  # another process has been here, with a change
                return
        for _ in range(_TRIES):
            try:
                with (
                    storage.writing(self._folder),
                    contextlib.closing(storage.read(self._folder)) as newest,
                ):
                    self._server.drop_others(self._prefix, self._names.values())
                    for kind in KINDS:
                        copy(newest, kind, units[kind])
                return
            except AlineaError as error:
                if error.code != "index_busy":
                    raise
                time.sleep(_PAUSE)  # who writes may be doing just this
        raise AlineaError(
            "index_busy", f"{self._folder} is being written by another process: try again later."
        )

    def _units(self) -> dict[Kind, Candidates]:
        """The collections, made where there are none."""
        return {
            kind: self._server.collection(name, self._dimension)
            for kind, name in self._names.items()
        }


class RemoteEngine:
    """Candidates of a server, of those the index has in this state, with their weight."""

    def __init__(self, contents: Contents, units: dict[Kind, Candidates]) -> None:
        self._units = units
        self._local: LocalEngine = contents.files.engine()
        self._ids = [version.id for version in contents.versions]
        self._places = {v.number: place for place, v in enumerate(contents.versions)}
        self._firsts = {kind: _firsts(contents, kind) for kind in KINDS}
        self._days = [_day(value) for value in contents.dates]

    def passages(self, question: Question, documents: Sequence[int] | None) -> Found:
        """Candidates among the passages."""
        return self._find("passages", question, documents)

    def sections(self, question: Question, documents: Sequence[int] | None) -> Found:
        """Candidates among the sections."""
        return self._find("sections", question, documents)

    def sentences(self, question: Question, rows: Rows) -> Evidence:
        """The evidence of each sentence of these passages."""
        return self._local.sentences(question, rows)

    def _find(self, kind: Kind, question: Question, documents: Sequence[int] | None) -> Found:
        leg = self._local.legs[kind]
        numbers: set[int] = set()
        if documents is None or len(documents):
            where, units = self._where(documents), self._units[kind]
            terms = leg.keywords.asked(question.text, question.language)
            numbers.update(units.nearest(question.vector, POOL, where))
            numbers.update(units.matching(terms, POOL, where))
        rows = [row for number in numbers if (row := self._row(kind, number)) is not None]
        return leg.weigh(question, np.array(sorted(rows), dtype=np.int64))

    def _row(self, kind: Kind, number: int) -> int | None:
        """The row of a unit, None for one of a version that this state does not have."""
        place = self._places.get(number >> PLACES)
        return None if place is None else self._firsts[kind][place] + number % (1 << PLACES)

    def _where(self, documents: Sequence[int] | None) -> Where:
        """A period where that says the same, else the ids."""
        if documents is None:
            return EVERYWHERE
        days = sorted({self._days[number] for number in documents})
        if days[0]:
            since, until = days[0], days[-1]
            within = {n for n, day in enumerate(self._days) if day and since <= day <= until}
            if within == set(documents):
                return Where(since=since, until=until)
        return Where(documents=tuple(self._ids[number] for number in documents))


def copy(contents: Contents, kind: Kind, target: Candidates) -> None:
    """Make the units of a kind on a server those of an index, and no others."""
    held, wanted = target.held(), _stamps(contents, kind)
    target.delete(number for number in held if number not in wanted)
    words = _Words(contents, kind)
    days = [_day(value) for value in contents.dates]
    firsts = _firsts(contents, kind)
    for place, version in enumerate(contents.versions):
        stamp = wanted.get(version.number)
        if stamp and held.get(version.number) != stamp:
            rows = range(firsts[place], firsts[place + 1])
            known = Held(version.number, version.id, days[place], stamp)
            target.upsert(known, list(words.units(version.number << PLACES, rows)))
    target.flush()


class _Words:
    """The terms and vectors of rows, as the files of the index have them."""

    def __init__(self, contents: Contents, kind: Kind) -> None:
        self._files, self._kind = contents.files, kind
        self._rows = contents.files.rows(kind)

    def units(self, first: int, rows: range) -> Iterator[Unit]:
        """The units of rows, numbered from `first` on."""
        vectors = self._rows[rows.start : rows.stop].astype(np.float32)
        for place, terms in enumerate(self._files.terms_of(self._kind, rows)):
            said = (" ".join([word] * times) for word, times in terms.items())
            yield Unit(first + place, " ".join(said), vectors[place])


def _are_like(units: dict[Kind, Candidates], contents: Contents) -> bool:
    return all(units[kind].held() == _stamps(contents, kind) for kind in KINDS)


def _stamps(contents: Contents, kind: Kind) -> dict[int, str]:
    """What each version that has units should be stamped with.

    Terms change with the file, with the analysis, and with what that learned.
    """
    learned = file_crc(contents.files.learned.path)
    rest = f"{learned} {preparation()}"
    return {
        version.number: hashlib.sha256(f"{version.digest} {rest}".encode()).hexdigest()[:32]
        for version in contents.versions
        if getattr(version, kind)
    }


def _firsts(contents: Contents, kind: Kind) -> list[int]:
    """The first row of each document, and where the last one ends."""
    found: list[int] = contents.files.firsts[kind].tolist()
    return found


def _day(value: str | None) -> str:
    """A date that is a day, as 2021-03-03; empty for any other."""
    try:
        return date.fromisoformat(value or "").isoformat()
    except ValueError:
        return ""


def _own_name(folder: Path) -> str:
    """A name that no other index has on any server; it moves with the folder."""
    path = folder / _NAME
    if not path.exists():
        name = uuid.uuid4().hex[:16]
        draft = folder / f"{_NAME}-{name}"
        draft.write_text(name, "ascii")
        with contextlib.suppress(FileExistsError):  # another process was first
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text("ascii")
