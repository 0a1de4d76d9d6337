"""The project's further questions for training: a passage's place is kept, not its text.

A `passage_id` is one of `kamervragen`, or a file of `documents/txt` beside the data folder with
the code points at which the passage begins and ends: "VVD_2023.txt:100-900". `answer` is
a span of the passage, null for a near miss.
"""

from __future__ import annotations

from pathlib import Path

from qa.evaluate.datasets import Example, minister_passages, read_jsonl
from qa.load import load

QUESTIONS = Path(__file__).with_name("questions.jsonl")


def own_questions(data: Path) -> list[Example]:
    """The questions with their passages, from the folder of data outside the repository."""
    ministers = minister_passages(data)
    texts: dict[str, str] = {}
    examples = []
    for row in read_jsonl(QUESTIONS):
        passage = ministers.get(row["passage_id"])
        if passage is None:
            name, _, place = row["passage_id"].rpartition(":")
            if name not in texts:
                path = data.parent / "documents" / "txt" / name
                texts[name] = load(path, path.stem).text
            start, end = map(int, place.split("-"))
            passage = " ".join(texts[name][start:end].split())
        answer = (row["answer"][0], row["answer"][1]) if row["answer"] else None
        examples.append(
            Example(
                question=row["question"],
                passage=passage,
                answer=answer,
                answerable=answer is not None,
                relevant=True,
                language=row["language"],
                key=row["passage_id"],
                answers=(passage[slice(*answer)],) if answer else (),
                kind=row["kind"],
            )
        )
    return examples
