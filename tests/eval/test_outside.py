"""The whole of what is measured outside the repository, on a small folder, to report and plots."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from encoders import WordEncoder
from small_data import write_small_data

from qa import Index
from qa.cli import run
from qa.evaluate import evaluate_file
from qa.evaluate.markdown import to_markdown
from qa.evaluate.outside import evaluate_comprehension, evaluate_outside
from qa.evaluate.plots import draw
from qa.evaluate.splits import Part
from qa.reader.finding import Finding, Likely

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    return write_small_data(tmp_path_factory.mktemp("data"))


def first_word(question: str, passages: list[str]) -> list[Finding]:
    """A reader that always finds the first word, and is surer of "is" and "geld"."""
    sure = 1.0 if "is" in question.split() or "geld?" in question.split() else -1.0
    return [Finding((Likely((0, passage.index(" ")), sure),), sure, 0.0) for passage in passages]


@pytest.fixture(scope="module")
def report(data, tmp_path_factory):
    work = tmp_path_factory.mktemp("work")
    (work / "d.txt").write_text("De raad besluit.\n\nHet zwembad sluit in juni.\n", "utf-8")
    gold = {"id": "d#p2", "text": "in juni", "reading_span": [18, 25]}
    row = {"id": "q", "question": "Wanneer sluit het zwembad?", "answerable": True, "gold": [gold]}
    (work / "q.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    encoder = WordEncoder()
    index = Index.build(work / "d.txt", work / "index", encoder)
    outside = evaluate_outside(data, Part.TEST, work, encoder, first_word)
    return replace(evaluate_file(index, work / "q.jsonl", "all"), outside=outside)


def test_the_threshold_comes_from_the_develop_part(data):
    found = evaluate_comprehension(data, Part.TEST, first_word)
    assert (found.threshold, found.chosen_on) == (0.0, 2)
    dutch, other = found.rows[0], found.rows[1]
    assert (dutch.data, dutch.questions, dutch.answerable, dutch.unanswerable) == (
        "dutch-qa",
        "all",
        1,
        1,
    )
    assert (dutch.f1.value, dutch.refused.value, dutch.auc.value) == (0.0, 1.0, 1.0)
    assert (dutch.overall_exact.value, dutch.overall_f1.value) == (0.5, 0.5)
    assert (other.data, other.questions, other.answerable) == ("XQuAD", "all", 4)
    assert [row.questions for row in found.rows[2:]] == [
        "language de",
        "language en",
        "language es",
        "language ro",
    ]


def test_the_develop_part_may_be_measured_too(data):
    found = evaluate_comprehension(data, Part.DEVELOP, first_word)
    assert [(row.data, row.f1.value) for row in found.rows][:1] == [("dutch-qa", 1.0)]


def test_the_report_says_it_in_tables_and_in_json(report, tmp_path):
    shown = to_markdown(report)
    for title in (
        "# Data outside the repository, test part",
        "## Ministers' answers: 6 passages",
        "## Reading comprehension, one passage given",
        "## Calibration on ministers' answers",
        "## Sources",
    ):
        assert f"\n{title}\n" in shown
    assert "**9 of the files are others than those that earlier figures were made from" in shown
    assert "| google-deepmind/xquad: Artetxe, Ruder & Yogatama, 2020 | CC BY-SA 4.0 |" in shown
    report.write(tmp_path)
    written = json.loads((tmp_path / "report.json").read_text("utf-8"), parse_constant=pytest.fail)
    assert written["outside"]["comprehension"]["threshold"] == 0.0
    assert written["outside"]["ministers"]["passages"] == 6
    assert len(written["outside"]["sources"]) == 9
    assert written["calibration"]["questions"] == 1


def test_three_plots_are_drawn(report, tmp_path):
    paths = draw(report, tmp_path)
    assert [path.name for path in paths] == ["risk-coverage.png", "reliability.png", "kinds.png"]
    assert all(path.read_bytes().startswith(PNG) for path in paths)
    assert draw(replace(report, outside=None), tmp_path) == paths


def test_without_matplotlib_one_sentence_says_how_to_install_it(tmp_path):
    program = """
import sys
sys.modules["matplotlib"] = sys.modules["matplotlib.figure"] = None
from qa import AlineaError
from qa.evaluate.plots import draw
try:
    draw(None, None)
except AlineaError as error:
    print(error.message)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.stdout == "Plots need matplotlib: install it with `pip install 'alinea[plots]'`.\n"


def test_a_missing_folder_is_said_before_anything_is_measured(letter_index_path, tmp_path, capsys):
    weg = str(tmp_path / "weg")
    assert run(["eval", "--data", weg, "--index", str(letter_index_path)]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "ALINEA_DATA" in err
