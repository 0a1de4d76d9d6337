"""Captions of tables and figures."""

from __future__ import annotations

import re

_CAPTION = re.compile(
    r"(?:tabel|figuur|table|figure|grafiek|kaart|box|kader|bron|source|foto|uitleg)\b[\s:]*[\w.]*",
    re.I,
)


def is_caption(text: str) -> bool:
    """Whether a text names a table or figure, or its source."""
    return bool(_CAPTION.match(text))
