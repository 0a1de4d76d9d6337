"""Letters of questions and answers: does its answer, and not its echo, answer a question.

    python eval/questions_and_answers.py --documents FOLDER [--set FILE]

Makes one index of all documents that the set names, in a folder of its own, and puts to it the
own text of every question. Right is a first answer that cites a paragraph of that question's
answer. Prints the share with and without the reader, each with a 95 % interval from a bootstrap
over documents, and the cases that are wrong. The set names paragraphs by their first words, for
the documents are not ours to copy.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from qa import Index
from qa.confidence import default_model
from qa.document import Document, ParagraphKind
from qa.evaluate.statistics import mean_interval
from qa.index import LONGEST_QUESTION
from qa.load import load
from qa.load.find import find_files
from qa.load.labels import read_label

SET = Path(__file__).parent / "questions_and_answers.jsonl"


@dataclass(frozen=True)
class Case:
    """A question of a document, its text, and the first words of the paragraphs that answer."""

    document: str
    number: int
    text: str
    starts: tuple[str, ...]


def read_cases(path: Path, folder: Path) -> tuple[list[Case], list[Path]]:
    """The cases of the set, with their questions read from the documents, and these documents."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    files = {file.name: file for file in find_files([folder])}
    missing = sorted({row["document"] for row in rows} - set(files))
    if missing:
        raise click.ClickException(f"{folder} does not hold {missing[0]}.")
    wanted = list(dict.fromkeys(row["document"] for row in rows))
    asked = {name: questions_of(load(files[name], "document")) for name in wanted}
    cases = [
        Case(
            row["document"],
            int(row["question"]),
            asked[row["document"]].get(int(row["question"]), ""),
            tuple(row["answer_starts"]),
        )
        for row in rows
    ]
    return cases, [files[name] for name in wanted]


def questions_of(document: Document) -> dict[int, str]:
    """The text of each question of a document by its number."""
    texts: dict[int, list[str]] = {}
    for paragraph in document.paragraphs:
        if paragraph.kind is not ParagraphKind.QUESTION:
            continue
        own = read_label(paragraph.text)
        path = document.section_path(paragraph.section)
        label = own or next((found for t in reversed(path) if (found := read_label(t))), None)
        for number in label.numbers if label else ():
            texts.setdefault(number, []).append(own.rest if own else paragraph.text)
    return {number: " ".join(parts)[:LONGEST_QUESTION] for number, parts in texts.items()}


def is_right(case: Case, name: str, paragraph: str) -> bool:
    """Whether a cited paragraph of a document is one of the case's answers."""
    words = " ".join(paragraph.split())
    return name == case.document and words.startswith(case.starts)


def ask_all(index: Index, cases: list[Case], *, reader: bool) -> tuple[list[bool], list[bool]]:
    """Whether each first answer is right, and whether Alinea would have given it of itself."""
    sources = {d.id: Path(d.source).name for d in index.documents()}
    threshold = default_model(reader=reader).threshold
    right: list[bool] = []
    given: list[bool] = []
    for case in cases:
        result = index.ask(case.text, k=1, min_confidence=0.0, reader=reader) if case.text else None
        cited = result.answers[0].citation if result and result.answers else None
        right.append(
            cited is not None and is_right(case, sources[cited.document], cited.paragraph_text)
        )
        given.append(result is not None and result.confidence >= threshold)
        if not right[-1]:
            place = f"{cited.document[:30]} {cited.paragraph}" if cited else "no answer"
            words = " ".join(cited.paragraph_text.split()[:8]) if cited else ""
            click.echo(f"  wrong: {case.document[:36]} question {case.number}: {place}: {words}")
    return right, given


@click.command(help=__doc__)
@click.option("--documents", required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--set", "path", default=SET, type=click.Path(exists=True, path_type=Path))
def main(documents: Path, path: Path) -> None:
    """Print the share of questions that are answered by their answer."""
    cases, files = read_cases(path, documents)
    groups = [case.document for case in cases]
    with tempfile.TemporaryDirectory() as folder:
        index = Index.build(files, Path(folder) / "index")
        for reader in (True, False):
            name = "with the reader" if reader else "without the reader"
            click.echo(name)
            right, given = ask_all(index, cases, reader=reader)
            interval = mean_interval(np.array(right, dtype=float), groups)
            between = f" [{interval[0]:.2f}, {interval[1]:.2f}]" if interval else ""
            both = np.mean(np.array(right) & np.array(given))
            click.echo(
                f"{name}: {sum(right)} of {len(right)} right = {np.mean(right):.2f}{between}; "
                f"right and confident enough to be shown: {both:.2f}"
            )


if __name__ == "__main__":
    main()
