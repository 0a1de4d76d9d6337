"""What takes long to make and stays as it is, made once for all processes of a test run."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], object]) -> Path:
    """A copy of a folder that `build` fills, unless another process of this run has done so.

    A copy, for who opens an index may write beside its file while another copies that.
    """
    base = factory.getbasetemp()
    root = base.parent if base.name.startswith("popen-") else base  # of a worker of pytest-xdist
    folder = root / name
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / f"{name}.done").exists():
            folder.mkdir()
            build(folder)
            (root / f"{name}.done").touch()
    return Path(shutil.copytree(folder, factory.mktemp(name) / name))
