"""Windows: a text longer than a model reads is cut, and its parts' vectors averaged."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from qa.encoder.protocol import Vectors, unit_rows

LONGEST = 480  # tokens; the model reads 512 with its prompt and end marks


def encode_windowed(
    texts: list[str], count_tokens: Callable[[str], int], encode: Callable[[list[str]], Vectors]
) -> Vectors:
    """Rows of length 1 for texts of any length, shape (len(texts), dimension).

    The row of a cut text is the mean of its windows' rows, weighted by their length.
    """
    windows: list[str] = []
    owners: list[int] = []
    weights: list[float] = []
    for owner, text in enumerate(texts):
        for window in cut(text, count_tokens):
            windows.append(window)
            owners.append(owner)
            weights.append(max(len(window), 1))
    rows = encode(windows)
    if len(windows) == len(texts):
        return unit_rows(rows)
    sums = np.zeros((len(texts), rows.shape[1]), dtype=np.float32)
    np.add.at(sums, owners, rows * np.asarray(weights, dtype=np.float32)[:, None])
    return unit_rows(sums)


def cut(text: str, count_tokens: Callable[[str], int]) -> list[str]:
    """Windows of at most LONGEST tokens, halved at a space as long as they are longer."""
    if count_tokens(text) <= LONGEST or len(text) < 2:
        return [text]
    middle = len(text) // 2
    left, right = text.rfind(" ", 1, middle + 1), text.find(" ", middle, len(text) - 1)
    places = [place for place in (left, right) if place > 0]
    at = min(places, key=lambda place: abs(place - middle)) if places else middle
    return [*cut(text[:at], count_tokens), *cut(text[at:].lstrip() or " ", count_tokens)]
