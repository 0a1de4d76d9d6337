"""The documents that a question is restricted to: by their ids, by their dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from qa.errors import AlineaError
from qa.index.contents import Contents
from qa.index.named import each_id

Day = date | str


def select(
    contents: Contents,
    ids: Iterable[str] | str | None,
    since: Day | None,
    until: Day | None,
) -> list[int] | None:
    """Numbers of the documents with these ids that are dated in a period; None: no restriction.

    Raises AlineaError for an id that is not there and a period that is none.
    """
    period = check_period(since, until)
    if ids is None and period is None:
        return None
    if ids is None:
        chosen = list(range(len(contents.versions)))
    else:
        chosen = [contents.place(name) for name in each_id([ids])]
    return [n for n in chosen if period is None or _within(contents.dates[n], period)]


def check_period(since: Day | None, until: Day | None) -> tuple[date, date] | None:
    """The first and the last day of a period, None without a limit.

    Raises AlineaError for a limit that is no date, or where the first comes after the last.
    """
    if since is None and until is None:
        return None
    first, last = _day(since) or date.min, _day(until) or date.max
    if first > last:
        raise AlineaError(
            "bad_date", f"The first date, {first}, comes after the last, {last}.", usage=True
        )
    return first, last


def _day(day: Day | None) -> date | None:
    if isinstance(day, datetime):
        return day.date()
    if day is None or isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError) as error:
        raise AlineaError(
            "bad_date", f"{day!r} is not a date: write it as 2021-03-03.", usage=True
        ) from error


def _within(day: str | None, period: tuple[date, date]) -> bool:
    """Whether a document is dated in a period; one without a date, or only a year, is not."""
    try:
        return day is not None and period[0] <= date.fromisoformat(day) <= period[1]
    except ValueError:  # a sidecar may say "maart 2021"
        return False
