"""The process that changes the index for a job: `python -m qa.serve.worker INDEX JOB`.

It tells how far it is in lines of JSON, and ends at once when its service does.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import threading
from pathlib import Path
from typing import Any

from qa.disk import not_written, write_whole
from qa.errors import AlineaError
from qa.index import Index, storage
from qa.serve.uploads import Folders, restore
from qa.uploads import safe_name

_OWNED = "owned.json"  # ids of documents that were uploaded, with the names of their files
_PATIENCE = 1.0  # seconds between tries while another process writes
_cancelled = threading.Event()


class _CancelError(Exception):
    """Raised from the progress of a job that is to stop."""


def run(index: Path, job: dict[str, Any]) -> None:
    """Do a job, and tell its outcome."""
    folders = Folders.beside(index)
    while True:
        try:
            outcome = (_add if job["kind"] == "add" else _remove)(index, folders, job)
        except _CancelError:
            outcome = {"cancelled": True}
        except AlineaError as error:
            if error.code == "index_busy":
                _cancelled.wait(_PATIENCE)
                continue
            outcome = {"error": {"code": error.code, "message": error.message}}
        except OSError as error:
            told = not_written(folders.root, error)
            outcome = {"error": {"code": told.code, "message": told.message}}
        _tell({"outcome": outcome})
        return


def _add(index: Path, folders: Folders, job: dict[str, Any]) -> dict[str, Any]:
    if _cancelled.is_set():
        raise _CancelError
    incoming = folders.incoming(job["id"])
    failed: dict[str, AlineaError] = {}
    names: list[str] = job["files"]
    try:
        sources = storage.read(index).sources
        _place(incoming, folders, names)
        ids = Index.open(index).add(
            *(folders.documents / name for name in names),
            progress=_progress,
            failed=lambda file, error: failed.update({file.name: error}),
        )
    except (AlineaError, OSError, _CancelError) as error:
        if not (isinstance(error, AlineaError) and error.code == "index_busy"):
            restore(job["id"], names, folders)
        raise
    restore(job["id"], failed, folders)
    added = [name for name in names if name not in failed]
    with contextlib.suppress(OSError):  # the documents are in: `_remove` knows their files too
        _own(folders, dict(zip(ids, added, strict=True)))
    errors = [
        {"file": name, "code": error.code, "message": error.message}
        for name, error in failed.items()
    ]
    files = {doc_id: Path(path) for doc_id, (path, _) in sources.items()}
    return {
        "documents": ids,
        "failed_files": errors,
        "beside": [
            doc_id
            for doc_id, file in files.items()
            if file.parent != folders.documents and safe_name(file.name) in added
        ],
    }


def _place(incoming: Path, folders: Folders, names: list[str]) -> None:
    """Put the files of a job in their place, and keep what they replace."""
    old = incoming / "replaced"
    old.mkdir(parents=True, exist_ok=True)
    folders.documents.mkdir(exist_ok=True)
    for name in names:  # after a crash some are at their place already
        if (incoming / name).exists():
            if (folders.documents / name).exists() and not (old / name).exists():
                os.link(folders.documents / name, old / name)
            (incoming / name).replace(folders.documents / name)


def _remove(index: Path, folders: Folders, job: dict[str, Any]) -> dict[str, Any]:
    ids: list[str] = job["documents"]
    opened = Index.open(index)
    files = {id_: Path(path) for id_, (path, _) in storage.read(index).sources.items()}
    there = [files[doc_id] for doc_id in ids if doc_id in files]
    if there:  # else a crash came after the index was written
        opened.remove(*ids)
    names = [file.name for file in there if file.parent == folders.documents]
    with contextlib.suppress(OSError):  # what is left on the list does no harm
        names += _own(folders, {}, without=ids)
    for name in names:
        (folders.documents / name).unlink(missing_ok=True)
    return {"documents": ids}


def _progress(stage: str, done: int, total: int) -> None:
    if _cancelled.is_set():
        raise _CancelError
    _tell({"progress": [stage, done, total]})


def _own(folders: Folders, more: dict[str, str], without: list[str] | None = None) -> list[str]:
    """Change the list of uploaded documents; the files of those that are no longer on it."""
    path = folders.root / _OWNED
    owned: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    gone = [owned.pop(doc_id) for doc_id in without or [] if doc_id in owned]
    folders.root.mkdir(exist_ok=True)
    write_whole(path, json.dumps(owned | more))
    return gone


def _tell(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def _listen() -> None:
    if sys.stdin.readline():
        _cancelled.set()
        sys.stdin.read()
    os._exit(1)  # the pipe is closed: the service is gone


def main() -> None:
    """Do the job that is named on the command line."""
    index, job_file = map(Path, sys.argv[1:])
    threading.Thread(target=_listen, daemon=True).start()
    job = json.loads(job_file.read_text("utf-8"))
    run(index, job)
    shutil.rmtree(Folders.beside(index).incoming(job["id"]), ignore_errors=True)


if __name__ == "__main__":
    main()
