"""What of an index is open: one generation, and the next one once there is one on disk."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from qa.answer import Searcher
from qa.encoder import Encoder
from qa.index import storage, update
from qa.index.contents import Contents
from qa.index.remote import Remote


class Opened:
    """One generation of an index, opened. It never changes, and threads may share it."""

    def __init__(self, contents: Contents, remote: Callable[[], Remote] | None) -> None:
        """`remote` gives the server that finds candidates, if there is one."""
        self.contents = contents
        self._remote = remote
        self._lock = threading.Lock()
        self._searcher: Searcher | None = None

    @property
    def searcher(self) -> Searcher:
        """What answers over this generation, opened with the first question."""
        with self._lock:
            if self._searcher is None:
                self.follow()
                engine = self._remote().engine(self.contents) if self._remote else None
                self._searcher = self.contents.open_searcher(engine)
            return self._searcher

    def follow(self) -> None:
        """Bring the server up to date, if there is one."""
        if self._remote:
            self._remote().follow(self.contents)


class Newest:
    """Gives each question the generation that counts on disk, opened."""

    def __init__(
        self, folder: Path, contents: Contents, encoder: Encoder, engine: str | None, pinned: bool
    ) -> None:
        """`engine` is the address of a server; with `pinned` only `take` and `purge` move on."""
        self._folder, self._encoder, self._pinned = folder, encoder, pinned
        self._remote: Callable[[], Remote] | None = None
        if engine:  # not a method, which would hold on to what is open, in a circle
            model = (encoder.fingerprint, encoder.dimension)
            self._remote = cache(partial(Remote, folder, engine, *model))
        self._lock = threading.Lock()
        self._opened = Opened(contents, self._remote)

    def now(self) -> Opened:
        """What a question is put to, from its beginning to its end.

        AlineaError where the index on disk has become one that this encoder cannot search.
        """
        opened = self._opened
        if self._pinned or self._counts(opened):
            return opened
        with self._lock:  # one thread opens it and the others wait: none may use what is gone
            return self._opened if self._counts(self._opened) else self.take()

    def take(self) -> Opened:
        """Open what is on disk now."""
        opened = Opened(update.current(self._folder, self._encoder), self._remote)
        self._opened = opened
        return opened

    def purge(self) -> Opened:
        """Take what was removed out of the store's file too, which wants nothing of it open."""
        self._opened.contents.close()
        try:
            update.purge(self._folder)
        finally:
            opened = self.take()
        return opened

    def _counts(self, opened: Opened) -> bool:
        return opened.contents.generation == storage.generation(self._folder)
