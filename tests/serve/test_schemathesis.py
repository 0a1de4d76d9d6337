"""schemathesis calls every path with what the OpenAPI allows, and with what it does not."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def test_schemathesis_finds_nothing(serve):
    server = serve("--rate", "1000000")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli"),
            f"--config-file={HERE / 'schemathesis.toml'}",
            "run",
            f"{server.client.base_url}openapi.json",
            "--max-examples=5",
            "--phases=examples,coverage,fuzzing",
            "--generation-deterministic",
            "--no-color",
        ],
        cwd=server.folder,
        env=os.environ | {"SCHEMATHESIS_HOOKS": "schemathesis_hooks", "PYTHONPATH": str(HERE)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "16 selected / 16 total" in done.stdout
    assert "Traceback" not in server.log.read_text()
    assert '"status": 500' not in server.log.read_text()
