"""Which part a row is in never changes: figures and training depend on it."""

import pytest

from qa.evaluate.splits import Part, part_of_article, part_of_passage, part_of_relevant


@pytest.mark.parametrize(
    ("passage", "part"),
    [
        ("kv-00434", Part.DEVELOP),
        ("kv-00003", Part.DEVELOP),  # in the test part of the pool, so not for training
        ("SP_2012-1", Part.TEST),
        ("CDA_2006-1", Part.DEVELOP),
        ("VVD_2023-1", Part.TRAIN),
    ],
)
def test_parts_of_passages(passage, part):
    assert part_of_passage(passage) is part


@pytest.mark.parametrize(
    ("passages", "part"),
    [
        (["kv-00003"], Part.TEST),
        (["kv-2"], Part.DEVELOP),
        (["kv-5"], Part.TRAIN),
        (["kv-5", "kv-2"], Part.DEVELOP),
        (["kv-5", "kv-1"], Part.TEST),
    ],
)
def test_a_question_trains_only_where_all_its_passages_do(passages, part):
    assert part_of_relevant(passages) is part


def test_parts_of_articles():
    titles = ["Warsaw", "Amazon_rainforest", "Oxygen", "Normans"]
    assert [part_of_article(title).value for title in titles] == ["test", "test", "train", "train"]


def test_no_passage_is_for_training_here_and_for_testing_there():
    names = [f"kv-{number:05}" for number in range(500)]
    for name in names:
        parts = {part_of_passage(name), part_of_relevant([name])}
        assert parts != {Part.TRAIN, Part.TEST}
