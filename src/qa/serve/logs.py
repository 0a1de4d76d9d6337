"""Logs: a line of JSON for each request. Questions only where that is asked for, keys never."""

from __future__ import annotations

import contextlib
import json
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime

Log = Callable[[dict[str, object]], None]


def write_line(event: dict[str, object]) -> None:
    """An event on standard error, with its time."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    with contextlib.suppress(OSError):  # a log that is full must not keep anybody from an answer
        sys.stderr.write(json.dumps({"time": now} | event) + "\n")
        sys.stderr.flush()


def fault(error: BaseException) -> dict[str, object]:
    """Where an unforeseen error came from; not its message, which may hold a question."""
    frames = traceback.extract_tb(error.__traceback__)[-5:]
    places = [f"{frame.name}:{frame.lineno}" for frame in frames]
    return {"error": type(error).__name__, "at": places}
