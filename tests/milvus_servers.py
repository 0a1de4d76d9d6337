"""Milvus servers that tests start themselves and speak to over TCP.

The one is milvus-lite 3.2.2, which is Python. The other is the core in C++ of milvus-lite 2.5.1,
from an environment of its own: `make milvus-core` says in MILVUS_CORE which Python that has.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

CORE = os.environ.get("MILVUS_CORE", "")
PROGRAM = shutil.which("milvus-lite", path=str(Path(sys.executable).parent))
# As the package starts it, but in this process, so that who ends this ends the server.
_RUN_CORE = """
import os, sys
from milvus_lite.server import Server
core = Server(sys.argv[1], sys.argv[2])
os.environ["LD_LIBRARY_PATH"] = os.path.dirname(core.milvus_bin)
os.execv(core.milvus_bin, [str(part) for part in core.args])
"""


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def start_server(folder, port):
    """A server that keeps its data in a folder, once it answers."""
    pytest.importorskip("pymilvus", reason="needs pip install 'alinea[milvus]'")
    if CORE:
        command = [CORE, "-c", _RUN_CORE, str(folder / "core.db"), f"127.0.0.1:{port}"]
    elif PROGRAM:
        where = ["--host", "127.0.0.1", "--port", str(port)]
        command = [PROGRAM, "server", "--data-dir", folder, *where]
    else:
        pytest.skip("needs pip install milvus-lite==3.2.2")
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=folder)
    for _ in range(600):
        assert process.poll() is None, (folder / "log").read_text()
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process
        except OSError:
            time.sleep(0.1)
    process.kill()
    raise AssertionError("the server does not answer")
