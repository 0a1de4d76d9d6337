"""What several tests share: the letter of the corpus, and how hypothesis searches."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from qa.document import Document
from qa.load import load

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
