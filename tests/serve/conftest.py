"""A service in a process of its own, called over TCP."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import httpx
import pytest


class Server:
    """`qa serve` as anyone would start it."""

    def __init__(self, folder, *options):
        self.folder, self.options = folder, options
        self.index = folder / "index"
        self.log = folder / "log"

    def start(self):
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "qa", "serve"),
                    *("--index", str(self.index), "--port=0", *self.options),
                ],
                cwd=self.folder,
                env=os.environ | {"OMP_WAIT_POLICY": "passive"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        address = self.process.stdout.readline()
        assert re.fullmatch(r"http://[\d.]+:\d+/v1/\n", address), self.log.read_text()
        url = address.strip().replace("0.0.0.0", "127.0.0.1")
        self.client = httpx.Client(base_url=url, timeout=60, trust_env=False)
        return self

    def stop(self, how=signal.SIGTERM):
        self.client.close()
        self.process.send_signal(how)
        self.process.wait(30)

    def ended(self, job_id):
        """The job once it has ended."""
        for _ in range(600):
            job = self.client.get(f"jobs/{job_id}").json()
            if job["ended"]:
                return job
            time.sleep(0.1)
        raise AssertionError(job)

    def upload(self, *files):
        return self.client.post("documents", files=[("files", file) for file in files])


@pytest.fixture
def serve(letter_index_path, tmp_path):
    """Starts services, each on a copy of the letter's index."""
    with contextlib.ExitStack() as stack:

        def start(*options, folder=tmp_path, log=None):
            if not (folder / "index").exists():
                shutil.copytree(letter_index_path, folder / "index")
            server = Server(folder, *options)
            server.log = log or server.log
            server.start()
            stack.callback(lambda: server.process.poll() is None and server.stop())
            return server

        yield start
