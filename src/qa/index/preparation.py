"""How texts are prepared for search: a hash of the code that does it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_CODE = (
    "analysis",
    "lang",
    "surnames.py",
    "retrieval/postings.py",
    "passages.py",
    "cite.py",
    "index/units.py",
)


@cache
def preparation() -> str:
    """Another one, and passages or terms that an index keeps may not be those of today."""
    digest = hashlib.sha256()
    for name in _CODE:
        for file in _sources(files("qa").joinpath(name)):
            digest.update(file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _sources(place: Traversable) -> list[Traversable]:
    if place.is_file():
        return [place]
    found = (file for file in place.iterdir() if file.name.endswith(".py"))
    return sorted(found, key=lambda file: file.name)
