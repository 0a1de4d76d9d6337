"""An index on disk: generations written aside, and a manifest that names the one that counts.

    index/manifest.json          format version, encoder, files with sizes and hashes, own hash
    index/generations/<id>/      documents.jsonl and the rows, as .npy

A generation is complete on disk before the manifest names it, in one rename. A crash or a
full disk on the way leaves the manifest, and what it names, as they were. No pickle.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from qa.document import Document
from qa.encoder import Vectors
from qa.errors import AlineaError
from qa.index.encode import texts_digest
from qa.index.serialise import document_from_dict, document_to_dict

FORMAT = 3
_MANIFEST = "manifest.json"
_GENERATIONS = "generations"
_ROWS = ("passages", "sentences", "sections")


@dataclass(frozen=True)
class Contents:
    """All that an index holds: documents, what their files hashed to, and unit rows.

    `sources` maps a document id to the absolute path and the hash of file and sidecar;
    `texts` is the hash of the texts that the rows were made of.
    """

    encoder: str
    fingerprint: str
    floor: float
    documents: list[Document]
    sources: dict[str, tuple[str, str]]
    texts: str
    passages: Vectors
    sentences: Vectors
    sections: Vectors


def exists(folder: Path) -> bool:
    """Whether there is an index in a folder."""
    return (folder / _MANIFEST).is_file()


def generation(folder: Path) -> str | None:
    """Id of the generation that counts now, None without an index: it changes with every write."""
    try:
        return str(json.loads((folder / _MANIFEST).read_text("utf-8"))["generation"])
    except (OSError, ValueError, KeyError):
        return None


@contextlib.contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the index for one writer.

    Raises AlineaError where another holds it already, and for a folder of other things.
    """
    import fcntl

    try:
        _refuse_other_folder(folder)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise AlineaError(
                    "index_busy",
                    f"{folder} is being written by another process: wait until it is done.",
                ) from None
            yield
    except OSError as error:
        raise _not_written(folder, error) from error


def write(folder: Path, contents: Contents) -> None:
    """Write a new generation and make it the one that counts.

    Raises AlineaError where it cannot be written; the index is then as it was.
    """
    name = uuid.uuid4().hex[:12]
    target = folder / _GENERATIONS / name
    try:
        target.mkdir(parents=True)
        files = {"documents.jsonl": _documents_bytes(contents.documents)}
        files |= {f"{rows}.npy": _rows_bytes(getattr(contents, rows)) for rows in _ROWS}
        for file_name, data in files.items():
            _write_whole(target / file_name, data)
        manifest = {
            "format": FORMAT,
            "generation": name,
            "encoder": contents.encoder,
            "fingerprint": contents.fingerprint,
            "floor": contents.floor,
            "sources": contents.sources,
            "texts": contents.texts,
            "files": {n: [len(d), hashlib.sha256(d).hexdigest()] for n, d in files.items()},
        }
        manifest["check"] = _check(manifest)
        aside = folder / f"{_MANIFEST}.{name}"
        _write_whole(aside, json.dumps(manifest, indent=1).encode("utf-8"))
        aside.replace(folder / _MANIFEST)
    except BaseException as error:
        shutil.rmtree(target, ignore_errors=True)
        (folder / f"{_MANIFEST}.{name}").unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _not_written(folder, error) from error
        raise
    _remove_others(folder, keep=name)


def read(folder: Path) -> Contents:
    """What an index holds.

    Raises AlineaError where there is no index, it is of another format, or a file of it
    is missing, cut off or changed.
    """
    for attempt in (1, 2, 3):
        manifest = _read_manifest(folder)
        try:
            return _read_generation(folder, manifest)
        except AlineaError:
            # A writer may have replaced the generation between the two reads.
            if attempt == 3 or generation(folder) == manifest["generation"]:
                raise
    raise AssertionError("unreachable")


def _read_manifest(folder: Path) -> dict[str, Any]:
    if not exists(folder):
        raise AlineaError(
            "no_index", f"There is no index in {folder}: make one with `qa index SOURCE`."
        )
    try:
        manifest: dict[str, Any] = json.loads((folder / _MANIFEST).read_text("utf-8"))
        version = manifest["format"]
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise _broken(folder, _MANIFEST) from error
    if version != FORMAT:
        raise AlineaError(
            "old_index",
            f"The index in {folder} has format {version}, this Alinea reads format {FORMAT}: "
            "make it anew with `qa index SOURCE`.",
        )
    if manifest.pop("check", None) != _check(manifest):
        raise _broken(folder, _MANIFEST)
    return manifest


def _check(manifest: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(manifest, sort_keys=True).encode("utf-8")).hexdigest()


def _read_generation(folder: Path, manifest: dict[str, Any]) -> Contents:
    files: dict[str, bytes] = {}
    try:
        for name, (size, digest) in manifest["files"].items():
            data = (folder / _GENERATIONS / manifest["generation"] / name).read_bytes()
            if len(data) != size or hashlib.sha256(data).hexdigest() != digest:
                raise _broken(folder, name)
            files[name] = data
        rows = {n: np.load(io.BytesIO(files[f"{n}.npy"]), allow_pickle=False) for n in _ROWS}
        lines = files["documents.jsonl"].decode("utf-8").split("\n")
        contents = Contents(
            encoder=manifest["encoder"],
            fingerprint=manifest["fingerprint"],
            floor=float(manifest["floor"]),
            documents=[document_from_dict(json.loads(line)) for line in lines if line],
            sources={name: (path, digest) for name, (path, digest) in manifest["sources"].items()},
            texts=manifest["texts"],
            **rows,
        )
    except OSError as error:
        raise _broken(folder, Path(error.filename or "a file").name) from error
    except (ValueError, KeyError, TypeError) as error:
        raise _broken(folder, _MANIFEST) from error
    if contents.texts != texts_digest(contents.documents):
        raise AlineaError(
            "old_index",
            f"The index in {folder} was made by a version of Alinea that prepared texts "
            "otherwise: make it anew with `qa index SOURCE`.",
        )
    return contents


def _documents_bytes(documents: list[Document]) -> bytes:
    rows = (json.dumps(document_to_dict(d), separators=(",", ":")) for d in documents)
    return "".join(f"{row}\n" for row in rows).encode("utf-8")


def _rows_bytes(rows: Vectors) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, rows, allow_pickle=False)
    return buffer.getvalue()


def _refuse_other_folder(folder: Path) -> None:
    """A folder that holds anything else is not ours to write in, or to clear."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        ours = path.name == _GENERATIONS or path.name.startswith((_MANIFEST, "."))
        if not ours:
            raise AlineaError(
                "not_an_index",
                f"{folder} holds other things than an index ({path.name}): name a new folder.",
            )


def _write_whole(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _remove_others(folder: Path, keep: str) -> None:
    for path in (folder / _GENERATIONS).iterdir():
        if path.name != keep:
            shutil.rmtree(path, ignore_errors=True)
    for path in folder.glob(f"{_MANIFEST}.*"):
        path.unlink(missing_ok=True)


def _broken(folder: Path, name: str) -> AlineaError:
    return AlineaError(
        "broken_index",
        f"The index in {folder} is damaged ({name}): make it anew with `qa index SOURCE`.",
    )


def _not_written(folder: Path, error: OSError) -> AlineaError:
    reason = (error.strerror or str(error)).lower()
    return AlineaError(
        "index_not_written",
        f"The index in {folder} could not be written ({reason}); what was there is unchanged.",
    )
