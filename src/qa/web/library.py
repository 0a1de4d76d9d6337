"""The documents of an index beside their files: what each is, and whether its file is as it was."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import streamlit as st

from qa.document import Document
from qa.errors import AlineaError
from qa.index import DocumentSummary, Index, storage
from qa.load import file_sha256
from qa.load.pdf.page_pictures import is_as_read
from qa.web.uploads import uploads_folder


@dataclass(frozen=True, slots=True)
class Row:
    """A document, its file, and the file's state: "unchanged", "changed" or "gone"."""

    summary: DocumentSummary
    file: Path
    state: str
    uploaded: bool

    @property
    def name(self) -> str:
        """The title, or else the id."""
        return self.summary.title or self.summary.id

    def fits(self, query: str) -> bool:
        """Whether all words of a query stand in what is known of the document."""
        known = (self.summary.id, self.summary.title, self.summary.sender, self.summary.date)
        text = " ".join((*(part for part in known if part), self.file.name)).casefold()
        return all(word in text for word in query.casefold().split())


def rows(index: Index) -> list[Row]:
    """A row for each document, in order of id."""
    sources = _sources(str(index.path), index.generation)
    uploads = uploads_folder(index.path)
    found = []
    for summary in index.documents():
        if summary.id not in sources:
            continue  # taken out just now
        path, digest = sources[summary.id]
        file = Path(path)
        found.append(Row(summary, file, _state(file, digest), file.parent == uploads))
    return found


def file_of(index: Index, document: Document) -> Path | None:
    """The file that a document was read from; None where it is gone or has changed."""
    source = _sources(str(index.path), index.generation).get(document.id)
    if source is None:
        return None
    file = Path(source[0])
    return file if is_as_read(file, document) else None


@st.cache_data(max_entries=4, show_spinner=False)
def _sources(path: str, generation: str | None) -> dict[str, tuple[str, str]]:
    """The file of each document, and its hash when it was read."""
    del generation  # part of the key only
    return storage.read(Path(path)).sources


def _state(file: Path, digest: str) -> str:
    try:
        stamp = tuple(
            (part.stat().st_mtime_ns, part.stat().st_size)
            for part in (file, file.with_suffix(".toml"))
            if part.is_file()
        )
        if not file.is_file():
            return "gone"
        return "unchanged" if _digest(file, stamp) == digest else "changed"
    except (OSError, AlineaError):
        return "gone"


@lru_cache(maxsize=4096)
def _digest(file: Path, stamp: tuple[tuple[int, int], ...]) -> str:
    del stamp  # part of the key only: a file with the same times and sizes is not read again
    return file_sha256(file)
