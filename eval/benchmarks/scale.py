"""How an index grows: build, bytes, memory, start and queries at several sizes, beside peers.

    python eval/benchmarks/scale.py --documents DIR [--sizes 1000,10000,100000] [--plots DIR]

What is measured is kept in the folder --work, part by part, and not measured again: after an
interruption the same command goes on. The README beside this says how the texts and vectors are
made, and what the figures mean.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import lexical
import plots
import tables
from around import real_rows
from made import made_questions, read_sentences, write_documents
from stages import files_of, load_average

_HERE = Path(__file__).parent
_STARTS = 3  # processes that open an index, of which the middle one counts
PARTS = ("built", "asked", "grown", "LanceDB", "keywords")
Figures = dict[str, Any]


class Size:
    """One size: its folder, with the parts that are measured already."""

    def __init__(self, paragraphs: int, work: Path, documents: Path) -> None:
        self.paragraphs, self.folder = paragraphs, work / str(paragraphs)
        self._real, self._questions = work / "real.npy", work / "questions.txt"
        self._documents = documents

    def part(self, name: str, measure: Callable[[], Figures]) -> Figures:
        """A part as it was measured, or as it is now; the load of the machine is noted with it."""
        path = self.folder / f"{name}.json"
        if not self.has(name):
            found = {"load_average": load_average(), **measure()}
            path.write_text(json.dumps(found, indent=1), "utf-8")
        return dict(json.loads(path.read_text("utf-8")))

    def has(self, name: str) -> bool:
        """Whether a part is measured already."""
        return (self.folder / f"{name}.json").is_file()

    def forget(self, *names: str) -> None:
        """Measure these parts anew."""
        for name in names:
            (self.folder / f"{name}.json").unlink(missing_ok=True)

    def build(self, sentences: list[str], before: Figures | None) -> Figures:
        """Make the texts and the index, in a process that writes the figures itself."""
        shutil.rmtree(self.folder, ignore_errors=True)
        click.echo(f"  writing {self.paragraphs:,} paragraphs", err=True)
        write_documents(self.folder / "documents", sentences, self.paragraphs)
        command = [sys.executable, str(_HERE / "stages.py"), str(self.folder), str(self._real)]
        if before:
            seconds = before["built"]["build"]["files"]["s"]
            command += ["--expect", str(seconds * self.paragraphs / before["paragraphs"])]
        subprocess.run(command, check=True)
        return dict(json.loads((self.folder / "built.json").read_text("utf-8")))

    def ask(self) -> Figures:
        """Open the index and ask: first with nothing of it in the system's memory."""
        _out_of_memory(self.folder / "index")
        cold = self._run("asking.py", "--first")
        starts = [self._run("asking.py", "--first") for _ in range(_STARTS)]
        middle = {name: sorted(one[name] for one in starts)[_STARTS // 2] for name in cold}
        from_disk = {f"{name}_from_disk": value for name, value in cold.items()}
        return self._run("asking.py") | middle | from_disk

    def grow(self) -> Figures:
        """Add a document and take it out again."""
        return self._run("adding.py")

    def compare(self) -> Figures:
        """The same rows, and the same questions, with LanceDB."""
        return self._run("peers.py")

    def _run(self, script: str, *options: str) -> Figures:
        folder = self.folder / "index" if script == "asking.py" else self.folder
        last = self._documents if script == "adding.py" else self._questions
        command = [sys.executable, str(_HERE / script), str(folder), str(self._real), str(last)]
        return dict(json.loads(subprocess.check_output([*command, *options], text=True)))


def _out_of_memory(folder: Path) -> None:
    """Ask the system to drop what it holds of these files; what is being written it keeps."""
    for path in files_of(folder):
        with path.open("rb") as file:
            os.fsync(file.fileno())
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def measure(
    size: Size, sentences: list[str], count: int, before: Figures | None, wanted: set[str]
) -> Figures:
    """The figures of one size: the parts that are wanted, and those that are there already."""
    found: Figures = {"paragraphs": size.paragraphs}
    parts: dict[str, Callable[[], Figures]] = {
        "built": lambda: size.build(sentences, before),
        "asked": size.ask,
        "grown": size.grow,
        "LanceDB": size.compare,
        "keywords": lambda: lexical.compare(sentences, size.paragraphs, count),
    }
    for name, part in parts.items():
        if name in wanted or size.has(name):
            click.echo(f"  {size.paragraphs:,}: {name}", err=True)
            found[name] = size.part(name, part)
    return found


@click.command()
@click.option("--documents", type=click.Path(path_type=Path, exists=True), required=True)
@click.option("--sizes", default="1000,10000,100000", help="Paragraphs, with commas between.")
@click.option("--questions", "count", type=click.IntRange(min=1), default=200, show_default=True)
@click.option(
    "--keywords",
    default=1_000_000,
    show_default=True,
    help="Most paragraphs for other BM25; 0: none.",
)
@click.option(
    "--peers", default=100_000, show_default=True, help="Most paragraphs for LanceDB; 0: none."
)
@click.option("--reuse", is_flag=True, help="Measure opening, memory and queries anew, no build.")
@click.option("--again", is_flag=True, help="Measure all anew.")
@click.option("--work", type=click.Path(path_type=Path), default=Path("eval/runs/scale"))
@click.option("--out", type=click.Path(path_type=Path), help="Write the figures as JSON too.")
@click.option("--plots", "drawn", type=click.Path(path_type=Path), help="Folder for plots (PNG).")
def main(
    documents: Path,
    sizes: str,
    count: int,
    keywords: int,
    peers: int,
    reuse: bool,
    again: bool,
    work: Path,
    out: Path | None,
    drawn: Path | None,
) -> None:
    """Measure and print, size by size."""
    work.mkdir(parents=True, exist_ok=True)
    sentences = read_sentences(documents)
    (work / "questions.txt").write_text("\n".join(made_questions(sentences, count)), "utf-8")
    real_rows(work / "real.npy", documents)
    found: list[Figures] = []
    for paragraphs in sorted(map(int, sizes.split(","))):
        size = Size(paragraphs, work, documents)
        size.forget(*(PARTS if again else ["asked"] if reuse else []))
        if reuse and not size.has("built"):
            raise click.UsageError(
                f"{size.folder} holds no index that was built: leave out --reuse."
            )
        most = {"LanceDB": peers, "keywords": keywords}
        wanted = {n for n in PARTS if not reuse and paragraphs <= most.get(n, paragraphs)}
        before = found[-1] if found else None
        found.append(measure(size, sentences, count, before, wanted | {"asked"}))
        click.echo(tables.one_size(found[-1]))
        if out:
            out.write_text(json.dumps(found, indent=1), "utf-8")
        if drawn:
            plots.draw(found, drawn)
    click.echo(tables.markdown(found))


if __name__ == "__main__":
    main()
