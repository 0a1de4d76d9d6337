"""Work on a file that may hang or crash a library, in a process of its own with limits.

One worker process serves file after file; it is ended when it is silent for too long, and the
next file gets a new one. What passes between the two is pickled by our own code on both sides.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import os
import pickle
import select
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from qa.errors import AlineaError

MEMORY = 4 << 30  # bytes that a worker may use
SILENCE = 120.0  # seconds for one step, such as a page, beside other work
TOTAL = 900.0  # seconds for a file

_LENGTH = struct.Struct(">Q")
# The package itself is stood in for: what it imports (the index, its engines) is not needed here.
_START = (
    "import sys, types; qa = types.ModuleType('qa'); qa.__path__ = [sys.argv[1]]; "
    "sys.modules['qa'] = qa; from qa.load.isolation import serve; serve(int(sys.argv[2]))"
)


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
    task = (function.__module__, function.__qualname__, arguments)
    with _lock:
        worker = _worker(memory)
        step = "the file"
        end = time.monotonic() + total
        try:
            worker.send(task)
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


class _Worker:
    """A process that does one task after another, over its standard input and output."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        package = str(Path(__file__).resolve().parents[1])
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, package, str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def send(self, task: object) -> None:
        assert self._process.stdin is not None
        data = pickle.dumps(task)
        view = memoryview(_LENGTH.pack(len(data)) + data)
        while view:
            view = view[self._process.stdin.write(view) or 0 :]

    def receive(self, patience: float) -> tuple[str, Any]:
        (length,) = _LENGTH.unpack(self._read(_LENGTH.size, patience))
        kind, value = pickle.loads(self._read(length, max(patience, 60.0)))
        return kind, value

    def _read(self, length: int, patience: float) -> bytes:
        assert self._process.stdout is not None
        end = time.monotonic() + patience
        data = bytearray()
        while len(data) < length:
            ready, _, _ = select.select(
                [self._process.stdout], [], [], max(end - time.monotonic(), 0)
            )
            if not ready:
                raise TimeoutError
            part = os.read(self._process.stdout.fileno(), min(length - len(data), 1 << 20))
            if not part:
                raise EOFError
            data += part
        return bytes(data)

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()


_lock = threading.Lock()
_current: list[_Worker] = []


def _worker(memory: int) -> _Worker:
    if _current and not (_current[0].alive and _current[0].memory == memory):
        _stop()
    if not _current:
        _current.append(_Worker(memory))
    return _current[0]


@atexit.register
def _stop() -> None:
    while _current:
        _current.pop().stop()


def serve(memory: int) -> NoReturn:
    """The worker: do what comes in until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not speak between the answers
    _limit_memory(memory)
    while True:
        head = sys.stdin.buffer.read(_LENGTH.size)
        if len(head) < _LENGTH.size:
            os._exit(0)
        data = sys.stdin.buffer.read(_LENGTH.unpack(head)[0])
        _answer(answers, *_done(pickle.loads(data), answers))


def _limit_memory(memory: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system can
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _done(task: tuple[str, str, tuple[Any, ...]], answers: BinaryIO) -> tuple[str, Any]:
    module, name, arguments = task
    try:
        function = getattr(importlib.import_module(module), name)
        return "value", function(*arguments, lambda step: _answer(answers, "step", step))
    except AlineaError as error:
        return "error", (error.code, error.message)
    except MemoryError:
        return "memory", ""
    except Exception as error:  # whatever a broken file leads to is reported, not fatal
        return "crash", f"{type(error).__name__}"


def _answer(answers: BinaryIO, kind: str, value: object) -> None:
    data = pickle.dumps((kind, value), protocol=pickle.HIGHEST_PROTOCOL)
    answers.write(_LENGTH.pack(len(data)) + data)
    answers.flush()
