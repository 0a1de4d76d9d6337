"""How much of a question is in the words of the sentence that answers it."""

from qa.evaluate.questions import EvalQuestion, Gold
from qa.evaluate.wording import shared_words
from qa.load.plain import load_plain

TEXT = "De minister opende de nieuwe brug. De bouw kostte drie miljoen euro.\n"
DOCUMENT = load_plain(TEXT.encode(), "d.txt", "d", "0")
UNITS = {"d#p1": DOCUMENT}


def asked(question: str, *golds: Gold) -> float:
    row = EvalQuestion("q1", question, "nl", "fact", True, golds, "d#p1", 0)
    return shared_words(row, UNITS)


COST = Gold("d#p1", "drie miljoen euro", (50, 67))
OPENING = Gold("d#p1", "De minister", (0, 11))


def test_all_words_shared():
    assert asked("Wat kostte de bouw?", COST) == 1.0


def test_no_word_shared():
    assert asked("Hoe duur was de oeververbinding?", COST) == 0.0


def test_only_the_sentence_that_answers_counts():
    assert asked("Wat kostte de brug?", COST) == 0.5


def test_of_several_right_places_the_nearest_in_words_counts():
    assert asked("Wie opende de brug?", COST, OPENING) == 1.0
