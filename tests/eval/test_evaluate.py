"""A real evaluation, on a question set small enough to look at every row."""

import json
import math
from pathlib import Path

import pytest
from encoders import WordEncoder

from qa import AlineaError, Index
from qa.cli import run
from qa.evaluate import evaluate_file
from qa.evaluate.questions import read_questions
from qa.load import document_id, load
from qa.load.find import find_files

ROOT = Path(__file__).parent.parent.parent
DOC = "kamerbrief-mensenhandel"
SYSTEMS = [
    "Alinea",
    "BM25 on spaces",
    "BM25, Dutch analysis",
    "embeddings",
    "reciprocal ranks",
    "section as unit",
    "embeddings, questions trained",
]


@pytest.fixture(autouse=True)
def no_outside_data(monkeypatch):
    """These tests measure on the letter alone, whatever the environment names."""
    monkeypatch.delenv("ALINEA_DATA", raising=False)


def rows_of(*kinds, each=4):
    """Of each kind the first rows of the question set of the letter."""
    lines = (ROOT / "eval" / "questions.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [row for kind in kinds for row in [r for r in rows if r["kind"] == kind][:each]]


def write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


KINDS = ("fact", "signature", "footnote", "off-topic", "near-miss")


@pytest.fixture(scope="module")
def report(letter_index, tmp_path_factory):
    rows = rows_of(*KINDS, each=2)
    path = write(tmp_path_factory.mktemp("questions") / "small.jsonl", rows)
    return evaluate_file(letter_index, path, "all")


@pytest.fixture(scope="module")
def words_index(tmp_path_factory):
    """An index of the letter with an encoder that takes no time."""
    letter = ROOT / "corpus" / f"{DOC}.txt"
    return Index.build(letter, tmp_path_factory.mktemp("words") / "index", WordEncoder())


def test_every_question_is_put_and_judged(report):
    assert len(report.rows) == len(report.results) == 10
    assert (report.silence.answerable, report.silence.unanswerable) == (6, 4)
    assert (report.question_file, report.documents) == ("small.jsonl", [DOC])
    first = report.rows[0]
    assert (first["id"], first["kind"], first["answerable"]) == ("q001", "fact", True)
    assert all(result["answers"] for result in report.results)  # each forced to an answer


def test_kinds_have_a_row_each_after_that_of_all(report):
    assert [(row.kind, row.questions) for row in report.kinds] == [
        ("all", 6),
        ("in other words", 5),
        ("in the document's words", 1),
        ("fact", 2),
        ("footnote", 2),
        ("signature", 2),
    ]
    assert {row.kind: row.citation_right.value for row in report.kinds}["signature"] >= 0.5
    for row in report.kinds:
        assert 0 <= row.contains_gold.value <= row.citation_right.value <= 1


def test_baselines_stand_beside_ours(report):
    simpler = [row.system for row in report.systems if row.system != "Alinea without reader"]
    assert simpler == SYSTEMS
    assert (report.systems[0].ratio, report.systems[0].p) == (1.0, None)
    for row in report.systems:
        assert 0 <= row.success_1.value <= row.success_3.value <= 1
        assert row.success_1.value <= row.rr_10 <= 1
    for row in report.systems[1:]:
        assert 0 < row.p <= 1


def test_ours_is_the_answer_that_the_index_gives(report):
    right = [row["citation_right"] for row in report.rows if row["answerable"]]
    assert report.systems[0].success_1.value == pytest.approx(sum(right) / len(right))


def test_off_topic_questions_are_told_from_the_others(report):
    sure = {kind: [r["confidence"] for r in report.rows if r["kind"] == kind] for kind in KINDS}
    assert max(sure["off-topic"]) < 0.1 < min(sure["fact"])
    assert len(report.calibration.risk_coverage) == 10
    assert report.calibration.risk_coverage[-1][0] == 1.0


def test_an_evaluation_twice_is_the_same(words_index, tmp_path):
    rows = rows_of("fact", "signature", "footnote", "english", "near-miss", each=2)
    path = write(tmp_path / "small.jsonl", rows)
    one, two = (evaluate_file(words_index, path, "all").to_dict() for _ in range(2))
    assert one == two


def test_the_command_writes_a_report_and_a_run(tmp_path, capsys):
    (tmp_path / "d.txt").write_text("De raad besluit.\n\nHet zwembad sluit in juni.\n", "utf-8")
    gold = {"id": "d#p2", "text": "in juni", "reading_span": [18, 25]}
    row = {"id": "q", "question": "Wanneer sluit het zwembad?", "answerable": True, "gold": [gold]}
    path = write(tmp_path / "q.jsonl", [row])  # none is without an answer
    out, index = tmp_path / "out", str(tmp_path / "index")
    assert run(["index", str(tmp_path / "d.txt"), "--index", index]) == 0
    capsys.readouterr()
    options = ["--folds", "all", "--output", str(out), "--index", index]
    assert run(["eval", str(path), *options]) == 0
    shown, err = capsys.readouterr()
    assert err == ""
    assert "| Alinea | 1.00 | 1.00 |" in shown
    assert (out / "report.md").read_text("utf-8") in shown
    written = json.loads((out / "report.json").read_text("utf-8"), parse_constant=pytest.fail)
    assert written["silence"]["auc"] == {"value": None, "interval": None}
    assert [(kind["kind"], kind["questions"]) for kind in written["kinds"]] == [
        ("all", 1),
        ("in the document's words", 1),
        ("question", 1),
    ]
    result = json.loads((out / "run.jsonl").read_text("utf-8"))
    assert (result["id"], result["answers"][0]["text"]) == ("q", "Het zwembad sluit in juni.")
    assert run(["eval", str(path), "--json", *options]) == 0
    assert json.loads(capsys.readouterr().out, parse_constant=pytest.fail) == written


def test_folds_are_apart(words_index, tmp_path):
    path = write(tmp_path / "q.jsonl", rows_of("yes/no", "list", each=3))
    counts = [len(evaluate_file(words_index, path, folds).rows) for folds in ("all", "closing")]
    developing = evaluate_file(words_index, path, "development")
    assert (counts, len(developing.rows)) == ([6, 1], 5)
    assert math.isnan(developing.silence.auc.value)


def test_of_a_set_of_your_own_all_questions_are_put(words_index, tmp_path, capsys, monkeypatch):
    rows = rows_of("yes/no", "list", each=3)
    (tmp_path / "eval").mkdir()
    ours = write(tmp_path / "eval" / "questions.jsonl", rows)
    own = write(tmp_path / "own.jsonl", rows)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Index, "open", lambda path: words_index)

    def put(*arguments):
        assert run(["eval", *arguments, "--json", "--output", str(tmp_path / "out")]) == 0
        report = json.loads(capsys.readouterr().out)
        return report["folds"], len(report["rows"])

    assert put(str(own)) == ("all", 6)
    assert put(str(ours)) == ("development", 5)


