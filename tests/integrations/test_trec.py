"""Runs and judgements, as ir-measures reads them."""

import ir_measures
import pytest

from qa import AlineaError
from qa.evaluate.questions import read_questions
from qa.integrations.trec import write_qrels, write_run

DOC = "kamerbrief-mensenhandel"


def test_a_run_keeps_the_order_of_the_search(letter_index, tmp_path):
    question = "gedwongen bedelarij"
    write_run(letter_index, {"a": question, "b": "nationaal rapporteur"}, tmp_path / "run", k=5)
    run = list(ir_measures.read_trec_run(str(tmp_path / "run")))
    ranked = sorted((r for r in run if r.query_id == "a"), key=lambda r: -r.score)
    expected = [hit.id for hit in letter_index.search(question, 5)]
    assert [r.doc_id for r in ranked] == expected
    assert [r.score for r in ranked] == [1.0, 0.5, 0.333333, 0.25, 0.2]
    assert len(run) == 10


def test_judgements_name_every_right_place(tmp_path):
    (tmp_path / "questions.jsonl").write_text(
        '{"id": "q1", "question": "Wie?", "answerable": true, "gold": ['
        '{"id": "brief#p2.s1", "text": "x", "reading_span": [0, 1]},'
        '{"id": "brief#fn1", "text": "x", "reading_span": [0, 1]}]}\n'
        '{"id": "q2", "question": "Wat?", "answerable": false, "gold": []}\n',
        "utf-8",
    )
    write_qrels(read_questions(tmp_path / "questions.jsonl"), tmp_path / "qrels")
    assert (tmp_path / "qrels").read_text() == "q1 0 brief#fn1 1\nq1 0 brief#p2 1\n"


def test_an_id_of_two_words_would_break_the_format(letter_index, tmp_path):
    with pytest.raises(AlineaError, match="'vraag 1' has a space"):
        write_run(letter_index, {"vraag 1": "Wie?"}, tmp_path / "run")
