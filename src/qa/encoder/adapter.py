"""Any sentence-transformers model as an encoder: by name, by folder, or as an object."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Any

import numpy as np

from qa.encoder.bundled import clean_text
from qa.encoder.protocol import Vectors, unit_rows
from qa.errors import AlineaError

# Families trained with prompts that many copies of them do not carry in their settings.
_PROMPTS = {r"(^|[-_])e5[-_]": ("query: ", "passage: ")}


class SentenceTransformerEncoder:
    """Unit vectors of a SentenceTransformer, with the prompts its kind was trained with.

    Long texts are cut by the model itself, at its own limit.
    """

    def __init__(self, model: Any, name: str | None = None) -> None:  # noqa: ANN401
        self._model = model
        self.name = name or _name_of(model)
        prompts = dict(getattr(model, "prompts", None) or {})
        short = Path(self.name).name.lower()
        query, document = next(
            (pair for family, pair in _PROMPTS.items() if re.search(family, short)), ("", "")
        )
        self._query = prompts.get("query") or query
        self._document = prompts.get("document") or prompts.get("passage") or document
        self.dimension = int(_dimension(model))
        self.fingerprint = self._fingerprint()

    @classmethod
    def from_name(cls, name: str) -> SentenceTransformerEncoder:
        """Load by hub name or folder; AlineaError, in one sentence, where that fails."""
        folder = Path(name)
        if not folder.is_dir() and (name.startswith((".", "/", "~")) or name.count("/") > 1):
            raise AlineaError("no_encoder", f"There is no model folder {name}: check the path.")
        try:
            from sentence_transformers import SentenceTransformer

            return cls(SentenceTransformer(name), name)
        except Exception as error:
            if folder.is_dir():
                raise AlineaError(
                    "no_encoder", f"The folder {name} holds no model that can be loaded."
                ) from error
            offline = " and HF_HUB_OFFLINE is set" if os.environ.get("HF_HUB_OFFLINE") else ""
            raise AlineaError(
                "no_encoder",
                f"The model {name!r} cannot be loaded: it is no folder here, and the model hub "
                f"does not give it{offline}; name a folder, or leave --encoder out.",
            ) from error

    def encode_query(self, texts: list[str]) -> Vectors:
        """Rows for questions, shape (len(texts), dimension)."""
        return self._encode(texts, self._query)

    def encode_document(self, texts: list[str]) -> Vectors:
        """Rows for passages, shape (len(texts), dimension)."""
        return self._encode(texts, self._document)

    def _encode(self, texts: list[str], prompt: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        rows = self._model.encode(
            [prompt + clean_text(text) for text in texts],
            prompt="",
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return unit_rows(np.asarray(rows, dtype=np.float32))

    def _fingerprint(self) -> str:
        """From the model's answer to a fixed text, and from how much of a text it reads.

        The answer tells any two sets of weights apart; the name may change with the folder.
        """
        probe = self._encode(["Alinea is het Nederlandse woord voor paragraph."], "")
        digest = hashlib.sha256(np.round(probe, 3).tobytes()).hexdigest()[:16]
        longest = getattr(self._model, "max_seq_length", None)
        return f"{digest}:{self._query!r}/{self._document!r}:{longest}"


def _name_of(model: object) -> str:
    card = getattr(model, "model_card_data", None)
    return str(getattr(card, "base_model", None) or type(model).__name__)


def _dimension(model: Any) -> int:  # noqa: ANN401
    for method in ("get_embedding_dimension", "get_sentence_embedding_dimension"):
        if hasattr(model, method):
            found = getattr(model, method)()
            if found:
                return int(found)
    return int(np.asarray(model.encode(["x"])).shape[1])
