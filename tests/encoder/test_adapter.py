"""Any sentence-transformers model as an encoder: a real one, tiny, made here of random weights."""

import numpy as np
import pytest

from qa import AlineaError, Index
from qa.encoder import get_encoder
from qa.encoder.adapter import SentenceTransformerEncoder

TEXT = "Zwembad\n\nHet zwembad sluit in juni.\n\nHet gaat in mei weer open.\n"


def make_model(folder, seed=0, *, longest=64, prompts=None):
    """A BERT of one layer and 32 numbers a token, with a vocabulary of letters."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(seed)
    folder.mkdir(parents=True)
    letters = [chr(code) for code in range(33, 127)]
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *[f"##{c}" for c in letters]]
    (folder / "vocab.txt").write_text("\n".join(words), "utf-8")
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
    )
    BertModel(config).save_pretrained(folder / "bert")
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder / "bert")
    transformer = Transformer(str(folder / "bert"), max_seq_length=longest)
    model = SentenceTransformer(modules=[transformer, Pooling(32)], prompts=prompts, device="cpu")
    model.save(str(folder / "model"))
    return folder / "model"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return make_model(tmp_path_factory.mktemp("tiny") / "plain")


@pytest.fixture(scope="module")
def encoder(folder):
    return get_encoder(str(folder))


def test_rows_are_those_of_the_model_brought_to_length_one(folder, encoder):
    from sentence_transformers import SentenceTransformer

    raw = SentenceTransformer(str(folder), device="cpu").encode(["het zwembad", "de opvang"])
    rows = encoder.encode_document(["het zwembad", "de opvang"])
    assert (rows.shape, rows.dtype, encoder.dimension) == ((2, 32), np.float32, 32)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-6)
    assert rows == pytest.approx(raw / np.linalg.norm(raw, axis=1, keepdims=True), abs=1e-5)
    assert encoder.encode_query([]).shape == (0, 32)


def test_a_model_without_prompts_reads_questions_and_passages_alike(encoder):
    text = ["het zwembad"]
    assert encoder.encode_query(text) == pytest.approx(encoder.encode_document(text))


def test_odd_texts_are_read(encoder):
    rows = encoder.encode_document(["", "\x00", "\ud800", "x" * 3000, "woord " * 3000])
    assert np.isfinite(rows).all()


def test_prompts_of_the_model_are_used(tmp_path, encoder):
    prompts = {"query": "vraag: ", "document": "tekst: "}
    prompted = get_encoder(make_model(tmp_path / "prompted", prompts=prompts))
    for encode, prompt in (("encode_query", "vraag: "), ("encode_document", "tekst: ")):
        rows = getattr(prompted, encode)(["het zwembad"])
        assert rows == pytest.approx(encoder.encode_document([f"{prompt}het zwembad"]), abs=1e-5)
    assert prompted.fingerprint != encoder.fingerprint


@pytest.mark.parametrize(
    ("name", "prompt"),
    [
        ("intfloat/multilingual-e5-base", "query: "),
        ("/models/e5-large/", "query: "),
        ("/models/module5-x/minilm", ""),
        ("all-MiniLM-L6-v2", ""),
    ],
)
def test_prompts_of_a_family_are_known_by_its_name(folder, encoder, name, prompt):
    from sentence_transformers import SentenceTransformer

    named = SentenceTransformerEncoder(SentenceTransformer(str(folder), device="cpu"), name)
    rows = named.encode_query(["het zwembad"])
    assert rows == pytest.approx(encoder.encode_document([f"{prompt}het zwembad"]), abs=1e-5)


def test_a_fingerprint_knows_weights_and_length_and_not_the_folder(tmp_path, folder, encoder):
    from sentence_transformers import SentenceTransformer

    assert get_encoder(SentenceTransformer(str(folder))).fingerprint == encoder.fingerprint
    assert get_encoder(folder).fingerprint == encoder.fingerprint
    others = [make_model(tmp_path / "seed", seed=1), make_model(tmp_path / "long", longest=32)]
    assert len({encoder.fingerprint, *(get_encoder(o).fingerprint for o in others)}) == 3


def test_an_index_is_made_with_it_and_refuses_it_when_its_weights_change(tmp_path):
    model = make_model(tmp_path / "one")
    (tmp_path / "zwembad.txt").write_text(TEXT, "utf-8")
    Index.build(tmp_path / "zwembad.txt", tmp_path / "index", str(model))
    opened = Index.open(tmp_path / "index")  # it knows by itself which model
    assert opened.encoder.name == str(model)
    assert len(opened.search("Wanneer sluit het zwembad?")) == 2
    other = make_model(tmp_path / "two", seed=1)
    (model / "model.safetensors").write_bytes((other / "model.safetensors").read_bytes())
    with pytest.raises(AlineaError) as caught:
        Index.open(tmp_path / "index")
    assert caught.value.code == "other_encoder"


@pytest.mark.parametrize("name", ["no-such-model-anywhere", "nobody/nothing", "./nowhere"])
def test_an_unknown_name_is_one_sentence(name, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(AlineaError) as caught:
        get_encoder(name)
    assert caught.value.code == "no_encoder"
    assert name in caught.value.message
    assert "\n" not in caught.value.message


def test_a_folder_without_a_model_is_said_so(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(AlineaError) as caught:
        get_encoder(tmp_path)
    assert caught.value.message == f"The folder {tmp_path} holds no model that can be loaded."
