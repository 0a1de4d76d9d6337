"""`qa doctor`: is the installation sound, is the index whole, how was a document read."""

from __future__ import annotations

from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa.cli.options import index_option, json_option, print_json, progress_bar
from qa.errors import AlineaError

if TYPE_CHECKING:
    from qa.doctor.page_images import PageImage
    from qa.document import Document


@click.command()
@click.argument("doc", metavar="[DOC]", required=False)
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="With DOC: write it as a page to FILE, the source beside what was recognised.",
)
@click.option(
    "--repair",
    "mend",
    is_flag=True,
    help="Make what is damaged in the index anew, from what is whole, before examining it.",
)
@index_option
@json_option
def doctor(doc: str | None, html: Path | None, mend: bool, index_path: Path, as_json: bool) -> int:
    """Examine installation and index; with DOC, a file or an id, show how it was read.

    Exit code 1 where there is a problem with installation or index.
    """
    if mend:
        if doc is not None:
            raise click.UsageError("--repair is for the whole index: leave the document out.")
        _repair(index_path)
    if doc is not None:
        _document(doc, html, index_path, as_json)
        return 0
    if html is not None:
        raise click.UsageError("--html wants a document: name a file or an id from `qa list`.")
    from qa.doctor import examine_index, examine_installation

    findings = []
    for finding in chain(examine_installation(Path.cwd()), examine_index(index_path)):
        findings.append(finding)
        if not as_json:
            click.echo(f"{finding.subject:22} {finding.found}")
    problems = [finding.problem for finding in findings if finding.problem]
    if as_json:
        print_json({"findings": [asdict(f) for f in findings], "problems": problems})
    for problem in problems:
        click.echo(f"qa: {problem}", err=True)
    return 1 if problems else 0


def _repair(index_path: Path) -> None:
    """Mend the index, with the encoder that it was made with; says what was done on stderr."""
    from qa.index import storage
    from qa.index.made_with import by_name
    from qa.index.repair import repair

    name, own = storage.made_with(index_path)
    with progress_bar() as progress:
        done = repair(index_path, by_name(index_path, name, own=own), progress)
    click.echo(f"qa: {index_path} was made anew from {storage.NAME}.", err=True)
    for doc_id in done.mended:
        click.echo(f"qa: {doc_id} was damaged, and is whole again.", err=True)
    for doc_id in done.lost:
        click.echo(f"qa: {doc_id} is lost: add its file again with `qa add`.", err=True)


def _document(doc: str, html: Path | None, index_path: Path, as_json: bool) -> None:
    from qa.doctor import examine_document
    from qa.doctor.outline import outline

    document, file = _find(doc, index_path)
    parts = examine_document(document)
    if html is not None:
        from qa.doctor.html import render

        html.write_text(render(document, parts, _images(document, file)), "utf-8", "replace")
    if as_json:
        shown = [part.to_dict() for part in parts]
        print_json({"id": document.id, "source": document.source, "parts": shown})
    elif html is not None:
        click.echo(f"Written: {html}")
    else:
        click.echo(outline(document, parts))


def _find(doc: str, index_path: Path) -> tuple[Document, Path | None]:
    """The document in a file, or that in the index with its file, where there is one."""
    from qa.index import storage
    from qa.load import document_id, load

    path = Path(doc)
    if path.is_file():
        return load(path, document_id(path, ())), path
    if not storage.exists(index_path):
        raise AlineaError(
            "no_such_document",
            f"{doc} is no file, and there is no index in {index_path} to find it in.",
        )
    contents = storage.read(index_path)
    if doc in contents.sources:
        return contents.document(contents.place(doc)), Path(contents.sources[doc][0])
    raise AlineaError(
        "no_such_document",
        f"{doc} is neither a file nor a document in the index: see `qa list`.",
    )


def _images(document: Document, file: Path | None) -> list[PageImage]:
    """Pictures of the pages, where the file is still the PDF that was read."""
    from qa.doctor.page_images import page_images
    from qa.load.pdf.page_pictures import is_as_read

    if file is None or not document.line_boxes or not is_as_read(file, document):
        return []
    return page_images(
        document, file, failed=lambda error: click.echo(f"qa: {error.message}", err=True)
    )
