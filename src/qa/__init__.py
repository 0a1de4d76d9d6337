"""Alinea: answers from documents, word for word, with the exact paragraph cited."""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING

# The official builds of ONNX Runtime send reports of their use, and keep an id of the machine,
# unless this is set before they are loaded.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

if TYPE_CHECKING:
    from qa.errors import AlineaError
    from qa.index import DocumentSummary, Index
    from qa.result import Answer, Citation, Hit, Result

__all__ = ["AlineaError", "Answer", "Citation", "DocumentSummary", "Hit", "Index", "Result"]
__version__ = "0.1.0"

_WHERE = {
    "AlineaError": "qa.errors",
    "Answer": "qa.result",
    "Citation": "qa.result",
    "DocumentSummary": "qa.index",
    "Hit": "qa.result",
    "Index": "qa.index",
    "Result": "qa.result",
}


def __getattr__(name: str) -> object:
    """Import what is asked for then: all of it takes a second, which the command line spares."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(importlib.import_module(_WHERE[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
