"""The process that changes the index for a job: `python -m qa.serve.worker INDEX JOB`.

It tells how far it is in lines of JSON, and ends at once when its service does.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
from pathlib import Path
from typing import Any

from qa.errors import AlineaError
from qa.index import Index
from qa.serve.uploads import Folders, restore

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
        _tell({"outcome": outcome})
        return


def _add(index: Path, folders: Folders, job: dict[str, Any]) -> dict[str, Any]:
    if _cancelled.is_set():
        raise _CancelError
    incoming = folders.incoming(job["id"])
    failed: dict[str, AlineaError] = {}
    names: list[str] = job["files"]
    old = incoming / "replaced"
    old.mkdir(exist_ok=True)
    folders.documents.mkdir(exist_ok=True)
    for name in names:  # after a crash some are at their place already
        if (incoming / name).exists():
            if (folders.documents / name).exists() and not (old / name).exists():
                os.link(folders.documents / name, old / name)
            (incoming / name).replace(folders.documents / name)
    try:
        ids = Index.open(index).add(
            *(folders.documents / name for name in names),
            progress=_progress,
            failed=lambda file, error: failed.update({file.name: error}),
        )
    except (AlineaError, _CancelError) as error:
        if not (isinstance(error, AlineaError) and error.code == "index_busy"):
            restore(job["id"], names, folders)
        raise
    restore(job["id"], failed, folders)
    added = [name for name in names if name not in failed]
    _own(folders, dict(zip(ids, added, strict=True)))
    errors = [
        {"file": name, "code": error.code, "message": error.message}
        for name, error in failed.items()
    ]
    return {"documents": ids, "failed_files": errors}


def _remove(index: Path, folders: Folders, job: dict[str, Any]) -> dict[str, Any]:
    ids: list[str] = job["documents"]
    opened = Index.open(index)
    there = {document.id for document in opened.documents()}
    if there & set(ids):  # else a crash came after the index was written
        opened.remove(*ids)
    for name in _own(folders, {}, without=ids):
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
    aside = path.with_suffix(".new")
    folders.root.mkdir(exist_ok=True)
    aside.write_text(json.dumps(owned | more), "utf-8")
    aside.replace(path)
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
