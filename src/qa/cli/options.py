"""Options that several commands share, and the progress bar."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

_STAGES = {
    "load": "Reading documents",
    "encode": "Encoding text",
    "ask": "Asking questions",
}
_EVERY = 30.0  # seconds between lines where there is no terminal
Command = TypeVar("Command", bound=Callable[..., Any])


def index_option(command: Command) -> Command:
    """`--index DIR`, on every command."""
    return click.option(
        "--index",
        "index_path",
        type=click.Path(path_type=Path, file_okay=False),
        default="index",
        show_default=True,
        envvar="ALINEA_INDEX",
        help="Folder of the index.",
    )(command)


def json_option(command: Command) -> Command:
    """`--json`, wherever a machine may read."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def document_option(command: Command) -> Command:
    """`--document DOC`, which may be repeated."""
    return click.option(
        "--document",
        "documents",
        multiple=True,
        metavar="DOC",
        help="Search only this document; may be repeated.",
    )(command)


def date_options(command: Command) -> Command:
    """`--from` and `--until`, which leave out documents of other dates or of none."""
    until = click.option(
        "--until", metavar="YYYY-MM-DD", help="Search only documents dated on or before this day."
    )
    since = click.option(
        "--from",
        "since",
        metavar="YYYY-MM-DD",
        help="Search only documents dated on or after this day.",
    )
    return since(until(command))


def print_json(value: Any) -> None:  # noqa: ANN401
    """One line of JSON, flushed at once so that a pipe sees it.

    It is escaped where the output cannot hold its characters, half a surrogate pair among them.
    """
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value)
    click.echo(text)


@contextlib.contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error for each stage, with an estimate of the time left.

    Where standard error is no terminal, a line now and then.
    """
    bars: dict[str, Any] = {}  # click gives its bars no public type
    tell = _lines()

    def report(stage: str, done: int, total: int) -> None:
        if not total:
            return
        if not sys.stderr.isatty():
            tell(stage, done, total)
            return
        if stage not in bars:
            bars[stage] = _open_bar(stage, total)
        bars[stage].update(done - bars[stage].pos)
        if done >= total:
            bars[stage].render_finish()

    try:
        yield report
    finally:
        for bar in bars.values():
            if not bar.finished:
                bar.render_finish()


def _lines() -> Callable[[str, int, int], None]:
    """Tells how far a stage is in a line, once half a minute has passed since its begin."""
    told_of, told_at = "", 0.0

    def tell(stage: str, done: int, total: int) -> None:
        nonlocal told_of, told_at
        now = time.monotonic()
        if stage != told_of or not done:
            told_of, told_at = stage, now
        elif now - told_at >= _EVERY:
            told_at = now
            click.echo(f"qa: {_STAGES.get(stage, stage)}: {done} of {total}", err=True)

    return tell


def _open_bar(stage: str, total: int) -> Any:  # noqa: ANN401
    label = f"{_STAGES.get(stage, stage):18}"
    bar = click.progressbar(length=total, label=label, show_eta=True, file=sys.stderr)
    bar.render_progress()
    return bar
