"""Development data for the fits: two sets of letters, and two sets outside the repository.

Here are the letter's folds 0 to 3, and the invented texts of `eval/letters/develop`. Outside are
members' questions put to the ministers' answers, and questions of `dutch-qa` put to the same
pool; `qa.evaluate.datasets` says how the folder of data looks. Without it the fits use the
letters alone. Questions of the test parts (`qa.evaluate.splits`) are never used, nor those that
reader and encoder were trained on.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from qa import Index
from qa.cli.options import progress_bar
from qa.evaluate.datasets import dutch_qa
from qa.evaluate.questions import CLOSING_FOLD, EvalQuestion, read_questions
from qa.evaluate.splits import Part, part_of_relevant
from qa.index import LONGEST_QUESTION
from qa.passages import Passage
from qa.read import Quote
from qa.reader import load_reader, model_digest
from qa.reader.finding import Finding, Likely
from qa.reading import Span

FOLDS = 4
QUESTIONS = Path("eval/questions.jsonl")
INVENTED = Path("eval/letters/develop")
_INVENTED = 3  # one in so many of the questions on invented texts: as many as the letter has
_OFF_TOPIC = 5  # of so many questions on other subjects one is put to the letter


@dataclass(frozen=True)
class Case:
    """A question with the ids of its right places, none if it has no answer.

    `without` are documents to leave out; `answer` are words that a right quote holds, where
    they are known, and `question` the row of a question set.
    """

    text: str
    gold: frozenset[str]
    fold: int
    without: frozenset[str] = frozenset()
    answer: str = ""
    question: EvalQuestion | None = None


@dataclass(frozen=True)
class Development:
    """A set of cases with the index that they are put to."""

    name: str
    index: Index
    cases: list[Case]


def development(data: Path | None, work: Path) -> list[Development]:
    """The sets that may choose something: the letter's, and those of `data` where it is given.

    `work` keeps the indexes.
    """
    asked = letter_cases() + (off_topic_cases(data) if data else [])
    found = [
        Development("letter", text_index(Path("corpus"), work / "letter"), asked),
        Development("invented", text_index(INVENTED, work / "invented"), invented_cases()),
    ]
    if data:
        pool = minister_index(data / "kamervragen", work)
        found.append(Development("ministers' answers", pool, minister_cases(data / "kamervragen")))
        found.append(Development("dutch-qa in the same pool", pool, pool_cases(data, pool)))
    return found


def letter_cases() -> list[Case]:
    """The letter's development questions, with and without an answer."""
    return [
        Case(q.question, q.gold_ids, q.fold, question=q)
        for q in read_questions(QUESTIONS)
        if q.fold != CLOSING_FOLD
    ]


def invented_cases() -> list[Case]:
    """Questions on texts that were invented, with and without an answer."""
    rows = read_questions(INVENTED.with_suffix(".jsonl"))
    return [Case(q.question, q.gold_ids, q.fold % FOLDS, question=q) for q in rows[::_INVENTED]]


def off_topic_cases(data: Path) -> list[Case]:
    """Questions of `dutch-qa` on other subjects, put to the letter, which has no answer."""
    examples = dutch_qa(data, Part.DEVELOP)[::_OFF_TOPIC]
    return [Case(e.question, frozenset(), number % FOLDS) for number, e in enumerate(examples)]


def minister_cases(folder: Path) -> list[Case]:
    """Questions to ministers; each also with its answers taken out, so that none is left."""
    cases: list[Case] = []
    for number, row in enumerate(_rows(folder / "questions.jsonl")):
        if part_of_relevant(row["relevant"]) is not Part.DEVELOP:
            continue
        text, relevant = row["question"][:LONGEST_QUESTION], frozenset(row["relevant"])
        cases.append(Case(text, frozenset(f"{name}#p1" for name in relevant), number % FOLDS))
        cases.append(Case(text, frozenset(), number % FOLDS, relevant))
    for number, row in enumerate(_rows(folder / "unanswerable.jsonl")):
        if part_of_relevant(row["remove"]) is not Part.DEVELOP:
            continue
        text = row["question"][:LONGEST_QUESTION]
        cases.append(Case(text, frozenset(), number % FOLDS, frozenset(row["remove"])))
    return cases


def pool_cases(data: Path, index: Index) -> list[Case]:
    """Questions of `dutch-qa`, near misses too, whose passage is in the ministers' pool."""
    known = {document.id for document in index.documents()}
    examples = [e for e in dutch_qa(data, Part.DEVELOP) if e.key in known]
    return [
        Case(
            example.question,
            frozenset({f"{example.key}#p1"} if example.answerable else ()),
            number % FOLDS,
            answer=" ".join(example.answers[:1]),
        )
        for number, example in enumerate(examples)
    ]


def text_index(texts: Path, folder: Path) -> Index:
    """An index of the texts in a folder."""
    with progress_bar() as progress:
        return Index.build([texts], folder, progress=progress)


def minister_index(data: Path, folder: Path) -> Index:
    """An index of the ministers' answers, a document each; made once and then reused."""
    target = folder / "ministers"
    if target.is_dir():
        return Index.open(target)
    with tempfile.TemporaryDirectory() as texts, progress_bar() as progress:
        for row in _rows(data / "passages.jsonl"):
            (Path(texts) / f"{row['id']}.txt").write_text(row["text"], "utf-8")
        return Index.build([texts], target, progress=progress)


def is_right(case: Case, passage: Passage, quote: Quote) -> bool:
    """Whether a quote holds the words that answer; without known words, its passage decides."""
    start, end = quote.reading_span
    if case.question:
        golds = [gold.reading_span for gold in case.question.gold if gold.id == passage.id]
        return any(start <= first and last <= end for first, last in golds)
    words = " ".join(passage.text[start:end].split())
    return passage.id in case.gold and " ".join(case.answer.split()) in words


class KeptReader:
    """The reader that ships, with what it found kept in a file: fits put the same again."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"likely-{model_digest()}.jsonl"
        self._known: dict[tuple[str, str], Finding] = {}
        if self._path.is_file():
            for row in _rows(self._path):
                parts = [
                    Likely(span and tuple(span), score, reach and tuple(reach))
                    for span, score, reach in row["parts"]
                ]
                self._known[row["question"], row["passage"]] = Finding(
                    tuple(parts), row["answerable"], row["relevant"]
                )

    def find(self, question: str, passages: list[str], parts: list[list[Span]]) -> list[Finding]:
        """As `Reader.find`."""
        keys = [_key(passage, own) for passage, own in zip(passages, parts, strict=True)]
        missing = [n for n, key in enumerate(keys) if (question, key) not in self._known]
        if missing:
            read = [passages[number] for number in missing]
            found = load_reader().find(question, read, [parts[number] for number in missing])
            with self._path.open("a", encoding="utf-8") as file:
                for number, finding in zip(missing, found, strict=True):
                    self._known[question, keys[number]] = finding
                    row = {"question": question, "passage": keys[number]} | asdict(finding)
                    row["parts"] = [[p.span, p.score, p.reach] for p in finding.parts]
                    file.write(json.dumps(row) + "\n")
        return [self._known[question, key] for key in keys]


def _key(passage: str, parts: list[Span]) -> str:
    return hashlib.sha256(f"{parts}:{passage}".encode()).hexdigest()[:16]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
