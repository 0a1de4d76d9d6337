"""A disk that is full: said in one sentence, nothing lost, and room made is enough to go on."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from small_disk import own_mounts

from qa.index.arrays import write_arrays
from qa.retrieval.nearest import write_cells

FULL = Path("/dev/full")


def test_on_a_disk_that_fills_up_nothing_is_lost(tmp_path):
    mounts = own_mounts()
    if mounts is None:
        pytest.skip("no disk can be mounted here; test_processes limits the size of files")
    script = Path(__file__).with_name("full_disk.py")
    command = [*mounts, sys.executable, script, tmp_path / "trial", "--tries", "2"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=1200)
    said = ran.stdout.splitlines()
    assert said[-1:] == ["10 changes on a full disk, nothing lost"], ran.stdout + ran.stderr
    refused = {line.split(":")[0] for line in said if line.endswith("refused")}
    assert refused == {"add", "remove", "rebuild", "purge", "repair"}


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_files_that_do_not_fit_are_told_of():
    rows = np.random.default_rng(0).random((20_000, 8), dtype=np.float32)
    with pytest.raises(OSError, match="No space left"):
        write_arrays(FULL, {"rows": rows})
    with pytest.raises(OSError, match="No space left"):
        write_cells(FULL, rows)
