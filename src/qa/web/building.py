"""Making and changing the index from the page: one run at a time for each index.

Stopping a run leaves what was on disk as it was.
"""

from __future__ import annotations

import fcntl
from functools import partial
from pathlib import Path

import streamlit as st

from qa.web.changing import make
from qa.web.running import Runner


class Builder(Runner):
    """The runs that make or change one index."""

    def __init__(self, index: str) -> None:
        super().__init__()
        self._index = index

    def start(self, source: str) -> None:
        """Begin to make the index, unless a run is under way."""
        self.run(partial(make, Path(self._index), source))


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
