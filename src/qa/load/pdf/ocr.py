"""Text for pages that are pictures, recognised by ocrmypdf where it is installed.

It is a program of its own (MPL-2.0, with Tesseract) and none of our packages. Pages that have text
are left as they are; on the others the words are laid where the picture shows them.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from qa.errors import AlineaError

_LANGUAGES = ("nld", "eng")
_PATIENCE = 60  # seconds to begin with, and for each page that is a picture
_PROGRAM = "ocrmypdf"


def can_recognise() -> bool:
    """Whether ocrmypdf is installed."""
    return shutil.which(_PROGRAM) is not None


def recognise(data: bytes, name: str, pictures: Sequence[int]) -> bytes:
    """The PDF with text on these pages too.

    Raises AlineaError where ocrmypdf fails or takes too long.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, result = Path(folder) / "in.pdf", Path(folder) / "out.pdf"
        source.write_bytes(data)
        command = [
            _PROGRAM, "--quiet", "--skip-text", "--output-type", "pdf", "--optimize", "0",
            "--tesseract-timeout", str(_PATIENCE), *_language(), str(source), str(result),
        ]  # fmt: skip
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                check=False,
                timeout=_PATIENCE * (1 + len(pictures)),
            )
        except subprocess.TimeoutExpired as error:
            raise _failed(name, pictures, "it took too long") from error
        if done.returncode or not result.is_file():
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise _failed(name, pictures, said[-1] if said else f"exit code {done.returncode}")
        return result.read_bytes()


def _language() -> list[str]:
    """The option for Dutch and English, as far as Tesseract has their data."""
    program = shutil.which("tesseract")
    if program is None:
        return []
    listed = subprocess.run(
        [program, "--list-langs"], capture_output=True, check=False, timeout=_PATIENCE
    )
    there = [code for code in _LANGUAGES if code in listed.stdout.decode().split()]
    return ["--language", "+".join(there)] if there else []


def without_text(name: str, pictures: Sequence[int]) -> AlineaError:
    """The error of a PDF that holds only pictures of its pages."""
    command = f"{_PROGRAM} -l nld+eng {name} ocr-{name}"
    return AlineaError(
        "no_text",
        f"{name} has no text, {_shown(pictures)}: install ocrmypdf, which is then used of itself, "
        f"or recognise the text elsewhere (`{command}`) and add the file that comes of it.",
    )


def _failed(name: str, pictures: Sequence[int], reason: str) -> AlineaError:
    return AlineaError(
        "no_text",
        f"{name} has no text, {_shown(pictures)}, and ocrmypdf could not recognise it ({reason}): "
        "make a better scan, or a copy with text.",
    )


def _shown(pictures: Sequence[int]) -> str:
    """The pages in words: "page 3 is a picture", "pages 1 to 4, 7 are pictures"."""
    runs: list[list[int]] = []
    for page in pictures:
        if runs and runs[-1][-1] == page - 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    named = ", ".join(f"{r[0]} to {r[-1]}" if len(r) > 1 else str(r[0]) for r in runs)
    return f"page {named} is a picture" if len(pictures) == 1 else f"pages {named} are pictures"
