"""The one exception that a user of Alinea has to know."""

from __future__ import annotations

from functools import partial
from typing import Any


class AlineaError(Exception):
    """Something the user can mend, said in one sentence.

    `code` is a short stable word for programs (`no_index`, `blank_question`, …);
    the message says what is wrong and what to do. `usage` marks wrong use of an
    interface (exit code 2) as against something that could not be done (exit code 1).
    """

    def __init__(self, code: str, message: str, *, usage: bool = False) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.usage = usage

    def __reduce__(self) -> tuple[Any, ...]:  # so that it can come from another process
        return partial(AlineaError, usage=self.usage), (self.code, self.message)
