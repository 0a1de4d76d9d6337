"""What people say of answers, kept in one SQLite file that only its owner can read."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qa.disk import disk_full, is_full
from qa.errors import AlineaError
from qa.settings import read_settings

VERDICTS = ("right", "wrong passage", "wrong answer")
"""The answer is right; it stands elsewhere; it stands there, but other words answer."""

_TABLE = """CREATE TABLE IF NOT EXISTS feedback (
    number INTEGER PRIMARY KEY,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    verdict TEXT NOT NULL,
    time TEXT NOT NULL,
    generation TEXT,
    state TEXT NOT NULL DEFAULT 'new')"""


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """What one person said of one answer; `answer` is its id, `state` "new" until looked at."""

    number: int
    question: str
    answer: str
    verdict: str
    time: str
    generation: str | None
    state: str


def feedback_path(index: Path, folder: Path) -> Path:
    """Where feedback on an index is kept: as `folder`'s alinea.toml says, or beside the index."""
    named = read_settings(folder).get("feedback")
    resolved = index.resolve()
    return folder / named if named else resolved.with_name(f"{resolved.name}-feedback.sqlite")


class Feedback:
    """The feedback in a file, which is made when there is something to keep."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, question: str, answer: str, verdict: str, generation: str | None) -> int:
        """Keep a verdict; gives its number."""
        if verdict not in VERDICTS:
            raise AlineaError(
                "bad_verdict", f"The verdict must be one of {', '.join(VERDICTS)}.", usage=True
            )
        time = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open() as database:
            added = database.execute(
                "INSERT INTO feedback (question, answer, verdict, time, generation) "
                "VALUES (?, ?, ?, ?, ?)",
                (question, answer, verdict, time, generation),
            )
            return int(added.lastrowid or 0)

    def withdraw(self, number: int) -> None:
        """Forget a verdict that nobody has looked at yet."""
        with self._open() as database:
            database.execute("DELETE FROM feedback WHERE number = ? AND state = 'new'", (number,))

    def settle(self, number: int, state: str) -> None:
        """Note that a person has looked at a verdict: "accepted" or "discarded"."""
        with self._open() as database:
            database.execute("UPDATE feedback SET state = ? WHERE number = ?", (state, number))

    def rows(self, state: str = "new") -> list[FeedbackRow]:
        """The verdicts in a state, the oldest first."""
        if not self.path.exists():
            return []
        with self._open() as database:
            found = database.execute(
                "SELECT number, question, answer, verdict, time, generation, state "
                "FROM feedback WHERE state = ? ORDER BY number",
                (state,),
            )
            return [FeedbackRow(*row) for row in found]

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The file, opened for one transaction."""
        try:
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
            with contextlib.closing(sqlite3.connect(self.path, timeout=10)) as database, database:
                database.execute(_TABLE)
                yield database
        except (OSError, sqlite3.Error) as error:
            if is_full(error, self.path.parent):
                raise disk_full(self.path) from error
            raise AlineaError(
                "feedback_not_kept",
                f"{self.path} cannot be used to keep feedback ({error}): check the file, or "
                "move it away.",
            ) from error
