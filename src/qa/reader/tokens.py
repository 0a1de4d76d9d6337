"""Tokens of questions and passages, each with the characters that it stands for."""

from __future__ import annotations

from qa.encoder.bundled import bundled_pieces
from qa.reading import Span


def split_into_tokens(text: str) -> tuple[list[int], list[Span]]:
    """Token ids of a text, and the half-open character span of each, white space aside."""
    return bundled_pieces().places(text)
