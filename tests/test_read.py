"""Reading: which sentence of a passage is quoted, and which words in it answer."""

import numpy as np
import pytest
from encoders import WordEncoder
from letters import parse

from qa import Index
from qa.passages import make_passages
from qa.question import make_question
from qa.read import read
from qa.retrieval.retrieve import Candidate


@pytest.fixture
def quoted(tmp_path):
    """What is quoted of a text when its sentence nearest to the question is asked for."""

    def ask(text, question):
        (tmp_path / "d.txt").write_text(text, "utf-8")
        index = Index.build(tmp_path / "d.txt", tmp_path / "index", WordEncoder())
        return index.ask(question, k=1, min_confidence=0, reader=False).answers[0]

    return ask


@pytest.fixture
def marked():
    """The id, the text quoted, and what is marked in it, where a reader found some words."""

    def ask(text, words, question="Hoe zit dat?", row=0, reach=None):
        passage = make_passages([parse(text)])[row]
        start = passage.text.index(words)
        vector = WordEncoder().encode_query([question])[0]
        zeros = np.zeros(len(passage.sentences))
        candidate = Candidate(row, 0.0, 0.0, 0.0, 0.0, zeros, zeros, zeros)
        span = (start, start + len(words))
        if reach:
            reach = (passage.text.index(reach), passage.text.index(reach) + len(reach))
        quote = read(make_question(question, vector), passage, candidate, span, reach)
        quoted = passage.text[slice(*quote.reading_span)]
        return quote.sentence_id, quoted, quote.span and quoted[slice(*quote.span)]

    return ask


THREE = "De opvang is dicht. De gemeente zoekt een gebouw. Het plan komt in mei."


def test_the_sentence_that_holds_what_the_reader_found_is_quoted(marked):
    assert marked(THREE, "een gebouw") == (
        "brief#p1.s2",
        "De gemeente zoekt een gebouw.",
        "een gebouw",
    )


def test_what_runs_on_into_the_next_sentence_takes_both(marked):
    two = "De opvang is dicht. De gemeente zoekt een gebouw."
    assert marked(THREE, "dicht. De gemeente") == ("brief#p1.s1", two, "De gemeente")


def test_as_much_is_quoted_as_may_answer_and_marked_what_does(marked):
    two = "De opvang is dicht. De gemeente zoekt een gebouw."
    assert marked(THREE, "gemeente", reach="dicht. De gemeente") == ("brief#p1.s1", two, "gemeente")


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        ("Hoeveel bedden waren er in 2018?", "14 145"),
        ("Hoeveel bedden waren er in 2016?", "13461"),
        ("Hoeveel bedden waren er in 2017?", "13461"),  # no year of it: as the reader has it
    ],
)
def test_of_the_numbers_of_several_years_that_of_the_year_asked_about_is_marked(
    marked, question, mark
):
    text = "Het aantal bedden is gestegen, van 13461 in 2016 naar 14 145 in 2018."
    assert marked(text, "13461", question) == ("brief#p1.s1", text, mark)


def test_of_three_sentences_two_are_quoted_with_what_of_the_words_is_in_them(marked):
    two = "De gemeente zoekt een gebouw. Het plan komt in mei."
    found = "dicht. De gemeente zoekt een gebouw. Het plan komt in mei"
    assert marked(THREE, found) == ("brief#p1.s2", two, two[:-1])


def test_of_two_sentences_with_more_than_sixty_words_one_is_quoted(marked):
    long = "De opvang " + "en de opvang " * 20 + "is dicht."
    found = f"{long} De school ook"
    assert marked(f"{long} De school ook.", found) == ("brief#p1.s1", long, long)


def test_a_sentence_that_the_reader_found_takes_the_one_it_leans_on(marked):
    text = "De opvang is dicht. Dit kost tien euro. Het plan komt in mei."
    whole = "De opvang is dicht. Dit kost tien euro."
    assert marked(text, "tien euro") == ("brief#p1.s2", whole, "tien euro")


STEPS = "Er zijn stappen: 1. De opvang gaat dicht. 2. De IND, het COA en de stad wachten."


def test_what_runs_over_items_of_a_list_takes_the_whole_list(marked):
    found = marked(f"{STEPS} De rest volgt.", "dicht. 2. De IND")
    assert found == ("brief#p1.s2", STEPS, "dicht. 2. De IND")


def test_a_question_for_a_list_is_answered_by_the_list_that_answers(marked):
    asked = "Welke stappen zijn er?"
    assert marked(f"{STEPS} De rest volgt.", "opvang", asked)[1] == STEPS
    item = "2. De IND, het COA en de stad wachten."
    assert marked(f"{STEPS} De rest volgt.", "De IND, het COA en de stad", asked)[1] == item


def test_what_the_reader_found_in_a_note_is_marked_in_the_whole_note(marked):
    text = "De opvang is dicht.1 Meer volgt.\n\n1 Kamerstuk 28 638, nr. 185. Zie ook bijlage twee."
    note = "Kamerstuk 28 638, nr. 185. Zie ook bijlage twee."
    assert marked(text, "bijlage twee", row=1) == ("brief#fn1", note, "bijlage twee")


def test_of_a_long_note_the_sentence_that_holds_the_words_is_quoted(marked):
    lands = "Het rapport noemt landen " + "en landen " * 26 + "in Europa."  # 58 words
    text = f"De opvang is dicht.1 Meer volgt.\n\n1 {lands} De boete was tien euro."
    found = ("brief#fn1", "De boete was tien euro.", "tien euro")
    assert marked(text, "tien euro", row=1) == found


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
        "Ook de school gaat dicht.",
        "Het betreft drie gebouwen.",
        "In 2018 waren zij al gewaarschuwd.",
    ],
)
def test_a_sentence_that_leans_takes_the_one_before_it(quoted, second):
    answer = quoted(f"De opvang is dicht. {second} Het plan komt in mei.", second)
    assert (answer.id, answer.text) == ("d#p1.s2", f"De opvang is dicht. {second}")


@pytest.mark.parametrize(
    "second", ["Het kabinet wacht af.", "Als zij komt, is er plaats.", "In 2018 was er geld."]
)
def test_a_sentence_with_a_subject_of_its_own_stands_alone(quoted, second):
    assert quoted(f"De opvang is dicht. {second} Het plan komt.", second).text == second


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
    lands = "Het rapport noemt landen " + "en landen " * 26 + "in Europa."  # 58 words
    text = f"De opvang is dicht.1 Het plan komt.\n\n1 {lands} De boete was tien euro."
    answer = quoted(text, "Hoe hoog was de boete in euro volgens de voetnoot in het rapport?")
    assert (answer.id, answer.text) == ("d#fn1", "De boete was tien euro.")
