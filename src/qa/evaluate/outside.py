"""Everything that is measured on the data outside the repository."""

from __future__ import annotations

from pathlib import Path

from qa.encoder import Encoder
from qa.evaluate.comprehension import (
    Comprehension,
    Find,
    choose_threshold,
    comprehension_rows,
    read_all,
)
from qa.evaluate.datasets import dutch_qa, xquad_examples
from qa.evaluate.ministers import evaluate_ministers
from qa.evaluate.report import Outside
from qa.evaluate.sources import check_data
from qa.evaluate.splits import Part
from qa.index.encode import Progress


def evaluate_outside(
    data: Path,
    part: Part,
    work: Path,
    encoder: Encoder,
    find: Find,
    progress: Progress | None = None,
) -> Outside:
    """Reading comprehension and the ministers' answers, on one part of the data in a folder.

    `find` reads, as `qa.reader.Reader.find`; the pool's index goes into the work folder.
    Raises AlineaError where the folder or a file of it is missing.
    """
    sources = check_data(data)
    return Outside(
        part=part.value,
        sources=sources,
        comprehension=evaluate_comprehension(data, part, find, progress),
        ministers=evaluate_ministers(data, part, work, encoder, progress),
    )


def evaluate_comprehension(
    data: Path, part: Part, find: Find, progress: Progress | None = None
) -> Comprehension:
    """`dutch-qa` and XQuAD read; the threshold for silence is chosen on `dutch-qa`, develop."""
    developing = dutch_qa(data, Part.DEVELOP)
    chosen_on = read_all(find, developing, dutch=True, stage="dutch-qa, develop", progress=progress)
    threshold = choose_threshold(chosen_on)
    dutch = chosen_on
    if part is not Part.DEVELOP:
        dutch = read_all(
            find, dutch_qa(data, part), dutch=True, stage=f"dutch-qa, {part}", progress=progress
        )
    other = read_all(
        find, xquad_examples(data, part), dutch=False, stage=f"XQuAD, {part}", progress=progress
    )
    rows = comprehension_rows("dutch-qa", dutch, threshold)
    rows += comprehension_rows("XQuAD", other, threshold)
    return Comprehension(threshold, len(chosen_on), rows)
