"""Alinea: answers from documents, word for word, with the exact paragraph cited."""

import os

# The official builds of ONNX Runtime send reports of their use, and keep an id of the machine,
# unless this is set before they are loaded.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")

from qa.errors import AlineaError
from qa.index import DocumentSummary, Index
from qa.result import Answer, Citation, Hit, Result

__all__ = ["AlineaError", "Answer", "Citation", "DocumentSummary", "Hit", "Index", "Result"]
__version__ = "0.1.0"
