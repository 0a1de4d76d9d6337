"""The job table: what is to be done to the index, one job after another, in a process."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Literal, TextIO

from qa.disk import not_written, write_whole
from qa.errors import AlineaError
from qa.index.pace import encoded_share, seconds_left
from qa.serve.errors import TooBusyError
from qa.serve.schemas import Error, Job, new_job, now
from qa.serve.uploads import Folders, keep, restore

_KEPT = 200  # ended jobs that can still be asked for
_RETRY = 30.0


class Jobs:
    """Jobs on one index. They are on disk too, so that a service that died takes them up again.

    `changed` is called when a job has changed the index, before the job counts as done.
    """

    def __init__(self, index: Path, changed: Callable[[], None], waiting: int) -> None:
        self._index, self._changed, self._waiting = index, changed, waiting
        self.folders = Folders.beside(index)
        self._lock = threading.Condition()
        self._worker: subprocess.Popen[str] | None = None
        self._cancel: set[str] = set()
        self._closed = False
        self._jobs: dict[str, Job] = {}
        self._thread: threading.Thread | None = None
        self._held: TextIO | None = None
        if self.folders.root.exists():
            with contextlib.suppress(AlineaError):  # told to who wants to change the index
                self._hold()

    def add(self, files: list[tuple[str, BinaryIO]]) -> Job:
        """Queue the adding of uploaded files; AlineaError where one is not fit, or not kept."""
        self._check_room()
        job = new_job("add")
        incoming = self.folders.incoming(job.id)
        try:
            job.files = keep(files, incoming)
        except OSError as error:
            raise not_written(incoming, error) from error
        return self._put(job)

    def remove(self, document_id: str) -> Job:
        """Queue the removal of a document."""
        self._check_room()
        job = new_job("remove")
        job.documents = [document_id]
        return self._put(job)

    def job(self, job_id: str) -> Job:
        """How far a job is; AlineaError where there is none with this id."""
        with self._lock:
            if job_id not in self._jobs:
                raise AlineaError("no_such_job", f"There is no job {job_id!r}.")
            return self._jobs[job_id].model_copy()

    def all(self) -> list[Job]:
        """All jobs that are known, the newest first."""
        with self._lock:
            return [job.model_copy() for job in reversed(self._jobs.values())]

    def cancel(self, job_id: str) -> Job:
        """Stop a job: at once where it is queued, at its next step where it runs."""
        job = self.job(job_id)
        with self._lock:
            job = self._jobs[job_id]
            if job.ended:
                raise AlineaError("job_ended", f"Job {job_id} has ended already: {job.state}.")
            if job.state == "queued":
                self._end(job, "cancelled")
                shutil.rmtree(self.folders.incoming(job.id), ignore_errors=True)
            else:
                self._cancel.add(job_id)
                self._tell_worker()
            return job.model_copy()

    def count(self) -> dict[str, int]:
        """How many jobs there are in each state."""
        states = dict.fromkeys(("queued", "running", "done", "failed", "cancelled"), 0)
        with self._lock:
            return states | Counter(job.state for job in self._jobs.values())

    def close(self) -> None:
        """Stop working; what is not done is taken up again by the next service."""
        with self._lock:
            self._closed = True
            self._lock.notify_all()
            if self._worker:
                self._worker.kill()
        if self._thread:
            self._thread.join()
        if self._held:
            self._held.close()

    def _hold(self) -> None:
        """Become the service that changes the index, and take up what the last one left."""
        with self._lock:
            if self._held is None:
                self._held = self.folders.hold()
                self._jobs = self._read()
                if self._next() is not None:
                    self._start()

    def _check_room(self) -> None:
        self._hold()
        if self.count()["queued"] >= self._waiting:
            raise TooBusyError("too_busy", "Too many jobs are waiting: try again later.", _RETRY)

    def _put(self, job: Job) -> Job:
        with self._lock:
            try:
                self._save(job)
            except OSError as error:
                shutil.rmtree(self.folders.incoming(job.id), ignore_errors=True)
                raise not_written(self._file(job), error) from error
            self._jobs[job.id] = job
            self._start()
            self._lock.notify_all()
            return job.model_copy()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="alinea-jobs", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:
            with self._lock:
                self._lock.wait_for(lambda: self._closed or self._next() is not None)
                job = self._next()
                if self._closed or job is None:
                    return
                job.state = "running"
            outcome = self._run(job)
            if outcome is None and not self._closed:
                outcome = self._run(job)  # it finds done what the one that died had done
            if not self._closed:
                self._take(job, outcome)

    def _next(self) -> Job | None:
        return next((job for job in self._jobs.values() if job.state == "queued"), None)

    def _run(self, job: Job) -> dict[str, object] | None:
        """The worker's last word, None where it died without one."""
        command = [sys.executable, "-m", "qa.serve.worker", str(self._index), str(self._file(job))]
        worker = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        with self._lock:
            self._worker = worker
            if job.id in self._cancel:
                self._tell_worker()
        outcome: dict[str, object] | None = None
        began = time.monotonic()
        assert worker.stdout
        for line in worker.stdout:
            message = json.loads(line)
            outcome = message.get("outcome", outcome)
            if "progress" in message:
                stage, done, total = message["progress"]
                if stage != job.stage:
                    began = time.monotonic()
                self._step(job, stage, done, total, time.monotonic() - began)
        worker.wait()
        with self._lock:
            self._worker = None
        return outcome

    def _step(self, job: Job, stage: str, done: int, total: int, seconds: float) -> None:
        with self._lock:
            job.stage = stage
            if stage == "encode" and total:
                job.progress = encoded_share(done, total)
                left = seconds_left(seconds, job.progress, done, total)
                job.seconds_left = None if left is None else round(left, 1)

    def _take(self, job: Job, outcome: dict[str, object] | None) -> None:
        """End a job as its worker says, or for want of a word from two of them."""
        if outcome is None:
            restore(job.id, job.files, self.folders)
            message = "The work ended before its time, perhaps for want of memory: try again."
            outcome = {"error": {"code": "worker_ended", "message": message}}
        if "documents" in outcome:
            with contextlib.suppress(AlineaError):  # requests will say what is wrong with it
                self._changed()
        shutil.rmtree(self.folders.incoming(job.id), ignore_errors=True)
        with self._lock:
            if "error" in outcome:
                job.error = Error.model_validate(outcome["error"])
                self._end(job, "failed")
            elif "cancelled" in outcome:
                self._end(job, "cancelled")
            else:
                done = Job.model_validate(job.model_dump() | outcome)
                job.documents, job.failed_files = done.documents, done.failed_files
                job.beside = done.beside
                job.progress = 1.0
                self._end(job, "done")

    def _end(self, job: Job, state: Literal["done", "failed", "cancelled"]) -> None:
        job.state, job.ended, job.seconds_left = state, now(), None
        self._cancel.discard(job.id)
        with contextlib.suppress(OSError):  # else a service after this one looks at it once more
            self._save(job)
        ended = [known for known in self._jobs.values() if known.ended]
        for old in ended[:-_KEPT]:
            del self._jobs[old.id]
            self._file(old).unlink(missing_ok=True)

    def _tell_worker(self) -> None:
        if self._worker and self._worker.stdin:
            with contextlib.suppress(OSError):  # it has ended just now
                self._worker.stdin.write("cancel\n")
                self._worker.stdin.flush()

    def _file(self, job: Job) -> Path:
        return self.folders.jobs / f"{job.id}.json"

    def _save(self, job: Job) -> None:
        self.folders.jobs.mkdir(parents=True, exist_ok=True)
        write_whole(self._file(job), job.model_dump_json())

    def _read(self) -> dict[str, Job]:
        files = self.folders.jobs.glob("*.json")
        jobs = [Job.model_validate_json(file.read_text("utf-8")) for file in files]
        jobs.sort(key=lambda job: job.created)
        for folder in self.folders.incoming("*").parent.glob("*"):
            if folder.name not in {job.id for job in jobs if not job.ended}:
                shutil.rmtree(folder, ignore_errors=True)  # its upload was cut off
        return {job.id: job for job in jobs}
