"""Starting the page: its address, its settings, and what can go wrong."""

import os
import socket
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from qa.errors import AlineaError
from qa.web import SCRIPT, launch

REPOSITORY = Path(__file__).parent.parent.parent


def test_a_port_in_use_gets_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(AlineaError) as caught:
            launch("index/", port=port, open_browser=False)
    assert (
        caught.value.message == f"Port {port} is in use on this machine: name another with --port."
    )


def test_a_port_that_is_none_is_wrong_use() -> None:
    with pytest.raises(AlineaError) as caught:
        launch("index/", port=70000, open_browser=False)
    assert caught.value.usage


@pytest.mark.parametrize("script", [SCRIPT, REPOSITORY / "app.py"])
def test_the_settings_beside_the_script_keep_it_on_this_machine(script: Path) -> None:
    settings = tomllib.loads((script.parent / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["server"]["showEmailPrompt"] is False
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["toolbarMode"] == "minimal"
    assert settings["logger"]["hideWelcomeMessage"] is True
    assert settings["global"]["disableWidgetStateDuplicationWarning"] is True


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="sockets are read from /proc")
def test_streamlit_run_alone_listens_on_this_machine_only(
    letter_index_path: Path, tmp_path: Path
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    script = str(REPOSITORY / "app.py")
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}"],
        cwd=tmp_path,
        env=os.environ | {"HOME": str(tmp_path), "ALINEA_INDEX": str(letter_index_path)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 60
        while not (listening := listeners(port)) and time.monotonic() < deadline:
            time.sleep(0.2)
    finally:
        server.terminate()
        server.wait(20)
    assert listening == {f"0100007F:{port:04X}"}


def listeners(port: int) -> set[str]:
    """Local addresses, in hexadecimal, that anything listens on at a port."""
    rows = [
        row.split()
        for table in ("tcp", "tcp6")
        if (path := Path("/proc/net") / table).exists()
        for row in path.read_text().splitlines()[1:]
    ]
    return {row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{port:04X}")}
