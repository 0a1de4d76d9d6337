"""A process that does one task after another for this one, without what this one has loaded.

Neither a fork, which may hang where there are threads, nor one of `multiprocessing`, which would
run the user's own program anew. What passes between the two is pickled by our own code on both
sides.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from qa.errors import AlineaError

_GRACE = 5.0  # seconds to end in
_LENGTH = struct.Struct(">Q")
# The package itself is stood in for: what it imports (the index, its engines) is not needed here.
_START = (
    "import sys, types; qa = types.ModuleType('qa'); qa.__path__ = [sys.argv[1]]; "
    "sys.modules['qa'] = qa; from qa.load.process import serve; serve(int(sys.argv[2]))"
)


class Process:
    """A process that does one task after another, over its standard input and output."""

    def __init__(self, memory: int | None = None) -> None:
        """`memory` is the most that it may use, in bytes; None is no limit."""
        self.memory = memory
        package = str(Path(__file__).resolve().parents[1])
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, package, str(memory or 0)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )

    @property
    def alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def send(self, function: Callable[..., Any], *arguments: object) -> None:
        """Have it do `function(*arguments, beat)`; BrokenPipeError where it has ended."""
        assert self._process.stdin is not None
        data = pickle.dumps((function.__module__, function.__qualname__, arguments))
        view = memoryview(_LENGTH.pack(len(data)) + data)
        while view:
            view = view[self._process.stdin.write(view) or 0 :]

    def receive(self, patience: float | None = None) -> tuple[str, Any]:
        """What it says next: "step", "value", "error", "memory" or "crash", and what of that.

        Raises TimeoutError where it is silent for `patience` seconds, EOFError where it has ended.
        """
        (length,) = _LENGTH.unpack(self._read(_LENGTH.size, patience))
        kind, value = pickle.loads(
            self._read(length, None if patience is None else max(patience, 60.0))
        )
        return kind, value

    def _read(self, length: int, patience: float | None) -> bytes:
        assert self._process.stdout is not None
        end = None if patience is None else time.monotonic() + patience
        data = bytearray()
        while len(data) < length:
            left = None if end is None else max(end - time.monotonic(), 0)
            ready, _, _ = select.select([self._process.stdout], [], [], left)
            if not ready:
                raise TimeoutError
            part = os.read(self._process.stdout.fileno(), min(length - len(data), 1 << 20))
            if not part:
                raise EOFError
            data += part
        return bytes(data)

    def end(self) -> None:
        """Have it end what it started and then itself; by force where it does not in time."""
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE)
        self.stop()

    def stop(self) -> None:
        """End it at once, whatever it hangs in."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()


def serve(memory: int) -> NoReturn:
    """In the process: do what comes in until the input ends. `memory` 0 is no limit."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this one ends it
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not speak between the answers
    if memory:
        _limit_memory(memory)
    else:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # what it started ends with it
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
