"""Rows of an index: every text encoded once, and none that was encoded before."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

import numpy as np

from qa.document import Document
from qa.encoder import Encoder, Vectors
from qa.passages import make_passages, make_sections

Progress = Callable[[str, int, int], None]
"""Called with a stage ("load" or "encode"), the steps done and their total."""

_BATCH = 64


def texts_to_encode(documents: list[Document]) -> tuple[list[str], list[str], list[str]]:
    """The texts behind the rows of passages, of their sentences, and of sections."""
    passages = make_passages(documents)
    sentences = [text for passage in passages for text in passage.searched_sentences]
    sections = [section.encoded_text for section in make_sections(documents)]
    return [passage.encoded_text for passage in passages], sentences, sections


def texts_digest(documents: list[Document]) -> str:
    """Hash of the texts behind the rows: another one, and the rows belong to other texts."""
    digest = hashlib.sha256()
    for texts in texts_to_encode(documents):
        for text in texts:
            digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
        digest.update(b"\0")
    return digest.hexdigest()


def known_rows(
    documents: list[Document], rows: tuple[Vectors, Vectors, Vectors]
) -> dict[str, Vectors]:
    """Row by text of an index as it is, so that unchanged texts are not encoded again."""
    known: dict[str, Vectors] = {}
    for texts, vectors in zip(texts_to_encode(documents), rows, strict=True):
        known.update(zip(texts, vectors, strict=True))
    return known


def encode_documents(
    documents: list[Document],
    encoder: Encoder,
    known: dict[str, Vectors],
    progress: Progress | None = None,
) -> tuple[Vectors, Vectors, Vectors]:
    """Unit rows for passages, sentences and sections; `known` texts keep their row.

    Texts of like length go together, so that little is padded.
    """
    lists = texts_to_encode(documents)
    new = sorted({text for texts in lists for text in texts if text not in known}, key=_by_length)
    if hasattr(encoder, "for_many"):
        encoder = encoder.for_many(sum(map(len, new)))
    rows = dict(known)
    if progress:
        progress("encode", 0, len(new))
    for start in range(0, len(new), _BATCH):
        batch = new[start : start + _BATCH]
        rows.update(zip(batch, encoder.encode_document(batch), strict=True))
        if progress:
            progress("encode", start + len(batch), len(new))
    passages, sentences, sections = (_stack(texts, rows, encoder.dimension) for texts in lists)
    return passages, sentences, sections


def _by_length(text: str) -> tuple[int, str]:
    return len(text), text


def _stack(texts: Iterable[str], rows: dict[str, Vectors], dimension: int) -> Vectors:
    found = [rows[text] for text in texts]
    return np.stack(found) if found else np.zeros((0, dimension), dtype=np.float32)
