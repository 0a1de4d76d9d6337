"""Which span is taken of those that the logits allow."""

from __future__ import annotations

import numpy as np
import pytest

from qa.reader.decode import Decoding, choose_span

TOKENS = [(0, 2), (3, 8), (9, 13), (14, 20), (21, 27)]  # "de negen oude houten huizen"
ALL = np.arange(5)


def logits(values: dict[tuple[int, int], float]) -> np.ndarray:
    """Logits of spans of first and last token; all others are impossible."""
    table = np.full((5, 5), -np.inf, np.float32)
    for place, value in values.items():
        table[place] = value
    return table


def test_one_likely_span_is_the_likeliest() -> None:
    table = logits({(1, 4): 3.0, (3, 3): 2.9, (3, 4): 2.8})
    assert choose_span(table, ALL, TOKENS, Decoding(0.0, 1)) == (3, 27)


def test_what_lies_among_several_likely_spans_is_taken_before_the_likeliest_alone() -> None:
    # The likeliest stands alone; three others, each a little less likely, nearly agree.
    table = logits({(0, 0): 3.0, (2, 4): 2.7, (3, 4): 2.6, (2, 3): 2.5})
    assert choose_span(table, ALL, TOKENS, Decoding(0.0, 1)) == (0, 2)
    assert choose_span(table, ALL, TOKENS, Decoding(0.0, 4)) == (9, 27)


def test_a_longer_span_has_to_be_worth_its_length() -> None:
    table = logits({(0, 4): 3.0, (1, 2): 2.9})
    assert choose_span(table, ALL, TOKENS, Decoding(0.0, 1)) == (0, 27)
    assert choose_span(table, ALL, TOKENS, Decoding(0.1, 1)) == (3, 13)


@pytest.mark.parametrize("likely", [1, 10, 1000])
def test_a_span_begins_in_its_part_and_no_impossible_one_is_taken(likely: int) -> None:
    table = logits({(3, 3): -50.0})[3:]
    assert choose_span(table, ALL[3:], TOKENS, Decoding(0.5, likely)) == (14, 20)
