"""The invented texts and their questions: true to the text, and apart from what is trained on."""

import json
from pathlib import Path

import pytest

from qa.evaluate.questions import read_questions
from qa.load import load

ROOT = Path(__file__).parent.parent.parent
TRAINED = sorted((ROOT / "training" / "letters").glob("*.jsonl"))


def trained_letters():
    return [json.loads(line) for path in TRAINED for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("part", "with_answer", "without"), [("develop", 728, 271), ("test", 749, 271)]
)
def test_gold_of_the_invented_texts_stands_there_word_for_word(part, with_answer, without):
    folder = ROOT / "eval" / "letters" / part
    documents = {path.stem: load(path, path.stem) for path in sorted(folder.glob("*.txt"))}
    assert len(documents) == 16
    questions = read_questions(folder.with_suffix(".jsonl"))
    assert sum(question.answerable for question in questions) == with_answer
    assert sum(not question.answerable for question in questions) == without
    for question in questions:
        for gold in question.gold:
            text = documents[gold.id.split("#")[0]].unit(gold.id).text
            assert text[slice(*gold.reading_span)] == gold.text, question.id


def test_no_passage_or_question_that_trains_is_asked_for():
    letters = trained_letters()
    assert len(letters) == 160
    passages = {passage for letter in letters for passage in letter["passages"]}
    asked = {question["question"] for letter in letters for question in letter["questions"]}
    for path in sorted((ROOT / "eval" / "letters").glob("*/*.txt")):
        for paragraph in load(path, path.stem).paragraphs:
            assert paragraph.text not in passages
    for part in ("develop", "test"):
        questions = read_questions(ROOT / "eval" / "letters" / f"{part}.jsonl")
        assert not asked & {question.question for question in questions}


def test_answers_that_train_are_words_of_their_passage():
    for letter in trained_letters():
        for question in letter["questions"]:
            if question["answer"]:
                start, end = question["answer"]
                words = letter["passages"][question["passage"]][start:end]
                assert words and words == words.strip(), question
            assert (question["answer"] is None) == (question["kind"] == "nearmiss"), question
