"""Commands that look at an index: list, show."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from qa.cli.options import index_option, json_option, print_json


@click.command("list")
@index_option
@json_option
def list_documents(index_path: Path, as_json: bool) -> None:
    """List the documents in the index."""
    from qa.index import Index

    documents = Index.open(index_path).documents()
    if as_json:
        print_json([asdict(document) for document in documents])
        return
    for document in documents:
        known = ", ".join(filter(None, (document.title, document.date)))
        size = f"{document.paragraph_count} paragraphs, {document.page_count or 'no known'} pages"
        click.echo(
            f"{document.id}{'  ' * bool(known)}{known}  "
            f"({document.language}, {size}, from {document.source})"
        )
    if not documents:
        click.echo("The index is empty: add documents with `qa add SOURCE`.")


@click.command()
@click.argument("doc", metavar="DOC")
@click.option("--source", is_flag=True, help="Write the source text exactly as it is kept.")
@index_option
@json_option
def show(doc: str, source: bool, index_path: Path, as_json: bool) -> None:
    """Show what was recognised in a document: pages, sections, paragraphs, footnotes."""
    from qa.describe import describe, outline
    from qa.index import Index

    document = Index.open(index_path).document(doc)
    if source:
        sys.stdout.flush()
        sys.stdout.buffer.write(document.text.encode("utf-8", "surrogatepass"))
        sys.stdout.buffer.flush()
    elif as_json:
        print_json(describe(document))
    else:
        click.echo(outline(document))
