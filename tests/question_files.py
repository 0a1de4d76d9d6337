"""Letters of questions and answers, read from a text."""

from __future__ import annotations

from pathlib import Path

from qa.document import Document
from qa.ledger import ledger
from qa.load import load


def read(tmp_path: Path, text: str) -> Document:
    file = tmp_path / "brief.txt"
    file.write_text(text, encoding="utf-8")
    document = load(file, "brief")
    ledger(document)  # raises where a character has no role or two
    assert [p.number for p in document.paragraphs] == list(range(1, len(document.paragraphs) + 1))
    assert [p.id for p in document.paragraphs] == [
        f"brief#p{number}" for number in range(1, len(document.paragraphs) + 1)
    ]
    return document


def rows(document: Document) -> list[tuple[str, str, str]]:
    """Kind, first words and context of each paragraph."""
    return [
        (p.kind.value, " ".join(p.text.split()[:3]), " ".join(p.context.split()[:3]))
        for p in document.paragraphs
    ]
