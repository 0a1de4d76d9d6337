"""Silence: figures with intervals where they rest on enough questions, and none where not."""

import pytest

from qa.evaluate.measures import Outcome
from qa.evaluate.questions import EvalQuestion
from qa.evaluate.silence import measure_silence


def outcomes(answerable, unanswerable, answered):
    """So many of each, in groups of two; the first `answered` of those with an answer get one."""
    made = []
    for number in range(answerable + unanswerable):
        has = number < answerable
        question = EvalQuestion(str(number), "?", "nl", "fact", has, (), f"g{number // 2}", 0)
        given = number < answered
        made.append(
            Outcome(question, 0.9 if given else 0.1, given, given, given, given, 1, 0.0, "", "")
        )
    return made


NAMES = ("auc", "refused_at_5", "refused_at_10", "refused", "falsely_refused", "precision")


@pytest.mark.parametrize(
    ("counts", "known"),
    [
        ((40, 20, 30), set(NAMES)),
        ((40, 14, 30), {"falsely_refused", "precision"}),
        ((40, 0, 30), {"falsely_refused", "precision"}),
        ((40, 20, 14), set(NAMES) - {"precision"}),
        ((14, 40, 14), {"refused"}),
    ],
)
def test_an_interval_stands_where_the_figure_rests_on_fifteen_questions(counts, known):
    silence = measure_silence(outcomes(*counts), 0.5)
    assert {name for name in NAMES if getattr(silence, name).interval} == known


def test_the_figures_are_shares_of_the_questions_they_are_of():
    silence = measure_silence(outcomes(40, 20, 30), 0.5)
    assert (silence.refused.value, silence.falsely_refused.value) == (1.0, 0.25)
    assert (silence.precision.value, silence.auc.value) == (1.0, 0.875)
