"""The conversation as a file: Markdown, or JSON for programs; what Word shares with them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime

from qa.index import Index
from qa.result import Answer
from qa.web import card
from qa.web.quoting import escape, reference
from qa.web.scope import describe_scope
from qa.web.state import Address, place_of
from qa.web.text import DEFAULT, Words
from qa.web.turns import Turn

_NAMED = 20  # documents of a choice that are named; in a file there is room


def to_json(turns: Sequence[Turn]) -> str:
    """The turns as `qa ask --json` gives them, each with what it was put to."""
    rows = [
        turn.result.to_dict()
        | {
            "scope": {
                "documents": list(turn.scope.documents) or None,
                "since": turn.scope.since or None,
                "until": turn.scope.until or None,
            }
        }
        for turn in turns
        if turn.result
    ]
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return json.dumps({"made": made, "turns": rows}, ensure_ascii=False, indent=1)


def to_markdown(index: Index, turns: Sequence[Turn], words: Words, base: str | None) -> str:
    """A heading for each question, its quotes as blocks, each with its place and a link to it."""
    lines = [f"# {words('export_title')}", "", made(words)]
    for turn in turns:
        lines += ["", f"## {escape(one_line(turn.asked))}", ""]
        if turn.result is None:
            lines.append(escape(words.error(turn.error)) if turn.error else "")
            continue
        if turn.result.understood:
            said = words("understood", question=one_line(turn.question))
            lines += [f"*{escape(said)}*", ""]
        if not turn.result.answered:
            lines += [f"**{words('abstained')}.** {words('abstained_why')}", ""]
        if said := searched(index, turn, words):
            lines += [escape(said), ""]
        for answer in turn.result.answers:
            quote = "\n".join(f"> {escape(line)}" for line in answer.text.split("\n"))
            address = link(index, turn, answer, words, base)
            lines += [quote, ">", f"> — [{escape(where(index, answer, words))}](<{address}>)"]
            lines += [">", f"> {escape(legal(index, answer))}"]
            lines += ["", confidence(answer, words), *_notes(answer, words), ""]
    return "\n".join(lines).rstrip() + "\n"


def file_name(words: Words, suffix: str) -> str:
    """The name of the file, with the day."""
    return f"{words('export_name')}-{date.today().isoformat()}.{suffix}"


def made(words: Words) -> str:
    """By what the file was made, and when."""
    return words("export_made", date=words.date(date.today().isoformat()))


def one_line(question: str) -> str:
    """A question as a heading, which has one line and says something."""
    return " ".join(question.split()) or "…"


def searched(index: Index, turn: Turn, words: Words) -> str:
    """What was searched, where that tells: there is no answer, or not all was searched."""
    if turn.result is None or (turn.result.answered and not turn.scope):
        return ""
    return describe_scope(index, turn.scope, words, named=_NAMED if turn.scope.documents else 3)


def where(index: Index, answer: Answer, words: Words) -> str:
    """The citation line of an answer."""
    document = index.document(answer.citation.document)
    return card.where(document, answer.citation.id, answer.source_spans, words)


def legal(index: Index, answer: Answer) -> str:
    """The place of an answer as lawyers write it."""
    return reference(index.document(answer.citation.document), answer)


def link(index: Index, turn: Turn, answer: Answer, words: Words, base: str | None) -> str:
    """What opens the place of an answer; relative where the page's own address is not known."""
    place = place_of(index.document(answer.citation.document), answer.id)
    return Address(turn.question, place, turn.scope).link(base, words.language, DEFAULT)


def confidence(answer: Answer, words: Words) -> str:
    """How sure an answer is, in words and as a number."""
    return f"{card.sure(answer.confidence, words)} ({card.percent(answer.confidence)})"


def notes(answer: Answer, words: Words) -> list[str]:
    """The footnotes to an answer, each with its mark."""
    return [
        words("export_note", marker=note.marker, text=note.text)
        for note in answer.citation.footnotes
    ]


def _notes(answer: Answer, words: Words) -> list[str]:
    return [line for note in notes(answer, words) for line in ("", escape(note))]
