"""A run and its judgements for ranx or ir-measures, which comes along with Alinea."""

import sys
from pathlib import Path

import ir_measures
from ir_measures import RR, Success

from qa import Index
from qa.evaluate.questions import read_questions
from qa.integrations.trec import write_qrels, write_run

questions = [question for question in read_questions(Path(sys.argv[1])) if question.answerable]
write_run(Index.open("index/"), {q.id: q.question for q in questions}, "alinea.run")
write_qrels(questions, "alinea.qrels")
run, qrels = ir_measures.read_trec_run("alinea.run"), ir_measures.read_trec_qrels("alinea.qrels")
measured = ir_measures.calc_aggregate([Success @ 1, Success @ 3, RR @ 10], qrels, run)
print(*sorted(f"{measure} {value:.2f}" for measure, value in measured.items()), sep="\n")
