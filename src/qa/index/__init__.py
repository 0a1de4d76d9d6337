"""The index: documents made searchable, on disk, and the questions put to them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from qa.answer import Searcher
from qa.document import Document
from qa.encoder import Encoder, get_encoder
from qa.errors import AlineaError
from qa.followup import understand
from qa.index import storage, update
from qa.index.asked import LONGEST_QUESTION, as_written, check_question
from qa.index.contents import Contents
from qa.index.encode import Progress
from qa.index.made_with import by_name, other_encoder
from qa.index.named import Source, each_id, each_source
from qa.index.opened import Newest
from qa.index.selection import Day, select
from qa.index.summary import DocumentSummary
from qa.index.update import Failed
from qa.load.find import find_files
from qa.load.many import Loader
from qa.question import last_question
from qa.result import Hit, Result

__all__ = ["LONGEST_QUESTION", "DocumentSummary", "Index"]


class Index:
    """An index on disk, opened for searching; `add` and `remove` change it there and here.

    What another process or thread changes is seen by the next question. Threads may share it.
    Raises AlineaError, with one sentence for the user, wherever something can go wrong.
    """

    def __init__(
        self,
        path: str | Path,
        contents: Contents,
        encoder: Encoder,
        engine: str | None = None,
        *,
        pinned: bool = False,
    ) -> None:
        """Use `Index.build` or `Index.open`."""
        engine = os.environ.get("ALINEA_ENGINE") if engine is None else engine
        self.path = Path(path)
        self._encoder = encoder
        self._newest = Newest(self.path, contents, encoder, engine, pinned)

    @classmethod
    def build(
        cls,
        sources: Iterable[Source] | Source,
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
        or object, or any object with `encode_query` and `encode_document`. The old index stays
        whole until the new one is. With `failed`, a file that cannot be read, or is not there, is
        told to it and left out; without, it is an error. `engine` as in `open`. `loader` reads
        the files: None for this machine, with several processes where there are many; a
        `qa.load.ray.RayLoader` for those of a Ray cluster.
        """
        model = get_encoder(encoder)
        files = find_files(each_source([sources]), failed)
        if not files:
            raise AlineaError(
                "no_documents", "No file is named to make an index of: see whether there are any."
            )
        folder = Path(path)
        update.build(folder, files, model, progress, failed, loader)
        index = cls(folder, storage.read(folder), model, engine)
        index._newest.now().follow()
        return index

    @classmethod
    def open(
        cls,
        path: str | Path,
        encoder: object = None,
        *,
        engine: str | None = None,
        pinned: bool = False,
    ) -> Index:
        """Open an index; `encoder` must be the one that it was made with.

        `engine` is the address of a Milvus that finds candidates, "http://host:19530"; None is
        what ALINEA_ENGINE says, and "" or nothing said is this machine. The server is asked with
        the first question, and brought up to date then, and with every change. With `pinned`
        questions go on being put to the index as it is now, whatever others change.
        """
        folder = Path(path)
        contents = storage.read(folder)
        own = contents.own_encoder
        if encoder is None:
            model = by_name(folder, contents.encoder, own=own)
        else:
            model = get_encoder(encoder)
        if model.fingerprint != contents.fingerprint:
            raise other_encoder(folder, contents.encoder, model, own=own)
        return cls(folder, contents, model, engine, pinned=pinned)

    @property
    def encoder(self) -> Encoder:
        """The encoder that the index was made with."""
        return self._encoder

    @property
    def searcher(self) -> Searcher:
        """What answers over the index as it is now: retrieval and reading, part by part."""
        return self._newest.now().searcher

    def add(
        self,
        *sources: Source | Iterable[Source],
        progress: Progress | None = None,
        failed: Failed | None = None,
        loader: Loader | None = None,
    ) -> list[str]:
        """Add files and folders, also lists of them; a file that is there already is replaced.

        Gives their ids. `failed` and `loader` as in `build`; of a file that cannot be read, what
        is there stays.
        """
        files = find_files(each_source(sources), failed)
        ids = update.add(self.path, files, self._encoder, progress, failed, loader)
        self._newest.take().follow()
        return ids

    def remove(self, *document_ids: str | Iterable[str], purge: bool = False) -> None:
        """Take documents out, named by id, or in lists; no answer comes from them any more.

        With `purge` nothing of them is left on disk either, nor of any removed before: also
        where these were, and the purge did not come to its end.
        AlineaError where another program has the index open and so holds what was removed.
        """
        try:
            update.remove(self.path, each_id(document_ids), self._encoder, purge=purge)
        except AlineaError as error:
            if purge and error.code == "no_such_document":
                self.remove(purge=True)
            raise
        opened = self._newest.purge() if purge else self._newest.take()
        opened.follow()

    def documents(self) -> list[DocumentSummary]:
        """What is in the index, in order of id."""
        return self._newest.now().contents.summaries()

    def document(self, document_id: str) -> Document:
        """A document with its text and structure."""
        contents = self._newest.now().contents
        return contents.document(contents.place(document_id))

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
        question = check_question(question, k)
        opened = self._newest.now()
        among = select(opened.contents, documents, since, until)
        vector = self._encoder.encode_query([question])[0]
        return opened.searcher.search(question, vector, k, among, unit, reader=reader)

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
        question = check_question(question, k, min_confidence, previous)
        opened = self._newest.now()
        among = select(opened.contents, documents, since, until)
        start = time.perf_counter()
        understood = understand(question, previous and as_written(previous))
        if understood and len(understood) > LONGEST_QUESTION:
            understood = None
        full = understood or question
        vector = self._encoder.encode_query([full])[0]
        encoded = (time.perf_counter() - start) * 1000
        read = last_question(understood) if understood else None
        result = opened.searcher.ask(
            full, vector, k, among, min_confidence, reader=reader, read=read
        )
        timing = replace(result.timing_ms, encode=round(encoded, 2))
        return replace(result, question=question, understood=understood, timing_ms=timing)

    @property
    def generation(self) -> str | None:
        """Id of what is on disk now; it changes with every write by any process."""
        return storage.generation(self.path)