def test_a_row_that_is_wrong_stops_it_before_any_question_is_put(words_index, tmp_path):
    rows = rows_of("fact")
    rows[3]["kind"] = 5
    told = []
    with pytest.raises(AlineaError) as caught:
        path = write(tmp_path / "q.jsonl", rows)
        evaluate_file(words_index, path, "all", lambda *step: told.append(step))
    assert (caught.value.code, told) == ("bad_question", [])


def test_gold_that_is_not_in_the_index_is_named(words_index, tmp_path):
    rows = rows_of("fact")
    rows[1]["gold"][0]["id"] = "andere-brief#p1"
    with pytest.raises(AlineaError) as caught:
        evaluate_file(words_index, write(tmp_path / "q.jsonl", rows), "all")
    assert caught.value.code == "other_documents"
    assert caught.value.message.startswith(f"Question {rows[1]['id']} expects andere-brief#p1,")


def test_gold_that_is_no_longer_what_stands_there_is_named(tmp_path):
    source, index = tmp_path / "d.txt", tmp_path / "index"
    gold = {"id": "d#p2", "text": "in juni", "reading_span": [18, 25]}
    row = {"id": "q7", "question": "Wanneer sluit het zwembad?", "answerable": True, "gold": [gold]}
    path = write(tmp_path / "q.jsonl", [row])
    source.write_text("De raad besluit.\n\nHet zwembad sluit in juni.\n", "utf-8")
    assert len(evaluate_file(Index.build(source, index, WordEncoder()), path, "all").rows) == 1
    source.write_text("De raad besluit.\n\nDat is laat.\n\nHet zwembad sluit in juni.\n", "utf-8")
    with pytest.raises(AlineaError) as caught:
        evaluate_file(Index.build(source, index, WordEncoder()), path, "all")
    assert caught.value.code == "other_documents"
    assert caught.value.message == (
        "Question q7 expects 'in juni' in d#p2, where the index has other words: "
        "index the documents that the questions were written for."
    )


@pytest.mark.parametrize("letters", ["develop", "test"])
def test_gold_of_the_letters_is_what_stands_there_word_for_word(letters):
    folder = ROOT / "eval" / "letters"
    texts, taken = {}, set()
    for file in find_files([folder / letters]):
        document = load(file, document_id(file, taken))
        taken.add(document.id)
        texts |= {unit.id: unit.text for unit in (*document.paragraphs, *document.footnotes)}
    for question in read_questions(folder / f"{letters}.jsonl"):
        for gold in question.gold:
            assert texts[gold.id][slice(*gold.reading_span)] == gold.text, question.id


def test_questions_without_any_answer_measure_nothing(words_index, tmp_path):
    with pytest.raises(AlineaError) as caught:
        evaluate_file(words_index, write(tmp_path / "q.jsonl", rows_of("off-topic")), "all")
    assert caught.value.code == "no_questions"


def test_bad_files_are_one_line(letter_index_path, tmp_path, capsys):
    (tmp_path / "bad.jsonl").write_text("{}\n", "utf-8")
    for name in ("weg.jsonl", "bad.jsonl", "."):
        path = str(tmp_path / name)
        assert run(["eval", path, "--index", str(letter_index_path)]) == 1
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)


def test_a_report_that_cannot_be_written_is_said_so(report, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(AlineaError) as caught:
        report.write(tmp_path / "file" / "runs")
    assert caught.value.code == "not_written"
