"""What a follow-up comes to where it cannot be put into the question before it."""

from __future__ import annotations


class StandsAloneError(Exception):
    """A phrase cannot be put in its place as it is: the question is asked as it stands."""


class SideBySideError(Exception):
    """A phrase has no place that is certain: both questions are put, side by side."""
