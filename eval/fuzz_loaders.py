"""Feeds the loaders files that no program would write, guided by what they reach (atheris).

    python eval/fuzz_loaders.py FORMAT [--seconds N] [--seed N]

FORMAT is txt, md, html, xml, docx, docx-xml (the document inside a whole package) or pdf. The gold
of eval/parsing is what is varied. A file may be refused with an AlineaError; a document must keep
its promises: every character has one role, every reading is true to the source. Anything else is
a find: it is printed with its bytes, and belongs in tests/load as a test of its own.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import click

try:
    import atheris
except ImportError:  # it wants Linux, and is no part of what tests need
    sys.exit("This wants atheris: pip install 'alinea[fuzz]'.")

with atheris.instrument_imports(include=["qa.load"]):
    from qa.document import Document, Footnote, Paragraph
    from qa.errors import AlineaError
    from qa.ledger import ledger
    from qa.load.formats import LOADERS
    from qa.load.metadata import read_metadata
    from qa.load.pdf.read import read_pdf
    from qa.load.questions import link_questions

GOLD = Path(__file__).parent / "parsing"
FORMATS = ("txt", "md", "html", "xml", "docx", "docx-xml", "pdf")
_PART = "word/document.xml"


def loader_of(name: str) -> Callable[[bytes], Document | None]:
    """What reads the bytes of a format; without the process of its own that PDF has."""
    if name == "pdf":
        return lambda data: read_pdf(data, "f.pdf", "f", "0", "pdf", lambda _: None).document
    suffix = name.removesuffix("-xml") if name.startswith("docx") else name
    load = LOADERS[f".{suffix}"]
    if name == "docx-xml":
        parts = _parts(next((GOLD / "docx").glob("*.docx")))
        return lambda data: load(_package(parts | {_PART: data}), "f.docx", "f", "0")
    return lambda data: load(data, f"f.{suffix}", "f", "0")


def seeds(name: str) -> list[bytes]:
    """The gold files of a format, or the documents in them."""
    if name == "docx-xml":
        return [_parts(path)[_PART] for path in sorted((GOLD / "docx").glob("*.docx"))]
    return [path.read_bytes() for path in sorted((GOLD / name).glob(f"*.{name}"))]


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {part: package.read(part) for part in package.namelist()}


def _package(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
    return target.getvalue()


def check(document: Document) -> None:
    """Raise where a document does not keep its promises."""
    ledger(document)
    units: tuple[Paragraph | Footnote, ...] = (*document.paragraphs, *document.footnotes)
    for unit in units:
        if unit.reading.render(document.text) != unit.text:
            raise ValueError(f"{unit.id} is not what the source says")
    metadata = read_metadata(link_questions(document))
    for field in (metadata.title, metadata.date, metadata.reference):
        if field and field.span and not document.text[slice(*field.span)].strip():
            raise ValueError(f"{field.value!r} was read from nothing")


@click.command(help=__doc__)
@click.argument("name", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option("--seconds", default=60, show_default=True, type=click.IntRange(min=1))
@click.option("--seed", default=1, show_default=True)
def main(name: str, seconds: int, seed: int) -> None:
    """Vary the gold of a format for some time."""
    load = loader_of(name)

    def one(data: bytes) -> None:
        try:
            document = load(data)
        except AlineaError:
            return
        if document is not None:
            check(document)

    folder = Path(tempfile.mkdtemp())
    for number, data in enumerate(seeds(name)):
        (folder / str(number)).write_bytes(data)
    options = [f"-max_total_time={seconds}", f"-seed={seed}", "-timeout=20", "-max_len=40000"]
    found = [f"-artifact_prefix={folder}/find-", str(folder)]
    click.echo(f"What is found is kept in {folder}.")
    atheris.Setup([sys.argv[0], *options, *found], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
