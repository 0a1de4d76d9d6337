"""Making the index from the page, in a thread: all who look see how far it is.

There is one run at a time for each index. Stopping it leaves what was on disk as it was.
"""

from __future__ import annotations

import fcntl
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from qa.errors import AlineaError
from qa.index import Index


class _CancelError(Exception):
    """Raised from the progress of a run that is to stop."""


@dataclass(frozen=True, slots=True)
class BuildState:
    """How far a run is; `outcome` is "done", "cancelled" or "error" once one has ended."""

    running: bool = False
    stage: str = "start"
    done: int = 0
    total: int = 0
    seconds: float = 0.0
    outcome: str | None = None
    error: AlineaError | None = None

    @property
    def share(self) -> float:
        """The part of the work that is done, 0 to 1."""
        if self.stage != "encode" or not self.total:
            return 0.0
        # Short texts are encoded first: the work grows with the square of their number.
        return (self.done / self.total) ** 2

    @property
    def seconds_left(self) -> float | None:
        """An estimate, None as long as there is nothing to base it on."""
        return self.seconds * (1 / self.share - 1) if self.share else None


class Builder:
    """The runs that make one index."""

    def __init__(self, index: str) -> None:
        self._index = index
        self._lock = threading.Lock()
        self._cancel = threading.Event()
        self._state = BuildState()
        self._encode_start = 0.0

    @property
    def state(self) -> BuildState:
        """How far the run is now."""
        state = self._state
        if state.running and state.stage == "encode":
            return replace(state, seconds=time.monotonic() - self._encode_start)
        return state

    def start(self, source: str) -> None:
        """Begin a run, unless one is under way."""
        with self._lock:
            if self._state.running:
                return
            self._cancel.clear()
            self._state = BuildState(running=True)
        threading.Thread(target=self._run, args=(source,), name="alinea-build", daemon=True).start()

    def cancel(self) -> None:
        """Ask the run to stop at its next step."""
        self._cancel.set()

    def _run(self, source: str) -> None:
        try:
            Index.build([source], self._index, progress=self._progress)
        except _CancelError:
            self._state = BuildState(outcome="cancelled")
        except AlineaError as error:
            self._state = BuildState(outcome="error", error=error)
        except Exception as error:  # a thread that dies silently would leave the page waiting
            self._state = BuildState(outcome="error", error=AlineaError("build", str(error)))
        else:
            self._state = BuildState(outcome="done")

    def _progress(self, stage: str, done: int, total: int) -> None:
        if self._cancel.is_set():
            raise _CancelError
        if stage == "encode" and self._state.stage != "encode":
            self._encode_start = time.monotonic()
        self._state = BuildState(running=True, stage=stage, done=done, total=total)


@st.cache_resource(show_spinner=False)
def builder(index: str) -> Builder:
    """The builder of an index, the same one for all who look at the page."""
    return Builder(index)


def built_elsewhere(index: str) -> bool:
    """Whether another process is writing the index."""
    try:
        with (Path(index) / ".lock").open("r") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
