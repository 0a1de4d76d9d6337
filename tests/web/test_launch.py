"""Starting the page: its address, its settings, and what can go wrong."""

import socket
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
