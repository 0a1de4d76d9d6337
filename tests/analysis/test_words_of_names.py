"""Particles of surnames, beginnings of sentences and marks of lists, in any text."""

import pytest

from qa.lang import rules_of
from qa.list_marks import marks_within
from qa.surnames import begins_sentence, particles_of


@pytest.mark.parametrize(
    ("text", "particles"),
    [
        ("minister Van der Hoek", ["Van der "]),
        ("Piet van der Hoek", ["van der "]),
        ("J. van Dijk", ["van "]),
        ("J. van Łukasz", ["van "]),
        ("vindt Piet van Dijk van vuurwerk", ["van "]),
        ("Dat klopt. Van Dijk zegt", []),
        ("Van Dijk zegt", []),
        ("de man van huis", []),
    ],
)
def test_particles(text, particles):
    assert [text[slice(*span)] for span in particles_of(text)] == particles


@pytest.mark.parametrize(
    ("before", "begins"),
    [("", True), ("Ja. ", True), ("Dat klopt?   \n", True), ("J. ", False), ("klopt.", False)],
)
def test_where_a_sentence_begins(before, begins):
    assert begins_sentence(f"{before}Van", len(before)) is begins


def test_a_long_text_is_read_once():
    # Each of these took minutes.
    words = "Piet zegt. " * 100_000
    assert all(begins_sentence(words, at) for at in range(0, len(words), 11))
    assert particles_of("A" * 100_000) == []


@pytest.mark.parametrize(
    "text",
    ["a) oud, of b) nieuw; en c) geen", "a) old, or b) new; and c) none", "a) x; b) y, c) z"],
)
def test_marks_after_a_joining_word(text):
    assert [mark.text for mark in marks_within(text)] == ["a", "b", "c"]


def test_a_language_that_nothing_is_known_of_has_the_rules_of_dutch():
    assert rules_of("en").code == "en"
    assert rules_of("fr").code == "nl"
