"""The project's further questions for training: a passage's place is kept, not its text.

A passage is one of `kamervragen`, or a file of `documents/txt` beside the data folder with the code
points at which it begins and ends: "VVD_2023.txt:100-900". `answer` is a span of the
passage, null for a near miss. `questions.jsonl` holds questions on single passages;
`windows.jsonl` holds windows, eight or nine passages of one document or subject, with questions
that exactly one of them answers, or none.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa.evaluate.datasets import Example, minister_passages, read_jsonl
from qa.load import load

QUESTIONS = Path(__file__).with_name("questions.jsonl")
WINDOWS = Path(__file__).with_name("windows.jsonl")
LETTERS = Path(__file__).with_name("letters")


class Passages:
    """Looks up the text of a passage by its place, in the data outside the repository."""

    def __init__(self, data: Path) -> None:
        self._ministers = minister_passages(data)
        self._folder = data.parent / "documents" / "txt"
        self._texts: dict[str, str] = {}

    def text(self, place: str) -> str:
        """The passage, its white space folded."""
        if place in self._ministers:
            return " ".join(self._ministers[place].split())
        name, _, span = place.rpartition(":")
        if name not in self._texts:
            path = self._folder / name
            self._texts[name] = load(path, path.stem).text
        start, end = map(int, span.split("-"))
        return " ".join(self._texts[name][start:end].split())


@dataclass(frozen=True, slots=True)
class Window:
    """Passages that stand together, and a question on them: about the one at `own`."""

    example: Example
    passages: tuple[str, ...]
    own: int


def own_questions(data: Path) -> list[Example]:
    """The questions on single passages."""
    passages = Passages(data)
    ministers = minister_passages(data)
    examples = []
    for row in read_jsonl(QUESTIONS):
        place = row["passage_id"]
        passage = ministers[place] if place in ministers else passages.text(place)
        examples.append(_example(row, place, passage))
    return examples


def own_windows(data: Path) -> list[Window]:
    """The questions on windows."""
    lookup = Passages(data)
    found = []
    for window in read_jsonl(WINDOWS):
        passages = tuple(lookup.text(place) for place in window["passages"])
        found += _windows(window["questions"], window["passages"], passages)
    return found


def own_letters() -> list[Window]:
    """The questions on invented letters."""
    found = []
    for file in sorted(LETTERS.glob("*.jsonl")):
        for number, letter in enumerate(read_jsonl(file)):
            places = [f"{file.stem}-{number}-{at}" for at in range(len(letter["passages"]))]
            found += _windows(letter["questions"], places, tuple(letter["passages"]))
    return found


def _windows(
    rows: list[dict[str, Any]], places: list[str], passages: tuple[str, ...]
) -> list[Window]:
    found = []
    for row in rows:
        own = row["passage"]
        found.append(Window(_example(row, places[own], passages[own]), passages, own))
    return found


def _example(row: dict[str, Any], place: str, passage: str) -> Example:
    answer = (row["answer"][0], row["answer"][1]) if row["answer"] else None
    return Example(
        question=row["question"],
        passage=passage,
        answer=answer,
        answerable=answer is not None,
        relevant=True,
        language=row["language"],
        key=place,
        answers=(passage[slice(*answer)],) if answer else (),
        kind=row["kind"],
    )
