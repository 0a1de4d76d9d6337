"""Files on their way into an index: each with the id that it gets, read in order."""

from __future__ import annotations

import contextlib
from collections import ChainMap, deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from qa.index.contents import Contents
from qa.load import document_id
from qa.load.formats import VERSIONS
from qa.load.many import Loaded, Loader, Outcome, Wanted, load_file, load_many

Sources = dict[str, tuple[str, str]]
"""Of each document's id the path of its file and the hash that `Loaded` tells."""


def as_read_now(contents: Contents) -> Sources:
    """The sources; without a hash, so that they are read again, those that a loader before read."""
    loaders = {summary.id: summary.loader for summary in contents.summaries()}
    return {
        doc_id: (path, digest if loaders.get(doc_id) in VERSIONS else "")
        for doc_id, (path, digest) in contents.sources.items()
    }


def read_files(
    files: Iterable[Path], sources: Sources, loader: Loader | None = None
) -> Generator[tuple[str, str, Outcome], None, None]:
    """The id, the path and the outcome of each file, in order.

    `sources` is what is there; who takes a document in adds it before asking for the next.
    """
    ids = {path: doc_id for doc_id, (path, _) in sources.items()}
    ahead: deque[tuple[str, Wanted]] = deque()
    expected: Sources = {}  # files ahead are given their ids as if all before them can be read

    def wanted() -> Iterator[Wanted]:
        for file in files:
            path = str(file.resolve())
            doc_id = ids.get(path) or document_id(file, ChainMap(sources, expected))
            known = sources[doc_id][1] if path in ids else None
            ahead.append((path, Wanted(file, doc_id, known)))
            expected[doc_id] = (path, "")
            yield ahead[-1][1]

    with contextlib.closing((loader or load_many)(wanted())) as outcomes:
        for outcome in outcomes:
            path, file = ahead.popleft()
            del expected[file.doc_id]
            doc_id = ids.get(path) or document_id(file.path, sources)
            right = doc_id == file.doc_id or not isinstance(outcome, Loaded)
            yield doc_id, path, outcome if right else load_file(replace(file, doc_id=doc_id))
