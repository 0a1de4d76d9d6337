"""The conversation as a file: Markdown, Word, or JSON for programs."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime

from qa.index import Index
from qa.result import Answer
from qa.web import card
from qa.web.quoting import escape, reference
from qa.web.state import Address, place_of
from qa.web.text import DEFAULT, Words
from qa.web.turns import Turn


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
    lines = [f"# {words('export_title')}", "", _made(words)]
    for turn in turns:
        lines += ["", f"## {escape(turn.asked)}", ""]
        if turn.result is None:
            lines.append(escape(words.error(turn.error)) if turn.error else "")
            continue
        if turn.result.understood:
            lines += [f"*{escape(words('understood', question=turn.question))}*", ""]
        if not turn.result.answered:
            lines.append(f"**{words('abstained')}.** {words('abstained_why')}")
        for answer in turn.result.answers:
            quote = "\n".join(f"> {escape(line)}" for line in answer.text.split("\n"))
            link = _link(index, turn, answer, words, base)
            lines += [quote, ">", f"> — [{escape(_where(index, answer, words))}](<{link}>)"]
            lines += [">", f"> {escape(reference(index.document(_of(answer)), answer))}"]
            lines += ["", _confidence(answer, words), *_notes(answer), ""]
    return "\n".join(lines).rstrip() + "\n"


def to_docx(index: Index, turns: Sequence[Turn], words: Words) -> bytes:
    """The same as a Word document, with Word's own styles."""
    import docx

    made = docx.Document()
    made.core_properties.title = words("export_title")
    made.core_properties.author = "Alinea"
    made.core_properties.language = words.language
    made.add_heading(_clean(words("export_title")), level=1)
    made.add_paragraph(_made(words))
    for turn in turns:
        made.add_heading(_clean(turn.asked), level=2)
        if turn.result is None:
            made.add_paragraph(_clean(words.error(turn.error)) if turn.error else "")
            continue
        if turn.result.understood:
            said = words("understood", question=turn.question)
            made.add_paragraph().add_run(_clean(said)).italic = True
        if not turn.result.answered:
            made.add_paragraph().add_run(f"{words('abstained')}. ").bold = True
            made.paragraphs[-1].add_run(words("abstained_why"))
        for answer in turn.result.answers:
            made.add_paragraph(_clean(answer.text), style="Intense Quote")
            made.add_paragraph(_clean(f"— {_where(index, answer, words)}"))
            made.add_paragraph(_clean(reference(index.document(_of(answer)), answer)))
            made.add_paragraph(_confidence(answer, words))
            for note in answer.citation.footnotes:
                made.add_paragraph(_clean(f"{note.marker} {note.text}"))
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def file_name(words: Words, suffix: str) -> str:
    """The name of the file, with the day."""
    return f"{words('export_name')}-{date.today().isoformat()}.{suffix}"


def _made(words: Words) -> str:
    return words("export_made", date=words.date(date.today().isoformat()))


def _of(answer: Answer) -> str:
    return answer.citation.document


def _where(index: Index, answer: Answer, words: Words) -> str:
    return card.where(index.document(_of(answer)), answer.citation.id, answer.source_spans, words)


def _link(index: Index, turn: Turn, answer: Answer, words: Words, base: str | None) -> str:
    place = place_of(index.document(_of(answer)), answer.id)
    return Address(turn.question, place, turn.scope).link(base, words.language, DEFAULT)


def _confidence(answer: Answer, words: Words) -> str:
    return f"{card.sure(answer.confidence, words)} ({card.percent(answer.confidence)})"


def _notes(answer: Answer) -> list[str]:
    return [
        line
        for note in answer.citation.footnotes
        for line in ("", f"{escape(note.marker)} {escape(note.text)}")
    ]


def _clean(text: str) -> str:
    """A text without the control characters that XML cannot hold."""
    return "".join(c for c in text if c in "\n\t" or (c >= " " and c not in "\ufffe\uffff"))
