"""The index as it is opened: one generation, and the next one once there is one on disk."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from qa.index import Index


@dataclass(frozen=True, slots=True)
class Generation:
    """One generation of an index, opened; it never changes."""

    name: str | None
    index: Index


class Generations:
    """Gives each request the newest generation that is open."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._current: Generation | None = None

    def current(self) -> Generation:
        """The generation for a request, which keeps it to its end.

        Where there is a newer one on disk one request opens it, and others go on with the old.
        AlineaError where no index can be opened.
        """
        current = self._current
        if current and current.index.generation == current.name:
            return current
        if not self._lock.acquire(blocking=current is None):
            assert current is not None
            return current
        try:
            return self._open()
        finally:
            self._lock.release()

    def refresh(self) -> None:
        """Open what is on disk now, for all requests that come after."""
        with self._lock:
            self._open()

    def _open(self) -> Generation:
        opened = self._current.index if self._current else Index.open(self._path)
        while self._current is None or opened.generation != self._current.name:
            before = opened.generation
            opened = Index.open(self._path, pinned=True)
            if opened.generation == before:  # else another process wrote while it was opened
                self._current = Generation(before, opened)
        return self._current
