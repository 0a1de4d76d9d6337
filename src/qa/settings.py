"""Settings from `alinea.toml` in the working folder, under flags and `ALINEA_*` variables."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from qa.errors import AlineaError

FILE = "alinea.toml"
_KINDS: dict[str, type | tuple[type, ...]] = {
    "index": str,
    "encoder": str,
    "engine": str,
    "min_confidence": (int, float),
    "reader": bool,
    "port": int,
    "feedback": str,
}


def read_settings(folder: Path) -> dict[str, Any]:
    """The settings in a folder's `alinea.toml`, empty without one; AlineaError if it is wrong."""
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        values = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise AlineaError("bad_settings", f"{FILE} cannot be read: {error}.", usage=True) from error
    for name, value in values.items():
        if name not in _KINDS:
            raise AlineaError(
                "bad_settings",
                f"{FILE} has {name!r}, which is none of {', '.join(_KINDS)}.",
                usage=True,
            )
        kind = _KINDS[name]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise AlineaError(
                "bad_settings", f"{FILE}: {name} has a value of the wrong kind.", usage=True
            )
    return values
