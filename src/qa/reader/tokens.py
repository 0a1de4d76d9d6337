"""Tokens of questions and passages, each with the characters that it stands for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qa.encoder.bundled import weights_path
from qa.encoder.weights import Weights, read_weights
from qa.reading import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer


@cache
def bundled_weights() -> Weights:
    """The bundled file, opened once."""
    return read_weights(weights_path())


@cache
def _tokenizer() -> Tokenizer:
    from qa.encoder.tokenizer import build_tokenizer

    return build_tokenizer(bundled_weights())


def split_into_tokens(text: str) -> tuple[list[int], list[Span]]:
    """Token ids of a text, and the half-open character span of each, white space aside."""
    characters = bundled_weights().characters
    spelled: list[str] = []
    origin: list[int] = []
    for place, char in enumerate(text):
        # What is no character, as half a surrogate pair, is unknown to any tokenizer.
        spelling = "\ufffd" if "\ud800" <= char <= "\udfff" else characters.get(ord(char), char)
        spelled.append(spelling)
        origin.extend([place] * len(spelling))
    origin.append(len(text))
    encoding = _tokenizer().encode("".join(spelled), add_special_tokens=False)
    spans: list[Span] = []
    for first, last in encoding.offsets:
        start = origin[first]
        end = max(origin[last - 1] + 1, start) if last > first else start
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        spans.append((start, end))
    return encoding.ids, spans
