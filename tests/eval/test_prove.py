"""The proof of quotes, run as the script it is, on a real run and on runs that were tampered with."""

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SCRIPT = ROOT / "eval" / "prove.py"
QUESTIONS = [
    "Hoeveel slachtoffers werden in 2017 en 2018 geregistreerd?",
    "Welk percentage van de slachtoffers van arbeidsuitbuiting is man?",
    "Niet alle slachtoffers zijn in beeld bij de autoriteiten, waarom?",
    "Wie heeft de brief ondertekend?",
    "In welk Kamerstuk staat de voortgangsbrief?",
    "Mensen met drugs- en alcoholverslaving",
    "Hoe bak ik een appeltaart?",
]


@pytest.fixture(scope="module")
def run(letter_index):
    """Real results, one of them a quote from the paragraph with footnote 6."""
    results = [letter_index.ask(question, min_confidence=0).to_dict() for question in QUESTIONS]
    return json.loads(json.dumps(results))


@pytest.fixture
def prove(tmp_path):
    """Exit code and last line of the script, and the faults before it."""

    def call(results, *sources):
        path = tmp_path / "run.jsonl"
        lines = (json.dumps(result, ensure_ascii=False) + "\n" for result in results)
        path.write_text("".join(lines), "utf-8")
        given = [str(source) for source in sources or [ROOT / "corpus"]]
        done = subprocess.run(
            [sys.executable, "-I", str(SCRIPT), str(path), *given],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        *faults, last = done.stdout.splitlines()
        return done.returncode, faults, last

    return call


def noted(results):
    """The first answer of the run that brings a footnote."""
    return next(a for r in results for a in r["answers"] if a["citation"]["footnotes"])


def test_a_real_run_is_proven(run, prove):
    # Three for each question, but for the signature, which alone answers.
    assert prove(run) == (0, [], "19 quotes in 7 results; 0 faults.")


def test_it_imports_nothing_of_ours():
    assert "qa" not in {
        word for line in SCRIPT.read_text("utf-8").splitlines()
        if line.startswith(("import ", "from ")) for word in line.replace(".", " ").split()
    }  # fmt: skip


def change_quote(answer):
    answer["text"] = answer["text"].replace("e", "a", 1)


def change_quote_and_paragraph(answer):
    old = answer["text"]
    answer["text"] = old.replace("e", "a", 1)
    citation = answer["citation"]
    citation["paragraph_text"] = citation["paragraph_text"].replace(old, answer["text"])


def shift_reading_span(answer):
    answer["reading_span"] = [at + 1 for at in answer["reading_span"]]


def shift_source_span(answer):
    answer["source_spans"][0][0] += 1


def stretch_source_span(answer):
    answer["source_spans"][-1][1] += 3


def lose_source_spans(answer):
    answer["source_spans"] = []


def shift_paragraph(answer):
    answer["citation"]["source_spans"][0][0] -= 2


def add_to_paragraph(answer):
    answer["citation"]["paragraph_text"] += " Dat is zo."


def wrong_line(answer):
    answer["lines"][1] += 1


def wrong_paragraph_line(answer):
    answer["citation"]["lines"][0] -= 1


def empty_quote(answer):
    answer.update(text="", reading_span=[0, 0])


def other_document(answer):
    answer["citation"]["document"] = "andere-brief"


def invent_footnote_text(answer):
    answer["citation"]["footnotes"][0]["text"] = "Kamerstuk 12 345, nr. 6."


def move_footnote(answer):
    answer["citation"]["footnotes"][0]["source_spans"] = [[0, 10]]


@pytest.mark.parametrize(
    ("tamper", "fault"),
    [
        (change_quote, "the quote is not that slice of its paragraph"),
        (change_quote_and_paragraph, "the quote does not stand at its source spans"),
        (shift_reading_span, "the quote is not that slice of its paragraph"),
        (shift_source_span, "the quote does not stand at its source spans"),
        (stretch_source_span, "the quote does not stand at its source spans"),
        (lose_source_spans, "the quote does not stand at its source spans"),
        (shift_paragraph, "the paragraph does not stand at its source spans"),
        (add_to_paragraph, "the paragraph does not stand at its source spans"),
        (wrong_line, "the quote says lines"),
        (wrong_paragraph_line, "the paragraph says lines"),
        (empty_quote, "the quote is not that slice of its paragraph"),
        (other_document, "there is no source file for andere-brief"),
        (invent_footnote_text, "does not stand at its source spans"),
        (move_footnote, "does not stand at its source spans"),
    ],
)
def test_what_was_tampered_with_is_found(run, prove, tamper, fault):
    results = copy.deepcopy(run)
    answer = noted(results)
    tamper(answer)
    code, faults, last = prove(results)
    assert code == 1
    assert any(fault in line and answer["id"] in line for line in faults)
    assert not last.endswith("; 0 faults.")


def test_a_source_that_was_changed_proves_nothing(run, prove, tmp_path):
    letter = (ROOT / "corpus" / "kamerbrief-mensenhandel.txt").read_text("utf-8")
    changed = tmp_path / "kamerbrief-mensenhandel.txt"
    changed.write_text(letter.replace("slachtoffers", "slachtoffer"), "utf-8")
    assert prove(run, changed)[0] == 1


def test_a_run_without_quotes_proves_nothing(run, prove):
    silent = [result | {"answered": False, "answers": []} for result in run]
    assert prove(silent) == (1, [], f"0 quotes in {len(QUESTIONS)} results; 0 faults.")


def test_files_are_found_by_the_id_that_their_name_gives(tmp_path, prove):
    from encoders import WordEncoder

    from qa import Index

    texts = {"een": "De raad besluit.\r\nDat is\u2028zo.", "twee": "Het bestuur weigert."}
    for folder, text in texts.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Brief (1).txt").write_bytes(text.encode("utf-8-sig"))
    files = [tmp_path / folder / "Brief (1).txt" for folder in texts]
    index = Index.build(files, tmp_path / "index", WordEncoder())
    assert [document.id for document in index.documents()] == ["brief-1", "brief-1-2"]
    results = [index.ask(q, min_confidence=0).to_dict() for q in ("De raad?", "Het bestuur?")]
    assert prove(results, *files) == (0, [], "4 quotes in 2 results; 0 faults.")


def test_wrong_use_shows_how():
    done = subprocess.run(
        [sys.executable, str(SCRIPT)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "RUN.jsonl" in done.stdout
