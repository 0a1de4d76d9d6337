"""Files of arrays: rows come back as they were written, and a large file does not fill memory."""

import sys
from pathlib import Path

import numpy as np
import pytest

from qa.index import arrays
from qa.index.arrays import ArrayFile, write_arrays

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what is in memory")


def mapped():
    """MB of files that this process has in memory."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) >> 10 for line in lines if line.startswith("RssFile"))


def test_a_large_file_is_read_over_and_over_within_bounds(tmp_path, monkeypatch):
    monkeypatch.setattr(arrays, "_MOST", 16 << 20)
    rows = np.resize(np.arange(1 << 16, dtype="<u2"), (1 << 18, 256))  # 128 MB
    write_arrays(tmp_path / "a.arrays", {"rows": rows})
    file = ArrayFile(tmp_path / "a.arrays")
    before, most = mapped(), 0
    for _ in range(2):
        for start in range(0, len(rows), 4096):  # each 2 MB
            numbers = np.arange(start, start + 4096)
            taken = file["rows"][numbers] if start % 8192 else file["rows"][start : start + 4096]
            assert np.array_equal(taken, rows[numbers])
            most = max(most, mapped() - before)
    assert 1 < most < 40


def test_a_file_within_bounds_stays_in_memory(tmp_path):
    rows = np.resize(np.arange(1 << 16, dtype="<u2"), (1 << 17, 256))  # 64 MB
    write_arrays(tmp_path / "a.arrays", {"rows": rows})
    file = ArrayFile(tmp_path / "a.arrays")
    before = mapped()
    assert np.array_equal(file.whole("rows"), rows)
    assert mapped() - before > 50
