"""Analysis for keyword search: from text to terms, the same for documents and questions."""

from qa.analysis.analyser import Analyser, Learned
from qa.analysis.parts import SHIPPED, Forms, Parts
from qa.analysis.terms import analyse, content_terms, fold, split_on_spaces

__all__ = [
    "SHIPPED",
    "Analyser",
    "Forms",
    "Learned",
    "Parts",
    "analyse",
    "content_terms",
    "fold",
    "split_on_spaces",
]
