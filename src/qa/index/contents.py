"""The contents of an index: one generation, opened; what is shown is read when it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from qa.answer import Searcher
from qa.document import Document
from qa.errors import AlineaError
from qa.index.database import store_damaged
from qa.index.files import Files
from qa.index.store import Store, Version
from qa.index.summary import DocumentSummary
from qa.index.units import read_passage, read_section
from qa.passages import Passage, SectionPassage
from qa.result import Citation
from qa.retrieval.engine import Engine
from qa.retrieval.retrieve import Retriever
from qa.retrieval.rows import Taken

_DOCUMENTS, _UNITS = 16, 20_000  # kept in memory
T = TypeVar("T")


class Contents:
    """All that an index holds, as it was when it was opened. Threads may share it.

    Raises AlineaError where something of it turns out to be damaged.
    """

    def __init__(self, store: Store, files: Files) -> None:
        self.store, self.files = store, files
        facts = store.facts()
        self.generation: str = facts["generation"]
        self.encoder: str = facts["encoder"]
        self.own_encoder = bool(facts.get("own_encoder"))  # an object of the program that made it
        self.fingerprint: str = facts["fingerprint"]
        self.floor = float(facts["floor"])
        self.versions: list[Version] = store.versions()
        if files.versions.tolist() != [version.number for version in self.versions]:
            raise store_damaged(store.path)
        self.wordings: Taken = files.wordings
        self._first_passage = files.firsts["passages"]
        self._first_section = files.firsts["sections"]
        # Not methods, which would hold on to this, and so the store open, in a circle.
        self.document = _document_reader(store, self.versions)
        self._unit = _unit_reader(store, self.versions, self._first_passage)

    def close(self) -> None:
        """Let go of the store; nothing can be read of it any more."""
        self.store.close()

    @property
    def documents(self) -> Sequence[Document]:
        """The documents in order of id, each read when it is asked for."""
        return Read(len(self.versions), self.document)

    @property
    def passages(self) -> Sequence[Passage]:
        """The passages in order of row."""
        return Read(int(self._first_passage[-1]), lambda row: self._unit(row)[0])

    @property
    def section_count(self) -> int:
        """How many sections there are."""
        return int(self._first_section[-1])

    @cached_property
    def sources(self) -> dict[str, tuple[str, str]]:
        """By the id of each document: the path of its file, and the hash of file and sidecar."""
        return {version.id: (version.path, version.digest) for version in self.versions}

    def place(self, document_id: str) -> int:
        """The number of the document with this id. Raises AlineaError if there is none."""
        try:
            return self._places[document_id]
        except (KeyError, TypeError):  # not everything can be looked up
            raise AlineaError(
                "no_such_document",
                f"There is no document {document_id!r} in the index: see `qa list`.",
            ) from None

    def summaries(self) -> list[DocumentSummary]:
        """What is known of each document, in order of id."""
        return self.store.summaries()

    @cached_property
    def dates(self) -> list[str | None]:
        """The date of each document, in order of id."""
        return [date for _, date in self.store.dates()]

    def citation(self, row: int) -> Citation:
        """The citation of a passage, without the others that say the same."""
        return self._unit(row)[1]

    def section(self, row: int) -> tuple[SectionPassage, Citation]:
        """A section and its citation."""
        number = bisect_right(self._first_section, row) - 1
        place = row - int(self._first_section[number])
        version = self.versions[number].number
        (body,) = self.store.unit_bodies("sections", version, range(place, place + 1))
        return read_section(body, number)

    def same_wording(self, row: int) -> list[int]:
        """Rows of all passages that say the same word for word, this one too."""
        return self.files.same_wording(row)

    def open_searcher(self, engine: Engine | None = None) -> Searcher:
        """What answers over this generation; without an engine, that of its own files."""
        retriever = Retriever(
            self.passages,
            self.files.marks,
            self.files.owners["passages"],
            self.files.owners["sections"],
            engine or self.files.engine(),
            self.floor,
        )
        return Searcher(self, retriever)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {version.id: number for number, version in enumerate(self.versions)}


def _document_reader(store: Store, versions: list[Version]) -> Callable[[int], Document]:
    @lru_cache(maxsize=_DOCUMENTS)
    def read(number: int) -> Document:
        """A whole document, by its number."""
        return store.document(versions[number].number)

    return read


def _unit_reader(
    store: Store, versions: list[Version], firsts: NDArray[np.int64]
) -> Callable[[int], tuple[Passage, Citation]]:
    @lru_cache(maxsize=_UNITS)
    def read(row: int) -> tuple[Passage, Citation]:
        number = bisect_right(firsts, row) - 1
        place = row - int(firsts[number])
        (body,) = store.unit_bodies("passages", versions[number].number, range(place, place + 1))
        return read_passage(body, number)

    return read


class Read(Sequence[T]):
    """A sequence whose members are read one by one."""

    def __init__(self, size: int, read: Callable[[int], T]) -> None:
        self._size, self._read = size, read

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> list[T]: ...

    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, slice):
            return [self._read(number) for number in range(self._size)[place]]
        return self._read(range(self._size)[place])

    def __iter__(self) -> Iterator[T]:
        return map(self._read, range(self._size))
