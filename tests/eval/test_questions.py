"""The question set on the letter: whole, true to the text, and not a test of keywords."""

import json
from pathlib import Path

import numpy as np
import pytest
from rank_bm25 import BM25Okapi

from qa import AlineaError
from qa.analysis import split_on_spaces
from qa.evaluate.questions import assign_folds, read_questions
from qa.evaluate.wording import shared_words
from qa.load import load

ROOT = Path(__file__).parent.parent.parent
FILE = ROOT / "eval" / "questions.jsonl"
KINDS = {
    "fact", "number", "list", "yes/no", "paraphrase", "abbreviation", "footnote", "page-break",
    "signature", "english",
}  # fmt: skip
SILENT_KINDS = {"near-miss", "on-topic", "off-topic"}


@pytest.fixture(scope="module")
def document():
    return load(ROOT / "corpus" / "kamerbrief-mensenhandel.txt", "kamerbrief-mensenhandel")


@pytest.fixture(scope="module")
def questions():
    return read_questions(FILE)


@pytest.fixture(scope="module")
def answerable(questions):
    return [question for question in questions if question.answerable]


def test_there_are_enough_with_an_answer_and_without(questions, answerable):
    assert len(answerable) >= 300
    assert len(questions) - len(answerable) >= 120


def test_every_kind_is_there(questions, answerable):
    assert {question.kind for question in answerable} == KINDS
    assert {q.kind for q in questions if not q.answerable} == SILENT_KINDS


def test_ids_and_questions_are_there_once(questions):
    assert len({question.id for question in questions}) == len(questions)
    texts = {" ".join(question.question.lower().split()) for question in questions}
    assert len(texts) == len(questions)


def test_gold_is_what_stands_there_word_for_word(document, answerable):
    for question in answerable:
        for gold in question.gold:
            text = document.unit(gold.id).text
            assert text[slice(*gold.reading_span)] == gold.text, question.id


def test_every_paragraph_footnote_and_the_signature_is_asked_for(document, answerable):
    asked = {gold.id for question in answerable for gold in question.gold}
    assert asked == {unit.id for unit in (*document.paragraphs, *document.footnotes)}


def test_groups_are_paragraphs_or_nothing_that_is_imitated(document, questions):
    paragraphs = {paragraph.id for paragraph in document.paragraphs}
    for question in questions:
        assert question.group in paragraphs or question.group.startswith("none-")
        assert question.group in paragraphs or not question.answerable


def test_most_questions_are_in_other_words(document, answerable):
    units = {unit.id: document for unit in (*document.paragraphs, *document.footnotes)}
    assert np.mean([shared_words(question, units) <= 0.5 for question in answerable]) >= 0.5


def test_keywords_alone_do_not_answer_it(document, answerable):
    units = [*document.paragraphs, *document.footnotes]
    model = BM25Okapi([split_on_spaces(unit.text) for unit in units])

    def right(question):
        scores = model.get_scores(split_on_spaces(question.question))
        return units[int(np.argmax(scores))].id in question.gold_ids

    assert np.mean([right(q) for q in answerable]) <= 0.65
    assert np.mean([right(q) for q in answerable if q.lang == "nl"]) <= 0.65


def test_folds_are_of_one_size_and_never_split_a_group(questions):
    sizes = [len({q.group for q in questions if q.fold == fold}) for fold in range(5)]
    assert max(sizes) - min(sizes) <= 2
    assert len({(question.group, question.fold) for question in questions}) == len(
        {question.group for question in questions}
    )
    assert assign_folds(["b", "a", "none-1"]) == assign_folds(["none-1", "a", "b", "a"])


ROW = {"id": "1", "question": "Wie?", "answerable": True}
GOLD = {"id": "d#p1.s2", "text": "De raad", "reading_span": [0, 7]}


def test_a_short_row_is_filled_in(tmp_path):
    path = tmp_path / "q.jsonl"
    row = json.dumps(
        ROW | {"question": "Wie\u2028zegt\u0085dat?", "gold": [GOLD]}, ensure_ascii=False
    )
    path.write_text(f"\ufeff{row}\n\n", "utf-8")
    (question,) = read_questions(path)
    assert (question.lang, question.kind, question.group) == ("nl", "question", "d#p1")
    assert question.gold[0].reading_span == (0, 7)


def test_gold_may_stand_in_a_document_whose_name_looks_like_a_sentence(tmp_path):
    path = tmp_path / "q.jsonl"
    golds = [GOLD | {"id": place} for place in ("nota.samen#p1", "nota.samen#p2.s3")]
    path.write_text(json.dumps(ROW | {"gold": golds}), "utf-8")
    (question,) = read_questions(path)
    assert question.gold_ids == {"nota.samen#p1", "nota.samen#p2"}


@pytest.mark.parametrize(
    "line",
    [
        "geen json",
        "[]",
        "{}",
        json.dumps(ROW | {"gold": []}),
        json.dumps(ROW | {"gold": None}),
        json.dumps(ROW | {"answerable": False, "gold": [GOLD]}),
        json.dumps(ROW | {"gold": ["d#p1"]}),
        json.dumps(ROW | {"gold": [GOLD | {"reading_span": [1]}]}),
        json.dumps(ROW | {"gold": [{"id": "d#p1"}]}),
        json.dumps(ROW | {"gold": [GOLD], "question": " "}),
        json.dumps(ROW | {"gold": [GOLD], "question": 3}),
        json.dumps({"question": "Wie?", "answerable": True, "gold": [GOLD]}),
        json.dumps(ROW | {"id": "0", "gold": [GOLD]}),
    ],
)
def test_a_wrong_row_is_named_by_its_line(tmp_path, line):
    path = tmp_path / "q.jsonl"
    path.write_text(f"{json.dumps(ROW | {'id': '0', 'gold': [GOLD]})}\n{line}\n", "utf-8")
    with pytest.raises(AlineaError) as caught:
        read_questions(path)
    assert caught.value.code == "bad_question"
    assert f"{path}, line 2, is not a question" in caught.value.message


@pytest.mark.parametrize("data", [None, b"", b"\n\n", b"\xff\xfe\x00"])
def test_a_file_without_questions_is_said_so(tmp_path, data):
    path = tmp_path / "q.jsonl"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(AlineaError) as caught:
        read_questions(path)
    assert caught.value.code == "no_questions"
