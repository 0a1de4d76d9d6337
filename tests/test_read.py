"""Reading: which sentence of a passage is quoted, and which words in it answer."""

import pytest
from encoders import WordEncoder

from qa import Index


@pytest.fixture
def quoted(tmp_path):
    """What is quoted of a text when its sentence nearest to the question is asked for."""

    def ask(text, question):
        (tmp_path / "d.txt").write_text(text, "utf-8")
        index = Index.build(tmp_path / "d.txt", tmp_path / "index", WordEncoder())
        return index.ask(question, k=1, min_confidence=0).answers[0]

    return ask


def test_a_sentence_that_stands_alone_is_quoted_alone(quoted):
    text = "De opvang is dicht. De gemeente zoekt een gebouw. Het plan komt in mei."
    answer = quoted(text, "De gemeente zoekt een gebouw.")
    assert (answer.id, answer.text) == ("d#p1.s2", "De gemeente zoekt een gebouw.")


@pytest.mark.parametrize(
    "second",
    [
        "Dit vergt overleg.",
        "Daarnaast is geld nodig.",
        "Zij zoekt een gebouw.",
        "«Deze regel geldt.»",
        "Echter, het geld is op.",
    ],
)
def test_a_sentence_that_leans_takes_the_one_before_it(quoted, second):
    answer = quoted(f"De opvang is dicht. {second} Het plan komt in mei.", second)
    assert (answer.id, answer.text) == ("d#p1.s2", f"De opvang is dicht. {second}")


def test_the_first_sentence_has_none_to_lean_on(quoted):
    answer = quoted("Dit vergt overleg. De opvang is dicht.", "Dit vergt overleg.")
    assert answer.text == "Dit vergt overleg."


def test_two_sentences_have_sixty_words_at_most(quoted):
    long = "De opvang " + "en de opvang " * 18 + "is dicht."  # 58 words
    assert quoted(f"{long} Dit klopt.", "Dit klopt.").text == f"{long} Dit klopt."
    assert quoted(f"{long} Dit klopt niet.", "Dit klopt niet.").text == "Dit klopt niet."


def test_a_footnote_is_quoted_whole(quoted):
    text = (
        "De opvang is dicht.1 Het plan komt.\n\n1 Kamerstuk 28 638, nr. 185. Zie ook bijlage twee."
    )
    answer = quoted(text, "Welk Kamerstuk, nr. en bijlage?")
    assert (answer.id, answer.text) == ("d#fn1", "Kamerstuk 28 638, nr. 185. Zie ook bijlage twee.")


def test_a_long_footnote_is_quoted_by_its_nearest_sentence(quoted):
    lands = "Het rapport noemt landen " + "en landen " * 30 + "in Europa."
    text = f"De opvang is dicht.1 Het plan komt.\n\n1 {lands} De boete was tien euro."
    answer = quoted(text, "Hoe hoog was de boete in euro volgens de voetnoot in het rapport?")
    assert (answer.id, answer.text) == ("d#fn1", "De boete was tien euro.")
