"""Alinea: answers from documents, word for word, with the exact paragraph cited."""

from qa.errors import AlineaError
from qa.index import DocumentSummary, Index
from qa.result import Answer, Citation, Hit, Result

__all__ = ["AlineaError", "Answer", "Citation", "DocumentSummary", "Hit", "Index", "Result"]
__version__ = "0.1.0"
