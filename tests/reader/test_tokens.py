"""Tokens of the reader: ids that the bundled model knows, and the characters they stand for."""

from __future__ import annotations

import numpy as np

from qa.encoder.bundled import weights_path
from qa.encoder.weights import read_weights
from qa.reader.tokens import split_into_tokens


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in split_into_tokens(text)[1]]


def test_tokens_cover_the_words_without_the_spaces_around_them() -> None:
    assert words("De letter staat op  13461 offers.") == [
        "De", "letter", "staat", "op", "13", "461", "offers", ".",
    ]  # fmt: skip


def test_offsets_survive_characters_that_the_model_spells_with_more() -> None:
    assert words("½ miljoen… en de ﬁnanciën") == [
        "½", "miljoen", "…", "en", "de", "ﬁnanci", "ën",
    ]  # fmt: skip


def test_no_text_has_no_tokens() -> None:
    assert split_into_tokens("") == ([], [])


def test_looked_up_word_vectors_are_the_rows_of_the_table() -> None:
    weights = read_weights(weights_path())
    table = weights.tensor("emb.word").reshape(-1, 384)
    rows = weights.word_vectors(np.array([[0, 7, 250_001], [5, 5, 123_456]]))
    assert rows.shape == (2, 3, 384)
    assert np.array_equal(rows[0], table[[0, 7, 250_001]])
    assert np.array_equal(rows[1, 0], rows[1, 1])


def test_half_a_surrogate_pair_is_one_unknown_token() -> None:
    assert words("wie\udc80 is") == ["wie", "\udc80", "is"]
