"""The index: documents made searchable, on disk, and the questions put to them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from qa.answer import Searcher
from qa.document import Document
from qa.encoder import Encoder, get_encoder
from qa.encoder.bundled import NAME as BUNDLED
from qa.errors import AlineaError
from qa.followup import understand
from qa.index import storage, update
from qa.index.contents import Contents
from qa.index.encode import Progress
from qa.index.remote import Remote
from qa.index.selection import Day, select
from qa.index.summary import DocumentSummary
from qa.index.update import Failed
from qa.load import find_files
from qa.load.many import Loader
from qa.result import Hit, Result

__all__ = ["LONGEST_QUESTION", "DocumentSummary", "Index"]

LONGEST_QUESTION = 2000  # characters


class Index:
    """An index on disk, opened for searching; `add` and `remove` change it there and here.

    Raises AlineaError, with one sentence for the user, wherever something can go wrong.
    """

    def __init__(
        self, path: str | Path, contents: Contents, encoder: Encoder, engine: str | None = None
    ) -> None:
        """Use `Index.build` or `Index.open`."""
        self._engine = os.environ.get("ALINEA_ENGINE") if engine is None else engine
        self.path = Path(path)
        self._encoder = encoder
        self._searcher: Searcher | None = None
        self._take(contents)

    @classmethod
    def build(
        cls,
        sources: Iterable[str | Path] | str | Path,
        path: str | Path,
        encoder: object = None,
        progress: Progress | None = None,
        *,
        failed: Failed | None = None,
        engine: str | None = None,
        loader: Loader | None = None,
    ) -> Index:
        """Make an index of files and folders, in place of the one at `path`, if any.

        `encoder` is None for the one that comes along, a sentence-transformers name, folder
        or object, or an `Encoder`. The old index stays whole until the new one is. With
        `failed`, a file that cannot be read is told to it and left out; without, it is an error.
        `engine` as in `open`. `loader` reads the files: None for this machine, with several
        processes where there are many; a `qa.load.ray.RayLoader` for those of a Ray cluster.
        """
        model = get_encoder(encoder)
        files = find_files([sources] if isinstance(sources, str | Path) else sources)
        folder = Path(path)
        update.build(folder, files, model, progress, failed, loader)
        index = cls(folder, storage.read(folder), model, engine)
        index._follow()
        return index

    @classmethod
    def open(cls, path: str | Path, encoder: object = None, *, engine: str | None = None) -> Index:
        """Open an index; `encoder` must be the one that it was made with.

        `engine` is the address of a Milvus that finds candidates, "http://host:19530"; None is
        what ALINEA_ENGINE says, and "" or nothing said is this machine. The server is asked with
        the first question, and brought up to date then, and with every change.
        """
        folder = Path(path)
        contents = storage.read(folder)
        if encoder is None and contents.encoder != BUNDLED:
            encoder = contents.encoder
        model = get_encoder(encoder)
        if model.fingerprint != contents.fingerprint:
            raise _other_encoder(folder, contents.encoder, model.name)
        return cls(folder, contents, model, engine)

    @property
    def encoder(self) -> Encoder:
        """The encoder that the index was made with."""
        return self._encoder

    @property
    def searcher(self) -> Searcher:
        """What answers over the index as it is opened: retrieval and reading, part by part."""
        if self._searcher is None:
            self._follow()
            engine = self._remote.engine(self._contents) if self._remote else None
            self._searcher = self._contents.open_searcher(engine)
        return self._searcher

    def add(
        self,
        *sources: str | Path,
        progress: Progress | None = None,
        failed: Failed | None = None,
        loader: Loader | None = None,
    ) -> list[str]:
        """Add files and folders; a file that is there already is replaced. Gives their ids.

        `failed` and `loader` as in `build`; of a file that cannot be read, what is there stays.
        """
        files = find_files(sources)
        unread: list[Path] = []

        def note(file: Path, error: AlineaError) -> None:
            if failed is None:
                raise error
            unread.append(file)
            failed(file, error)

        update.add(self.path, files, self._encoder, progress, note, loader)
        self._take(storage.read(self.path))
        self._follow()
        paths = {path: doc_id for doc_id, (path, _) in self._contents.sources.items()}
        return [paths[str(file.resolve())] for file in files if file not in unread]

    def remove(self, *document_ids: str, purge: bool = False) -> None:
        """Take documents out; no answer comes from them any more.

        With `purge` nothing of them is left on disk either, nor of any removed before: also
        where these were, and the purge did not come to its end.
        AlineaError where another program has the index open and so holds what was removed.
        """
        try:
            update.remove(self.path, document_ids, self._encoder, purge=purge)
        except AlineaError as error:
            if purge and error.code == "no_such_document":
                self.remove(purge=True)
            raise
        if purge:
            self._purge()
        else:
            self._take(storage.read(self.path))
        self._follow()

    def documents(self) -> list[DocumentSummary]:
        """What is in the index, in order of id."""
        return self._contents.summaries()

    def document(self, document_id: str) -> Document:
        """A document with its text and structure."""
        return self._contents.document(self._contents.place(document_id))

    def search(
        self,
        question: str,
        k: int = 10,
        documents: Iterable[str] | None = None,
        unit: str = "paragraph",
        *,
        since: Day | None = None,
        until: Day | None = None,
        reader: bool = False,
    ) -> list[Hit]:
        """The k passages nearest to a question; `unit` is "paragraph" or "section".

        `documents` restricts the search to these ids, `since` and `until` to documents dated
        within these days (a date, or "2021-03-03"), both included. With `reader` the first
        passages are also read, as `ask` does, and ordered by what is found in them: better, and
        slower.
        """
        if unit not in ("paragraph", "section"):
            raise AlineaError("bad_unit", "The unit must be paragraph or section.", usage=True)
        question = _checked(question, k)
        among = select(self._contents, documents, since, until)
        vector = self._encoder.encode_query([question])[0]
        return self.searcher.search(question, vector, k, among, unit, reader=reader)

    def ask(
        self,
        question: str,
        k: int = 3,
        documents: Iterable[str] | None = None,
        min_confidence: float | None = None,
        previous: str | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
        reader: bool = True,
    ) -> Result:
        """The quotes that answer a question, at most k; none where none can be stood behind.

        `min_confidence`, between 0 and 1, replaces the default threshold. `previous` is the
        question before this one, in full: "En in 2018?" is then understood by it. `documents`,
        `since` and `until` restrict the search as in `search`. Without `reader` the answer comes
        from retrieval alone: quicker, and less sure.
        """
        question = _checked(question, k)
        among = select(self._contents, documents, since, until)
        if min_confidence is not None and not 0 <= min_confidence <= 1:
            raise AlineaError(
                "bad_confidence", "The least confidence must lie between 0 and 1.", usage=True
            )
        start = time.perf_counter()
        understood = understand(question, previous)
        if understood and len(understood) > LONGEST_QUESTION:
            understood = None
        full = understood or question
        vector = self._encoder.encode_query([full])[0]
        encoded = (time.perf_counter() - start) * 1000
        result = self.searcher.ask(full, vector, k, among, min_confidence, reader=reader)
        timing = replace(result.timing_ms, encode=round(encoded, 2))
        return replace(result, question=question, understood=understood, timing_ms=timing)

    @property
    def generation(self) -> str | None:
        """Id of what is on disk now; it changes with every write by any process."""
        return storage.generation(self.path)

    @cached_property
    def _remote(self) -> Remote | None:
        """The server that finds candidates, if there is one."""
        if not self._engine:
            return None
        model = self._encoder
        return Remote(self.path, self._engine, model.fingerprint, model.dimension)

    def _follow(self) -> None:
        """Bring the server up to date, if there is one."""
        if self._remote:
            self._remote.follow(self._contents)

    def _purge(self) -> None:
        self._contents.close()
        try:
            update.purge(self.path)
        finally:
            self._take(storage.read(self.path))

    def _take(self, contents: Contents) -> None:
        self._contents = contents
        self._searcher = None  # opened with the first question


def _checked(question: str, k: int) -> str:
    question = " ".join(question.split())
    if not any(char.isalnum() for char in question):
        raise AlineaError(
            "blank_question", "The question is empty: type a question in words.", usage=True
        )
    if len(question) > LONGEST_QUESTION:
        raise AlineaError(
            "long_question",
            f"The question has {len(question)} characters and {LONGEST_QUESTION} is the most: "
            "ask in one or two sentences.",
            usage=True,
        )
    if k < 1:
        raise AlineaError("bad_k", "-k must be 1 or more.", usage=True)
    return question


def _other_encoder(folder: Path, before: str, now: str) -> AlineaError:
    if before == now:
        told = f"another version of {now}: make it anew"
    else:
        told = f"{before}, not with this {now}: name that encoder, or make the index anew"
    return AlineaError(
        "other_encoder", f"The index in {folder} was made with {told} with `qa index SOURCE`."
    )
