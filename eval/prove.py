"""Prove every quote of a run from the source files and the JSON alone.

    python eval/prove.py RUN.jsonl FILE_OR_FOLDER...

RUN.jsonl holds results of `qa ask --json`, one a line. Nothing of Alinea is imported: a
quote is proven if it is the named slice of its paragraph's text, and if that text and the
quote can be read off the source spans by the rules below and no others.

- characters are copied;
- a line end, with the blanks around it, or a run of blanks is one space;
- a line end after a hyphen is nothing, with or without the hyphen before it;
- between two spans stands nothing or one space, and a hyphen at the first one's end may go.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

HYPHENS = "-\u00ad\u2010"


def read_source(path: Path) -> str:
    """The file as Alinea's plain-text source: decoded, newlines as one character."""
    data = path.read_bytes()
    for bom, codec in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(bom):
            text = data[3:].decode(codec) if codec == "utf-8" else data.decode(codec)
            break
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("windows-1252")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def name_files(files: list[Path]) -> dict[str, Path]:
    """The files by document id: the name in small letters, "-2", "-3" … where it is taken."""
    named: dict[str, Path] = {}
    for path in files:
        name = unicodedata.normalize("NFKC", path.stem).lower()
        base = re.sub(r"[^\w.-]+", "-", name).strip("-.") or "document"
        number, doc_id = 2, base
        while doc_id in named:
            number, doc_id = number + 1, f"{base}-{number}"
        named[doc_id] = path
    return named


def reads_as(source: str, spans: list[list[int]], text: str) -> bool:
    """Whether a text can be read off source spans by the rules."""
    reached = {0}  # offsets in the text that the source read so far may have come to
    for number, (start, end) in enumerate(spans):
        if number:
            reached |= {at + 1 for at in reached if text[at : at + 1] == " "}
        reached = _read_span(source[start:end], text, reached, number + 1 < len(spans))
        if not reached:
            return False
    return len(text) in reached


def _read_span(piece: str, text: str, reached: set[int], more: bool) -> set[int]:
    position = 0
    while position < len(piece):
        char = piece[position]
        if char.isspace():
            end = position
            while end < len(piece) and piece[end].isspace():
                end += 1
            spaced = {at + 1 for at in reached if text[at : at + 1] == " "}
            joined = "\n" in piece[position:end] and position and piece[position - 1] in HYPHENS
            reached = spaced | (reached if joined else set())
            position = end
            continue
        kept = {at + 1 for at in reached if text[at : at + 1] == char}
        rest = piece[position + 1 :]
        at_line_end = rest[: len(rest) - len(rest.lstrip())].count("\n") > 0 or (not rest and more)
        dropped = reached if char in HYPHENS and at_line_end else set()
        reached = kept | dropped
        position += 1
    return reached


def prove(result: dict[str, Any], sources: dict[str, str]) -> list[str]:
    """What is wrong with the quotes of a result, a line each; nothing if all are proven."""
    faults: list[str] = []
    for answer in result.get("answers", []):
        citation = answer["citation"]
        source = sources.get(citation["document"])
        name = f"{result.get('id')}: {answer['id']}"
        start, end = answer["reading_span"]
        if source is None:
            faults.append(f"{name}: there is no source file for {citation['document']}")
            continue
        if not answer["text"] or citation["paragraph_text"][start:end] != answer["text"]:
            faults.append(f"{name}: the quote is not that slice of its paragraph")
        if not reads_as(source, answer["source_spans"], answer["text"]):
            faults.append(f"{name}: the quote does not stand at its source spans")
        if not reads_as(source, citation["source_spans"], citation["paragraph_text"]):
            faults.append(f"{name}: the paragraph does not stand at its source spans")
        faults += [
            f"{name}: {part} says lines {cited['lines']}, its source spans others"
            for part, cited in (("the quote", answer), ("the paragraph", citation))
            if not _lines_right(source, cited)
        ]
        for note in citation["footnotes"]:
            if not reads_as(source, note["source_spans"], note["text"]):
                faults.append(f"{name}: note {note['id']} does not stand at its source spans")
    return faults


def _lines_right(source: str, cited: dict[str, Any]) -> bool:
    """Whether the lines are those of the source spans; unknown lines cannot be wrong."""
    if cited["lines"] is None:
        return True
    if not cited["source_spans"]:
        return False
    first, last = cited["source_spans"][0][0], cited["source_spans"][-1][1]
    lines = [source.count("\n", 0, first) + 1, source.count("\n", 0, last - 1) + 1]
    return bool(cited["lines"] == lines)


def main(arguments: list[str]) -> int:
    """0 if every quote is proven, 1 if one is not, 2 if the command is wrong."""
    if len(arguments) < 2:
        print(__doc__)
        return 2
    files = [
        found
        for argument in map(Path, arguments[1:])
        for found in (sorted(argument.rglob("*.txt")) if argument.is_dir() else [argument])
    ]
    sources = {name: read_source(path) for name, path in name_files(files).items()}
    lines = Path(arguments[0]).read_text("utf-8").split("\n")
    results = [json.loads(line) for line in lines if line.strip()]
    faults = [fault for result in results for fault in prove(result, sources)]
    quotes = sum(len(result.get("answers", [])) for result in results)
    for fault in faults:
        print(fault)
    print(f"{quotes} quotes in {len(results)} results; {len(faults)} faults.")
    return 1 if faults or not quotes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
