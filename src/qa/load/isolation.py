"""Work on a file that may hang or crash a library, in a process of its own with limits.

One worker process serves file after file; it is ended when it is silent for too long, and the
next file gets a new one.
"""

from __future__ import annotations

import atexit
import threading
import time
from collections.abc import Callable
from typing import Any

from qa.errors import AlineaError
from qa.load.process import Process

MEMORY = 4 << 30  # bytes that a worker may use
SILENCE = 120.0  # seconds for one step, such as a page, beside other work
TOTAL = 900.0  # seconds for a file


def run_isolated(
    function: Callable[..., Any],
    *arguments: object,
    name: str,
    silence: float = SILENCE,
    total: float = TOTAL,
    memory: int = MEMORY,
) -> Any:  # noqa: ANN401 - what the function gives
    """`function(*arguments, beat)` as done by another process; `name` is the file it reads.

    The function must be found by name in its module. It calls `beat("page 3")` as it begins
    each step. AlineaErrors pass through; one is raised too where it hangs, crashes or
    takes more memory than `memory` bytes.
    """
    with _lock:
        worker = _worker(memory)
        step = "the file"
        end = time.monotonic() + total
        try:
            worker.send(function, *arguments)
            while True:
                kind, value = worker.receive(min(silence, end - time.monotonic()))
                if kind != "step":
                    break
                step = value
        except (EOFError, BrokenPipeError) as error:
            _stop()
            raise AlineaError(
                "broken_file",
                f"{name} makes the reader crash at {step}: open it in a viewer and save it anew.",
            ) from error
        except TimeoutError as error:
            _stop()
            raise AlineaError(
                "too_slow",
                f"{name} is too slow to read, it was given up at {step}: leave that part out.",
            ) from error
        except BaseException:
            _stop()  # what it would still answer is not for the next file
            raise
        if kind == "memory":
            _stop()
    if kind == "memory":
        raise AlineaError(
            "too_big", f"{name} takes too much memory to read, at {step}: split it in parts."
        )
    if kind == "error":
        raise AlineaError(*value)
    if kind == "crash":
        raise AlineaError(
            "broken_file", f"{name} cannot be read, it fails at {step} ({value}): save it anew."
        )
    return value


_lock = threading.Lock()
_current: list[Process] = []


def _worker(memory: int) -> Process:
    if _current and not (_current[0].alive and _current[0].memory == memory):
        _stop()
    if not _current:
        _current.append(Process(memory))
    return _current[0]


@atexit.register
def _stop() -> None:
    while _current:
        _current.pop().stop()
