"""Encoders: from texts to unit vectors. The one that comes along, and any other."""

from __future__ import annotations

import sys
from pathlib import Path

from qa.encoder.own import METHODS, OwnEncoder
from qa.encoder.protocol import Encoder, Vectors, unit_rows
from qa.errors import AlineaError

__all__ = ["Encoder", "OwnEncoder", "Vectors", "get_encoder", "unit_rows"]


def get_encoder(encoder: object = None) -> Encoder:
    """The encoder meant: None, "bundled" or its own name is the one that comes along.

    A name or folder is loaded by sentence-transformers, and so is adapted an object of
    its class; anything else must have `encode_query` and `encode_document`. Raises AlineaError.
    """
    if encoder is None or isinstance(encoder, str | Path):
        from qa.encoder.bundled import NAME, BundledEncoder

        if encoder in (None, "bundled", NAME):
            return BundledEncoder()
        from qa.encoder.adapter import SentenceTransformerEncoder

        return SentenceTransformerEncoder.from_name(str(encoder))
    if _is_ours(encoder):
        return encoder  # type: ignore[return-value]
    own = all(callable(getattr(encoder, name, None)) for name in METHODS)
    if _is_sentence_transformer(encoder) or (hasattr(encoder, "encode") and not own):
        from qa.encoder.adapter import SentenceTransformerEncoder

        return SentenceTransformerEncoder(encoder)
    if own and not isinstance(encoder, type):
        return OwnEncoder(encoder)
    raise AlineaError(
        "bad_encoder",
        "The encoder must be a sentence-transformers name, folder or object, or an object with "
        f"the methods {' and '.join(METHODS)}.",
        usage=True,
    )


def _is_ours(encoder: object) -> bool:
    """Whether it is one of this package, which gives rows as they should be by itself."""
    return any(kind.__module__.startswith(f"{__name__}.") for kind in type(encoder).__mro__)


def _is_sentence_transformer(encoder: object) -> bool:
    """Whether it is of that library, which takes seconds to import: not here, if not there yet."""
    library = sys.modules.get("sentence_transformers")
    return library is not None and isinstance(encoder, library.SentenceTransformer)
