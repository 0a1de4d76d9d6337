"""Lines that say what a symbol stands for: "TP = aantal waarnemingen dat juist voorspeld is"."""

from __future__ import annotations

import re

_DEFINED = re.compile(r"[^\W_][\w.'’/-]{0,19}\s=\s[\"'“‘«(]?[^\W\d_]{2}")


def is_defined(text: str) -> bool:
    """Whether a text begins with one word, an equals sign, and words that explain it."""
    return _DEFINED.match(text) is not None
