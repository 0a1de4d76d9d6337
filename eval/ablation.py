"""What each part of the keyword analysis is worth, on the development data.

    python eval/ablation.py [--data FOLDER] [--work FOLDER] [--output FILE]

Every part off alone, all off, and all on, over the same vectors. Writes a Markdown table of
the share of questions whose first passage is right, how many questions a row gains and loses
against all parts on, and the p of a paired test by flipping the signs of whole groups. One
column asks the letter's questions with each abbreviation that the letter explains in its
other form. Neither the closing fold nor the test part of the ministers is read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path

import click
import numpy as np
from development import Case, development
from numpy.typing import NDArray

from qa import Index
from qa.analysis import SHIPPED, Parts
from qa.analysis.abbreviations import find_pairs
from qa.encoder import Vectors
from qa.evaluate.statistics import FEWEST, paired_test
from qa.index import storage
from qa.index.segment import KINDS
from qa.passages import make_passages
from qa.question import Question, make_question
from qa.retrieval.local_engine import engine_of
from qa.retrieval.retrieve import Retriever

Values = NDArray[np.float64]
ON = Parts(**{field.name: True for field in fields(Parts)})


@dataclass(frozen=True)
class Questions:
    """Questions with an answer, ready to be put to one index."""

    folder: Path
    cases: list[Case]
    asked: list[Question]

    @property
    def groups(self) -> list[str]:
        """Questions on one place hang together."""
        return [case.question.group if case.question else min(case.gold) for case in self.cases]

    @property
    def english(self) -> NDArray[np.bool_]:
        """Which questions are in English, by the question set."""
        return np.array([c.question is not None and c.question.lang == "en" for c in self.cases])


@dataclass(frozen=True)
class Column:
    """A figure of the table: for each variant a value for each question."""

    title: str
    groups: list[str]
    values: dict[str, Values]

    @property
    def fused(self) -> bool:
        """Whether it is of the whole retrieval, not of BM25 alone."""
        return "alone" not in self.title

    def cell(self, variant: str, base: str) -> str:
        """The mean; and for all but the base the p of a paired test against it."""
        ours, theirs = self.values[variant], self.values[base]
        if variant == base or not np.any(ours != theirs):
            return f"{ours.mean():.3f}"
        gained, lost = int(np.sum(ours > theirs)), int(np.sum(ours < theirs))
        p = paired_test(ours, theirs, self.groups)
        return f"{ours.mean():.3f} (+{gained} −{lost}, p {p:.2f})"


def variants() -> dict[str, Parts]:
    """The rows of the table: all on, each off alone, few, none, and what ships."""
    names = [field.name for field in fields(Parts)]
    rows = {"all on": ON}
    rows |= {f"without {name.replace('_', ' ')}": replace(ON, **{name: False}) for name in names}
    rows["stop words, stems, diacritics alone"] = Parts(
        compounds=False, numbers=False, dates=False, identifiers=False, abbreviations=False
    )
    return rows | {"none": Parts(**dict.fromkeys(names, False)), "as shipped": SHIPPED}


def prepare(index: Index, cases: list[Case], work: Path) -> Questions:
    """The questions that have an answer, encoded; vectors are kept in `work` for the next run."""
    cases = [case for case in cases if case.gold]
    texts = [case.text for case in cases]
    key = hashlib.sha256("\n".join([index.encoder.fingerprint, *texts]).encode()).hexdigest()
    file = work / f"questions-{key[:16]}.npy"
    if not file.exists():
        np.save(file, index.encoder.encode_query(texts))
    vectors: Vectors = np.load(file)
    asked = [make_question(text, vector) for text, vector in zip(texts, vectors, strict=True)]
    return Questions(Path(index.path), cases, asked)


def swapped(index: Index, cases: list[Case]) -> list[Case]:
    """The questions that have an abbreviation or its long form, with the other form instead."""
    passages = make_passages([index.document(row.id) for row in index.documents()])
    pairs = sorted({pair for passage in passages for pair in find_pairs(passage.text)})
    found = []
    for case in cases:
        text = case.text
        for pair in pairs:
            short, long = (rf"(?<!\w){re.escape(form)}(?!\w)" for form in (pair.short, pair.long))
            if re.search(short, text):
                text = re.sub(short, pair.long, text)
            else:
                text = re.sub(long, pair.short, text, flags=re.I)
        if text != case.text:
            found.append(replace(case, text=text))
    return found


def first_right(questions: Questions, parts: Parts) -> tuple[Values, Values]:
    """For each question whether the first passage is right: fused, and by BM25 alone."""
    contents = storage.read(questions.folder)
    passages = list(contents.passages)
    sections = [contents.section(row)[0] for row in range(contents.section_count)]
    rows = [contents.files.rows(kind) for kind in KINDS]
    engine = engine_of(passages, sections, (rows[0], rows[1], rows[2]), parts)
    files = contents.files
    owners = files.owners["passages"], files.owners["sections"]
    retriever = Retriever(passages, files.marks, *owners, engine, contents.floor)
    fused, alone = [], []
    for case, question in zip(questions.cases, questions.asked, strict=True):
        best = retriever.search(question)[0].row
        scores, _ = engine.keyword_scores(question)
        fused.append(passages[best].id in case.gold)
        alone.append(scores.max() > 0 and passages[int(scores.argmax())].id in case.gold)
    return np.array(fused, dtype=np.float64), np.array(alone, dtype=np.float64)


def columns(name: str, questions: Questions, progress: Callable[[str], None]) -> list[Column]:
    """The figures of one set of questions: fused and BM25 alone; English ones apart."""
    fused: dict[str, Values] = {}
    alone: dict[str, Values] = {}
    for variant, parts in variants().items():
        progress(f"{name}: {variant}")
        fused[variant], alone[variant] = first_right(questions, parts)
    groups, english = questions.groups, questions.english
    found = [
        Column(f"{name} ({len(groups)})", groups, fused),
        Column(f"{name}, BM25 alone", groups, alone),
    ]
    if english.any() and not english.all() and english.sum() >= FEWEST:
        own = [group for group, chosen in zip(groups, english, strict=True) if chosen]
        picked = {variant: values[english] for variant, values in fused.items()}
        by_keyword = {variant: values[english] for variant, values in alone.items()}
        found += [
            Column(f"{name}, English ({len(own)})", own, picked),
            Column(f"{name}, English, BM25 alone", own, by_keyword),
        ]
    return found


def table(found: list[Column]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| analysis | " + " | ".join(column.title for column in found) + " |",
        "|---" * (len(found) + 1) + "|",
    ]
    for variant, parts in variants().items():
        cells = [column.cell(variant, "all on") for column in found]
        off = [field.name for field in fields(Parts) if not getattr(parts, field.name)]
        note = f" (off: {', '.join(off) or 'nothing'})" if variant == "as shipped" else ""
        lines.append(f"| {variant}{note.replace('_', ' ')} | " + " | ".join(cells) + " |")
    idle = [
        name
        for name in variants()
        if name.startswith("without")
        and all(np.array_equal(c.values[name], c.values["all on"]) for c in found if c.fused)
    ]
    if idle:
        lines += ["", f"The same first passages, fused, as all on: {', '.join(idle)}."]
    return "\n".join(lines) + "\n"


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--work", type=click.Path(path_type=Path), default=Path("eval/runs/fit"))
@click.option("--output", type=click.Path(path_type=Path), default=Path("eval/runs/ablation.md"))
def main(data: Path | None, work: Path, output: Path) -> None:
    """Measure every part of the analysis, print the table and write it."""
    work.mkdir(parents=True, exist_ok=True)
    letter, *others = development(data, work)
    sets = {"letter": prepare(letter.index, letter.cases, work)}
    sets["letter, other form"] = prepare(letter.index, swapped(letter.index, letter.cases), work)
    for part in others:
        sets[part.name] = prepare(part.index, part.cases, work)
    found: list[Column] = []
    for name, questions in sets.items():
        found += columns(name, questions, lambda text: click.echo(text, err=True))
    text = table(found)
    click.echo(text)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
