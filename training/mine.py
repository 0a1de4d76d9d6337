"""Hard negatives: for each training question, the passages that the encoder takes for its own.

    python training/mine.py --data ../shared/data --work build/training

writes `negatives.jsonl` and `pool.jsonl` in the work folder, and `windows.nearest.json`,
`letters.nearest.json` and `sets.nearest.json`, which have for each question the other passages of
its window, the nearest first. Only passages outside every test part serve as negatives.
"""

from __future__ import annotations

import json
from pathlib import Path

import click
import numpy as np
from own_questions import WINDOWED, Window, own_members, own_questions, own_windows

from qa.encoder.bundled import BundledEncoder
from qa.evaluate.datasets import Example, dutch_qa, minister_passages, ministers, read_jsonl
from qa.evaluate.splits import Part, part_of_passage, part_of_relevant

NEAREST = 10


def training_questions(data: Path) -> list[Example]:
    """Every Dutch question on a single passage that may train."""
    return dutch_qa(data, Part.TRAIN) + own_questions(data) + own_members(data)


def nearest_of_windows(windows: list[Window], encoder: BundledEncoder) -> list[list[int]]:
    """For each question the numbers of the other passages of its window, the nearest first."""
    texts: dict[str, int] = {}
    for window in windows:
        for passage in window.passages:
            texts.setdefault(passage, len(texts))
    rows = encoder.encode_document(list(texts))
    asked = encoder.encode_query([window.example.question for window in windows])
    found = []
    for window, vector in zip(windows, asked, strict=True):
        scores = rows[[texts[passage] for passage in window.passages]] @ vector
        found.append([int(i) for i in np.argsort(-scores, kind="stable") if i != window.own])
    return found


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--work", type=click.Path(path_type=Path), required=True)
def main(data: Path, work: Path) -> None:
    """Find the negatives."""
    work.mkdir(parents=True, exist_ok=True)
    pool = {
        key: text
        for key, text in minister_passages(data).items()
        if part_of_relevant([key]) is not Part.TEST
    }
    for row in read_jsonl(data / "dutch-qa/passages.jsonl"):
        if part_of_passage(row["passage_id"]) is Part.TRAIN:
            pool[row["passage_id"]] = row["passage"]
    examples = training_questions(data)
    for example in examples:
        pool.setdefault(example.key, example.passage)
    questions = [(e.question, {e.key}) for e in examples]
    members = ministers(data, Part.TRAIN)
    questions += [(row["question"], set(row["relevant"])) for row in members]

    encoder = BundledEncoder()
    keys = list(pool)
    rows = encoder.encode_document([pool[key] for key in keys])
    asked = encoder.encode_query([question for question, _ in questions])
    with (work / "negatives.jsonl").open("w", encoding="utf-8") as file:
        for (question, own), scores in zip(questions, asked @ rows.T, strict=True):
            nearest = [keys[i] for i in np.argsort(-scores, kind="stable")[: NEAREST + 4]]
            # Two extractions of one answer are no negatives of each other.
            texts = {pool[key][:200] for key in own if key in pool}
            kept = [k for k in nearest if k not in own and pool[k][:200] not in texts]
            file.write(json.dumps({"question": question, "negatives": kept[:NEAREST]}) + "\n")
    with (work / "pool.jsonl").open("w", encoding="utf-8") as file:
        for key, text in pool.items():
            file.write(json.dumps({"id": key, "text": text}) + "\n")
    for name in WINDOWED:
        with (work / f"{name}.nearest.json").open("w", encoding="utf-8") as file:
            json.dump(nearest_of_windows(own_windows(name, data), encoder), file)
    click.echo(f"{len(questions)} questions, {len(pool)} passages")


if __name__ == "__main__":
    main()
