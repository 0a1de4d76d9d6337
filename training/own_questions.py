"""The project's further questions for training: a passage's place is kept, not its text.

A passage is one of `kamervragen`, or a file of `documents/txt` beside the data folder with the code
points at which it begins and ends: "VVD_2023.txt:100-900". `answer` is a span of the
passage, null for a near miss. `questions.jsonl` holds questions on single passages;
`windows.jsonl` holds windows, eight or nine passages of one document or subject, with questions
that exactly one of them answers, or none; `letters/` and `sets.jsonl` the same with invented
passages, in letters and in answers to members. `members.jsonl` holds questions as members of
parliament ask them, on answers of `kamervragen`, and where in their answers the real ones of its
training part are answered; there null says that no words of the passage answer, though it replies.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa.evaluate.datasets import Example, minister_passages, read_jsonl
from qa.evaluate.datasets import ministers as member_questions
from qa.evaluate.splits import Part
from qa.load import load

QUESTIONS = Path(__file__).with_name("questions.jsonl")
WINDOWS = Path(__file__).with_name("windows.jsonl")
LETTERS = Path(__file__).with_name("letters")
SETS = Path(__file__).with_name("sets.jsonl")
MEMBERS = Path(__file__).with_name("members.jsonl")
WINDOWED = ("windows", "letters", "sets")  # the sets of questions on passages that stand together


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


def own_windows(name: str, data: Path) -> list[Window]:
    """The questions of one of `WINDOWED`."""
    if name == "letters":
        return _invented(sorted(LETTERS.glob("*.jsonl")))
    if name == "sets":
        return _invented([SETS])
    lookup = Passages(data)
    found = []
    for window in read_jsonl(WINDOWS):
        passages = tuple(lookup.text(place) for place in window["passages"])
        found += _windows(window["questions"], window["passages"], passages)
    return found


def own_members(data: Path) -> list[Example]:
    """The questions as members ask them; the real ones are looked up by their id."""
    ministers = minister_passages(data)
    real = {row["id"]: row["question"] for row in member_questions(data, Part.TRAIN)}
    examples = []
    for row in read_jsonl(MEMBERS):
        passage = ministers[row["passage_id"]]
        asked = row["question"] if "question" in row else real[row["question_id"]]
        span = (row["answer"][0], row["answer"][1]) if row["answer"] else None
        answerable = True if span else None
        examples.append(Example(asked, passage, span, answerable, True, key=row["passage_id"]))
    return examples


def _invented(files: list[Path]) -> list[Window]:
    found = []
    for file in files:
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
