"""What is asked, checked: a question in words, of a bearable length, with sensible limits."""

from __future__ import annotations

from numbers import Integral, Real

from qa.errors import AlineaError

LONGEST_QUESTION = 2000  # characters
_SHOWN = 40  # characters of what is of the wrong kind


def check_question(
    question: str, k: int, min_confidence: float | None = None, previous: str | None = None
) -> str:
    """A question on one line. AlineaError where it, or what is wanted of it, makes no sense."""
    if not isinstance(question, str):
        raise wrong("no_question", "The question", question, "type a question in words")
    if not isinstance(previous, str | None):
        raise wrong("no_question", "The previous question", previous, "give it in words, or None")
    question = " ".join(as_written(question).split())
    if not any(char.isalnum() for char in question):
        raise AlineaError(
            "blank_question", "The question is empty: type a question in words.", usage=True
        )
    if len(question) > LONGEST_QUESTION:
        raise AlineaError(
            "long_question",
            f"The question has {len(question)} characters and {LONGEST_QUESTION} is the most: "
            "ask in one or two sentences.",
            usage=True,
        )
    if not isinstance(k, Integral) or isinstance(k, bool):
        raise wrong("bad_k", "k", k, "give a whole number, 1 or more")
    if k < 1:
        raise AlineaError("bad_k", "-k must be 1 or more.", usage=True)
    known = isinstance(min_confidence, Real)
    if min_confidence is not None and not (known and 0 <= min_confidence <= 1):
        raise AlineaError(
            "bad_confidence", "The least confidence must lie between 0 and 1.", usage=True
        )
    return question


def as_written(text: str) -> str:
    """The text without halves of surrogate pairs, which no character is and nothing can write."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def wrong(code: str, what: str, given: object, wanted: str) -> AlineaError:
    """The error for what is of the wrong kind."""
    shown = repr(given)
    shown = shown if len(shown) <= _SHOWN else f"a {type(given).__name__}"
    return AlineaError(code, f"{what} cannot be {shown}: {wanted}.", usage=True)
