"""The web page: ask, read the answer in its paragraph, open the place in the source.

It runs on this machine alone: bound to 127.0.0.1, without usage statistics, and neither
server nor page opens a connection to another host. `launch` starts it.
"""

from __future__ import annotations

import os
import socket
import threading
from pathlib import Path

import click

from qa.errors import AlineaError

ADDRESS = "127.0.0.1"
FIRST_PORT = 8501
SCRIPT = Path(__file__).parent / "run" / "app.py"


def launch(index: str, port: int | None = None, open_browser: bool = True) -> int:
    """Serve the page over an index until stopped; gives the exit code.

    Without a port the first free one from 8501 is taken. Raises AlineaError where the
    port is in use.
    """
    port = _free_port() if port is None else _checked_port(port)
    os.environ["ALINEA_INDEX"] = index
    settings = {
        "server.address": ADDRESS,
        "server.port": port,
        "server.headless": not open_browser,
        "server.showEmailPrompt": False,
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": False,
        "logger.hideWelcomeMessage": True,
        "logger.level": "warning",
    }
    flags = [f"--{name}={str(value).lower()}" for name, value in settings.items()]
    click.echo(f"Alinea is at http://{ADDRESS}:{port} on this machine; Ctrl-C stops it.")
    from streamlit.web.cli import main

    threading.Thread(target=_warm, args=(index,), name="alinea-warm", daemon=True).start()
    try:
        main(["run", *flags, str(SCRIPT)], standalone_mode=False)
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else int(leave.code is not None)
    return 0


def _warm(index: str) -> None:
    from qa.web.page import warm

    warm(index)


def _checked_port(port: int) -> int:
    if not 1 <= port <= 65535:
        raise AlineaError("bad_port", "The port must lie between 1 and 65535.", usage=True)
    if not _is_free(port):
        raise AlineaError(
            "port_in_use", f"Port {port} is in use on this machine: name another with --port."
        )
    return port


def _free_port() -> int:
    for port in range(FIRST_PORT, FIRST_PORT + 100):
        if _is_free(port):
            return port
    raise AlineaError(
        "port_in_use", f"Ports {FIRST_PORT} to {FIRST_PORT + 99} are in use: name one with --port."
    )


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True
