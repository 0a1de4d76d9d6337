"""A real index of the letter, and the page over it."""

from pathlib import Path

import pytest

from qa import Index

REPOSITORY = Path(__file__).parent.parent.parent
LETTER = REPOSITORY / "corpus" / "kamerbrief-mensenhandel.txt"


@pytest.fixture(scope="session")
def letter_index_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "index"
    Index.build([LETTER], path)
    return path


@pytest.fixture(scope="session")
def letter_index(letter_index_path: Path) -> Index:
    return Index.open(letter_index_path)
