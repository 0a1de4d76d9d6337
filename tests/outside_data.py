"""Tests on the data outside the repository: skipped without it, failed where they must run.

Import both names into a conftest: a test that asks for `outside_data` gets the folder. Where
ALINEA_DATA is set, a skip of such a test, for whatever reason, is a failure.
"""

import os
from pathlib import Path

import pytest

VARIABLE = "ALINEA_DATA"


@pytest.fixture(scope="session")
def outside_data() -> Path:
    """The folder that ALINEA_DATA names."""
    if not os.environ.get(VARIABLE):
        pytest.skip(f"{VARIABLE} is not set: the data outside the repository is not here")
    return Path(os.environ[VARIABLE])


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item):
    outcome = yield
    report = outcome.get_result()
    asks = "outside_data" in getattr(item, "fixturenames", ())
    if asks and report.skipped and os.environ.get(VARIABLE):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{VARIABLE} is set, and this test was skipped all the same: {reason}"
