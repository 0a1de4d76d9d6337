"""Commands that put questions: ask, also many from a file, and search."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.cli.options import date_options, document_option, index_option, json_option, print_json
from qa.describe import place_line
from qa.errors import AlineaError

if TYPE_CHECKING:
    from qa.index import Index
    from qa.result import Result

# Id, question with the one before it, and what is wrong with the row.
_Row = tuple[Any, tuple[str, str | None], AlineaError | None]


@click.command()
@click.argument("question")
@click.option(
    "-k", type=click.IntRange(min=1), default=10, show_default=True, help="The most hits to show."
)
@click.option(
    "--unit",
    type=click.Choice(["paragraph", "section"]),
    default="paragraph",
    show_default=True,
    help="What to search for.",
)
@click.option(
    "--reader/--no-reader",
    default=False,
    show_default=True,
    envvar="ALINEA_READER",
    help="Also read the first ten, and order them by it.",
)
@document_option
@date_options
@index_option
@json_option
def search(
    question: str,
    k: int,
    unit: str,
    reader: bool,
    documents: tuple[str, ...],
    since: str | None,
    until: str | None,
    index_path: Path,
    as_json: bool,
) -> None:
    """Find the passages nearest to a question, without answering it."""
    from qa.index import Index

    hits = Index.open(index_path).search(
        question, k, documents or None, unit, since=since, until=until, reader=reader
    )
    if as_json:
        print_json([hit.to_dict() for hit in hits])
        return
    for number, hit in enumerate(hits, start=1):
        click.echo(f"{number}. {place_line(hit.citation)}")
        text = hit.best_sentence.text if hit.best_sentence else hit.text.split("\n")[0]
        click.echo(f"   {text}\n")


@click.command()
@click.argument("question", required=False)
@click.option(
    "-k",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="The most answers to give; a list counts as one.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    envvar="ALINEA_MIN_CONFIDENCE",
    help="Least confidence of an answer, 0 to 1.  [default: fitted, see qa/confidence.json]",
)
@click.option(
    "--reader/--no-reader",
    default=True,
    show_default=True,
    envvar="ALINEA_READER",
    help="Read the best passages; or answer from retrieval alone: quicker, and less sure.",
)
@click.option(
    "--after",
    "previous",
    metavar="QUESTION",
    help='The question before this one, by which "En in 2015?" is understood.',
)
@click.option(
    "--input",
    "input_file",
    metavar="FILE",
    help='Questions from a file, a line each: {"id": …, "question": …}, and "previous" where one '
    "takes up another; - is standard input. Prints a line of JSON for each.",
)
@document_option
@date_options
@index_option
@json_option
def ask(
    question: str | None,
    k: int,
    min_confidence: float | None,
    reader: bool,
    previous: str | None,
    input_file: str | None,
    documents: tuple[str, ...],
    since: str | None,
    until: str | None,
    index_path: Path,
    as_json: bool,
) -> int:
    """Answer a question with a quote and where it stands, or say that there is no answer."""
    from qa.index import Index
    from qa.index.selection import check_period

    if (question is None) == (input_file is None):
        raise click.UsageError("Give a question, or --input with a file of questions.")
    if previous is not None and input_file is not None:
        raise click.UsageError('In a file each row has its own "previous": leave out --after.')

    def put(index: Index, text: str, before: str | None) -> Result:
        return index.ask(
            text,
            k,
            documents or None,
            min_confidence,
            before,
            since=since,
            until=until,
            reader=reader,
        )

    if question is not None:
        result = put(Index.open(index_path), question, previous)
        if as_json:
            print_json(result.to_dict())
        else:
            _print_result(result)
        return 0
    opened = Index.open(index_path)
    check_period(since, until)  # what is wrong for every row is said once
    for document in documents:
        opened.document(document)
    failed = False
    for row_id, row, error in _rows(str(input_file)):
        try:
            if error:
                raise error
            print_json(put(opened, *row).to_dict() | {"id": row_id})
        except AlineaError as wrong:
            failed = True
            print_json({"id": row_id, "error": {"code": wrong.code, "message": wrong.message}})
    return 1 if failed else 0


def _rows(file_name: str) -> Iterator[_Row]:
    """Id, question with the one before it, and what is wrong, for each line not blank."""
    try:
        with click.open_file(file_name, "rb") as lines:
            yield from _parse(lines)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise AlineaError("unreadable_file", f"{file_name} cannot be read: {reason}.") from error


def _parse(lines: Iterable[bytes]) -> Iterator[_Row]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except UnicodeDecodeError:
            message = f"Line {number} is not text in UTF-8: save the file as UTF-8."
            yield None, ("", None), AlineaError("bad_row", message)
            continue
        except (ValueError, RecursionError):
            row = None
        row_id = row.get("id") if isinstance(row, dict) else None
        if not (isinstance(row, dict) and isinstance(row.get("question"), str)):
            message = f'Line {number} is not of the form {{"id": …, "question": "…"}}.'
            yield row_id, ("", None), AlineaError("bad_row", message)
        elif not isinstance(row.get("previous"), str | None):
            message = f'Line {number}: "previous" must be a question in words, or null.'
            yield row_id, ("", None), AlineaError("bad_row", message)
        else:
            yield row_id, (row["question"], row.get("previous")), None


def _print_result(result: Result) -> None:
    if result.understood:
        click.echo(f"Understood as: {result.understood}\n")
    if not result.answered:
        click.echo(f"Not in these documents. (confidence {result.confidence:.2f})")
        click.echo("\nNearest passages, which are no answer:")
        for hit in result.passages:
            text = hit.best_sentence.text if hit.best_sentence else hit.text
            click.echo(f"  - {place_line(hit.citation)}\n    {text}")
        return
    for number, answer in enumerate(result.answers, start=1):
        click.echo(f"{number}. {answer.text}")
        click.echo(
            f"   {place_line(answer.citation, answer.pages, answer.lines)}"
            f" (confidence {answer.confidence:.2f})"
        )
        for note in answer.citation.footnotes:
            click.echo(f"   note {note.marker}: {note.text}")
        click.echo()
