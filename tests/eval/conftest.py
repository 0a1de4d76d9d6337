"""Tests on outside data skip without it, and must run where it is named."""

from outside_data import outside_data, pytest_runtest_makereport

__all__ = ["outside_data", "pytest_runtest_makereport"]
