"""Many files, read in order: the first few here, the rest by processes beside this one."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from qa.document import Document
from qa.errors import AlineaError
from qa.load import failing, parse, parts_sha256, read_parts
from qa.load.process import Process
from qa.processors import processors

_FEW = 8  # files that are read sooner than processes start
_MOST = 4  # processes: what takes in the documents is not quicker than so many


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to be read, the id of its document, and the hash of what is known of it, if any."""

    path: Path
    doc_id: str
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """The hash of a file with its sidecar; its document, None where it is as it was known."""

    digest: str
    document: Document | None


Outcome = Loaded | AlineaError
Loader = Callable[[Iterable[Wanted]], Generator[Outcome, None, None]]
"""Gives what became of each file, in order. It may take files from the iterable some ahead."""


def load_file(wanted: Wanted) -> Outcome:
    """Read one file, here."""
    try:
        data, sidecar = read_parts(wanted.path)
        digest = parts_sha256(data, sidecar)
        if digest == wanted.known:
            return Loaded(digest, None)
        return Loaded(digest, parse(data, sidecar, wanted.path.name, wanted.doc_id))
    except AlineaError as error:
        return error


def load_many(files: Iterable[Wanted]) -> Generator[Outcome, None, None]:
    """What became of each file, in order; at most a few are taken ahead."""
    files = iter(files)
    yield from map(load_file, islice(files, _FEW))
    count = min(processors(), _MOST)
    yield from _by_processes(files, count) if count > 1 else map(load_file, files)


def _by_processes(files: Iterator[Wanted], count: int) -> Iterator[Outcome]:
    """The same by so many processes, which are started as they are needed.

    Threads only wait for them. Whatever stops this, the processes end with it.
    """
    workers = _Workers(count)
    running: deque[Future[Outcome]] = deque()
    with ThreadPoolExecutor(count) as threads, contextlib.closing(workers):
        while True:
            ahead = islice(files, 2 * count - len(running))
            running.extend(threads.submit(workers.load, wanted) for wanted in ahead)
            if not running:
                return
            yield running.popleft().result()


class _Workers:
    """Processes that read files, each one at a time."""

    def __init__(self, count: int) -> None:
        self._idle: queue.SimpleQueue[Process | None] = queue.SimpleQueue()
        for _ in range(count):
            self._idle.put(None)
        self._lock = threading.Lock()
        self._all: list[Process] = []
        self._closed = False

    def load(self, wanted: Wanted) -> Outcome:
        """What an idle process makes of a file. Where that dies, a new one tries again.

        For it may have been ended for want of memory, by a file beside this one.
        """
        for again in (False, True):
            worker = self._idle.get()
            try:
                if again and worker:
                    worker.stop()
                worker = worker if worker and worker.alive else self._start()
                worker.send(_load, wanted)
                kind, value = worker.receive()
            except (EOFError, BrokenPipeError):
                worker = None
            else:
                break
            finally:
                self._idle.put(worker)
        else:
            kind, value = "crash", "the reader crashes"
        if kind == "value":
            outcome: Outcome = value
            return outcome
        return failing(wanted.path.name, value or "MemoryError")

    def close(self) -> None:
        """End all, also those at work; none starts any more."""
        with self._lock:
            self._closed = True
        with ThreadPoolExecutor(max(1, len(self._all))) as threads:
            list(threads.map(Process.end, self._all))

    def _start(self) -> Process:
        with self._lock:
            if self._closed:
                raise EOFError
            self._all.append(Process())
            return self._all[-1]


def _load(wanted: Wanted, beat: Callable[[str], None]) -> Outcome:
    """In a process; an AlineaError is a value, as it is here."""
    return load_file(wanted)
