"""Loading: from files to Documents. A new format is one new file here, and its row in `formats`."""

from __future__ import annotations

import datetime
import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Container
from dataclasses import replace
from pathlib import Path

from qa.document import Document, MetadataField, ParagraphKind
from qa.errors import AlineaError
from qa.load.bibliography import with_whole_entries
from qa.load.formats import LOADERS, kinds
from qa.load.headings import with_headings
from qa.load.metadata import read_metadata, stated_in
from qa.load.questions import link_questions
from qa.load.series_head import series_head, without_span

_SIDECAR_FIELDS = ("title", "date", "sender", "provenance", "language")


def file_sha256(path: Path) -> str:
    """Hash of a file and of the sidecar beside it: it changes when either does."""
    return parts_sha256(*read_parts(path))


def parts_sha256(data: bytes, sidecar: bytes | None) -> str:
    """Hash of a file's bytes and of those of its sidecar, as `file_sha256` gives it."""
    digest = hashlib.sha256(data)
    digest.update(sidecar or b"")
    return digest.hexdigest()


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise AlineaError(
            "unreadable_file",
            f"{path} cannot be read: {(error.strerror or 'unknown error').lower()}.",
        ) from error


def load(path: Path, doc_id: str) -> Document:
    """The Document in a file, with its metadata as read and what its sidecar adds.

    Raises AlineaError where the file cannot be read, is of no known format, or holds
    no paragraph, and where its sidecar is broken.
    """
    return parse(*read_parts(path), path.name, doc_id)


def read_parts(path: Path) -> tuple[bytes, bytes | None]:
    """The bytes of a file, and of the sidecar beside it, if any. Raises AlineaError."""
    sidecar = path.with_suffix(".toml")
    return _read_bytes(path), _read_bytes(sidecar) if sidecar.is_file() else None


def parse(data: bytes, sidecar: bytes | None, name: str, doc_id: str) -> Document:
    """The Document in a file's bytes; `name` is the file's. Raises AlineaError as `load` does.

    Whatever else a damaged file leads a loader to is told of that file too.
    """
    try:
        return _parse(data, sidecar, name, doc_id)
    except AlineaError:
        raise
    except Exception as error:
        raise failing(name, type(error).__name__) from error


def failing(name: str, reason: str) -> AlineaError:
    """The error for a file at which its loader fails in a way that nobody foresaw."""
    return AlineaError(
        "broken_file", f"{name} cannot be read, it fails ({reason}): open it and save it anew."
    )


def _parse(data: bytes, sidecar: bytes | None, name: str, doc_id: str) -> Document:
    suffix = Path(name).suffix.lower()
    loader = LOADERS.get(suffix)
    if loader is None:
        raise AlineaError(
            "unknown_format", f"{name} is of a format that Alinea does not read ({kinds()})."
        )
    document = link_questions(loader(data, name, doc_id, hashlib.sha256(data).hexdigest()))
    fields = _read_sidecar(sidecar, Path(name).with_suffix(".toml").name) if sidecar else {}
    metadata = read_metadata(document)
    head = series_head(document, metadata)
    document = with_headings(document, set(), stated_in(document, metadata), ParagraphKind.BODY)
    document = with_whole_entries(without_span(document, head) if head else document)
    return replace(document, metadata=replace(metadata, **fields))


def _read_sidecar(data: bytes, name: str) -> dict[str, MetadataField]:
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AlineaError("broken_sidecar", f"{name} is not valid TOML: {error}.") from error
    unknown = sorted(set(values) - set(_SIDECAR_FIELDS))
    if unknown:
        raise AlineaError(
            "broken_sidecar",
            f"{name} has {unknown[0]!r}, which is none of {', '.join(_SIDECAR_FIELDS)}.",
        )
    for field, value in values.items():
        if not isinstance(value, str | datetime.date):
            raise AlineaError(
                "broken_sidecar", f"{name} has a {field} that is neither text nor a date."
            )
    return {field: MetadataField(str(value), None, "sidecar") for field, value in values.items()}


def document_id(path: Path, taken: Container[str]) -> str:
    """A short id from the file's name, `-2`, `-3` … after it where it is taken."""
    name = unicodedata.normalize("NFKC", path.stem).lower()
    base = re.sub(r"[^\w.]+", "-", name).strip("-.") or "document"
    number, doc_id = 2, base
    while doc_id in taken:
        doc_id, number = f"{base}-{number}", number + 1
    return doc_id
