"""Of a follow-up that leans on the question before it the answer is its own, not that one's."""

from __future__ import annotations

import pytest

from qa import Index

BRIDGE = """De nieuwe brug bij Noorddam kostte 14,8 miljoen euro. Van dat bedrag betaalde de provincie
9 miljoen euro; de gemeente betaalde de rest.

De bouw van de brug duurde twee jaar, doordat de grond vervuild bleek.
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bridge")
    (folder / "brug.txt").write_text(BRIDGE, "utf-8")
    return Index.build(folder / "brug.txt", folder / "index")


@pytest.mark.parametrize(
    ("previous", "question", "understood", "mark"),
    [
        (
            "Wat kostte de brug?",
            "Hoeveel betaalde de provincie daarvan?",
            "Wat kostte de brug? Hoeveel betaalde de provincie daarvan?",
            "9 miljoen euro",
        ),
        (
            "Hoe lang duurde de bouw van de brug?",
            "Waardoor kwam dat?",
            "Hoe lang duurde de bouw van de brug? Waardoor kwam dat?",
            "doordat de grond vervuild bleek",
        ),
    ],
)
def test_the_last_of_two_questions_is_answered(index, previous, question, understood, mark):
    result = index.ask(question, previous=previous)
    answer = result.answers[0]
    assert (result.understood, answer.text[slice(*answer.span)]) == (understood, mark)
