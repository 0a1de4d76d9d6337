"""Ours as a system among others: as it is, and with a part left out."""

from __future__ import annotations

import inspect
from typing import Any

from qa.index import Index

OURS = "Alinea"


def ways_of_asking(index: Index) -> dict[str, dict[str, Any]]:
    """Names with the options of `Index.search` and `Index.ask`; the first is ours as it is."""
    if "reader" not in inspect.signature(index.search).parameters:
        return {OURS: {}}
    return {OURS: {"reader": True}, f"{OURS} without reader": {"reader": False}}
