"""What is asked, checked: a question in words, of a bearable length, with sensible limits."""

from __future__ import annotations

from qa.errors import AlineaError

LONGEST_QUESTION = 2000  # characters


def check_question(question: str, k: int, min_confidence: float | None = None) -> str:
    """A question on one line. AlineaError where it, or what is wanted of it, makes no sense."""
    question = " ".join(question.split())
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
    if k < 1:
        raise AlineaError("bad_k", "-k must be 1 or more.", usage=True)
    if min_confidence is not None and not 0 <= min_confidence <= 1:
        raise AlineaError(
            "bad_confidence", "The least confidence must lie between 0 and 1.", usage=True
        )
    return question
