"""The command that follows references: what a document refers to, and what refers to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qa.cli.options import index_option, json_option, print_json
from qa.describe import where

if TYPE_CHECKING:
    from qa.document import Document
    from qa.references import Reference


@click.command()
@click.argument("doc", metavar="DOC")
@index_option
@json_option
def refs(doc: str, index_path: Path, as_json: bool) -> None:
    """Show which official documents a document refers to, and which documents refer to it.

    What is in the index is named by its id; for the rest the official web address is shown,
    where it is certain. Nothing is looked up on the network.
    """
    from qa.index import Index
    from qa.references import find_references
    from qa.references.resolve import identify, references_to, resolve

    opened = Index.open(index_path)
    document = opened.document(doc)
    others = [opened.document(summary.id) for summary in opened.documents()]
    known = identify(others)
    outward = []
    for reference in find_references(document):
        target = resolve(reference, known)
        if target.document != document.id:
            row = _row(document, reference)
            outward.append(row | {"document": target.document, "address": target.address})
    inward = [
        {"document": other} | _row(opened.document(other), reference)
        for other, reference in references_to(document, others)
    ]
    if as_json:
        print_json({"id": document.id, "refers_to": outward, "referred_from": inward})
        return
    click.echo(f"{document.id} refers to:" if outward else f"{document.id} refers to nothing.")
    for row in outward:
        click.echo(f"  {row['text']}  ({_place(row)})")
        leads = [row["document"] and f"in the index: {row['document']}", row["address"]]
        click.echo(f"    {', '.join(filter(None, leads)) or 'no certain address'}")
    click.echo(f"\n{'Referred to by:' if inward else 'No document of the index refers to it.'}")
    for row in inward:
        click.echo(f"  {row['document']}: {row['text']}  ({_place(row)})")


def _row(document: Document, reference: Reference) -> dict[str, Any]:
    """A reference with the place where it stands."""
    from qa.cite import cite, place

    citation = cite(document, reference.unit)
    lines, pages = place(document, reference.source_spans)
    return {
        "kind": reference.kind.value,
        "identifier": reference.identifier,
        "text": reference.text,
        "unit": reference.unit,
        "paragraph": citation.paragraph,
        "pages": pages,
        "lines": lines,
        "locator": citation.locator,
        "source_spans": reference.source_spans,
    }


def _place(row: dict[str, Any]) -> str:
    """The place in words: "footnote 2, at paragraph 3, page 1, line 30"."""
    note = row["unit"].rpartition("#fn")[2] if "#fn" in row["unit"] else ""
    paragraph = f"paragraph {row['paragraph']}" if row["paragraph"] else ""
    parts = [
        f"footnote {note}" if note else "",
        paragraph,
        where(row["pages"], row["lines"], row["locator"]),
    ]
    return ", ".join(filter(None, parts)) or row["locator"]
