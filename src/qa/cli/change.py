"""Commands that change an index: index, add, remove."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa.cli.options import index_option, progress_bar
from qa.errors import AlineaError

if TYPE_CHECKING:
    from qa.index import Index

_SHOWN = 20  # documents named one by one


class _Failures:
    """Files that could not be read: told at the end, below the progress bar."""

    def __init__(self) -> None:
        self._messages: list[str] = []

    def note(self, file: Path, error: AlineaError) -> None:
        self._messages.append(error.message)

    def exit_code(self) -> int:
        """Print a line for each; 1 if there is any."""
        for message in self._messages:
            click.echo(f"qa: {message}", err=True)
        if self._messages:
            count = len(self._messages)
            click.echo(f"qa: {count} file{'s' if count != 1 else ''} left out.", err=True)
        return int(bool(self._messages))


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--encoder",
    envvar="ALINEA_ENCODER",
    metavar="NAME",
    help="A sentence-transformers name or folder, instead of the encoder that comes along.",
)
@index_option
def index(sources: tuple[str, ...], encoder: str | None, index_path: Path) -> int:
    """Make an index of files and folders, in place of what is there.

    The old index stays whole until the new one is complete. A file that cannot be read is named
    and left out, and the exit code is 1.
    """
    from qa.index import Index

    failures = _Failures()
    with progress_bar() as progress:
        built = Index.build(
            sources, index_path, encoder=encoder, progress=progress, failed=failures.note
        )
    documents = built.documents()
    for document in documents[:_SHOWN]:
        pages = f"{document.page_count or 'no known'} pages"
        click.echo(
            f"{document.id}: {document.paragraph_count} paragraphs, {document.footnote_count} "
            f"footnotes, {pages}{f', read as {document.encoding}' if document.encoding else ''}"
            f"{', its text recognised by ocrmypdf' if document.loader.endswith('+ocr') else ''}"
        )
    count = len(documents)
    click.echo(f"{index_path} holds {count} document{'s' if count != 1 else ''}.")
    _tell_pictures(built, [document.id for document in documents])
    return failures.exit_code()


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--watch",
    is_flag=True,
    help="Go on after that: follow the folders, and take out what is deleted there (Ctrl-C ends).",
)
@index_option
def add(sources: tuple[str, ...], watch: bool, index_path: Path) -> int:
    """Add files and folders; a file that is there already is replaced.

    A file that cannot be read is named and left as it is in the index; the exit code is then 1.
    """
    from qa.index import Index

    opened = Index.open(index_path)
    if watch:
        return _follow(opened, [Path(source) for source in sources])
    failures = _Failures()
    with progress_bar() as progress:
        ids = opened.add(*sources, progress=progress, failed=failures.note)
    click.echo(f"Added to {index_path}: {', '.join(ids)}.")
    _tell_pictures(opened, ids)
    return failures.exit_code()


def _follow(index: Index, folders: list[Path]) -> int:
    """Keep the index as the folders are, telling each change, until Ctrl-C."""
    from qa.index.watch import follow

    def tell(_: Path, error: AlineaError) -> None:
        click.echo(f"qa: {error.message}", err=True)

    click.echo(f"Following {', '.join(map(str, folders))}; Ctrl-C ends it.", err=True)
    try:
        with progress_bar() as progress:
            for change in follow(index, folders, tell, progress):
                if change.added:
                    click.echo(f"Added to {index.path}: {', '.join(change.added)}.")
                if change.removed:
                    click.echo(f"Removed from {index.path}: {', '.join(change.removed)}.")
    except KeyboardInterrupt:
        click.echo("Ended; the index is as the folders were.", err=True)
    return 0


def _tell_pictures(index: Index, ids: Iterable[str]) -> None:
    """Name the pages that are pictures, of which nothing can be found."""
    for doc_id in ids:
        pages = [str(page.page) for page in index.document(doc_id).pages if page.picture]
        if pages:
            click.echo(
                f"qa: {doc_id} has pictures without text on page {', '.join(pages)}: install "
                "ocrmypdf and add it again to find what stands there.",
                err=True,
            )


@click.command()
@click.argument("documents", nargs=-1, metavar="[DOC]...")
@click.option(
    "--purge",
    is_flag=True,
    help="Leave nothing of them in the files of the index, nor of those removed before; DOC "
    "may then be left out. It fails while another program has the index open.",
)
@index_option
def remove(documents: tuple[str, ...], purge: bool, index_path: Path) -> None:
    """Take documents out of the index, named by their id."""
    from qa.index import Index

    if not documents and not purge:
        raise click.UsageError("Name the documents to remove: see `qa list`.")
    Index.open(index_path).remove(*documents, purge=purge)
    if documents:
        click.echo(f"Removed from {index_path}: {', '.join(documents)}.")
    if purge:
        click.echo(f"Nothing of what was removed is left in {index_path}.")
