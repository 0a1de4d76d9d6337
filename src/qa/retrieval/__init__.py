"""Retrieval: keywords and vectors of passages and sentences, and their fusion."""
