"""What a training step sees: questions drawn from the sources in fixed shares."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from batches import Encoded, encode
from own_questions import WINDOWED, Window, own_members, own_questions, own_windows

from qa.evaluate.datasets import (
    XQUAD_LANGUAGES,
    Example,
    dutch_qa,
    ministers,
    read_jsonl,
    xquad,
)
from qa.evaluate.splits import Part

BATCH = 15
_BUCKET = 8  # batches that are drawn at once and then sorted by length

# Shares of a batch. "general" learns what an answer is; "dutch" what it is here; "ranking" which
# of several passages holds it; "windows" which of those that stand together does; "spans" again
# where in the passage and whether at all, on all questions there are; "lists" all of this in lists;
# "letters" the same on letters as well; "longer" and "further" on those not yet seen; "members"
# on what members of parliament ask too; "whole" on all of it a second time, in all twelve layers.
SHARES = {
    "general": {"xquad": 0.7, "xquad_absent": 0.3},
    "dutch": {
        "dutch": 0.58, "dutch_absent": 0.14, "ministers": 0.06, "ministers_absent": 0.06,
        "xquad": 0.12, "xquad_absent": 0.04,
    },
    "ranking": {"dutch": 0.7, "ministers": 0.14, "xquad": 0.16},
    "windows": {"windows": 0.75, "dutch": 0.13, "ministers": 0.07, "xquad": 0.05},
    "spans": {
        "windows": 0.40, "windows_absent": 0.10, "dutch": 0.26, "dutch_absent": 0.07,
        "ministers": 0.05, "ministers_absent": 0.05, "xquad": 0.05, "xquad_absent": 0.02,
    },
    "lists": {"windows": 0.50, "dutch": 0.35, "ministers": 0.08, "xquad": 0.07},
    "letters": {"letters": 0.55, "windows": 0.2, "dutch": 0.15, "ministers": 0.05, "xquad": 0.05},
    "longer": {"letters": 0.55, "windows": 0.2, "dutch": 0.15, "ministers": 0.05, "xquad": 0.05},
    "further": {"letters": 0.55, "windows": 0.18, "dutch": 0.18, "ministers": 0.04, "xquad": 0.05},
    "members": {
        "letters": 0.36, "members": 0.19, "sets": 0.19, "dutch": 0.13, "windows": 0.10,
        "xquad": 0.03,
    },
    "whole": {
        "letters": 0.30, "dutch": 0.28, "windows": 0.20, "sets": 0.10, "members": 0.05,
        "ministers": 0.03, "xquad": 0.04,
    },
}  # fmt: skip
IN_LISTS = ("ranking", "windows", "lists", "letters", "longer", "further", "members", "whole")

# A list is a question with its own passage, first, and others beside it.
LIST = 3
_LIST_TOKENS = 256
_NEAREST = 4  # of a window, so many are chosen from


def balanced(examples: list[Example], source: random.Random) -> list[Example]:
    """The examples without those near misses whose first word would give them away.

    "Hoeveel" is asked more often in vain than not: of each first word at most 1.2 near misses
    stay for every question with an answer.
    """
    answered = Counter(_first_word(e) for e in examples if e.answerable)
    room = {word: 3 + int(1.2 * count) for word, count in answered.items()}
    shuffled = examples.copy()
    source.shuffle(shuffled)
    kept = []
    for example in shuffled:
        if not example.answerable:
            word = _first_word(example)
            if room.get(word, 3) <= 0:
                continue
            room[word] = room.get(word, 3) - 1
        kept.append(example)
    return kept


def _first_word(example: Example) -> str:
    return example.question.split()[0].lower()


class Mixture:
    """Draws examples of each source, each example of a source once before any comes again."""

    def __init__(self, data: Path, work: Path, stage: str, seed: int) -> None:
        self._random = random.Random(f"{stage}-{seed}")
        self._stage = stage
        self._shares = SHARES[stage]
        self._xquad = xquad(data, Part.TRAIN)
        self._places = {(row["article"], row["place"]): row["languages"] for row in self._xquad}
        self._dutch: list[Example] = []
        if stage != "general":
            self._dutch = balanced(dutch_qa(data, Part.TRAIN) + own_questions(data), self._random)
            self._ministers = ministers(data, Part.TRAIN)
            self._pool = {row["id"]: row["text"] for row in read_jsonl(work / "pool.jsonl")}
            self._negatives = {
                row["question"]: row["negatives"] for row in read_jsonl(work / "negatives.jsonl")
            }
        if "members" in self._shares:
            self._members = own_members(data)
        self._windows: dict[str, list[tuple[Window, list[int]]]] = {}
        for name in WINDOWED:
            if name in self._shares:
                self._add_windows(name, own_windows(name, data), work)
        self._decks: dict[str, list] = {}

    def _add_windows(self, name: str, windows: list[Window], work: Path) -> None:
        nearest = json.loads((work / f"{name}.nearest.json").read_text(encoding="utf-8"))
        kept = {id(e) for e in balanced([w.example for w in windows], self._random)}
        rows = zip(windows, nearest, strict=True)
        self._windows[name] = [(w, order) for w, order in rows if id(w.example) in kept]

    def _next(self, name: str, rows: list) -> object:
        deck = self._decks.setdefault(name, [])
        if not deck:
            deck.extend(rows)
            self._random.shuffle(deck)
        return deck.pop()

    def draw(self, source: str) -> Example:
        """One example of a source."""
        match source:
            case "xquad":
                return self._from_xquad(present=True)
            case "xquad_absent":
                return self._from_xquad(present=False)
            case "dutch":
                return self._next(source, self._dutch)  # type: ignore[return-value]
            case "dutch_absent":
                example = self._next(source, self._dutch)
                return self._absent(example.question)  # type: ignore[attr-defined]
            case "windows":
                window, _ = self._next(source, self._windows["windows"])  # type: ignore[misc]
                return window.example
            case "windows_absent":
                row = self._next(source, self._windows["windows"])
                return self._random.choice(self._from_window(*row)[1:])  # type: ignore[misc]
            case "members":
                return self._next(source, self._members)  # type: ignore[return-value]
            case "ministers":
                row = self._next(source, self._ministers)
                key = self._random.choice(row["relevant"])  # type: ignore[index]
                return Example(row["question"], self._pool[key], None, None, True)  # type: ignore[index]
            case _:
                row = self._next(source, self._ministers)
                return self._absent(row["question"])  # type: ignore[index]

    def _absent(self, question: str) -> Example:
        key = self._random.choice(self._negatives[question])
        return Example(question, self._pool[key], None, False, False)

    def _from_xquad(self, *, present: bool) -> Example:
        row = self._next(f"xquad {present}", self._xquad)
        own = row["languages"]  # type: ignore[index]
        language = self._random.choice(XQUAD_LANGUAGES)
        asked_in = self._random.choice((language, self._random.choice(XQUAD_LANGUAGES)))
        question = own[asked_in]["question"]
        if present:
            there = own[language]
            key = f"{row['article']}-{row['place']}"  # type: ignore[index]
            answer = there["answer"]
            return Example(question, there["passage"], answer, True, True, language, key)
        others = [
            languages
            for (article, place), languages in self._places.items()
            if article == row["article"] and place != row["place"]  # type: ignore[index]
        ]
        passage = self._random.choice(others)[language]["passage"]
        return Example(question, passage, None, False, None, language)

    def draw_list(self, source: str) -> list[Example]:
        """One question with the passage that is about it, and with others that are not."""
        if source == "xquad":
            own = self._from_xquad(present=True)
            return [own, *self._beside(own)]
        if source in self._windows:
            return self._from_window(*self._next(source, self._windows[source]))  # type: ignore[misc]
        own = self.draw(source)
        keys = self._negatives[own.question]
        chosen = self._random.sample(keys, min(LIST - 1, len(keys)))
        chosen += self._random.sample(sorted(self._pool), LIST - 1 - len(chosen))
        return [own, *(Example(own.question, self._pool[k], None, False, False) for k in chosen)]

    def _from_window(self, window: Window, others: list[int]) -> list[Example]:
        """The question with its own passage and with some of the nearest others of its window."""
        own = window.example
        return [
            own,
            *(
                Example(own.question, window.passages[number], None, False, None)
                for number in self._random.sample(others[:_NEAREST], LIST - 1)
            ),
        ]

    def _beside(self, own: Example) -> list[Example]:
        """The question with other paragraphs of the same article, in any language."""
        article, place = map(int, own.key.split("-"))
        others = [
            languages
            for (number, other), languages in self._places.items()
            if number == article and other != place
        ]
        return [
            Example(own.question, languages[own.language]["passage"], None, False, False)
            for languages in self._random.sample(others, LIST - 1)
        ]

    def batches(self) -> Iterator[list[Encoded]]:
        """Batches without end, each of pairs of like length, or of whole lists."""
        lists = self._stage in IN_LISTS
        sources = list(self._shares)
        count = BATCH * _BUCKET // (LIST if lists else 1)
        while True:
            drawn = self._random.choices(sources, weights=list(self._shares.values()), k=count)
            if lists:
                groups = [[encode(e, _LIST_TOKENS) for e in self.draw_list(s)] for s in drawn]
            else:
                groups = [[encode(self.draw(s))] for s in drawn]
            groups.sort(key=lambda group: max(len(row.ids) for row in group))
            rows = [row for group in groups for row in group]
            chunks = [rows[i : i + BATCH] for i in range(0, len(rows), BATCH)]
            self._random.shuffle(chunks)
            yield from chunks
