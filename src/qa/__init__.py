"""Alinea: answers from documents, word for word, with the exact paragraph cited."""
