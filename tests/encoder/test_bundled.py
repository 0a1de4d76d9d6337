"""The encoder that comes along: two ways of running, one vector space, any text at all."""

import json
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from qa.encoder import get_encoder
from qa.encoder.bundled import BundledEncoder
from qa.encoder.windows import LONGEST, cut
from qa.index.encode import texts_to_encode

QUESTIONS = Path(__file__).parent.parent.parent / "eval" / "questions.jsonl"
ODD = [
    "",
    " \n\t ",
    "\x00",
    "Hoeveel\x00slachtoffers?",
    "half een paar \ud800",
    "Z\u0301oe\u0308 ﬁnale ½ ① ㌀",
    "🙂 中文 \u200b\u00ad\ufeff\ue000",
    "regel\r\nregel\t\ttab\x0cpagina",
    "x" * 1000,
    "woord " * 3000,
    "\ufdfa" * 40,
    "㌀" * 250,
]


@pytest.fixture(scope="module")
def engine():
    return BundledEncoder(torch=False)


@pytest.fixture(scope="module")
def through_torch():
    return BundledEncoder(torch=True)


@pytest.fixture(scope="module")
def questions():
    rows = QUESTIONS.read_text("utf-8").splitlines()
    return [json.loads(row)["question"] for row in rows]


def cosines(left, right):
    return np.sum(left * right, axis=1)


def test_odd_texts_get_the_same_unit_rows_either_way(engine, through_torch):
    one, other = engine.encode_document(ODD), through_torch.encode_document(ODD)
    assert (one.shape, one.dtype) == ((len(ODD), 384), np.float32)
    assert np.linalg.norm(one, axis=1) == pytest.approx(1, abs=1e-5)
    assert cosines(one, other).min() >= 0.999
    assert cosines(engine.encode_query(ODD[:8]), through_torch.encode_query(ODD[:8])).min() >= 0.999


def test_the_letter_and_its_questions_find_the_same_either_way(
    engine, through_torch, letter_index, questions
):
    documents = [letter_index.document("kamerbrief-mensenhandel")]
    passages = texts_to_encode(documents)[0]
    asked = [engine.encode_query(questions), through_torch.encode_query(questions)]
    rows = [engine.encode_document(passages), through_torch.encode_document(passages)]
    assert cosines(*asked).min() >= 0.999
    assert cosines(*rows).min() >= 0.999
    scores = [query @ passage.T for query in asked for passage in rows]
    tops = [np.argsort(-score, axis=1, kind="stable")[:, :10] for score in scores]
    for other in tops[1:]:
        assert np.mean(tops[0][:, 0] == other[:, 0]) >= 0.98
        # The engine rounds within its layers: what stands about the tenth place may swap.
        for score, one, two in zip(scores[0], tops[0].tolist(), other.tolist(), strict=True):
            swapped = sorted(set(one) ^ set(two))
            assert np.all(np.abs(score[swapped] - score[one[-1]]) < 0.004)


def test_a_text_gets_the_same_row_alone_and_among_others(engine):
    texts = [f"Vraag {i} over de opvang van mensen" + " en dieren" * i for i in range(6)]
    together = engine.encode_query(texts)
    assert cosines(together, np.concatenate([engine.encode_query([t]) for t in texts])).min() > (
        0.99999
    )


def test_threads_do_not_disturb_each_other(engine):
    texts = [f"Vraag {i} over de opvang" + " en meer" * i for i in range(12)]
    alone = engine.encode_query(texts)
    with ThreadPoolExecutor(4) as threads:
        rows = list(threads.map(lambda text: engine.encode_query([text])[0], texts))
    assert cosines(alone, np.stack(rows)).min() > 0.99999


def test_questions_and_passages_are_told_apart(engine):
    text = ["De gemeente opent een opvang."]
    assert cosines(engine.encode_query(text), engine.encode_document(text))[0] < 0.999


def test_what_cannot_be_seen_changes_nothing(engine):
    assert np.array_equal(engine.encode_query(["a\x00b"]), engine.encode_query(["a b"]))
    ligature = unicodedata.normalize("NFKC", "\ufdfa")
    assert np.array_equal(engine.encode_query(["\ufdfa"]), engine.encode_query([ligature]))


def test_the_end_of_a_long_text_counts(engine):
    start = "De gemeente opent een opvang. " * 100
    end = "De appeltaart staat een uur in de oven met kaneel en suiker. " * 40
    question = engine.encode_query(["Hoe lang staat de appeltaart in de oven?"])
    with_end, without = engine.encode_document([start + end, start])
    assert float(question[0] @ with_end) > float(question[0] @ without) + 0.005


def test_windows_are_short_enough_and_lose_no_word():
    def count(text):
        return len(text.split())

    text = " ".join(f"w{i}" for i in range(3000))
    windows = cut(text, count)
    assert max(map(count, windows)) <= LONGEST
    assert " ".join(windows).split() == text.split()
    assert "".join(cut("x" * 3000, len)) == "x" * 3000
    assert cut("", count) == [""]


def test_no_texts_give_no_rows(engine):
    assert engine.encode_query([]).shape == (0, 384)
    assert engine.encode_document([]).shape == (0, 384)


def test_it_has_three_names_and_one_fingerprint(engine, through_torch):
    prints = {get_encoder(name).fingerprint for name in (None, "bundled", "multilingual-e5-small")}
    assert prints == {engine.fingerprint} == {through_torch.fingerprint}


def test_asking_needs_no_torch(letter_index_path):
    program = (
        "import sys; from qa.cli import run; "
        "code = run(['ask', 'Wat is mensenhandel?', '--json', '--index', sys.argv[1]]); "
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'streamlit'}; "
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    command = [sys.executable, "-c", program, str(letter_index_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "[]\n")
    assert json.loads(done.stdout)["question"] == "Wat is mensenhandel?"
