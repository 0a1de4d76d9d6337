"""Prints what the image installs: what `pyproject.toml` asks for, but for other encoders.

The encoder that comes along needs no torch; sentence-transformers, which brings it, is for other
models, and is larger than all the rest together.
"""

import tomllib
from pathlib import Path

EXTRAS = ("serve", "mcp")
LEFT_OUT = ("sentence-transformers",)


def requirements(pyproject: Path) -> list[str]:
    """The requirements of the project and of these extras, without those left out."""
    project = tomllib.loads(pyproject.read_text("utf-8"))["project"]
    named = [*project["dependencies"]]
    for extra in EXTRAS:
        named += project["optional-dependencies"][extra]
    return [name for name in named if not name.startswith((*LEFT_OUT, "alinea["))]


if __name__ == "__main__":
    print("\n".join(requirements(Path("pyproject.toml"))))  # noqa: T201
