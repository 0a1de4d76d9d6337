"""Where the data outside the repository comes from, and whether it is the data it was."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from qa.errors import AlineaError

VARIABLE = "ALINEA_DATA"


@dataclass(frozen=True, slots=True)
class DataSet:
    """A set with its source, its licence and the SHA-256 of each of its files."""

    name: str
    source: str
    licence: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A file that figures were made from; `expected` is False where it is another than known."""

    path: str
    sha256: str
    source: str
    licence: str
    expected: bool


DATA_SETS = (
    DataSet(
        "dutch-qa",
        "questions written by hand for this project; passages from kamervragen and from Dutch "
        "party programmes since 2000",
        "questions: this project's own; passages: none stated",
        {
            "passages.jsonl": "1cc32d74f201519ab4519702159d35db6591e108d2a989f8ed683daf4a930db7",
            "questions.jsonl": "7fc5a0b9fe655c7e89a74b54c42172d720d224417e36faa02cbea6588b82ac46",
        },
    ),
    DataSet(
        "kamervragen",
        "public record of the Dutch House; extraction by SSC-ICT-Innovatie, "
        "LearningLion-FineTuneEmbeddings, commit 494f955d954c",
        "none stated",
        {
            "passages.jsonl": "ff41747b0baea9c8edc8bcb051b954512165cc7c5a02eb045b08151949f7d9d0",
            "questions.jsonl": "90c0631fd6a36c42a2155ec8dbde8f0d7d1c59ce036453ea59028e4c312a3e28",
            "unanswerable.jsonl": (
                "33974964ba9524982b2c97d0a55b65b20fc621f58dca1df02d5e217648991b8b"
            ),
        },
    ),
    DataSet(
        "xquad",
        "google-deepmind/xquad: Artetxe, Ruder & Yogatama, 2020",
        "CC BY-SA 4.0",
        {
            "xquad.de.json": "990b5d746746ed65ed4702ea5f35f99ffa4e2f1c390c07d003642acd937916f9",
            "xquad.en.json": "e4c57d1c9143aaa1c5d265ba5987a65f4e69528d2a98f29d6e75019b10344f29",
            "xquad.es.json": "dcbae93ec3a9f4b9e78fd834a171d6f96c1a875e10e15b7530b7e4ef4971e37e",
            "xquad.ro.json": "94f8d54e93ad2b7dd2e76dd921a666b5b8eff2d4379df9f179c42b445f09643f",
        },
    ),
)


def check_data(data: Path) -> list[SourceRow]:
    """A row for each file of each set, with its checksum as it is now.

    Raises AlineaError where the folder or a file is missing.
    """
    return [
        SourceRow(f"{known.name}/{name}", found, known.source, known.licence, found == expected)
        for known in DATA_SETS
        for name, expected in known.files.items()
        for found in [_sha256(data, f"{known.name}/{name}")]
    ]


def _sha256(data: Path, name: str) -> str:
    try:
        return hashlib.sha256((data / name).read_bytes()).hexdigest()
    except OSError as error:
        raise AlineaError(
            "no_data",
            f"{data / name} cannot be read: let --data or {VARIABLE} name the folder with the "
            "data that docs/evaluation.md lists.",
        ) from error
