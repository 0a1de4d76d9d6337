"""No library under Alinea reports on its use, or prepares to."""

import os
import subprocess
import sys


def test_a_question_leaves_nothing_in_the_home_folder(letter_index_path, tmp_path):
    """ONNX Runtime would keep an id of the machine there, and what it is about to send."""
    silenced = ("CI", "TF_BUILD", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS")
    environment = {name: value for name, value in os.environ.items() if name not in silenced}
    folders = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    asked = subprocess.run(
        [
            *(sys.executable, "-m", "qa", "ask", "Hoeveel slachtoffers waren man?"),
            *("--index", str(letter_index_path)),
        ],
        env=environment | folders,
        capture_output=True,
        text=True,
    )
    assert asked.returncode == 0, asked.stderr
    assert list(tmp_path.rglob("*")) == []
