"""How fast files are read: pages a second by format, beside raw text extraction in the same run.

    python eval/parsing_speed.py --documents DIR [--most N]

The peers for PDF take out text without structure: pdftotext (poppler), where it is on the PATH,
and pypdf, where it is installed. A page of a format without pages counts as 3,000 characters.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import click

from qa.document import Document
from qa.errors import AlineaError
from qa.load import load
from qa.load.formats import LOADERS

_CHARACTERS = 3000


def pages_of(document: Document) -> float:
    """How many pages a document has, by its characters where it has none of its own."""
    return float(len(document.pages)) or len(document.text) / _CHARACTERS


def _pdftotext(path: Path) -> None:
    subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=False)


def _pypdf(path: Path) -> None:
    from pypdf import PdfReader

    for page in PdfReader(path).pages:
        page.extract_text()


def peers() -> dict[str, Callable[[Path], None]]:
    """The raw extractors that are here."""
    found: dict[str, Callable[[Path], None]] = {}
    if shutil.which("pdftotext"):
        found["pdftotext"] = _pdftotext
    if find_spec("pypdf"):
        found["pypdf"] = _pypdf
    return found


@click.command()
@click.option(
    "--documents", type=click.Path(path_type=Path, exists=True, file_okay=False), required=True
)
@click.option("--most", type=click.IntRange(min=1), help="The most files of each format.")
def main(documents: Path, most: int | None) -> None:
    """Read every file once with Alinea and, where it is a PDF, once with each peer."""
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(documents.rglob("*")):
        if path.suffix.lower() in LOADERS and path.is_file():
            files[path.suffix.lower().lstrip(".")].append(path)
    raw = peers()
    click.echo(f"{'format':8}{'files':>6}{'pages':>8}  {'reader':12}{'pages/s':>9}{'ratio':>8}")
    for name, paths in sorted(files.items()):
        pages, seconds, read = 0.0, 0.0, []
        for path in paths[:most]:
            start = time.perf_counter()
            try:
                document = load(path, "speed")
            except AlineaError as error:
                click.echo(f"{path.name}: {error.message}", err=True)
                continue
            seconds += time.perf_counter() - start
            pages += pages_of(document)
            read.append(path)
        if not read:
            continue
        ours = pages / seconds
        head = f"{name:8}{len(read):6}{pages:8.0f}  "
        click.echo(f"{head}{'alinea':12}{ours:9.1f}{1:8.2f}")
        for peer, extract in raw.items() if name == "pdf" else ():
            start = time.perf_counter()
            for path in read:
                extract(path)
            theirs = pages / (time.perf_counter() - start)
            click.echo(f"{head}{peer:12}{theirs:9.1f}{theirs / ours:8.2f}")


if __name__ == "__main__":
    main()
