"""Whether index and installation are sound, and what to do where they are not."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from qa.errors import AlineaError
from qa.index import storage
from qa.index.contents import Contents
from qa.index.repair import find_damage
from qa.index.summary import DocumentSummary
from qa.load import file_sha256
from qa.load.formats import VERSIONS
from qa.settings import FILE, read_settings

_LONG_LOG = 64_000_000  # bytes; SQLite begins to shorten it at 4 million
_QUESTION, _PASSAGE = "Hoe oud is Jan?", "Jan is twaalf jaar oud."


@dataclass(frozen=True, slots=True)
class Finding:
    """Something examined; `problem` says in one sentence what is wrong and what to do."""

    subject: str
    found: str
    problem: str | None = None


def examine_installation(folder: Path) -> Iterator[Finding]:
    """Versions, settings in effect in `folder`, encoder and reader."""
    yield Finding("python", platform.python_version())
    yield from _packages()
    yield from _settings(folder)
    yield _encoder()
    yield _reader()


def _packages() -> Iterator[Finding]:
    wanted = [text for text in requires("alinea") or () if "extra ==" not in text]
    for name in ("alinea", *(re.split(r"[^\w.-]", text)[0] for text in wanted)):
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            yield Finding(
                name,
                "not installed",
                f"The package {name} is missing: install Alinea again with pip.",
            )


def _settings(folder: Path) -> Iterator[Finding]:
    try:
        values = read_settings(folder)
    except AlineaError as error:
        yield Finding("settings", FILE, error.message)
        return
    for name, value in values.items():
        yield Finding(f"setting {name}", f"{value} (from {FILE})")
    for name, value in sorted(os.environ.items()):
        if name.startswith("ALINEA_"):
            yield Finding(f"setting {name}", f"{value} (from the environment)")


def _encoder() -> Finding:
    from qa.encoder import get_encoder

    try:
        encoder = get_encoder()
        row = encoder.encode_query(["Werkt het model?"])[0]
    except AlineaError as error:
        return Finding("encoder", "does not work", error.message)
    return Finding("encoder", f"{encoder.name}, {len(row)} numbers a text, works")


def _reader() -> Finding:
    from qa.reader import load_reader

    try:
        span = load_reader().find(_QUESTION, [_PASSAGE])[0].best.span
    except AlineaError as error:
        return Finding("reader", "does not work", error.message)
    return Finding("reader", "works" if span else "finds nothing")


def examine_index(path: Path) -> Iterator[Finding]:
    """Format, generation and every checksum of an index, and its documents beside their files."""
    try:
        contents = storage.read(path)
    except AlineaError as error:
        yield Finding("index", str(path), error.message)
        return
    yield Finding("index format", str(storage.FORMAT))
    yield Finding("index generation", contents.generation)
    yield Finding("index encoder", contents.encoder)
    yield _log(path / f"{storage.NAME}-wal")
    damage = find_damage(contents)
    for part in damage:
        yield Finding("index file", part, f"{part} is damaged: run `qa doctor --repair`.")
    problems = 0
    try:
        summaries = contents.summaries()
    except AlineaError as error:
        yield Finding("documents", "cannot be listed", None if damage else error.message)
        return
    for document in summaries:
        counts = f"{document.paragraph_count} paragraphs, {document.footnote_count} footnotes"
        problem = _file_problem(contents, document)
        problems += problem is not None
        yield Finding("document", f"{document.id}: {counts}", problem)
    if damage:
        return
    state = "is whole" if not problems else "is whole, its sources are not as they were"
    yield Finding("index", f"{path} {state}")


def _log(path: Path) -> Finding:
    """SQLite's log, which cannot be shortened while a program reads an old state."""
    size = path.stat().st_size if path.is_file() else 0
    problem = (
        f"{path.name} has grown to {size // 1_000_000} MB, as a program holds an old state of the "
        "index open: start that program again, then change the index once more."
    )
    return Finding("index log", f"{size // 1000} kB", problem if size > _LONG_LOG else None)


def _file_problem(contents: Contents, document: DocumentSummary) -> str | None:
    if document.id not in contents.sources:
        return None  # its name is damaged, which is told already
    source, digest = contents.sources[document.id]
    path = Path(source)
    if not path.is_file():
        return (
            f"The file of {document.id} is gone from {path}: put it back, or take the document "
            f"out with `qa remove {document.id}`."
        )
    try:
        same = file_sha256(path) == digest
    except AlineaError as error:
        return error.message
    if not same:
        return f"{path.name} has changed since it was indexed: run `qa add '{path}'`."
    if document.loader not in VERSIONS:
        return (
            f"{path.name} was read by an earlier loader, {document.loader}: "
            f"run `qa add '{path}'` to read it as files are read now."
        )
    return None
