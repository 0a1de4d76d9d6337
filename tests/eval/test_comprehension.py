"""Reading comprehension, with findings written down by hand."""

import numpy as np
import pytest

from qa.evaluate.comprehension import (
    choose_threshold,
    comprehension_rows,
    exact_match,
    normalise,
    read_all,
    span_f1,
)
from qa.evaluate.datasets import Example
from qa.reader.finding import Finding, Likely

PASSAGE = "De opvang heeft plaats voor tachtig mensen in Utrecht."


def test_words_are_compared_without_articles_marks_and_case():
    assert normalise("De 'opvang', in het Huis.", dutch=True) == ["opvang", "in", "huis"]
    assert normalise("The end of a die, de facto", dutch=False) == [
        "end",
        "of",
        "die",
        "de",
        "facto",
    ]


@pytest.mark.parametrize(
    ("found", "golds", "exact", "f1"),
    [
        ("tachtig mensen", ("tachtig mensen",), 1.0, 1.0),
        ("de tachtig mensen.", ("Tachtig mensen",), 1.0, 1.0),
        ("tachtig mensen", ("tachtig",), 0.0, 2 / 3),
        ("tachtig mensen", ("honderd", "tachtig mensen"), 1.0, 1.0),
        ("Utrecht", ("tachtig",), 0.0, 0.0),
        ("", ("tachtig",), 0.0, 0.0),
    ],
)
def test_exact_match_and_f1(found, golds, exact, f1):
    assert exact_match(found, golds, dutch=True) == exact
    assert span_f1(found, golds, dutch=True) == pytest.approx(f1)


def example(question, answer, kind="number", language="nl"):
    span = (PASSAGE.index(answer), PASSAGE.index(answer) + len(answer)) if answer else None
    golds = (answer,) if answer else ()
    return Example(question, PASSAGE, span, bool(answer), True, language, "p1", golds, kind)


EXAMPLES = [
    example("Hoeveel?", "tachtig mensen"),
    example("Where?", "Utrecht", kind="where", language="en"),
    example("Hoeveel in 2019?", ""),
    example("Waar was het?", "", kind="where"),
]
FINDINGS = {
    "Hoeveel?": Finding((Likely((28, 42), 2.0),), 3.0, 4.0),  # tachtig mensen
    "Where?": Finding((Likely((43, 53), 0.5),), -1.0, 4.0),  # in Utrecht
    "Hoeveel in 2019?": Finding((Likely((28, 42), 1.0),), 2.0, 4.0),
    "Waar was het?": Finding((Likely(None, -1.0),), -5.0, 4.0),
}


@pytest.fixture
def readings():
    asked = []

    def find(question, passages):
        asked.append(passages)
        return [FINDINGS[question]]

    found = read_all(find, EXAMPLES, dutch=True, stage="reading", progress=None)
    assert asked == [[PASSAGE]] * 4
    return found


def test_the_best_span_is_forced(readings):
    assert [reading.exact for reading in readings] == [1.0, 0.0, 0.0, 0.0]
    assert [reading.f1 for reading in readings] == [1.0, pytest.approx(2 / 3), 0.0, 0.0]


def test_the_threshold_makes_f1_over_all_the_highest(readings):
    # refused: none 5/3, below 0 8/3, below 0.75 6/3, below 1.5 9/3, all 6/3
    assert choose_threshold(readings) == 1.5


def test_a_threshold_may_refuse_nothing_or_all(readings):
    answerable, silent = readings[:2], readings[2:]
    assert all(r.score >= choose_threshold(answerable) for r in answerable)
    assert all(r.score < choose_threshold(silent) for r in silent)


def test_rows_for_all_for_languages_and_for_kinds(readings):
    rows = comprehension_rows("dutch-qa", readings, threshold=1.5)
    assert [(row.questions, row.answerable, row.unanswerable) for row in rows] == [
        ("all", 2, 2),
        ("language en", 1, 0),
        ("language nl", 1, 2),
        ("kind number", 1, 1),
        ("kind where", 1, 1),
    ]
    everything, english = rows[:2]
    assert (everything.exact.value, everything.f1.value) == (0.5, pytest.approx(5 / 6))
    assert (everything.refused.value, everything.auc.value) == (1.0, 0.75)
    assert (everything.overall_exact.value, everything.overall_f1.value) == (0.75, 0.75)
    assert (english.f1.value, english.overall_f1.value) == (pytest.approx(2 / 3), 0.0)
    assert np.isnan(english.refused.value)
    assert np.isnan(english.auc.value)


def test_a_set_of_one_language_and_no_kinds_has_one_row(readings):
    plain = [r for r in readings if r.example.language == "nl" and r.example.kind == "number"]
    rows = comprehension_rows("XQuAD", plain, threshold=0.0)
    assert [row.questions for row in rows] == ["all"]
    assert rows[0].refused.value == 0.0
