"""New contents of an index from old ones: documents added, replaced or taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qa.document import Document
from qa.encoder import Encoder, Vectors
from qa.errors import AlineaError
from qa.index.encode import Progress, encode_documents, texts_digest
from qa.index.storage import Contents
from qa.load import document_id, file_sha256, load

Failed = Callable[[Path, AlineaError], None]
"""Is told of a file that cannot be read, and why."""


def with_files(
    old: Contents,
    files: list[Path],
    encoder: Encoder,
    known: dict[str, Vectors],
    progress: Progress | None,
    failed: Failed | None,
) -> Contents:
    """The contents with files added, or replaced where their path is there already.

    A file that cannot be read is told to `failed`, and what is there of it stays; without
    `failed`, and where no file can be read, the first such AlineaError is raised.
    """
    errors: list[AlineaError] = []
    documents = {document.id: document for document in old.documents}
    sources = dict(old.sources)
    ids = {path: doc_id for doc_id, (path, _) in sources.items()}
    for number, file in enumerate(files):
        if progress:
            progress("load", number, len(files))
        try:
            path, digest = str(file.resolve()), file_sha256(file)
            doc_id = ids.get(path) or document_id(file, documents)
            if sources.get(doc_id) != (path, digest):
                documents[doc_id] = load(file, doc_id)
                sources[doc_id] = (path, digest)
        except AlineaError as error:
            errors.append(error)
            if failed is None or len(errors) == len(files):
                raise errors[0] from None
            failed(file, error)
    if progress:
        progress("load", len(files), len(files))
    ordered = [documents[doc_id] for doc_id in sorted(documents)]
    return with_documents(old, ordered, sources, encoder, known, progress)


def with_documents(
    old: Contents,
    documents: list[Document],
    sources: dict[str, tuple[str, str]],
    encoder: Encoder,
    known: dict[str, Vectors],
    progress: Progress | None,
) -> Contents:
    """The contents with these documents, in this order, in place of all others."""
    passages, sentences, sections = encode_documents(documents, encoder, known, progress)
    return replace(
        old,
        documents=documents,
        sources=sources,
        texts=texts_digest(documents),
        passages=passages,
        sentences=sentences,
        sections=sections,
    )
