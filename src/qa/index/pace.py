"""How far encoding is in time: the texts that are left take longer than those done."""

from __future__ import annotations

# Short texts are encoded first, so those left take longer than those done; the few longest, which
# come last, as long as a part of all. As measured on letters, reports and manuals.
_LEFT_TAKES = 3.0
_LONGEST_TAKE = 0.25
_ENOUGH = 0.05  # of the work must be done before its pace tells anything


def encoded_share(done: int, total: int) -> float:
    """The part of the time of encoding that has passed, 0 to 1, with so many texts done."""
    share = min(done / total, 1.0)
    if share == 1:
        return share
    return share / (share + (1 - share) * _LEFT_TAKES + _LONGEST_TAKE)


def seconds_left(seconds: float, share: float, done: int, total: int) -> float | None:
    """Seconds that the rest takes, after so many for a share of the time.

    None as long as too little is done to tell.
    """
    if not total or done / total < _ENOUGH or not share:
        return None
    return seconds * (1 / share - 1)
