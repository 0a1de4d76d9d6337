"""The sets of questions outside the repository, read into one form."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

from qa.errors import AlineaError
from qa.evaluate.splits import Part, part_of_article, part_of_passage, part_of_relevant
from qa.reading import Span

XQUAD_LANGUAGES = ("en", "de", "es", "ro")


@dataclass(frozen=True, slots=True)
class Example:
    """A question with a passage, and what is known about the two.

    `answer` is the half-open character span of the answer, `answers` all its wordings;
    `answerable` and `relevant` are None where nobody has judged it. A near miss is relevant
    and not answerable. `key` names the passage, `language` that of the question.
    """

    question: str
    passage: str
    answer: Span | None
    answerable: bool | None
    relevant: bool | None
    language: str = "nl"
    key: str = ""
    answers: tuple[str, ...] = ()
    kind: str = ""


class Translation(TypedDict):
    """A question of XQuAD in one language, with its passage and answer."""

    question: str
    passage: str
    answer: Span
    answers: tuple[str, ...]


class Parallel(TypedDict):
    """A question of XQuAD in all languages; `article` and `place` number its paragraph."""

    id: str
    article: int
    place: int
    title: str
    languages: dict[str, Translation]


class MemberQuestion(TypedDict):
    """A member's question to a minister, as `kamervragen/questions.jsonl` has it."""

    id: str
    question: str
    relevant: list[str]
    kind: str
    standalone: bool
    truncated_answer: bool


class SilentQuestion(TypedDict):
    """A question that no passage answers once those in `remove` are taken away."""

    id: str
    question: str
    remove: list[str]
    standalone: bool


def read_jsonl(path: Path) -> list[Any]:
    """The objects of a JSONL file; AlineaError, naming the line, where one is none."""
    rows: list[Any] = []
    for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except (ValueError, RecursionError) as error:
                raise AlineaError(
                    "bad_data", f"{path}, line {number}, is not JSON: fetch the file again."
                ) from error
    return rows


def dutch_qa(data: Path, part: Part) -> list[Example]:
    """Questions of `dutch-qa` about the passages of one part."""
    passages = {
        row["passage_id"]: row["passage"] for row in read_jsonl(data / "dutch-qa/passages.jsonl")
    }
    return [
        _judged(row, passages[row["passage_id"]])
        for row in read_jsonl(data / "dutch-qa/questions.jsonl")
        if part_of_passage(row["passage_id"]) is part
    ]


def _judged(row: dict[str, Any], passage: str) -> Example:
    answer = None
    if row["answerable"]:
        start = passage.index(row["answer"])
        answer = (start, start + len(row["answer"]))
    return Example(
        question=row["question"],
        passage=passage,
        answer=answer,
        answerable=row["answerable"],
        relevant=True,
        language=row["language"],
        key=row["passage_id"],
        answers=(row["answer"],) if row["answerable"] else (),
        kind=row["kind"],
    )


def xquad(data: Path, part: Part) -> list[Parallel]:
    """Questions of XQuAD of one part, in all its languages; the part is the English title's."""
    found: dict[str, Parallel] = {}
    for language in XQUAD_LANGUAGES:
        articles = json.loads((data / f"xquad/xquad.{language}.json").read_text("utf-8"))["data"]
        for number, article in enumerate(articles):
            for place, paragraph in enumerate(article["paragraphs"]):
                for row in paragraph["qas"]:
                    entry = found.setdefault(
                        row["id"],
                        Parallel(
                            id=row["id"],
                            article=number,
                            place=place,
                            title=article["title"],
                            languages={},
                        ),
                    )
                    entry["languages"][language] = _translation(row, paragraph["context"])
    return [entry for entry in found.values() if part_of_article(entry["title"]) is part]


def _translation(row: dict[str, Any], passage: str) -> Translation:
    start = row["answers"][0]["answer_start"]
    return Translation(
        question=row["question"],
        passage=passage,
        answer=(start, start + len(row["answers"][0]["text"])),
        answers=tuple(answer["text"] for answer in row["answers"]),
    )


def xquad_examples(data: Path, part: Part) -> list[Example]:
    """The questions of `xquad` as examples, one for each language."""
    return [
        Example(
            question=own["question"],
            passage=own["passage"],
            answer=own["answer"],
            answerable=True,
            relevant=True,
            language=language,
            key=f"{row['article']}-{row['place']}",
            answers=own["answers"],
        )
        for row in xquad(data, part)
        for language, own in row["languages"].items()
    ]


def ministers(data: Path, part: Part) -> list[MemberQuestion]:
    """Members' questions of one part, as their file has them."""
    rows: list[MemberQuestion] = read_jsonl(data / "kamervragen/questions.jsonl")
    return [row for row in rows if part_of_relevant(row["relevant"]) is part]


def without_answer(data: Path, part: Part) -> list[SilentQuestion]:
    """Members' questions of one part that no passage answers, once some are taken away."""
    rows: list[SilentQuestion] = read_jsonl(data / "kamervragen/unanswerable.jsonl")
    return [row for row in rows if part_of_relevant(row["remove"]) is part]


def minister_passages(data: Path) -> dict[str, str]:
    """The ministers' answers by id: the pool that is searched."""
    return {row["id"]: row["text"] for row in read_jsonl(data / "kamervragen/passages.jsonl")}
