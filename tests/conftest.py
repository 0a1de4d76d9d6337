"""What several tests share: the letter, an index of it, and how hypothesis searches."""

import os
from pathlib import Path

import pytest
from built_once import built_once
from hypothesis import HealthCheck, settings

from qa import Index
from qa.document import Document
from qa.load import load

# Two libraries with threads of their own run side by side here: idle ones should not spin.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

settings.register_profile(
    "alinea",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("alinea")

LETTER = Path(__file__).parent.parent / "corpus" / "kamerbrief-mensenhandel.txt"


@pytest.fixture(scope="session")
def letter() -> Document:
    return load(LETTER, "brief")


@pytest.fixture(scope="session")
def letter_index_path(tmp_path_factory) -> Path:
    """The folder of an index of the letter, made once with the encoder that comes along."""
    made = built_once(
        tmp_path_factory, "letter", lambda folder: Index.build(LETTER, folder / "index")
    )
    return made / "index"


@pytest.fixture(scope="session")
def letter_index(letter_index_path) -> Index:
    """That index, opened; tests do not change it."""
    return Index.open(letter_index_path)
