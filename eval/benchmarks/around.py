"""Made vectors: unit rows around real ones, so that a large index needs no hours of embedding."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np

from qa.encoder import Vectors, unit_rows

_REAL = 300  # paragraphs that are really encoded; all other rows lie around theirs
_SPREAD = 0.35  # length of what is added to a real row at random
# In a process of its own: its threads and memory are none of what is measured later.
_REAL_ROWS = (
    "import sys; sys.path.insert(0, sys.argv[1]); import numpy as np; from pathlib import Path\n"
    "from made import made_paragraphs, read_sentences; from qa.encoder import get_encoder\n"
    "texts = made_paragraphs(read_sentences(Path(sys.argv[2])), int(sys.argv[4]), seed=3)\n"
    "np.save(sys.argv[3], get_encoder().encode_document(list(texts)))"
)


class Around:
    """An encoder that gives each text a unit row near a real one: which, the text's hash tells."""

    name, fingerprint, dimension = "around", "around-1", 384

    def __init__(self, rows: Path) -> None:
        """`rows` is a file of real rows, by `real_rows`."""
        self._real: Vectors = np.load(rows)

    def encode_query(self, texts: list[str]) -> Vectors:
        """As for passages."""
        return self.encode_document(texts)

    def encode_document(self, texts: list[str]) -> Vectors:
        """Rows that are the same for the same text."""
        made = np.empty((len(texts), self.dimension), dtype=np.float32)
        for place, text in enumerate(texts):
            digest = hashlib.sha256(text.encode()).digest()
            source = np.random.default_rng(int.from_bytes(digest[:8], "little"))
            noise = source.standard_normal(self.dimension, dtype=np.float32)
            made[place] = self._real[source.integers(len(self._real))]
            made[place] += _SPREAD * noise / np.linalg.norm(noise)
        return unit_rows(made)


def real_rows(path: Path, documents: Path) -> None:
    """Rows of made paragraphs by the encoder that comes along, in a file, unless it is there."""
    if not path.exists():
        command = [sys.executable, "-c", _REAL_ROWS, str(Path(__file__).parent)]
        subprocess.run([*command, str(documents), str(path), str(_REAL)], check=True)
