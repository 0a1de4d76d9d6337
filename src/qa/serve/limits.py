"""Limits: how much, how often and how long; and the bounded queue of questions."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from qa.serve.errors import TooBusyError

T = TypeVar("T")
_CLIENTS = 10_000  # clients whose rate is remembered
_SMOOTHING = 0.2  # weight of the latest question in the mean time of one


@dataclass(frozen=True, slots=True)
class Limits:
    """What a caller may ask of the service.

    `at_once` questions are answered at a time: one has threads of its own, so half the cores.
    """

    body_bytes: int = 64_000
    upload_bytes: int = 100_000_000
    upload_files: int = 20
    rate: int = 600  # requests a minute of one client
    seconds: float = 30.0  # for a request
    upload_seconds: float = 300.0
    at_once: int = max(1, (os.cpu_count() or 1) // 2)
    queue: int = 16  # questions that wait
    jobs: int = 32  # jobs that wait


class RateLimit:
    """A bucket of requests for each client, which fills evenly over the minute."""

    def __init__(self, per_minute: int) -> None:
        self._rate = per_minute / 60
        self._size = max(1.0, per_minute / 6)  # what may come in one burst
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> None:
        """Count a request; TooBusyError where the client's bucket is empty."""
        now = time.monotonic()
        left, then = self._buckets.pop(client, (self._size, now))
        left = min(self._size, left + (now - then) * self._rate)
        taken = left >= 1
        self._buckets[client] = (left - 1 if taken else left, now)
        if len(self._buckets) > _CLIENTS:
            self._buckets.popitem(last=False)
        if not taken:
            raise TooBusyError(
                "too_many_requests",
                "Too many requests from this client: wait as long as Retry-After says.",
                (1 - left) / self._rate,
            )


class QuestionQueue:
    """Threads that answer questions, and a bounded number of questions that wait for one."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._at_once = at_once
        self._most = at_once + waiting
        self._threads = ThreadPoolExecutor(at_once, "alinea-question")
        self._lock = threading.Lock()
        self._seconds = 0.5  # what a question takes, as far as is known
        self.pending = 0

    async def run(self, function: Callable[[], T]) -> T:
        """What a function gives, in its turn; TooBusyError where too many wait."""
        if self.pending >= self._most:
            raise TooBusyError(
                "too_busy",
                "The service has more questions than it can answer now: try again later.",
                self.pending * self._seconds / self._at_once,
            )
        self.pending += 1
        try:
            future = self._threads.submit(self._timed, function)
        except BaseException:
            self.pending -= 1
            raise
        loop = asyncio.get_running_loop()
        # A question that is given up by its caller counts until its thread is free again.
        future.add_done_callback(lambda done: self._leave(loop, done))
        return await asyncio.wrap_future(future)

    def close(self) -> None:
        """Take no more questions."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _timed(self, function: Callable[[], T]) -> T:
        start = time.monotonic()
        try:
            return function()
        finally:
            with self._lock:
                self._seconds += _SMOOTHING * (time.monotonic() - start - self._seconds)

    def _leave(self, loop: asyncio.AbstractEventLoop, _: Future[T]) -> None:
        def count() -> None:
            self.pending -= 1

        if not loop.is_closed():
            loop.call_soon_threadsafe(count)
