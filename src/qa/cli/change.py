"""Commands that change an index: index, add, remove."""

from __future__ import annotations

from pathlib import Path

import click

from qa.cli.options import index_option, progress_bar

_SHOWN = 20  # documents named one by one


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--encoder",
    envvar="ALINEA_ENCODER",
    metavar="NAME",
    help="A sentence-transformers name or folder, instead of the encoder that comes along.",
)
@index_option
def index(sources: tuple[str, ...], encoder: str | None, index_path: Path) -> None:
    """Make an index of files and folders, in place of what is there.

    The old index stays whole until the new one is complete.
    """
    from qa.index import Index

    with progress_bar() as progress:
        built = Index.build(sources, index_path, encoder=encoder, progress=progress)
    documents = built.documents()
    for document in documents[:_SHOWN]:
        click.echo(
            f"{document.id}: {document.paragraph_count} paragraphs, {document.footnote_count} "
            f"footnotes, {document.page_count or 'no known'} pages, read as {document.encoding}"
        )
    count = len(documents)
    click.echo(f"{index_path} holds {count} document{'s' if count != 1 else ''}.")


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@index_option
def add(sources: tuple[str, ...], index_path: Path) -> None:
    """Add files and folders; a file that is there already is replaced."""
    from qa.index import Index

    opened = Index.open(index_path)
    with progress_bar() as progress:
        ids = opened.add(*sources, progress=progress)
    click.echo(f"Added to {index_path}: {', '.join(ids)}.")


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOC...")
@index_option
def remove(documents: tuple[str, ...], index_path: Path) -> None:
    """Take documents out of the index, named by their id."""
    from qa.index import Index

    Index.open(index_path).remove(*documents)
    click.echo(f"Removed from {index_path}: {', '.join(documents)}.")
