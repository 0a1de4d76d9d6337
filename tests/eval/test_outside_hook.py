"""Where the data is named, a test on it that skips is a failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
CONFTEST = "from outside_data import outside_data, pytest_runtest_makereport\n"
TEST = """
import pytest

def test_of_the_data(outside_data):
    pytest.skip("not today")

def test_of_something_else():
    pytest.skip("not here")
"""


@pytest.mark.parametrize(
    ("named", "code", "summary"), [("", 0, "2 skipped"), ("folder", 1, "1 failed, 1 skipped")]
)
def test_a_skip_fails_where_the_data_is_named(tmp_path, named, code, summary):
    (tmp_path / "conftest.py").write_text(CONFTEST, "utf-8")
    (tmp_path / "test_it.py").write_text(TEST, "utf-8")
    variables = os.environ | {"ALINEA_DATA": named, "PYTHONPATH": str(TESTS)}
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        env=variables,
        capture_output=True,
        text=True,
    )
    assert (ran.returncode, summary in ran.stdout) == (code, True), ran.stdout
    assert ("skipped all the same" in ran.stdout) == bool(code)
