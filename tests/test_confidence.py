"""Confidence: a probability that grows with the evidence and is refused below a threshold."""

import pytest

from qa import AlineaError, Index
from qa.confidence import READER_FEATURES, RETRIEVAL_FEATURES, ConfidenceModel, default_model

CLEAR = "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?"
OFF_TOPIC = "Hoe bak ik een appeltaart?"


def test_a_model_is_logistic():
    model = ConfidenceModel(intercept=-1.0, weights=(2.0, 0.0, 0.0, 0.0), threshold=0.5)
    assert model.probability((0.5, 9.0, 9.0, 9.0)) == 0.5
    assert model.probability((1.0, 0.0, 0.0, 0.0)) == pytest.approx(0.7310585786)
    assert model.probability((0.0, 0.0, 0.0, 0.0)) == pytest.approx(0.2689414214)


@pytest.mark.parametrize("extreme", [1e9, -1e9])
def test_extreme_evidence_is_no_overflow(extreme):
    model = ConfidenceModel(0.0, (1.0, 0.0, 0.0, 0.0), 0.5)
    assert 0 < model.probability((extreme, 0.0, 0.0, 0.0)) < 1


def test_the_model_that_ships_has_a_weight_for_each_feature_and_a_threshold():
    for reader, names in ((True, READER_FEATURES), (False, RETRIEVAL_FEATURES)):
        model = default_model(reader=reader)
        assert len(model.weights) == len(names)
        assert 0 < model.threshold < 1


def test_a_question_on_the_letter_is_answered_and_one_beside_it_is_not(letter_index):
    clear, other = letter_index.ask(CLEAR), letter_index.ask(OFF_TOPIC)
    assert clear.answered
    assert not other.answered
    assert clear.confidence > other.confidence
    assert clear.confidence == clear.answers[0].confidence


@pytest.mark.parametrize("reader", [True, False])
def test_a_sentence_of_another_year_is_less_sure_to_answer(tmp_path, reader):
    path = tmp_path / "d.txt"
    path.write_text("In 2011 overleden in Nederland ruim 5.000 mensen aan darmkanker.", "utf-8")
    index = Index.build(path, tmp_path / "index")
    same, other = (
        index.ask(f"Hoeveel mensen overleden in {year} aan darmkanker?", reader=reader).confidence
        for year in (2011, 2015)
    )
    assert same > other + 0.1


def test_the_least_confidence_decides(letter_index):
    assert letter_index.ask(OFF_TOPIC, min_confidence=0).answered
    best = letter_index.ask(CLEAR, min_confidence=0).confidence
    assert not letter_index.ask(CLEAR, min_confidence=1).answered or best == 1
    assert letter_index.ask(CLEAR, min_confidence=best).answered


def test_refusing_does_not_change_the_confidence(letter_index):
    refused = letter_index.ask(OFF_TOPIC)
    assert refused.confidence == letter_index.ask(OFF_TOPIC, min_confidence=0).confidence


def test_every_answer_reaches_the_least_confidence(letter_index):
    result = letter_index.ask(CLEAR, k=20, min_confidence=0.3)
    assert all(answer.confidence >= 0.3 for answer in result.answers)


@pytest.mark.parametrize("wrong", [-0.01, 1.01, float("nan")])
def test_a_least_confidence_that_is_none_is_refused(letter_index, wrong):
    with pytest.raises(AlineaError) as caught:
        letter_index.ask(CLEAR, min_confidence=wrong)
    assert (caught.value.code, caught.value.usage) == ("bad_confidence", True)
