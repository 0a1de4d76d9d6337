"""The process as the system sees it: its memory, and how its idle threads wait."""

from __future__ import annotations

import os
from pathlib import Path

_NAMES = {"own": "RssAnon", "mapped": "RssFile", "peak": "VmHWM"}


def memory() -> dict[str, int]:
    """MB that are resident: its own, pages of files that it has mapped, and the most of both ever.

    Not by getrusage, which counts what the process was before it became this program.
    """
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    known = dict(line.split(":", 1) for line in lines)
    return {name: int(known[field].split()[0]) >> 10 for name, field in _NAMES.items()}


def wait_quietly() -> None:
    """Let idle threads of OpenMP sleep, as in the container, before any library has some.

    Else those of FAISS go on for a while after each search, and take the cores of what comes next.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
