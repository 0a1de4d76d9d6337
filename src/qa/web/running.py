"""Long work in a thread: all who look see how far it is, and can stop it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from qa.disk import disk_full, is_full
from qa.errors import AlineaError
from qa.index.pace import encoded_share, seconds_left

Progress = Callable[[str, int, int], None]
"""Is told the stage, how much of it is done, and of how much."""

Work = Callable[[Progress], object]


class _CancelError(Exception):
    """Raised from the progress of a run that is to stop."""


@dataclass(frozen=True, slots=True)
class RunState:
    """How far a run is; `outcome` is "done", "cancelled" or "error" once one has ended.

    `seconds` is how long its stage had taken when it last told how far it was, `waited` how long
    ago that is; `result` is what the work gave.
    """

    running: bool = False
    stage: str = "start"
    done: int = 0
    total: int = 0
    seconds: float = 0.0
    waited: float = 0.0
    outcome: str | None = None
    error: AlineaError | None = None
    result: object = None

    @property
    def share(self) -> float:
        """The part of the work that is done, 0 to 1."""
        if self.stage not in ("encode", "ask") or not self.total:
            return 0.0
        if self.stage == "ask":
            return min(self.done / self.total, 1.0)
        return encoded_share(self.done, self.total)

    @property
    def seconds_left(self) -> float | None:
        """An estimate, None as long as there is too little to base it on, or when it has run out.

        Between two reports it counts down: no work is known to be done, and time passes.
        """
        left = seconds_left(self.seconds, self.share, self.done, self.total)
        return left - self.waited if left and left > self.waited else None


class Runner:
    """Does one piece of work at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancel = threading.Event()
        self._state = RunState()
        self._stage_start = 0.0

    @property
    def state(self) -> RunState:
        """How far the run is now."""
        state = self._state
        if state.running:
            return replace(state, waited=time.monotonic() - self._stage_start - state.seconds)
        return state

    def run(self, work: Work) -> bool:
        """Begin some work, unless some is under way; whether it was begun."""
        with self._lock:
            if self._state.running:
                return False
            self._cancel.clear()
            self._stage_start = time.monotonic()
            self._state = RunState(running=True)
        threading.Thread(target=self._do, args=(work,), name="alinea-work", daemon=True).start()
        return True

    def cancel(self) -> None:
        """Ask the run to stop at its next step."""
        self._cancel.set()

    def _do(self, work: Work) -> None:
        try:
            result = work(self._progress)
        except _CancelError:
            self._state = RunState(outcome="cancelled")
        except AlineaError as error:
            self._state = RunState(outcome="error", error=error)
        except Exception as error:  # a thread that dies silently would leave the page waiting
            full = is_full(error, Path.cwd())
            told = disk_full("a file") if full else AlineaError("run", str(error))
            self._state = RunState(outcome="error", error=told)
        else:
            self._state = RunState(outcome="done", result=result)

    def _progress(self, stage: str, done: int, total: int) -> None:
        if self._cancel.is_set():
            raise _CancelError
        now = time.monotonic()
        if stage != self._state.stage:
            self._stage_start = now
        self._state = RunState(True, stage, done, total, now - self._stage_start)
